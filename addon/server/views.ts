import {
  allocationFields,
  type Book,
  type Change,
  type Column,
  customerFields,
  dayNumberOf,
  decimalText,
  type Entry,
  type Fields,
  findColumns,
  itemFields,
  orderFields,
  type PlainDate,
  type RowContext,
  receiptFields,
  settlementOf,
  statementFields,
  TABLES,
  type Table,
  taxInvoiceFields,
  userFields,
} from "../../core/index.ts";
import { type CellStyle, cellOf, cellsOf, SERIAL_OF_1970 } from "./cells.ts";
import {
  appendRow,
  ensureRows,
  findInColumn,
  findSheet,
  lastRowOf,
  type Sheet,
  writeCells,
} from "./google.ts";
import { Refusal } from "./refusal.ts";
import type { LedgerState, TabState, Tripwires } from "./state-tab.ts";
import { tripwireColumns } from "./state-tab.ts";

/** A row that a tab should show, and whether it may stand there already. */
interface RowWrite {
  readonly table: Table;
  readonly id: string;
  readonly fields: Fields;
  /** `new` was made by this action; `touched` exists, and only its machine columns may change. */
  readonly state: "new" | "touched";
}

/** Options of one round of view writing. */
export interface ViewRun {
  readonly state: LedgerState;
  readonly style: CellStyle;
  /** After a kill some rows may be there already: look before adding. */
  readonly recovering: boolean;
}

/**
 * Brings the visible tabs up to date with entries that have just been applied to the book, and says
 * what the tripwires must show from now on. Rows are found by id; machine columns are patched, hand
 * columns are written only into new rows.
 */
export function writeViews(book: Book, entries: readonly Entry[], run: ViewRun): Record<string, Tripwires> {
  const writes = rowWritesOf(book, entries);
  const expected: Record<string, Tripwires> = {};
  for (const table of TABLES) {
    const tab = run.state.tabs.get(table.key);
    if (!tab) continue;
    const own = writes.filter((write) => write.table === table);
    expected[table.key] = own.length === 0 ? tab.expected : writeTab(tab, own, run);
  }
  return expected;
}

function writeTab(tab: TabState, writes: readonly RowWrite[], run: ViewRun): Tripwires {
  const sheet = findSheet(tab.table.name[run.style.language]);
  if (!sheet) throw new Refusal("tabMissing", { tab: tab.table.name[run.style.language] });
  const order = columnOrder(tab);
  const added: RowWrite[] = [];
  for (const write of writes) {
    const isNew = write.state === "new" && !(run.recovering && rowOf(sheet, tab, write.id));
    if (isNew) added.push(write);
    else patchRow(sheet, tab, write, run.style);
  }
  addRows(
    sheet,
    added.map((write) => cellsOf(write.fields, order, run.style)),
  );
  return added.reduce((sums, write) => raised(sums, write), tab.expected);
}

/** The tab's columns in the order in which they stand there; `undefined` is a column of the firm's own. */
function columnOrder(tab: TabState): (Column | undefined)[] {
  const found = findColumns(tab.table.columns, tab.headings);
  const missing = tab.table.columns.find((column) => !found.has(column.key));
  if (missing) throw new Refusal("columnMissing", { tab: tab.table.name.zh, column: missing.name.zh });
  const order: (Column | undefined)[] = [];
  for (const column of tab.table.columns) order[found.get(column.key) ?? 0] = column;
  return Array.from(order);
}

function rowOf(sheet: Sheet, tab: TabState, id: string): number | undefined {
  const at = findColumns(tab.table.columns, tab.headings).get("id") ?? 0;
  return findInColumn(sheet, at + 1, id);
}

/** Writes the machine columns of a row that is there; one call for each run of neighbouring columns. */
function patchRow(sheet: Sheet, tab: TabState, write: RowWrite, style: CellStyle): void {
  const row = rowOf(sheet, tab, write.id);
  if (row === undefined) return;
  const currency = typeof write.fields.currency === "string" ? write.fields.currency : "CNY";
  const changing = tab.table.columns.filter((column) => CHANGING.has(column.key));
  const found = findColumns(changing, tab.headings);
  const cells = changing.map((column) => ({
    at: found.get(column.key) ?? 0,
    cell: cellOf(write.fields[column.key], column, currency, style),
  }));
  cells.sort((a, b) => a.at - b.at);
  for (let i = 0; i < cells.length; ) {
    const run = [cells[i]];
    while (cells[i + run.length]?.at === (run[0]?.at ?? 0) + run.length) run.push(cells[i + run.length]);
    writeCells(sheet, row, (run[0]?.at ?? 0) + 1, [run.map((each) => each?.cell ?? "")]);
    i += run.length;
  }
}

/** Machine columns whose cells change after the row was made. */
const CHANGING = new Set(["open", "state", "unapplied", "balance", "openAmount"]);

function addRows(sheet: Sheet, rows: ReturnType<typeof cellsOf>[]): void {
  const [first] = rows;
  if (first && rows.length === 1) return appendRow(sheet, first);
  if (rows.length === 0) return;
  const last = lastRowOf(sheet);
  ensureRows(sheet, last + rows.length);
  writeCells(sheet, last + 1, 1, rows);
}

function raised(sums: Tripwires, write: RowWrite): Tripwires {
  const columns = tripwireColumns(write.table);
  const amount = columns.amount ? write.fields[columns.amount] : undefined;
  const day = columns.days ? write.fields[columns.days] : undefined;
  const currency = String(write.fields.currency ?? "CNY");
  return {
    ids: sums.ids + 1,
    rows: sums.rows + (columns.rows && write.fields[columns.rows] !== undefined ? 1 : 0),
    amount: sums.amount + (typeof amount === "number" ? Number(decimalText(amount as never, currency)) : 0),
    days: sums.days + (typeof day === "string" ? dayNumberOf(day as PlainDate) + SERIAL_OF_1970 : 0),
  };
}

/** The rows that entries make or touch, each once, as the book shows them now. */
function rowWritesOf(book: Book, entries: readonly Entry[]): RowWrite[] {
  const writes = new Map<string, RowWrite>();
  const contexts = new Map<string, RowContext>();
  const contextOf = (customer: string): RowContext => {
    const known = contexts.get(customer);
    if (known) return known;
    const account = book.accounts.get(customer);
    if (!account) throw new Refusal("customerUnknown", { customer });
    const context = {
      account,
      settlement: settlementOf(account),
      settings: book.settings,
      codeOf: codeIn(book),
    };
    contexts.set(customer, context);
    return context;
  };
  for (const entry of entries) {
    for (const change of entry.changes) {
      for (const write of writesOf(change, entry, contextOf)) {
        const known = writes.get(`${write.table.key}:${write.id}`);
        writes.set(
          `${write.table.key}:${write.id}`,
          known?.state === "new" ? { ...write, state: "new" } : write,
        );
      }
    }
  }
  return [...writes.values()];
}

function codeIn(book: Book): (id: string) => string {
  return (id) => book.accounts.get(id)?.customer.code ?? id;
}

type ContextOf = (customer: string) => RowContext;

function writesOf(change: Change, entry: Entry, contextOf: ContextOf): RowWrite[] {
  switch (change.put) {
    case "customer": {
      const context = contextOf(change.row.id);
      return [rowWrite("customers", change.row.id, customerFields(context.account.customer, context), entry)];
    }
    case "item":
      return [
        ...itemWrite(change.row.id, contextOf(change.row.customer), entry),
        balanceWrite(contextOf(change.row.customer)),
      ];
    case "receipt":
      return receiptWrites(change.row.id, contextOf(change.row.customer ?? "?"), entry);
    case "allocation":
      return allocationWrites(change.row.id, contextOf(change.row.customer), entry);
    case "void":
      return voidWrites(change.row.id, contextOf(change.row.customer), entry);
    case "order":
      return [
        rowWrite("orders", change.row.id, orderFields(change.row, contextOf(change.row.customer)), entry),
      ];
    case "taxInvoice":
      return [
        rowWrite(
          "taxInvoices",
          change.row.id,
          taxInvoiceFields(change.row, contextOf(change.row.customer)),
          entry,
        ),
      ];
    case "statement":
      return [
        rowWrite(
          "statements",
          change.row.id,
          statementFields(change.row, contextOf(change.row.customer)),
          entry,
        ),
      ];
    case "user":
      return [rowWrite("users", change.row.id, userFields(change.row), entry)];
    default:
      return [];
  }
}

function rowWrite(table: string, id: string, fields: Fields, entry: Entry): RowWrite {
  const found = TABLES.find((candidate) => candidate.key === table) ?? TABLES[0];
  if (!found) throw new Refusal("tabMissing", { tab: table });
  return { table: found, id, fields, state: id.startsWith(`${entry.seq}.`, 1) ? "new" : "touched" };
}

function balanceWrite(context: RowContext): RowWrite {
  const { customer } = context.account;
  return {
    ...rowWrite("customers", customer.id, customerFields(customer, context), NO_ENTRY),
    state: "touched",
  };
}

const NO_ENTRY = { seq: -1 } as Entry;

function itemWrite(id: string, context: RowContext, entry: Entry): RowWrite[] {
  const item = latest(context.account.items, id);
  return item ? [rowWrite("items", id, itemFields(item, context), entry)] : [];
}

function receiptWrites(id: string, context: RowContext, entry: Entry): RowWrite[] {
  const receipt = latest(context.account.receipts, id);
  if (!receipt) return [];
  const own = rowWrite("receipts", id, receiptFields(receipt, context), entry);
  return context.account.customer.id === "?" ? [own] : [own, balanceWrite(context)];
}

function allocationWrites(id: string, context: RowContext, entry: Entry): RowWrite[] {
  const allocation = latest(context.account.allocations, id);
  if (!allocation) return [];
  return [
    rowWrite("allocations", id, allocationFields(allocation, context), entry),
    ...itemWrite(allocation.item, context, entry),
    ...(allocation.from.startsWith("i")
      ? itemWrite(allocation.from, context, entry)
      : receiptWrites(allocation.from, context, entry)),
  ];
}

function voidWrites(id: string, context: RowContext, entry: Entry): RowWrite[] {
  if (id.startsWith("a")) return [...allocationWrites(id, context, entry), balanceWrite(context)];
  if (id.startsWith("r")) return receiptWrites(id, context, entry);
  return [...itemWrite(id, context, entry), balanceWrite(context)];
}

function latest<T extends { id: string }>(facts: readonly T[], id: string): T | undefined {
  for (let i = facts.length - 1; i >= 0; i -= 1) if (facts[i]?.id === id) return facts[i];
  return undefined;
}
