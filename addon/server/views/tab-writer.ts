import type { Column } from "../../../core/index.ts";
import { type CellStyle, cellsOf } from "../cells.ts";
import {
  appendRow,
  findInColumn,
  lastRowOf,
  makeRoom,
  readCells,
  readColumns,
  type SheetCell,
  writeCells,
  writeRows,
} from "../google.ts";
import type { LedgerState, TabState } from "../state/ledger-state.ts";
import type { Tripwires } from "../state/tripwires.ts";
import type { RowWrite } from "./row-write.ts";
import { type ColumnChoice, TabLayout } from "./tab-layout.ts";
import { changed, raised } from "./tripwire-sums.ts";
import { fillRow, restatedColumns, typedRowOf } from "./typed-rows.ts";

/** Options of one round of view writing. */
export interface ViewRun {
  readonly state: LedgerState;
  readonly style: CellStyle;
  /** After a kill some rows may be there already: look before adding. */
  readonly recovering: boolean;
}

/** More rows than this are patched as a whole block: its calls do not grow with the rows. */
const ROWS_ONE_BY_ONE = 8;

/** Writes rows of one tab, found by their ids, in columns found by their headings. */
export class TabWriter {
  private readonly tab: TabState;
  private readonly run: ViewRun;
  private readonly layout: TabLayout;

  /** @throws Refusal - `tabMissing`, `columnMissing`: before anything is written. */
  constructor(tab: TabState, run: ViewRun) {
    this.tab = tab;
    this.run = run;
    this.layout = new TabLayout(tab, run.style);
  }

  write(writes: readonly RowWrite[]): Tripwires {
    const rowOf = this.finder(writes);
    const made = writes.filter((write) => write.state === "new");
    const missing = made.filter((write) => !this.completeTorn(write, rowOf(write)));
    const added = missing.filter((write) => !this.completeTyped(write));
    this.patch(writes, "touched", CHANGING, rowOf);
    this.patch(writes, "restored", MACHINE, rowOf);
    this.patch(writes, "rewritten", OURS, rowOf);
    this.patchNames(writes);
    for (const write of writes.filter((each) => each.state === "decided"))
      this.patchRow(write, rowOf(write), ({ key }) => write.columns?.includes(key) ?? false);
    this.add(added);
    const counted = made.reduce((sums, write) => raised(sums, write), this.tab.expected);
    return writes.filter((write) => write.state === "rewritten").reduce(changed, counted);
  }

  private patch(
    all: readonly RowWrite[],
    state: RowWrite["state"],
    which: ColumnChoice,
    rowOf: RowFinder,
  ): void {
    const writes = all.filter((write) => write.state === state);
    if (writes.length > ROWS_ONE_BY_ONE) this.patchBlock(writes, which);
    else for (const write of writes) this.patchRow(write, rowOf(write), which);
  }

  /** Rows that name a customer: by whole columns, for it may be many of them. */
  private patchNames(all: readonly RowWrite[]): void {
    const writes = all.filter(({ state }) => state === "renamed");
    const columns = new Set(writes.flatMap((write) => write.columns ?? []));
    if (writes.length > 0) this.patchBlock(writes, ({ key }) => columns.has(key));
  }

  /** A row that a killed run had added may lack its end. */
  private completeTorn(write: RowWrite, row: number | undefined): boolean {
    if (row === undefined) return false;
    fillRow(write, { row, cells: this.cellsAt(row) }, this.layout);
    return true;
  }

  /** Gives a row that a person typed its id and the rest, if it still stands where it was read. */
  private completeTyped(write: RowWrite): boolean {
    const typed = typedRowOf(write, this.layout);
    if (!typed) return false;
    const other = restatedColumns(write, typed, this.layout);
    this.patchRow(write, typed.row, ({ key, owner }) => owner === "hand" && other.has(key));
    fillRow(write, typed, this.layout);
    return true;
  }

  /** Where a row stands. A new row stands nowhere, unless a killed run had added it. */
  private finder(writes: readonly RowWrite[]): RowFinder {
    const { recovering } = this.run;
    const many = writes.filter((write) => recovering || write.state !== "new").length > ROWS_ONE_BY_ONE;
    const rows = many && recovering ? this.rowsById() : undefined;
    return (write) => {
      if (write.state === "new" && !recovering) return undefined;
      return rows ? rows.get(write.id) : findInColumn(this.layout.sheet, this.layout.at("id"), write.id);
    };
  }

  private rowsById(): Map<string, number> {
    return rowsOf(readColumns(this.layout.sheet, this.layout.at("id"), 1).map(([id]) => id));
  }

  private cellsAt(row: number): readonly SheetCell[] {
    const { sheet } = this.layout;
    return readCells(sheet, row, 1, 1, sheet.getMaxColumns())[0] ?? [];
  }

  private add(writes: readonly RowWrite[]): void {
    const { sheet } = this.layout;
    const order = this.layout.order();
    const rows = writes.map((write) => cellsOf(write.fields, order, this.run.style));
    const [first] = rows;
    if (first && rows.length === 1) return appendRow(sheet, first);
    if (rows.length === 0) return;
    const last = lastRowOf(sheet);
    makeRoom(sheet, last + 1, rows.length);
    writeRows(sheet, last + 1, 1, rows);
  }

  private patchRow(write: RowWrite, row: number | undefined, which: ColumnChoice): void {
    if (row === undefined) return;
    const { layout } = this;
    const found = write.before && this.cellsAt(row);
    const isOurs = (column: Column) => which(column) && !(found && layout.isTypedOver(write, column, found));
    for (const run of layout.runsOf(isOurs)) {
      const cells = run.map((column) => layout.cell(write, column));
      if (run[0]) writeCells(layout.sheet, row, layout.at(run[0].key), [cells]);
    }
  }

  /** Reads ids and the columns, changes the rows that are meant, and writes the block back. */
  private patchBlock(writes: readonly RowWrite[], which: ColumnChoice): void {
    const { layout } = this;
    const whole = writes.some(({ before }) => before)
      ? readColumns(layout.sheet, 1, layout.sheet.getMaxColumns())
      : undefined;
    const rows = whole ? rowsOf(whole.map((cells) => cells[layout.at("id") - 1])) : this.rowsById();
    for (const run of layout.runsOf(which)) {
      const from = layout.at(run[0]?.key ?? "");
      const block =
        whole?.map((cells) => cells.slice(from - 1, from - 1 + run.length)) ??
        readColumns(layout.sheet, from, run.length);
      for (const write of writes) {
        const at = (rows.get(write.id) ?? 1) - 2;
        const found = block[at];
        if (found)
          block[at] = run.map((column, i) => this.cellOver(write, column, found[i] ?? "", whole?.[at]));
      }
      writeRows(layout.sheet, 2, from, block);
    }
  }

  /** What a cell is to hold: what the ledger says, or what a person typed there meanwhile. */
  private cellOver(
    write: RowWrite,
    column: Column,
    found: SheetCell,
    row: readonly SheetCell[] | undefined,
  ): SheetCell {
    const isMeant = write.columns?.includes(column.key) ?? true;
    const isTyped = row !== undefined && this.layout.isTypedOver(write, column, row);
    return isMeant && !isTyped ? this.layout.cell(write, column) : found;
  }
}

type RowFinder = (write: RowWrite) => number | undefined;

/** Where each record stands, by what the column of ids says below its heading. */
function rowsOf(ids: readonly (SheetCell | undefined)[]): Map<string, number> {
  return new Map(ids.map((id, i) => [String(id), i + 2]));
}

const MOVING = new Set([
  ...["open", "state", "unapplied", "balance", "openAmount"],
  ...["hold", "grade", "lastReminder"],
]);

/** Machine columns whose cells change after the row was made. */
const CHANGING: ColumnChoice = (column) => MOVING.has(column.key);

/** Every column that the add-on fills. */
const MACHINE: ColumnChoice = (column) => column.owner === "machine";

/** Every column of ours. */
const OURS: ColumnChoice = () => true;
