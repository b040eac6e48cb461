import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readPdf } from "../addon/print/pdf-reader.ts";
import { AGED, figuresOf, PlainSql } from "../data/plain-sql.ts";
import { sharedFile } from "../data/shared-data.ts";
import { Random } from "../simulation/random.ts";
import type { Aged, Booked, Checked, Imported, Printed, Received } from "./answers.ts";
import { LedgerFolder } from "./ledger-command.ts";
import { messyExport } from "./messy-export.ts";
import { hand } from "./workbook-hands.ts";

/**
 * The whole story as a script lives it: one process for each action, on a folder of its own. What must come
 * out is asked of the same file in plain SQL.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const IS_DEEP = process.env.DEEP !== undefined;
const KILLS = IS_DEEP ? 25 : 3;
vi.setConfig({ testTimeout: IS_DEEP ? 1_800_000 : 300_000 });

const DAYS = ["2020-04-30", "2020-05-22"];

const made = messyExport(SEED, 2_200, 6);
const real = sharedFile("highradius_ar/open_invoices_9681.csv");
const sources = [
  { name: `a generated export (SEED=${SEED})`, ...made },
  // Minutes each: 658 statements as PDF, and kills in an import of 32,000 rows. test/data has both in seconds.
  ...(real && IS_DEEP ? [realExport(real)] : []),
  ...(IS_DEEP ? [{ name: `32,000 generated rows (SEED=${SEED})`, ...messyExport(SEED, 32_000, 30) }] : []),
];

function realExport(path: string) {
  const unreadable: ReadonlyMap<string, string> = new Map();
  return { name: "9,681 real invoices", text: readFileSync(path, "utf8"), unreadable };
}

describe.each(sources)("the story from the command line, with $name", ({ text, unreadable }) => {
  const base = mkdtempSync(join(tmpdir(), "onaccount-story-"));
  const ledger = new LedgerFolder(join(base, "ledger"));
  const file = join(base, "export.csv");
  const readable = `doc_id NOT IN (${["''", ...[...unreadable.keys()].map((id) => `'${id}'`)].join(",")})`;
  const sql = new PlainSql(text);
  const rows = Number(sql.one("SELECT count(*) AS n FROM source").n);
  /** A customer with one open invoice at the end, for the receipt. */
  let payer: { code: string; cents: number };
  let received: Received;
  /** How many bytes the whole import adds to the folder. */
  let written = 0;

  beforeAll(() => {
    writeFileSync(file, text);
    const all = sql.all(
      `${AGED(readable)} GROUP BY code HAVING balance > 300000 ORDER BY n, code`,
      "2020-12-31",
    );
    payer = { code: String(all[0]?.code), cents: Number(all[0]?.balance) };
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it("sets the ledger up, and again without changing anything", async () => {
    const first = await ledger.json<{ made: string[]; kept: string[] }>("setup", "--language", "zh");
    expect(Object.keys(first)).toEqual(["made", "kept"]);
    const again = await ledger.json<{ made: string[]; kept: string[] }>("setup", "--language", "zh");
    expect(again.made).toEqual([]);
    expect(again.kept).toEqual(expect.arrayContaining(first.made));
  });

  it("imports the export whole: every row is taken or listed, every cent is told", async () => {
    const before = ledger.bytes();
    const told = await ledger.json<Imported>("import", "--file", file, "--kind", "items");
    written = ledger.bytes() - before;
    const fields = [
      "batch",
      "rowsRead",
      "rowsTaken",
      "rowsListed",
      "rowsKnown",
      "amountTaken",
      "amountListed",
    ];
    expect(Object.keys(told)).toEqual([...fields, "roundingDifference", "currencies", "problems"]);
    const { n, balance } = sql.one(AGED(readable), "2020-12-31");
    expect(told).toMatchObject({ rowsRead: rows, rowsTaken: n, rowsListed: unreadable.size, rowsKnown: 0 });
    expect(told.amountTaken).toBe(balance);
    expect(told.problems.map((problem) => problem.place.row).sort()).toEqual(rowsOf(text, unreadable));
    expect(told.currencies).toHaveLength(1);
    expect(told.currencies[0]?.rowsRounded).toBe(roundedIn(sql));
  });

  it("adds nothing when the same file comes again", async () => {
    const told = await ledger.json<Imported>("import", "--file", file, "--kind", "items");
    expect(told).toMatchObject({ rowsRead: rows, rowsTaken: 0, rowsListed: rows, amountTaken: 0 });
    expect(told.rowsKnown).toBe(rows - unreadable.size);
  });

  it.each(DAYS)("ages what was open on %s as plain SQL does, to the cent", async (day) => {
    const aged = await ledger.json<Aged>("aging", "--as-of", day);
    const fields = ["asOf", "asKnownAt", "basis", "edges", "totals", "customers", "notTakenOver"];
    expect(Object.keys(aged)).toEqual(fields);
    expect(aged).toMatchObject({ asOf: day, edges: [30, 60, 90, 180], notTakenOver: { rows: 0 } });
    const figures = ["current", "buckets", "unapplied", "balance", "ofWhich"];
    expect(Object.keys(aged.totals[0] ?? {})).toEqual(["currency", ...figures]);
    expect(Object.keys(aged.customers[0] ?? {})).toEqual(["id", "code", "name", "currency", ...figures]);
    expect(aged.totals).toMatchObject([figuresOf(sql.one(AGED(readable), day))]);
    const wanted = sql.all(`${AGED(readable)} GROUP BY code ORDER BY code`, day);
    const byCode = new Map(aged.customers.map((customer) => [customer.code, customer]));
    for (const row of wanted) expect(byCode.get(String(row.code))).toMatchObject(figuresOf(row));
    expect(aged.customers.filter((customer) => customer.balance !== 0)).toHaveLength(wanted.length);
  });

  it("names the firm that statements are from", async () => {
    await ledger.json("firm", "--name", "恒泰五金");
  });

  it("prints one statement as PDF, the same again", async () => {
    const words = [
      "--customer",
      payer.code,
      "--day",
      "2020-06-30",
      "--language",
      "both",
      "--out",
      join(base, "one"),
    ];
    const { documents } = await ledger.json<Printed>("statement", ...words);
    const fields = [
      "id",
      "already",
      "number",
      "hash",
      "customer",
      "currency",
      "from",
      "to",
      "opening",
      "closing",
    ];
    expect(documents.map((document) => Object.keys(document))).toEqual([[...fields, "files"]]);
    expect(documents[0]).toMatchObject({ already: false, to: "2020-06-30", closing: payer.cents });
    expectPdf(documents[0]?.files ?? [], documents[0]?.number ?? "?");
    const again = await ledger.json<Printed>("statement", ...words);
    const { already: _, ...same } = documents[0] ?? { already: false };
    expect(again.documents).toMatchObject([{ ...same, already: true }]);
    const byNumber = ["--number", documents[0]?.number ?? "?", ...words.slice(4)];
    const found = await ledger.json<Printed>("statement", ...byNumber);
    expect(found.documents).toEqual(again.documents);
  });

  it("prints all statements, and what they close with is what is owed", async () => {
    const words = ["--all", "--day", "2020-04-30", "--out", join(base, "all")];
    const { documents } = await ledger.json<Printed>("statement", ...words);
    const wanted = sql.all(`${AGED(readable)} GROUP BY code`, "2020-04-30");
    expect(documents).toHaveLength(wanted.length);
    expect(documents.reduce((sum, each) => sum + each.closing, 0)).toBe(
      sql.one(AGED(readable), "2020-04-30").balance,
    );
    for (const each of documents) expectPdf(each.files, each.number);
  });

  it("settles a receipt that is short by 0.50 as 抹零", async () => {
    const paid = ["--customer", payer.code, "--date", "2020-07-02", "--amount", decimal(payer.cents - 50)];
    const words = ["add-receipt", ...paid, "--reference", "BK-1", "--settle", "smallAmount"];
    received = await ledger.json<Received>(...words);
    const booked = ["seq", "id", "action", "already", "completed"];
    expect(Object.keys(received).sort()).toEqual(
      [...booked, "parts", "unapplied", "difference", "differenceAllowed", "smallAmountMissing"].sort(),
    );
    const small = { difference: 50, differenceAllowed: true, smallAmountMissing: false };
    expect(received).toMatchObject({ already: false, unapplied: 0, ...small });
    expect(received.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(payer.cents - 50);
    expect(await owed(ledger, payer.code)).toBe(0);
  });

  it("refuses with one sentence and exit code 1: a large difference, a second booking, a wrong day", async () => {
    const paid = ["--customer", payer.code, "--date", "2020-07-03"];
    const before = await ledger.json<Checked>("check");
    const refused = [
      ["add-receipt", ...paid, "--amount", decimal(payer.cents - 50), "--reference", "BK-1"],
      ["add-item", ...paid, "--amount", "500+300"],
      ["aging", "--as-of", "2020-02-30"],
      ["undo", "--of", "nobody-booked-this"],
      ["import", "--file", join(base, "not-there.csv")],
    ];
    writeFileSync(join(base, "broken.json"), '{"kind": "items",');
    refused.push(["import", "--file", file, "--mapping", join(base, "broken.json")]);
    for (const words of refused) expectRefusal(await ledger.run(words), words);
    expect(await ledger.json<Checked>("check")).toEqual(before);
  });

  it("undoes the receipt with its small difference, once", async () => {
    const undone = await ledger.json<Booked>("undo", "--of", received.action, "--action", "undo-the-receipt");
    expect(Object.keys(undone).sort()).toEqual(["seq", "id", "action", "already", "completed"].sort());
    expect(await owed(ledger, payer.code)).toBe(payer.cents);
    const again = await ledger.json<Booked>("undo", "--of", received.action, "--action", "undo-the-receipt");
    expect(again).toMatchObject({ seq: undone.seq, already: true });
  });

  it("takes over what hands did in the tabs, and puts back what is not theirs", async () => {
    const before = await ledger.json<Checked>("check");
    expect(before).toMatchObject({ sound: true, toTake: 0, toRestore: 0, problems: [] });
    hand(ledger.folder, (tabs) => {
      const row = tabs.rowsIn("应收明细") + 1;
      tabs.type("应收明细", row, {
        单号: "HAND-1",
        客户编码: payer.code,
        单据日期: "2020-07-05",
        金额: "1,234.50",
      });
      tabs.type("应收明细", 2, { 备注: "打电话问过" });
      tabs.type("应收明细", 3, { 未清金额: 7 });
      tabs.removeRow("应收明细", 4);
    });
    expect((await ledger.json<Aged>("aging")).notTakenOver.rows).toBeGreaterThan(0);
    expect(await ledger.json<Checked>("check")).toMatchObject({ toTake: 2, toRestore: 2 });
    const taken = await ledger.json<{ problems: { kind: string }[] }>("take-over", "--all");
    expect(Object.keys(taken)).toEqual(["taken", "restored", "problems", "booked"]);
    expect(taken).toMatchObject({ taken: 2, restored: 2 });
    expect(taken.problems.map((problem) => problem.kind).sort()).toEqual(["machineCellTyped", "rowDeleted"]);
    expect(await owed(ledger, payer.code)).toBe(payer.cents + 123_450);
    expect((await ledger.json<Aged>("aging")).notTakenOver.rows).toBe(0);
  });

  it("is found sound, and a rebuild changes nothing", async () => {
    const checked = await ledger.json<Checked>("check");
    expect(Object.keys(checked)).toEqual([
      "sound",
      "entries",
      "head",
      "totals",
      "toTake",
      "toRestore",
      "problems",
      "damage",
      "report",
      "reanchorings",
      "periods",
    ]);
    expect(checked).toMatchObject({ sound: true, toTake: 0, toRestore: 0, problems: [] });
    expect(checked.totals).toMatchObject([
      { balance: Number(sql.one(AGED(readable), "2020-12-31").balance) + 123_450 },
    ]);
    expect(await ledger.json("rebuild")).toMatchObject({ restored: 0 });
    expect(await ledger.json<Checked>("check")).toEqual(checked);
  });

  it("ends a fault of its own with exit code 2 and a report", async () => {
    const broken = new LedgerFolder(join(base, "broken"));
    await broken.json("setup");
    hand(broken.folder, (tabs) => tabs.remove("_journal"));
    const ran = await broken.run(["add-customer", "--code", "K1", "--name", "甲"]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("_journal");
  });

  it(`is killed ${KILLS} times in an import and goes on (SEED=${SEED})`, async () => {
    const random = new Random(SEED);
    const other = new LedgerFolder(join(base, "killed"));
    await other.json("setup", "--language", "zh");
    const copy = join(base, "renamed.csv");
    copyFileSync(file, copy);
    const full = other.bytes() + written;
    let killed = 0;
    for (let i = 0; i < KILLS; i += 1) {
      const left = full - other.bytes();
      // The first kill in the midst of the import, the others anywhere in what is left of it.
      const killAtBytes = full - left * (i === 0 ? 0.5 : 0.1 + 0.9 * random.next());
      const { code } = await other.run(["import", "--file", copy, "--kind", "items"], { killAtBytes });
      killed += code === null ? 1 : 0;
      if (i === 0) await expectOpenImport(other, code);
    }
    const told = await other.json<Imported>("import", "--file", copy, "--kind", "items");
    expect(told.rowsTaken + told.rowsListed).toBe(rows);
    expect(told.problems.map((problem) => problem.place.row).sort()).toEqual(rowsOf(text, unreadable));
    const aged = await other.json<Aged>("aging", "--as-of", "2020-12-31");
    expect(aged.totals).toMatchObject([figuresOf(sql.one(AGED(readable), "2020-12-31"))]);
    const { sound, problems } = await other.json<Checked>("check");
    expect({ sound, problems }).toEqual({ sound: true, problems: [] });
    console.log(`${killed} of ${KILLS} imports killed, SEED=${SEED}`);
  });
});

function rowsOf(text: string, unreadable: ReadonlyMap<string, string>): number[] {
  const lines = text.split(/\r?\n/);
  return [...unreadable.keys()].map((doc) => lines.findIndex((line) => line.includes(`,${doc},`)) + 1).sort();
}

/** Amounts that are not a whole number of cents, noise below a millionth left aside; also of listed rows. */
function roundedIn(sql: PlainSql): number {
  const cents = "CAST(converted_usd AS REAL) * 100";
  const { n } = sql.one(
    `SELECT count(*) AS n FROM source
     WHERE converted_usd NOT GLOB '*[^0-9.]*' AND abs(${cents} - round(${cents})) > 0.0001`,
  );
  return Number(n);
}

/** The first kill is in the midst: rows are there, they count nowhere, and the import is to be carried on. */
async function expectOpenImport(ledger: LedgerFolder, code: number | null): Promise<void> {
  expect(code).toBe(null);
  const today = await ledger.json<{ toDo: { kind: string }[] }>("today", "--as-of", "2020-12-31");
  expect(today.toDo.map(({ kind }) => kind)).toContain("batch");
  expect((await ledger.json<Aged>("aging", "--as-of", "2020-12-31")).totals).toEqual([]);
}

async function owed(ledger: LedgerFolder, code: string): Promise<number | undefined> {
  const { customers } = await ledger.json<Aged>("aging", "--as-of", "2020-12-31");
  return customers.find((customer) => customer.code === code)?.balance ?? 0;
}

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function expectRefusal(
  ran: { code: number | null; out: string; err: string },
  words: readonly string[],
): void {
  expect([ran.code, ran.out, ran.err.trim().split("\n").length], `${words.join(" ")}: ${ran.err}`).toEqual([
    1,
    "",
    1,
  ]);
  expect(ran.err.trim()).toMatch(/[.。]$/);
}

function expectPdf(files: readonly string[], number: string): void {
  expect(files).toHaveLength(1);
  const pages = readPdf(readFileSync(files[0] ?? ""));
  expect(pages.map((page) => page.text).join("")).toContain(number);
}
