import type { Bench } from "../addon/bundle.ts";

/** Hands in the hidden journal: one invoice's row is gone, and the user of a receipt is another. */
export function damageJournal(bench: Bench): void {
  const tab = bench.workbook.tabs.find(({ name }) => name === "_journal");
  const rowOf = (kind: string) => (tab?.cells.findLastIndex((row) => row[7] === kind) ?? -1) + 1;
  const [receipt, item] = [rowOf("addReceipt"), rowOf("addItem")];
  if (!tab || receipt === 0 || item === 0) throw new Error("the ledger has no entries to be damaged");
  bench.workbook.apply({ do: "set", tab: tab.id, row: receipt, col: 6, cells: [["somebody@example.com"]] });
  bench.workbook.apply({ do: "removeRows", tab: tab.id, row: item, count: 1 });
}

/** The last row is gone too. */
export function damageEnd(bench: Bench): void {
  const tab = bench.workbook.tabs.find(({ name }) => name === "_journal");
  if (tab) bench.workbook.apply({ do: "removeRows", tab: tab.id, row: tab.cells.length, count: 1 });
}

/** One cell in the middle says something else, and no trigger saw it. */
export function changeJournal(bench: Bench): void {
  const tab = bench.workbook.tabs.find(({ name }) => name === "_journal");
  if (tab)
    bench.workbook.apply({ do: "set", tab: tab.id, row: 3, col: 6, cells: [["somebody@example.com"]] });
}
