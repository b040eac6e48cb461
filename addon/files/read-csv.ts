import Papa from "papaparse";
import type { RawTable } from "../../core/index.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SNIFFED_LINES = 200;

/**
 * Reads delimited text as a table of texts: the delimiter is the one of , ; tab | that gives most rows
 * the same number of cells. Nothing is converted; row n of the file is row n of the table, blank
 * lines included.
 */
export function readCsv(text: string, name: string): RawTable {
  const rows = parse(text, delimiterOf(text));
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === "")) rows.pop();
  return { name, rows };
}

function parse(text: string, delimiter: string, preview = 0): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data;
}

function delimiterOf(text: string): string {
  let best = { delimiter: ",", even: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const widths = parse(text, delimiter, SNIFFED_LINES)
      .filter((row) => row.some((cell) => cell.trim() !== ""))
      .map((row) => row.length);
    const width = commonest(widths);
    const even = widths.filter((other) => other === width).length / Math.max(widths.length, 1);
    const better = even > best.even || (even === best.even && width > best.width);
    if (width > 1 && better) best = { delimiter, even, width };
  }
  return best.delimiter;
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
