import type { Cell } from "../../addon/local/ops.ts";
import type { QuickBench } from "./quick-bench.ts";

const COLUMN = { seq: 0, part: 1, action: 2, key: 3, user: 5, kind: 7, batch: 8, payload: 9 };

/**
 * What people see, what the next action reads, and what the journal says: everything but times, hashes
 * and ids that are drawn. The order of rows in a tab does not count.
 */
export function projection(bench: QuickBench): object {
  const visible = bench.workbook.tabs.filter((tab) => !tab.name.startsWith("_"));
  return {
    tabs: bench.workbook.tabs.map((tab) => [tab.name, tab.hidden]),
    headings: bench.workbook.tabs.filter(({ name }) => name !== "_state").map((tab) => tab.cells[0] ?? []),
    looks: visible.map((tab) => [tab.formats, tab.validations, tab.protections, tab.tags, tab.frozen]),
    rows: visible.map((tab) => sorted(tab.cells)),
    packed: sorted(cellsOf(bench, "_accounts")),
    journal: journalOf(bench),
    state: stateOf(bench),
  };
}

function cellsOf(bench: QuickBench, name: string): Cell[][] {
  return bench.workbook.tabs.find((tab) => tab.name === name)?.cells ?? [];
}

function journalOf(bench: QuickBench): unknown[] {
  const rows = cellsOf(bench, "_journal").filter((row) => (row[0] ?? "") !== "");
  return rows.map((row) => Object.values(COLUMN).map((at) => withoutHashes(String(row[at] ?? ""))));
}

/** The book's head, the identity, and marks that still stand; tripwires are tested by what they show. */
function stateOf(bench: QuickBench): unknown[] {
  return cellsOf(bench, "_state").map((row) =>
    row.map((cell) => withoutHashes(JSON.stringify(cell)).replace(/\\"expected\\":.*/, "")),
  );
}

/** Also without the place that a statement knew: it is another where only the first of several was made. */
function withoutHashes(text: string): string {
  return text
    .replace(/[0-9a-f]{64}/g, "#")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#")
    .replace(/1:\d+:[0-9a-f]{1,8}/g, "#")
    .replace(/(\\*"knownAt\\*":)\d+/g, "$1#");
}

function sorted(rows: readonly Cell[][]): string[] {
  return rows
    .slice(1)
    .map((row) => withoutHashes(JSON.stringify(row)).replace(/(,"")+\]$/, "]"))
    .filter((row) => !/^\[("",?)*\]$/.test(row))
    .sort();
}
