import type { ICellData } from "@univerjs/core";
import type { Op } from "../../ops.ts";
import { layerAt } from "../../tab.ts";
import { ledgerLook, lookAt, lookOf, type WholeLook, wholeLook } from "./looks.ts";
import type { Mutation, Written } from "./patch.ts";
import { boxesOf } from "./rectangles.ts";
import type { Part } from "./translate.ts";

/** More pieces than this are a painting, not a table: then values are taken and looks are left. */
const MOST_OPS = 200;

type Marks = Record<number, Record<number, true>>;
type CellLook = ReturnType<typeof ledgerLook>;

/**
 * Looks that came with typing or pasting (a date format, a colour): operations for what the ledger
 * keeps of them, and a mutation that takes foreign fonts and borders away again. Cells that were moved
 * or cleared get the look that belongs to their place: a text column stays one.
 */
export function looksBroughtBy({ id, params }: Part, written: Written): { ops: Op[]; cleaning: Mutation[] } {
  if (!/\.(set-range-values|move-range)$/.test(id)) return { ops: [], cleaning: [] };
  const isMove = id.endsWith("move-range");
  const looks = changedLooks(params?.cellValue ?? {}, isMove).map(({ row, col, isBrought }) => ({
    row,
    col,
    look: isBrought ? lookIn(written, row, col) : ledgerLook(lookAt(written.tab, row + 1, col + 1)),
  }));
  if (looks.length === 0) return { ops: [], cleaning: [] };
  const ops = [...changes(looks, written, "format"), ...changes(looks, written, "style")];
  return { ops: ops.length > MOST_OPS ? [] : ops, cleaning: [cleaned(looks)] };
}

interface Place {
  readonly row: number;
  readonly col: number;
}

// Places of cells whose look was changed; those that brought one of their own are marked.
function changedLooks(
  cells: Record<number, Record<number, ICellData | null>>,
  isMove: boolean,
): (Place & { isBrought: boolean })[] {
  return Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([col, cell]) => {
      const look = cell?.s;
      const isBrought = !isMove && typeof look === "object" && look !== null && Object.keys(look).length > 0;
      return isMove || isBrought || look === null ? [{ row: Number(row), col: Number(col), isBrought }] : [];
    }),
  );
}

function lookIn({ sheet, styles }: Written, row: number, col: number): CellLook {
  return ledgerLook(styles.getStyleByCell(sheet.getCellRaw(row, col)));
}

function changes(
  looks: readonly (Place & { look: CellLook })[],
  { tab }: Written,
  what: "format" | "style",
): Op[] {
  const marked = new Map<string, { value: CellLook; marks: Marks }>();
  for (const { row, col, look } of looks) {
    const before = {
      format: layerAt(tab.formats, row + 1, col + 1) ?? "",
      style: layerAt(tab.styles, row + 1, col + 1) ?? {},
    };
    const key = JSON.stringify(look[what]);
    if (key === JSON.stringify(before[what])) continue;
    const entry = marked.get(key) ?? { value: look, marks: {} };
    marked.set(key, entry);
    entry.marks[row] = { ...entry.marks[row], [col]: true };
  }
  return [...marked.values()].flatMap(({ value, marks }) =>
    boxesOf(marks).map(({ top, bottom, left, right }): Op => {
      const place = {
        tab: tab.id,
        row: top + 1,
        col: left + 1,
        rows: bottom - top + 1,
        cols: right - left + 1,
      };
      return what === "format"
        ? { do: "format", ...place, format: value.format }
        : { do: "style", ...place, style: value.style };
    }),
  );
}

function cleaned(looks: readonly (Place & { look: CellLook })[]): Mutation {
  const cellValue: Record<number, Record<number, { s: WholeLook }>> = {};
  for (const { row, col, look } of looks) {
    const line = cellValue[row] ?? {};
    cellValue[row] = line;
    line[col] = { s: wholeLook(lookOf(look.format, look.style)) };
  }
  return { id: "sheet.mutation.set-range-values", params: { cellValue } };
}
