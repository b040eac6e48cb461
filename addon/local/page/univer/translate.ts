import type { ICellData, ICommandInfo, IRange, Worksheet } from "@univerjs/core";
import type { Cell, Op, TabId } from "../../ops.ts";
import { isOnlyLook } from "./allowed.ts";
import { asItWas, fromCell } from "./cells.ts";
import { type Box, boxesOf } from "./rectangles.ts";

/** What a mutation is read against: the sheet after it, and the text of its formulas. */
export interface Read {
  readonly tab: TabId;
  readonly sheet: Worksheet;
  formulaAt(row: number, col: number): string | null;
}

/**
 * A mutation of the library as operations of the workbook; null when there is no such operation and
 * the tab must be loaded again. Cells are read back from the sheet, where they stand as they are,
 * and not taken from the mutation.
 */
export function opsOf({ id, params }: Part, read: Read): Op[] | null {
  const translate = TRANSLATIONS[id];
  if (translate) return translate(params ?? {}, read);
  return isOnlyLook(id) ? [] : null;
}

/** A mutation of one sheet. */
export interface Part {
  readonly id: string;
  readonly params?: Params & { readonly subUnitId?: string };
}

/** A mutation by the sheets that it changed: cells cut here and pasted there are two. */
export function partsOf({ id, params }: Readonly<ICommandInfo<Part["params"] & Moved>>): Part[] {
  if (id !== MOVE_RANGE) return [{ id, params: params ?? {} }];
  return [params?.from, params?.to].flatMap((side) =>
    side ? [{ id, params: { subUnitId: side.subUnitId, cellValue: side.value } }] : [],
  );
}

const MOVE_RANGE = "sheet.mutation.move-range";

interface Moved {
  readonly from?: { subUnitId: string; value: CellChanges };
  readonly to?: { subUnitId: string; value: CellChanges };
}

type CellChanges = Record<number, Record<number, ICellData | null>>;

// The library types a mutation's parameters only where it is made; these are the ones read here.
interface Params {
  range?: IRange;
  ranges?: IRange[];
  cellValue?: CellChanges;
  order?: Record<number, number>;
  colWidth?: number | Record<number, number | null>;
  values?: Record<string, { ranges: IRange[] }>;
  refMap?: Record<string, { pattern: string }>;
}

const TRANSLATIONS: Record<string, (params: Params, read: Read) => Op[] | null> = {
  "sheet.mutation.set-range-values": ({ cellValue = {} }, read) =>
    boxesOf(cellValue).map((box) => setOf(box, read, (cell) => cell)),
  [MOVE_RANGE]: ({ cellValue = {} }, read) => boxesOf(cellValue).map((box) => setOf(box, read, asItWas)),
  "sheet.mutation.reorder-range": ({ range }, read) => (range ? [setOf(boxOf(range), read, asItWas)] : null),
  "sheet.mutation.insert-row": ({ range }, { tab }) =>
    range ? [{ do: "insertRows", tab, row: range.startRow + 1, count: rowsIn(range) }] : null,
  "sheet.mutation.remove-rows": ({ range }, { tab }) =>
    range ? [{ do: "removeRows", tab, row: range.startRow + 1, count: rowsIn(range) }] : null,
  "sheet.mutation.set-worksheet-col-width": ({ ranges = [], colWidth }, { tab, sheet }) =>
    colWidth === undefined ? null : ranges.flatMap((range) => widthsOf(range, tab, sheet)),
  "sheet.mutation.set.numfmt": ({ values = {}, refMap = {} }, { tab }) =>
    Object.entries(values).flatMap(([id, { ranges }]) =>
      ranges.map((range) => formatOf(range, tab, refMap[id]?.pattern ?? "")),
    ),
  "sheet.mutation.remove.numfmt": ({ ranges = [] }, { tab }) =>
    ranges.map((range) => formatOf(range, tab, "")),
};

function setOf(box: Box, { tab, sheet, formulaAt }: Read, tell: (cell: Cell) => Cell): Op {
  const cells: Cell[][] = [];
  for (let row = box.top; row <= box.bottom; row += 1) {
    const line: Cell[] = [];
    for (let col = box.left; col <= box.right; col += 1) {
      line.push(tell(fromCell(sheet.getCellRaw(row, col), formulaAt(row, col))));
    }
    cells.push(line);
  }
  return { do: "set", tab, row: box.top + 1, col: box.left + 1, cells };
}

function widthsOf({ startColumn, endColumn }: IRange, tab: TabId, sheet: Worksheet): Op[] {
  return Array.from({ length: endColumn - startColumn + 1 }, (_, at): Op => {
    const col = startColumn + at;
    const pixels = Math.min(2000, Math.max(5, Math.round(sheet.getColumnWidth(col))));
    return { do: "width", tab, col: col + 1, pixels };
  });
}

function formatOf(range: IRange, tab: TabId, format: string): Op {
  const { top, left, bottom, right } = boxOf(range);
  return {
    do: "format",
    tab,
    row: top + 1,
    col: left + 1,
    rows: bottom - top + 1,
    cols: right - left + 1,
    format,
  };
}

function boxOf({ startRow, endRow, startColumn, endColumn }: IRange): Box {
  return { top: startRow, bottom: endRow, left: startColumn, right: endColumn };
}

function rowsIn({ startRow, endRow }: IRange): number {
  return endRow - startRow + 1;
}
