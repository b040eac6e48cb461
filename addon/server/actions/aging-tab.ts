import { decimalsOf, decimalText, type Language, type Money, type Words } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { AGING_TAB, bucketWords } from "../../words/aging-tab.ts";
import { safeText } from "../cells.ts";
import { MONEY_FORMAT } from "../dressed-tab.ts";
import {
  dress,
  ensureColumns,
  ensureRows,
  findSheet,
  insertSheet,
  lastRowOf,
  readCells,
  type Sheet,
  type SheetCell,
  sheetNames,
  writeRows,
} from "../google.ts";
import { withLedger } from "../opened-ledger.ts";
import { aging } from "./aging.ts";

type Aging = Output<"aging">;
type Line = Aging["customers"][number];

/** Rows above the first customer: what the report is, and the headings. */
const HEAD_ROWS = 2;

/** What the rows are of. */
type By = NonNullable<Input<"writeAging">["by"]>;

/** Columns before the first sum: a code where rows have one, name, currency. */
function nameColumns(by: By): number {
  return hasCodes(by) ? 3 : 2;
}

function hasCodes(by: By): boolean {
  return by !== "salesperson";
}

/**
 * Writes the aging report to a tab of its own, over the one that stood there. It is a picture of one
 * moment: nothing typed in it is read.
 */
export function writeAging(input: Input<"writeAging">): Output<"writeAging"> {
  return withLedger(({ style }) => {
    const whole = aging(input);
    const report = { ...whole, customers: whole.customers.filter(hasFigures) };
    const { by = "customer" } = input;
    const rows = rowsOf(report, by, style.language);
    const name = AGING_TAB.name[style.language];
    const sheet = findSheet(name) ?? insertSheet(name, sheetNames().length);
    refuseForeign(sheet, style.language);
    fill(sheet, rows, { names: nameColumns(by), sums: formatOf(report) });
    return { tab: name, rows: report.customers.length };
  });
}

/** Customers of whom nothing is open and nothing is unapplied are left out. */
function hasFigures({ current, buckets, unapplied, ofWhich }: Line): boolean {
  return [current, ...buckets, unapplied, ofWhich.draftsHeld].some((sum) => sum !== 0);
}

/** A tab of that name that is not our report is somebody's own. */
function refuseForeign(sheet: Sheet, language: Language): void {
  const [first] = readCells(sheet, 1, 1, 1, 1)[0] ?? [];
  const ours: readonly SheetCell[] = ["", AGING_TAB.asOf.zh, AGING_TAB.asOf.en];
  if (!ours.includes(first ?? "")) throw new Refusal("tabTaken", { tab: AGING_TAB.name[language] });
}

/** The number format of sums: with the decimals of their currency, or where there are several, of each. */
function formatOf({ totals }: Aging): string {
  const decimals = [...new Set(totals.map(({ currency }) => decimalsOf(currency)))];
  if (decimals.length !== 1) return MONEY_FORMAT;
  return decimals[0] ? `#,##0.${"0".repeat(decimals[0])}` : "#,##0";
}

function fill(
  sheet: Sheet,
  rows: SheetCell[][],
  { names, sums: format }: { names: number; sums: string },
): void {
  const width = rows[0]?.length ?? 0;
  const before = lastRowOf(sheet);
  const blank = new Array<SheetCell>(width).fill("");
  while (rows.length < before) rows.push(blank);
  ensureColumns(sheet, width);
  ensureRows(sheet, rows.length);
  dress(sheet.getRange(1, 1, rows.length, names), { format: "@" });
  const sums = sheet.getRange(HEAD_ROWS + 1, names + 1, rows.length - HEAD_ROWS, width - names);
  dress(sums, { format });
  dress(sheet.getRange(HEAD_ROWS, 1, 1, width), { bold: true, background: "#eef2f6" });
  sheet.setFrozenRows(HEAD_ROWS);
  writeRows(sheet, 1, 1, rows);
}

function rowsOf(report: Aging, by: By, language: Language): SheetCell[][] {
  const headings = headingsOf(report, by).map((words) => words[language]);
  const total = AGING_TAB.total[language];
  const rows = [
    aboutOf(report, language),
    headings,
    ...report.customers.map((line) => [...codeIn(by, line.code), safeText(line.name), ...sumsOf(line)]),
    ...report.totals.map((line) => [...codeIn(by, ""), total, ...sumsOf(line)]),
  ];
  return rows.map((row) => headings.map((_, at) => row[at] ?? ""));
}

function codeIn(by: By, code: string): SheetCell[] {
  return hasCodes(by) ? [safeText(code)] : [];
}

function aboutOf({ asOf, basis, notTakenOver }: Aging, language: Language): SheetCell[] {
  const say = (words: Words) => words[language];
  const about = [say(AGING_TAB.asOf), asOf, `${say(AGING_TAB.basis)} ${say(AGING_TAB[basis])}`];
  return notTakenOver.rows > 0 ? [...about, say(AGING_TAB.notTaken), notTakenOver.rows] : about;
}

function headingsOf({ edges, basis }: Aging, by: By): Words[] {
  const buckets = [...edges, undefined].map((to, i) => bucketWords(basis, (edges[i - 1] ?? 0) + 1, to));
  const { code, currency, balance, unapplied } = AGING_TAB;
  const current = basis === "dueDate" ? AGING_TAB.current : AGING_TAB.ofThatDay;
  const { disputed, notInvoiced, dueNotFixed, draftsHeld } = AGING_TAB;
  const apart = [disputed, notInvoiced, dueNotFixed, draftsHeld];
  const names = hasCodes(by) ? [code, AGING_TAB[by]] : [AGING_TAB[by]];
  return [...names, currency, balance, current, ...buckets, unapplied, ...apart];
}

function sumsOf(line: Omit<Line, "id" | "code" | "name">): SheetCell[] {
  const { currency, balance, current, buckets, unapplied, ofWhich } = line;
  const { disputed, notInvoiced, dueNotFixed, draftsHeld } = ofWhich;
  const sums = [balance, current, ...buckets, unapplied, disputed, notInvoiced, dueNotFixed, draftsHeld];
  return [currency, ...sums.map((sum: Money) => Number(decimalText(sum, currency)))];
}
