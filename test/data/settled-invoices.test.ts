import { describe, expect, it, vi } from "vitest";
import type { ImportReport } from "../../addon/importing/import-report.ts";
import { importBytes } from "./import-bytes.ts";
import { CENTS, PlainSql } from "./plain-sql.ts";
import { bytesOf, sharedFile } from "./shared-data.ts";

/**
 * Public lists of invoices, open and settled: rows taken + rows listed = rows in the file, the sums agree, and
 * what is listed is said. Whole files where they take less than a minute; the longest one whole with DEEP=1.
 */
vi.setConfig({ testTimeout: 1_800_000 });

interface Aged {
  readonly totals: readonly { currency: string; balance: number; unapplied: number }[];
}

/** Rows that are listed are known already, or a problem names them: nothing is left out in silence. */
function expectNothingSilent(report: ImportReport, rows: number): void {
  expect(report.rowsRead).toBe(rows);
  expect(report.rowsTaken + report.rowsListed).toBe(rows);
  const named = new Set(report.problems.map((problem) => problem.place.row));
  expect(report.rowsListed).toBeLessThanOrEqual(report.rowsKnown + named.size);
}

/** The first rows of a text, its heading among them. */
function firstLines(bytes: Buffer, lines: number): Buffer {
  let end = 0;
  for (let i = 0; i <= lines && end >= 0; i += 1) end = bytes.indexOf("\n", end) + 1 || bytes.length;
  return bytes.subarray(0, end);
}

const closed = sharedFile("highradius_ar/closed_train_32000.csv.gz");

describe.skipIf(!closed)("32,000 settled invoices of a real ledger", () => {
  const whole = closed ? bytesOf(closed) : Buffer.from("a,b\n");
  const rows = process.env.DEEP === undefined ? 3_000 : 32_000;

  it("hold 782 exact duplicates without a number", () => {
    const sql = new PlainSql(whole.toString("utf8"));
    const { n } = sql.one(
      "SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM source)) AS n FROM source",
    );
    expect(n).toBe(782);
  });

  it(`are taken, duplicates and all, and settled on their days (${rows} rows)`, async () => {
    const bytes = firstLines(whole, rows);
    const sql = new PlainSql(bytes.toString("utf8"));
    const { report, bench, again } = await importBytes(bytes, "closed.csv", "settledItems");
    expectNothingSilent(report, rows);
    const cents = CENTS("total_open_amount");
    expect(report).toMatchObject({ rowsTaken: rows, problems: [] });
    expect(report.amountTaken).toBe(sql.one(`SELECT sum(${cents}) AS sum FROM source`).sum);
    for (const day of ["2019-03-31", "2019-09-30", "2020-04-01"]) {
      const { owed } = sql.one(
        `SELECT sum(CASE WHEN est_posting_date <= ?1 THEN ${cents} ELSE 0 END)
              - sum(CASE WHEN clear_date <= ?1 THEN ${cents} ELSE 0 END) AS owed FROM source`,
        day,
      );
      expect(bench.call<Aged>("aging", { asOf: day }).totals[0]?.balance, day).toBe(owed);
    }
    expect(await again()).toMatchObject({ rowsTaken: 0, rowsKnown: rows, amountTaken: 0 });
  });
});

const ibm = ["WA_Fn-UseC_-Accounts-Receivable.csv", "variant_with_missing_wdmartin44.csv"].flatMap((name) => {
  const path = sharedFile(`ibm_ar/${name}`);
  return path ? [{ name, path }] : [];
});

/** A day m/d/yyyy as ISO text, in SQL. */
const ISO = (column: string) => {
  const rest = `substr(${column}, instr(${column}, '/') + 1)`;
  const month = `CAST(${column} AS INTEGER)`;
  return `(substr(${rest}, instr(${rest}, '/') + 1) || printf('-%02d-%02d', ${month}, CAST(${rest} AS INTEGER)))`;
};

describe.skipIf(ibm.length === 0).each(ibm)("$name", ({ path }) => {
  it("is imported whole; every day's balance is what was invoiced less what was settled", async () => {
    const bytes = bytesOf(path);
    const sql = new PlainSql(bytes.toString("utf8"));
    const rows = Number(sql.one("SELECT count(*) AS n FROM source").n);
    const { report, bench } = await importBytes(bytes, "ibm.csv", "settledItems");
    expectNothingSilent(report, rows);
    const cents = CENTS("InvoiceAmount");
    expect((report.amountTaken ?? 0) + (report.amountListed ?? 0)).toBe(
      sql.one(`SELECT sum(${cents}) AS sum FROM source`).sum,
    );
    expect(report.rowsListed).toBe(0);
    for (const day of ["2012-06-30", "2013-01-31", "2013-12-31"]) {
      const { owed } = sql.one(
        `SELECT sum(CASE WHEN ${ISO("InvoiceDate")} <= ?1 THEN ${cents} ELSE 0 END)
              - sum(CASE WHEN SettledDate <> '' AND ${ISO("SettledDate")} <= ?1 THEN ${cents} ELSE 0 END) AS owed
         FROM source`,
        day,
      );
      expect(bench.call<Aged>("aging", { asOf: day }).totals[0]?.balance, day).toBe(owed);
    }
  });
});

const unicorn = sharedFile("ar_demo_import/unicorn_inc.csv");

describe.skipIf(!unicorn)("unicorn_inc.csv, two currencies and mixed dates", () => {
  it("is imported whole; what is open of each currency is billed less applied", async () => {
    const bytes = unicorn ? bytesOf(unicorn) : Buffer.from("");
    const sql = new PlainSql(bytes.toString("utf8"));
    const { report, bench } = await importBytes(bytes, "unicorn_inc.csv", "items");
    expectNothingSilent(report, 3_107);
    expect(report.rowsListed).toBe(0);
    const billed = sql.all(
      `SELECT Currency AS currency, sum(${CENTS("BillTotal")}) AS amountTaken FROM source GROUP BY 1 ORDER BY 1`,
    );
    expect(report.amounts).toMatchObject(billed.map((row) => ({ ...row, amountListed: 0 })));
    expect(report.amountTaken).toBeUndefined();
    const { totals } = bench.call<Aged>("aging", { asOf: "2027-12-31" });
    const wanted = sql.all(
      `SELECT Currency AS currency, sum(${CENTS("BillTotal")} - ${CENTS("Applied")}) AS balance FROM source GROUP BY 1`,
    );
    const byCurrency = (a: { currency?: unknown }, b: { currency?: unknown }) =>
      String(a.currency) < String(b.currency) ? -1 : 1;
    const found = totals.map(({ currency, balance }) => ({ currency, balance }));
    expect(found.sort(byCurrency)).toEqual(wanted.map((row) => ({ ...row })).sort(byCurrency));
  });
});

const cassandra = sharedFile("ar_demo_import/cassandra_udyam22_trainData.csv");

describe.skipIf(!cassandra)("cassandra_udyam22_trainData.csv, mixed ways of writing a day", () => {
  it("is imported whole; what is open is what the file calls outstanding", async () => {
    const bytes = cassandra ? bytesOf(cassandra) : Buffer.from("");
    const sql = new PlainSql(bytes.toString("utf8"));
    const { report, bench } = await importBytes(bytes, "cassandra.csv", "items");
    expectNothingSilent(report, 8_753);
    expect(report.rowsListed).toBe(0);
    const { billed, open } = sql.one(
      `SELECT sum(${CENTS("Amount")}) AS billed, sum(${CENTS("Outstanding")}) AS open FROM source`,
    );
    expect(report.amountTaken).toBe(billed);
    expect(bench.call<Aged>("aging", { asOf: "2027-12-31" }).totals[0]?.balance).toBe(open);
  });
});
