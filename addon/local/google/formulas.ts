import { type Cell, isFormula, type Value } from "../ops.ts";
import { cellAt, lastColumnOf, type Tab } from "../tab.ts";
import type { Workbook } from "../workbook.ts";

const CALL = /^=(COUNTA|SUM|TEXTJOIN)\((.*)\)$/;
const COLUMN = /^'(.+)'!([A-Z]+):\2$/;
const ROW_OF_TAB = /^'(.+)'!(\d+):(\d+)$/;

/**
 * Computes the few formulas that the ledger itself writes: COUNTA and SUM of a whole column, TEXTJOIN
 * of a row. Any other formula keeps the value it had.
 */
export function computed(book: Workbook, cell: Cell): Value {
  if (!isFormula(cell)) return cell;
  const match = CALL.exec(cell.f);
  if (!match) return cell.v;
  const [, name = "", inside = ""] = match;
  if (inside.includes("#REF!")) return "#REF!";
  if (name === "TEXTJOIN") return textJoin(book, inside) ?? cell.v;
  const column = COLUMN.exec(inside);
  const tab = tabNamed(book, column?.[1]);
  if (!column || !tab) return "#REF!";
  return name === "SUM" ? sumOf(tab, indexOf(column[2] ?? "")) : countOf(tab, indexOf(column[2] ?? ""));
}

/** The tab by its name as a formula quotes it. */
function tabNamed(book: Workbook, quoted: string | undefined): Tab | undefined {
  const name = quoted?.replaceAll("''", "'");
  return book.tabs.find((candidate) => candidate.name === name);
}

function textJoin(book: Workbook, inside: string): Value | undefined {
  const match = /^"(.*)",FALSE,(.+)$/.exec(inside);
  const row = ROW_OF_TAB.exec(match?.[2] ?? "");
  const tab = tabNamed(book, row?.[1]);
  if (!match || !row || !tab) return undefined;
  const width = Math.max(tab.cols, lastColumnOf(tab));
  const cells = Array.from({ length: width }, (_, i) => String(plain(cellAt(tab, Number(row[2]), i + 1))));
  return cells.join(match[1]);
}

function sumOf(tab: Tab, col: number): number {
  let sum = 0;
  for (const row of tab.cells) {
    const value = plain(row[col - 1] ?? "");
    if (typeof value === "number") sum += value;
  }
  return sum;
}

function countOf(tab: Tab, col: number): number {
  let count = 0;
  for (const row of tab.cells) if (plain(row[col - 1] ?? "") !== "") count += 1;
  return count;
}

function plain(cell: Cell): Value {
  return isFormula(cell) ? cell.v : cell;
}

/** "A" is 1. */
export function indexOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index;
}

/** 1 is "A". */
export function lettersOf(index: number): string {
  let letters = "";
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
