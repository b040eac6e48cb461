import type { Cell } from "./ops.ts";
import type { Layer, Tab } from "./tab.ts";

/** Inserts rows before a row, or removes that one and those below it where the count is negative. */
export function shiftRows(tab: Tab, row: number, by: number): void {
  tab.structure += 1;
  tab.rows += by;
  if (by > 0) {
    while (tab.cells.length < row - 1) tab.cells.push([]);
    tab.cells.splice(row - 1, 0, ...Array.from({ length: by }, () => []));
  } else {
    tab.cells.splice(row - 1, -by);
  }
  const layers = [tab.formats, tab.styles, tab.validations, tab.protections] as Layer<unknown>[][];
  for (const list of layers) shiftLayers(list, "row", "rows", row, by);
  shiftNotes(tab, "row", row, by);
}

/** The same with columns; what is tagged goes along with its column. */
export function shiftCols(tab: Tab, col: number, by: number): void {
  tab.structure += 1;
  tab.cols += by;
  for (const line of tab.cells) {
    if (line.length < col) continue;
    if (by > 0) line.splice(col - 1, 0, ...new Array<Cell>(by).fill(""));
    else line.splice(col - 1, -by);
  }
  const layers = [tab.formats, tab.styles, tab.validations, tab.protections] as Layer<unknown>[][];
  for (const list of layers) shiftLayers(list, "col", "cols", col, by);
  shiftNotes(tab, "col", col, by);
  tab.tags = tab.tags
    .filter((tag) => !(by < 0 && tag.col >= col && tag.col < col - by))
    .map((tag) => ({ ...tag, col: moved(tag.col, col, by) }));
  tab.widths = new Map([...tab.widths].map(([at, pixels]) => [moved(at, col, by), pixels]));
}

/** Moves layers with their rows or columns. What is removed takes its layers along; size 0 goes to the end. */
function shiftLayers(
  layers: Layer<unknown>[],
  start: "row" | "col",
  size: "rows" | "cols",
  at: number,
  by: number,
): void {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i];
    if (!layer) continue;
    const isEndless = layer[size] === 0;
    const end = layer[start] + layer[size];
    // A column's format down to the end grows when a row is inserted where it starts.
    if (isEndless && at === layer[start] && by > 0) continue;
    if (!isEndless)
      layer[size] += by > 0 ? grownBy(layer[start], end, at, by) : -within(layer[start], end, at, -by);
    if (!isEndless && layer[size] === 0) layers.splice(i, 1);
    else layer[start] = moved(layer[start], at, by);
  }
}

function grownBy(start: number, end: number, at: number, by: number): number {
  return at > start && at < end ? by : 0;
}

/** How many of the removed rows or columns a layer covers. */
function within(start: number, end: number, at: number, count: number): number {
  return Math.max(0, Math.min(end, at + count) - Math.max(start, at));
}

function shiftNotes(tab: Tab, axis: "row" | "col", at: number, by: number): void {
  const shifted = new Map<string, string>();
  for (const [key, note] of tab.notes) {
    const [row = 1, col = 1] = key.split(":").map(Number);
    const place = axis === "row" ? row : col;
    if (by < 0 && place >= at && place < at - by) continue;
    shifted.set(axis === "row" ? `${moved(row, at, by)}:${col}` : `${row}:${moved(col, at, by)}`, note);
  }
  tab.notes = shifted;
}

function moved(place: number, at: number, by: number): number {
  return place >= at ? Math.max(at, place + by) : place;
}
