import {
  type Change,
  type Column,
  type Fields,
  headingOf,
  money,
  moneyText,
  type Problem,
  type RowReader,
  readTableRow,
  type Table,
} from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import { rawCell } from "../cells.ts";
import { readColumns } from "../google.ts";
import type { Ledger } from "../ledger.ts";
import { projectionOf, type RowWrite } from "../row-writes.ts";
import { positionsIn, sheetOf } from "../tabs.ts";
import { Desk, isProblem, type TypedTable } from "./desk.ts";
import { hadCode } from "./named-customer.ts";
import type { EditedRow } from "./restated-rows.ts";
import { isSameField, matchedRows, type RowMatch } from "./row-matching.ts";
import { typedCustomers } from "./typed-customers.ts";
import { typedItems } from "./typed-items.ts";
import { typedOrders } from "./typed-orders.ts";
import { PROPOSED, type Proposal, proposalOf } from "./typed-proposals.ts";
import { typedReceipts } from "./typed-receipts.ts";
import type { TypedRow } from "./typed-row.ts";
import { typedStatements } from "./typed-statements.ts";
import { typedTaxInvoices } from "./typed-tax-invoices.ts";
import { typedUsers } from "./typed-users.ts";

/** What typing means in each tab; of allocations every column is the ledger's, contacts are not its own. */
const TYPED: ReadonlyMap<string, TypedTable> = new Map([
  ["customers", typedCustomers],
  ["items", typedItems],
  ["receipts", typedReceipts],
  ["allocations", { needs: [], change: () => [] }],
  ["taxInvoices", typedTaxInvoices],
  ["orders", typedOrders],
  ["statements", typedStatements],
  ["users", typedUsers],
]);

/** A row that hands have made different from the journal. */
export interface SeenRow {
  readonly row: number;
  readonly change: "new" | "changed" | "restored" | "deleted";
  /** Number, name or reference by which a person knows the row. */
  readonly text: string;
}

/** What is to be done about one tab. */
export interface TakeOver {
  readonly changes: Change[];
  /** Rows whose machine cells, or which altogether, are to be put back. */
  readonly restore: RowWrite[];
  readonly problems: Problem[];
  readonly taken: number;
  readonly seen: readonly SeenRow[];
  /** Wishes that stand in columns where typing is one. */
  readonly proposals: readonly Proposal[];
  /** Rows that carry the id of another row: a copy's id is taken away before it gets its own. */
  readonly copies: readonly number[];
  readonly edited: readonly EditedRow[];
}

/** Whether what is typed in a tab becomes part of the journal. */
export function isTakenOver(table: Table): boolean {
  return TYPED.has(table.key);
}

/**
 * Compares one tab with what the journal says it holds, row by row, and plans what to do about every
 * difference. Reads only.
 */
export function tabTakeOver(ledger: Ledger, table: Table): TakeOver {
  return new TabComparison(ledger, table).run();
}

class TabComparison {
  private readonly changes: Change[] = [];
  private readonly restore: RowWrite[] = [];
  private readonly problems: Problem[] = [];
  private readonly copies: number[] = [];
  private readonly edited: EditedRow[] = [];
  private readonly seen: SeenRow[] = [];
  private readonly proposals: Proposal[] = [];
  private taken = 0;
  private readonly ledger: Ledger;
  private readonly table: Table;
  private readonly typed: TypedTable;
  private readonly desk: Desk;

  constructor(ledger: Ledger, table: Table) {
    this.ledger = ledger;
    this.table = table;
    this.typed = TYPED.get(table.key) ?? { needs: [], change: () => [] };
    this.desk = new Desk(ledger, table);
  }

  run(): TakeOver {
    const rows = this.readRows();
    const projection = projectionOf(this.ledger.book).get(this.table.key) ?? new Map<string, RowWrite>();
    const match = matchedRows(rows, projection);
    for (const row of rows) {
      const known = match.originals.get(row);
      const nearly = match.nearly.get(row);
      if (known) this.compare(row, known);
      else if (nearly) this.listNearly(row, nearly);
      else if (!row.isBlank) this.add(row);
    }
    this.putBackDeleted(projection, match);
    const { changes, restore, problems, taken, copies, seen, proposals, edited } = this;
    return { changes, restore, problems, taken, copies, seen, proposals, edited };
  }

  private readRows(): TypedRow[] {
    const { style, state, book } = this.ledger;
    const sheet = sheetOf(this.table, style.language);
    if (!sheet) throw new Refusal("tabMissing", { tab: this.table.name[style.language] });
    const positions = positionsIn(this.table, state.tabs.get(this.table.key)?.headings ?? [], sheet);
    this.refuseMissing(positions);
    const reader: RowReader = {
      currencyOf: (customer) => this.desk.currencyOf(customer),
      table: this.table,
      positions,
      language: style.language,
      currency: book.settings.baseCurrency,
    };
    return readColumns(sheet, 1, Math.max(...positions.values()) + 1).map((cells, i) => {
      const raw = cells.map((cell) => rawCell(cell, style));
      return { row: i + 2, ...readTableRow(raw, i + 2, reader) };
    });
  }

  private refuseMissing(positions: ReadonlyMap<string, number>): void {
    const { language } = this.ledger.style;
    const missing = this.table.columns.find((column) => !positions.has(column.key));
    if (!missing) return;
    throw new Refusal("columnMissing", {
      tab: this.table.name[language],
      column: headingOf(missing, language),
    });
  }

  /** A row the journal knows: hand columns that differ are taken over, machine columns put back. */
  private compare(row: TypedRow, known: RowWrite): void {
    this.problems.push(...row.problems);
    const unreadable = new Set(row.problems.map((problem) => problem.place.column));
    const { language } = this.ledger.style;
    const readable = this.table.columns.filter((column) => !unreadable.has(column.name[language]));
    const isFormer = this.isFormerCode(row, known);
    if (isFormer) this.mendCode(row, known);
    const isLeft = ({ key }: Column) => isFormer && key === "customer";
    const differing = readable.filter((column) => !isLeft(column) && this.differs(row, known, column));
    const owned = (owner: Column["owner"]) => differing.filter((column) => column.owner === owner);
    if (owned("machine").length > 0) this.putBack(row, known, owned("machine"));
    for (const column of owned("proposed")) this.listProposal(row, known, column);
    const fixed = this.typed.fixed?.(known, this.desk) ?? [];
    const [settled, free] = [true, false].map((is) =>
      owned("hand").filter(({ key }) => fixed.includes(key) === is),
    );
    if (settled && settled.length > 0) this.putBackHand(row, known, settled);
    if (!free || free.length === 0) return;
    const isTaken = this.change(row, known, new Set(free.map(({ key }) => key)));
    const columns = readable.filter((column) => column.owner === "hand" && !this.isLeftOpen(row, column));
    if (isTaken) this.edited.push({ row, columns });
  }

  /** The cell names its own customer by a code that it had: nobody has typed a change. */
  private isFormerCode({ fields }: TypedRow, known: RowWrite): boolean {
    if (isSameField(fields.customer, known.fields.customer)) return false;
    const own = this.desk.accounts().find(({ customer }) => customer.code === known.fields.customer);
    return own !== undefined && hadCode(own, String(fields.customer ?? ""));
  }

  /** Where another customer has that code now, somebody may mean that one: then it is asked. */
  private mendCode(row: TypedRow, known: RowWrite): void {
    const [found, code] = [row, known].map(({ fields }) => String(fields.customer ?? ""));
    if (found !== undefined && code !== undefined && this.desk.otherWithCode(found, "")) {
      this.problems.push({ kind: "formerCode", place: this.desk.place(row, "customer"), found, code });
      return;
    }
    this.restore.push({ ...known, state: "decided", columns: ["customer"] });
    this.see(row.row, "restored", known);
  }

  /** Neither the row is booked nor the record's own put back, until somebody has said whether it is that one. */
  private listNearly(row: TypedRow, known: RowWrite): void {
    const { id } = known;
    this.problems.push(...row.problems);
    this.problems.push({ kind: "rowNearlyKnown", place: this.desk.place(row, "id"), found: textOf(row), id });
    this.see(row.row, "changed", row);
  }

  /** A blank cell that means: what the ledger makes of it. */
  private isLeftOpen(row: TypedRow, { key }: Column): boolean {
    return row.fields[key] === undefined && (this.typed.decided?.includes(key) ?? false);
  }

  private differs(row: TypedRow, known: RowWrite, column: Column): boolean {
    if (this.isLeftOpen(row, column)) return false;
    return !isSameField(row.fields[column.key], known.fields[column.key]);
  }

  private putBack(row: TypedRow, known: RowWrite, columns: readonly Column[]): void {
    // Without its id the row is found again as a typed one is: by what it says, near where it was read.
    const id = String(row.fields.id ?? "");
    const found = { typedAt: row.row, ...(id ? { wrongId: id } : {}) };
    this.restore.push(
      id === known.id ? { ...known, state: "restored" } : { ...known, state: "new", ...found },
    );
    this.tellPutBack(row, known, columns);
  }

  /** Cells of a record that hands may not change, though they may others of its kind. */
  private putBackHand(row: TypedRow, known: RowWrite, columns: readonly Column[]): void {
    this.restore.push({ ...known, state: "decided", columns: columns.map(({ key }) => key) });
    this.tellPutBack(row, known, columns);
  }

  private tellPutBack(row: TypedRow, known: RowWrite, columns: readonly Column[]): void {
    this.see(row.row, "restored", known);
    for (const column of columns) {
      const place = this.desk.place(row, column.key);
      const [found = "", expected = ""] = [row, known].map((each) => this.shown(each.fields, known, column));
      this.problems.push({ kind: "machineCellTyped", place, found, expected });
    }
  }

  /** What a cell says, as a person reads it there. */
  private shown(fields: Fields, { fields: { currency } }: RowWrite, { key, type, choices }: Column): string {
    const field = fields[key];
    if (type === "money" && typeof field === "number")
      return moneyText(money(field), String(currency ?? this.ledger.book.settings.baseCurrency));
    const text = String(field ?? "");
    return choices?.[text]?.[this.ledger.style.language] ?? text;
  }

  private listProposal(row: TypedRow, known: RowWrite, { key }: Column): void {
    const column = PROPOSED.find((each) => each === key);
    const proposal = column ? proposalOf(row, known, column, this.desk) : undefined;
    if (!proposal) return;
    if ("place" in proposal) {
      this.problems.push(proposal);
      return;
    }
    this.proposals.push(proposal);
    const { proposed: found, inForce } = proposal;
    this.problems.push({ kind: "proposed", place: this.desk.place(row, key), found, inForce });
  }

  private change(row: TypedRow, known: RowWrite, keys: ReadonlySet<string>): boolean {
    const fields: Record<string, TypedRow["fields"][string]> = { ...known.fields };
    for (const key of keys) fields[key] = row.fields[key];
    this.see(row.row, "changed", { fields });
    const absent = this.typed.needs.find((key) => fields[key] === undefined);
    if (absent) this.missing(row, absent);
    return !absent && this.take(this.typed.change({ row, known, keys, fields }, this.desk));
  }

  /** A row without an id, or a copy of one that has it: it is new. */
  private add(row: TypedRow): void {
    this.see(row.row, "new", row);
    this.problems.push(...row.problems);
    if (row.problems.length > 0 || !this.typed.add) return;
    const absent = this.typed.needs.find((key) => row.fields[key] === undefined);
    if (absent) return this.missing(row, absent);
    const made = this.typed.add(row, this.desk);
    this.take(isProblem(made) ? made : typedIn(row, made));
    if (!isProblem(made) && row.fields.id !== undefined) this.copies.push(row.row);
  }

  /** Whether there was something to take. */
  private take(made: readonly Change[] | Problem): boolean {
    if (isProblem(made)) this.problems.push(made);
    if (isProblem(made) || made.length === 0) return false;
    this.changes.push(...made);
    this.desk.pretend(made);
    this.taken += 1;
    return true;
  }

  private missing(row: TypedRow, key: string): void {
    this.problems.push({ kind: "cellMissing", place: this.desk.place(row, key) });
  }

  private putBackDeleted(projection: Map<string, RowWrite>, { originals, nearly }: RowMatch): void {
    const there = new Set([...originals.values(), ...nearly.values()].map((write) => write.id));
    const place = { table: this.table.name[this.ledger.style.language] };
    for (const write of projection.values()) {
      if (there.has(write.id)) continue;
      this.restore.push({ ...write, state: "new" });
      this.see(0, "deleted", write);
      this.problems.push({ kind: "rowDeleted", place, found: textOf(write) || write.id });
    }
  }

  private see(row: number, change: SeenRow["change"], of: Pick<TypedRow, "fields">): void {
    this.seen.push({ row, change, text: textOf(of) });
  }
}

/** The row's own record comes first: it is the one that stands there already. */
function typedIn({ row }: TypedRow, [own, ...others]: readonly Change[]): Change[] {
  const place = { typedAt: row };
  return own ? [{ ...own, ...place }, ...others] : [];
}

function textOf({ fields }: Pick<TypedRow, "fields">): string {
  const { number, reference, name, bankReference, customerName, customer } = fields;
  return String(number ?? reference ?? name ?? bankReference ?? customerName ?? customer ?? "");
}
