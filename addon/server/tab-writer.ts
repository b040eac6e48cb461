import { type Column, type Fields, readTableRow } from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { type CellStyle, cellOf, cellsOf, rawCell } from "./cells.ts";
import {
  appendRow,
  findInColumn,
  lastRowOf,
  makeRoom,
  readCells,
  readColumns,
  type Sheet,
  type SheetCell,
  writeCells,
  writeRows,
} from "./google.ts";
import type { RowWrite } from "./row-writes.ts";
import type { LedgerState, TabState, Tripwires } from "./state-tab.ts";
import { positionsIn, sheetOf } from "./tabs.ts";
import { isBookedAs } from "./taking-over/restated-rows.ts";
import { isSameField } from "./taking-over/row-matching.ts";
import { changed, raised } from "./tripwire-sums.ts";

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
  private readonly sheet: Sheet;
  private readonly positions: Map<string, number>;

  constructor(tab: TabState, run: ViewRun) {
    const name = tab.table.name[run.style.language];
    const sheet = sheetOf(tab.table, run.style.language);
    if (!sheet) throw new Refusal("tabMissing", { tab: name });
    this.tab = tab;
    this.run = run;
    this.sheet = sheet;
    this.positions = positionsIn(tab.table, tab.headings, sheet);
    const missing = tab.table.columns.find((column) => !this.positions.has(column.key));
    if (missing) throw new Refusal("columnMissing", { tab: name, column: missing.name[run.style.language] });
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
    this.fill(write, row, readCells(this.sheet, row, 1, 1, this.sheet.getMaxColumns())[0] ?? []);
    return true;
  }

  /** Gives a row that a person typed its id and the rest, if it still stands where it was read. */
  private completeTyped(write: RowWrite): boolean {
    const typed = write.typedAt === undefined ? undefined : this.typedRow(write, write.typedAt);
    if (!typed) return false;
    this.restate(write, typed.row, typed.cells);
    this.fill(write, typed.row, typed.cells);
    return true;
  }

  /** Hand cells that say it otherwise than it was booked: a customer by name, a credit without its sign. */
  private restate(write: RowWrite, row: number, cells: readonly SheetCell[]): void {
    const typed = this.fieldsIn(cells, write);
    const isOther = (key: string) => typed[key] !== undefined && !isSameField(typed[key], write.fields[key]);
    this.patchRow(write, row, ({ key, owner }) => owner === "hand" && isOther(key));
  }

  /**
   * Writes machine cells and blank cells that the ledger has decided; never over typing. A copied row may
   * bring machine cells that its own record leaves blank: they are emptied.
   */
  private fill(write: RowWrite, row: number, found: readonly SheetCell[]): void {
    const order = this.order();
    const wanted = cellsOf(write.fields, order, this.run.style);
    const isWritten = (i: number) => (found[i] === "" ? wanted[i] !== "" : order[i]?.owner === "machine");
    for (let at = 0; at < order.length; at += 1) {
      const run: SheetCell[] = [];
      while (order[at] && isWritten(at)) run.push(wanted[at++] ?? "");
      if (run.length > 0) writeCells(this.sheet, row, at - run.length + 1, [run]);
    }
  }

  private typedRow(write: RowWrite, at: number): { row: number; cells: readonly SheetCell[] } | undefined {
    const width = this.sheet.getMaxColumns();
    const there = at <= this.sheet.getMaxRows() ? readCells(this.sheet, at, 1, 1, width)[0] : undefined;
    if (there && this.isTyped(there, write)) return { row: at, cells: there };
    const rows = readColumns(this.sheet, 1, width);
    const moved = rows.findIndex((cells) => this.isTyped(cells, write));
    return moved < 0 ? undefined : { row: moved + 2, cells: rows[moved] ?? [] };
  }

  /** The row says what the record says, and has no id yet. */
  private isTyped(cells: readonly SheetCell[], write: RowWrite): boolean {
    const id = String(cells[this.at("id") - 1] ?? "");
    if (id !== "" && id !== write.wrongId) return false;
    const fields = this.fieldsIn(cells, write);
    const typed = IDENTIFYING.filter((key) => fields[key] !== undefined);
    return (
      typed.length > 0 && typed.every((key) => isBookedAs(key, fields[key], write.fields, write.formerCodes))
    );
  }

  private fieldsIn(cells: readonly SheetCell[], write: RowWrite): Fields {
    const { table } = this.tab;
    const currency = String(write.fields.currency ?? "CNY");
    const raw = cells.map((cell) => rawCell(cell, this.run.style));
    const { language } = this.run.style;
    return readTableRow(raw, 0, { table, positions: this.positions, language, currency }).fields;
  }

  /** Where a row stands. A new row stands nowhere, unless a killed run had added it. */
  private finder(writes: readonly RowWrite[]): RowFinder {
    const { recovering } = this.run;
    const many = writes.filter((write) => recovering || write.state !== "new").length > ROWS_ONE_BY_ONE;
    const rows = many && recovering ? this.rowsById() : undefined;
    return (write) => {
      if (write.state === "new" && !recovering) return undefined;
      return rows ? rows.get(write.id) : findInColumn(this.sheet, this.at("id"), write.id);
    };
  }

  private rowsById(): Map<string, number> {
    return this.rowsOf(readColumns(this.sheet, this.at("id"), 1).map(([id]) => id));
  }

  private rowsOf(ids: readonly (SheetCell | undefined)[]): Map<string, number> {
    return new Map(ids.map((id, i) => [String(id), i + 2]));
  }

  private add(writes: readonly RowWrite[]): void {
    const order = this.order();
    const rows = writes.map((write) => cellsOf(write.fields, order, this.run.style));
    const [first] = rows;
    if (first && rows.length === 1) return appendRow(this.sheet, first);
    if (rows.length === 0) return;
    const last = lastRowOf(this.sheet);
    makeRoom(this.sheet, last + 1, rows.length);
    writeRows(this.sheet, last + 1, 1, rows);
  }

  /** The tab's columns in the order in which they stand there; `undefined` is a column of the firm's own. */
  private order(): (Column | undefined)[] {
    const order: (Column | undefined)[] = [];
    for (const column of this.tab.table.columns) order[this.positions.get(column.key) ?? 0] = column;
    return Array.from(order);
  }

  private patchRow(write: RowWrite, row: number | undefined, which: ColumnChoice): void {
    if (row === undefined) return;
    const found = write.before && readCells(this.sheet, row, 1, 1, this.sheet.getMaxColumns())[0];
    const isOurs = (column: Column) => which(column) && !(found && this.isTypedOver(write, column, found));
    for (const run of this.runsOf(isOurs)) {
      const [first] = run;
      if (first)
        writeCells(this.sheet, row, this.at(first.key), [run.map((column) => this.cell(write, column))]);
    }
  }

  /** Reads ids and the columns, changes the rows that are meant, and writes the block back. */
  private patchBlock(writes: readonly RowWrite[], which: ColumnChoice): void {
    const whole = writes.some(({ before }) => before)
      ? readColumns(this.sheet, 1, this.sheet.getMaxColumns())
      : undefined;
    const rows = whole ? this.rowsOf(whole.map((cells) => cells[this.at("id") - 1])) : this.rowsById();
    for (const run of this.runsOf(which)) {
      const from = this.at(run[0]?.key ?? "");
      const block =
        whole?.map((cells) => cells.slice(from - 1, from - 1 + run.length)) ??
        readColumns(this.sheet, from, run.length);
      for (const write of writes) {
        const at = (rows.get(write.id) ?? 1) - 2;
        const found = block[at];
        if (found)
          block[at] = run.map((column, i) => this.cellOver(write, column, found[i] ?? "", whole?.[at]));
      }
      writeRows(this.sheet, 2, from, block);
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
    return isMeant && !(row && this.isTypedOver(write, column, row)) ? this.cell(write, column) : found;
  }

  /** A hand cell that says something else than the ledger wrote there is somebody's typing. */
  private isTypedOver(write: RowWrite, { key, owner }: Column, row: readonly SheetCell[]): boolean {
    if (owner !== "hand" || !write.before) return false;
    const typed = this.fieldsIn(row, { ...write, fields: write.before })[key];
    const isUnreadable = typed === undefined && (row[this.at(key) - 1] ?? "") !== "";
    return isUnreadable || !isSameField(typed, write.before[key]);
  }

  private cell(write: RowWrite, column: Column): SheetCell {
    const currency = typeof write.fields.currency === "string" ? write.fields.currency : "CNY";
    return cellOf(write.fields[column.key], column, currency, this.run.style);
  }

  /** The chosen columns in runs of neighbours: each run is one call. */
  private runsOf(which: ColumnChoice): Column[][] {
    const columns = this.tab.table.columns.filter(which);
    columns.sort((a, b) => this.at(a.key) - this.at(b.key));
    const runs: Column[][] = [];
    for (const column of columns) {
      const last = runs[runs.length - 1];
      const previous = last?.[last.length - 1];
      if (last && previous && this.at(previous.key) + 1 === this.at(column.key)) last.push(column);
      else runs.push([column]);
    }
    return runs;
  }

  private at(key: string): number {
    return (this.positions.get(key) ?? 0) + 1;
  }
}

type ColumnChoice = (column: Column) => boolean;
type RowFinder = (write: RowWrite) => number | undefined;

const MOVING = new Set(["open", "state", "unapplied", "balance", "openAmount"]);

/** Machine columns whose cells change after the row was made. */
const CHANGING: ColumnChoice = (column) => MOVING.has(column.key);

/** Every column that the add-on fills. */
const MACHINE: ColumnChoice = (column) => column.owner === "machine";

/** Every column of ours. */
const OURS: ColumnChoice = () => true;

/** By these fields a typed row is recognised again. */
const IDENTIFYING = ["kind", "customer", "code", "name", "reference", "number", "date", "amount"];
