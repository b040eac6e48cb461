import { type Column, type Fields, isSameField, readTableRow } from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import { type CellStyle, cellOf, currencyOf, rawCell } from "../cells.ts";
import type { Sheet, SheetCell } from "../google.ts";
import type { TabState } from "../state/ledger-state.ts";
import { allPositionsIn, sheetOf } from "../tabs.ts";
import type { RowWrite } from "./row-write.ts";

export type ColumnChoice = (column: Column) => boolean;

/** A tab as it stands: where each column is, what its cells are to hold, and what they say. */
export class TabLayout {
  readonly sheet: Sheet;
  readonly style: CellStyle;
  private readonly tab: TabState;
  private readonly positions: Map<string, number>;

  constructor(tab: TabState, style: CellStyle) {
    const sheet = sheetOf(tab.table, style.language);
    if (!sheet) throw new Refusal("tabMissing", { tab: tab.table.name[style.language] });
    this.tab = tab;
    this.style = style;
    this.sheet = sheet;
    this.positions = allPositionsIn(tab.table, tab.headings, sheet, style.language);
  }

  /** The column's number in the sheet, from 1. */
  at(key: string): number {
    return (this.positions.get(key) ?? 0) + 1;
  }

  /** The tab's columns in the order in which they stand there; `undefined` is a column of the firm's own. */
  order(): (Column | undefined)[] {
    const order: (Column | undefined)[] = [];
    for (const column of this.tab.table.columns) order[this.positions.get(column.key) ?? 0] = column;
    return Array.from(order);
  }

  /** The chosen columns in runs of neighbours: each run is one call. */
  runsOf(which: ColumnChoice): Column[][] {
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

  /** What the ledger says in that column. */
  cell(write: RowWrite, column: Column): SheetCell {
    return cellOf(write.fields[column.key], column, write.fields, this.style);
  }

  /** What a row of cells says. */
  fieldsIn(cells: readonly SheetCell[], of: Fields): Fields {
    const { table } = this.tab;
    const raw = cells.map((cell) => rawCell(cell, this.style));
    const { language } = this.style;
    const hasAmounts = table.columns.some(({ type }) => type === "money");
    const currency = hasAmounts ? currencyOf(of) : "";
    const reader = { table, positions: this.positions, language, currency, currencyOfRecord: () => currency };
    return readTableRow(raw, 0, reader).fields;
  }

  /** A hand cell that says something else than the ledger wrote there is somebody's typing. */
  isTypedOver({ before }: RowWrite, { key, owner }: Column, row: readonly SheetCell[]): boolean {
    if (owner !== "hand" || !before) return false;
    const typed = this.fieldsIn(row, before)[key];
    const isUnreadable = typed === undefined && (row[this.at(key) - 1] ?? "") !== "";
    return isUnreadable || !isSameField(typed, before[key]);
  }
}
