import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importBytes } from "./import-bytes.ts";
import { AGED, figuresOf, PlainSql } from "./plain-sql.ts";
import { sharedFile } from "./shared-data.ts";

const path = sharedFile("highradius_ar/open_invoices_9681.csv");

interface Figures {
  readonly current: number;
  readonly buckets: readonly number[];
  readonly unapplied: number;
  readonly balance: number;
}

interface Aged {
  readonly totals: readonly (Figures & { currency: string })[];
  readonly customers: readonly (Figures & { code: string })[];
}

describe.skipIf(!path)("9,681 open invoices of a real ledger", () => {
  const bytes = path ? readFileSync(path) : Buffer.from("none\n");
  const sql = new PlainSql(bytes.toString("utf8"));

  it("are imported whole; 576 amounts finer than a cent are rounded and shown", {
    timeout: 120_000,
  }, async () => {
    const { report, bench } = await importBytes(bytes, "open_invoices_9681.csv", "items");
    expect(report).toMatchObject({
      rowsRead: 9_681,
      rowsTaken: 9_681,
      rowsListed: 0,
      amountListed: 0,
      problems: [],
    });
    expect(report.currencies).toMatchObject([{ currency: "USD", rowsRounded: 576 }]);
    const { balance } = sql.one(AGED(), "2020-12-31");
    expect(report.amountTaken).toBe(balance);
    const { later } = sql.one("SELECT count(*) AS later FROM source WHERE posting_date > '2020-04-30'");
    expect(later).toBe(1_058);
    for (const day of ["2020-04-30", "2020-05-22"]) {
      const aged = bench.call<Aged>("aging", { asOf: day });
      expect(aged.totals).toMatchObject([figuresOf(sql.one(AGED(), day))]);
      const rows = sql.all(`${AGED()} GROUP BY code ORDER BY code`, day);
      const owing = aged.customers.filter((customer) => customer.balance !== 0);
      const byCode = [...owing].sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(byCode.map(({ code }) => code)).toEqual(rows.map((row) => row.code));
      expect(byCode).toMatchObject(rows.map(figuresOf));
    }
  });
});
