import type { Layer, Tab } from "./tab.ts";

/** Where the columns stand after one of them went to stand before another. */
export function afterMove(from: number, before: number): (col: number) => number {
  const to = before > from ? before - 1 : before;
  return (col) => {
    if (col === from) return to;
    const closed = col > from ? col - 1 : col;
    return closed >= to ? closed + 1 : closed;
  };
}

/** Moves a column of a tab with everything that stands in it or lies over it. */
export function moveColumn(tab: Tab, from: number, before: number): void {
  const to = afterMove(from, before);
  tab.structure += 1;
  for (const line of tab.cells) {
    while (line.length < Math.max(from, before - 1)) line.push("");
    line.splice(to(from) - 1, 0, ...line.splice(from - 1, 1));
  }
  const layers = [tab.formats, tab.styles, tab.validations, tab.protections] as Layer<unknown>[][];
  for (const list of layers) list.splice(0, list.length, ...list.flatMap((layer) => moved(layer, to)));
  tab.notes = new Map([...tab.notes].map(([key, note]) => [movedKey(key, to), note]));
  tab.widths = new Map([...tab.widths].map(([col, pixels]) => [to(col), pixels]));
  tab.tags = tab.tags.map((tag) => ({ ...tag, col: to(tag.col) }));
}

/** A layer over several columns may be torn apart: it becomes one for each run of columns. */
function moved<T>(layer: Layer<T>, to: (col: number) => number): Layer<T>[] {
  const cols = Array.from({ length: layer.cols }, (_, i) => to(layer.col + i)).sort((a, b) => a - b);
  const runs: Layer<T>[] = [];
  for (const col of cols) {
    const last = runs[runs.length - 1];
    if (last && last.col + last.cols === col) last.cols += 1;
    else runs.push({ ...layer, col, cols: 1 });
  }
  return runs;
}

function movedKey(key: string, to: (col: number) => number): string {
  const [row = 1, col = 1] = key.split(":").map(Number);
  return `${row}:${to(col)}`;
}
