import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readFile } from "../../../addon/files/read-file.ts";
import type { ImportKind } from "../../../core/reading/import-kinds.ts";
import { proposeMapping } from "../../../core/reading/propose-mapping.ts";
import { type RowsRead, readRows } from "../../../core/reading/read-rows.ts";

/** Public data beside the repository (never in it): robustness and control totals on real shapes. */
const BESIDE = resolve(import.meta.dirname, "../../..", "../shared/data");
const DATA = existsSync(BESIDE) ? BESIDE : undefined;
if (DATA === undefined) console.log("skipped: no shared data");

interface Expectation {
  readonly file: string;
  readonly kind: ImportKind;
  readonly rows: number;
  /** The heading whose plain sum the totals must equal. */
  readonly amount: string;
  readonly currency?: string;
  readonly rounded: number;
  readonly questions: readonly string[];
}

const SETS: readonly Expectation[] = [
  {
    file: "highradius_ar/open_invoices_9681.csv",
    kind: "openItems",
    rows: 9681,
    amount: "converted_usd",
    rounded: 576,
    questions: [],
  },
  {
    file: "highradius_ar/closed_train_32000.csv.gz",
    kind: "settledItems",
    rows: 32_000,
    amount: "total_open_amount",
    rounded: 0,
    questions: ["est_posting_date"],
  },
  {
    file: "ibm_ar/WA_Fn-UseC_-Accounts-Receivable.csv",
    kind: "settledItems",
    rows: 2466,
    amount: "InvoiceAmount",
    rounded: 0,
    questions: [],
  },
  {
    file: "ibm_ar/variant_with_missing_wdmartin44.csv",
    kind: "settledItems",
    rows: 2586,
    amount: "InvoiceAmount",
    rounded: 0,
    questions: [],
  },
  {
    file: "ar_demo_import/unicorn_inc.csv",
    kind: "items",
    rows: 3107,
    amount: "BillTotal",
    currency: "Currency",
    rounded: 0,
    questions: [],
  },
  {
    file: "ar_demo_import/cassandra_udyam22_trainData.csv",
    kind: "items",
    rows: 8753,
    amount: "Amount",
    rounded: 0,
    questions: ["Description", "Vendor_Name"],
  },
];

function bytesOf(file: string): Uint8Array {
  const bytes = readFileSync(resolve(DATA ?? "", file));
  return new Uint8Array(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** The column's plain sum in 1e-12 units, by nothing but string padding and BigInt. */
function plainSums(file: string, amount: string, currency: string | undefined): Map<string, bigint> {
  const text = new TextDecoder().decode(bytesOf(file));
  const sums = new Map<string, bigint>();
  for (const row of Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data) {
    const [whole = "", fraction = ""] = (row[amount] ?? "").split(".");
    const units = BigInt(whole + fraction.padEnd(16, "0"));
    const key = currency === undefined ? "USD" : (row[currency] ?? "");
    sums.set(key, (sums.get(key) ?? 0n) + units);
  }
  return sums;
}

function inUnits(decimal: string): bigint {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const units = BigInt(whole + fraction.padEnd(16, "0"));
  return decimal.startsWith("-") ? -units : units;
}

async function readSet({ file, kind }: Expectation) {
  const { tables, problems } = await readFile(bytesOf(file), file);
  expect(problems).toEqual([]);
  const [table = { name: "", rows: [] }] = tables;
  const proposal = proposeMapping(table, { kind, currency: "USD" });
  if (!proposal) throw new Error(`no header row in ${file}`);
  return { proposal, read: readRows(table, proposal.mapping) };
}

function expectBalanced({ totals }: RowsRead, expected: Expectation): void {
  expect(totals.rowsTaken + totals.rowsListed).toBe(expected.rows);
  const plain = plainSums(expected.file, expected.amount, expected.currency);
  expect(totals.currencies.map(({ currency }) => currency)).toEqual([...plain.keys()].sort());
  for (const { currency, sumInFile, amountTaken, amountListed, roundingDifference } of totals.currencies) {
    expect(inUnits(sumInFile)).toBe(plain.get(currency));
    expect(inUnits(amountTaken) + inUnits(amountListed) - inUnits(roundingDifference)).toBe(
      inUnits(sumInFile),
    );
  }
  expect(totals.currencies.reduce((sum, { rowsRounded }) => sum + rowsRounded, 0)).toBe(expected.rounded);
}

test.skipIf(DATA === undefined).each(SETS)(
  "$file: rows and sums agree with a plain sum",
  async (expected) => {
    const { proposal, read } = await readSet(expected);
    expect(
      proposal.questions.map((question) => ("header" in question ? question.header : question.kind)),
    ).toEqual(expected.questions);
    expectBalanced(read, expected);
    expect(read.totals.rowsListed).toBe(0);
    const { rowsTaken, currencies } = read.totals;
    console.log(`${expected.file}: ${rowsTaken} taken, 0 listed, ${JSON.stringify(currencies)}`);
  },
  60_000,
);

test.skipIf(DATA === undefined)(
  "one customer number under several spellings stays one code, zeros kept",
  async () => {
    const [set] = SETS;
    if (!set) return;
    const { rows } = (await readSet(set)).read;
    const spellings = new Map<string, Set<string>>();
    for (const { customerCode = "", customerName = "" } of rows) {
      spellings.set(customerCode, (spellings.get(customerCode) ?? new Set()).add(customerName));
    }
    expect(spellings.size).toBe(694);
    expect([...spellings.values()].filter((names) => names.size > 1).length).toBeGreaterThan(100);
    expect([...spellings.keys()].filter((code) => code.startsWith("0")).length).toBeGreaterThan(500);
  },
);

test.skipIf(DATA === undefined)("782 exact duplicates without a number are all kept", async () => {
  const [, set] = SETS;
  if (!set) return;
  const { rows } = (await readSet(set)).read;
  const contents = rows.map(({ row: _row, ...content }) => JSON.stringify(content));
  expect(rows).toHaveLength(32_000);
  expect(contents.length - new Set(contents).size).toBeGreaterThanOrEqual(782);
});

test.skipIf(DATA === undefined)(
  "149 blank due dates are left out, not invented; mixed date formats are read",
  async () => {
    const [unicorn, cassandra] = [SETS[4], SETS[5]];
    if (!unicorn || !cassandra) return;
    const { rows } = (await readSet(unicorn)).read;
    expect(rows.filter(({ due }) => due === undefined)).toHaveLength(149);
    expect(rows.filter(({ due, date = "" }) => due !== undefined && due < date)).toEqual([]);
    const payables = (await readSet(cassandra)).read.rows;
    expect(
      payables.every(({ date = "", due = "" }) => /^20(?:0|1)\d-/.test(date) && /^20(?:0|1)\d-/.test(due)),
    ).toBe(true);
  },
);
