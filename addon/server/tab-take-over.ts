import {
  type Account,
  applyEntry,
  type Book,
  type Change,
  type Column,
  type Fields,
  findColumns,
  headingOf,
  type Known,
  linesWithAmount,
  money,
  moneyText,
  nameKey,
  type OpenItem,
  type PlainDate,
  type Problem,
  type Receipt,
  type RowReadBack,
  type RowReader,
  readTableRow,
  sumOf,
  type Table,
  UNIDENTIFIED,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";
import { itemOf } from "./actions/items.ts";
import { planReceipt } from "./actions/receipts.ts";
import { rawCell } from "./cells.ts";
import { readColumns } from "./google.ts";
import type { Ledger } from "./ledger.ts";
import { type IdMaker, idsFor } from "./plan.ts";
import { projectionOf, type RowWrite } from "./row-writes.ts";
import { sheetOf } from "./tabs.ts";
import { customerFrom, itemInputFrom, receiptInputFrom } from "./typed-records.ts";

/** Tabs whose hand columns are taken over; the others are put back as they were. */
export const TAKEN = new Set(["customers", "items", "receipts", "allocations", "statements"]);

/** What is to be done about one tab. */
export interface TakeOver {
  readonly changes: Change[];
  /** Rows whose machine cells, or which altogether, are to be put back. */
  readonly restore: RowWrite[];
  readonly problems: Problem[];
  readonly taken: number;
  /** Rows that carry the id of another row: a copy's id is taken away before it gets its own. */
  readonly copies: readonly number[];
}

interface TypedRow extends RowReadBack {
  readonly row: number;
}

/**
 * Compares one tab with what the journal says it holds, row by row, and plans what to do about every
 * difference. Reads only.
 */
export class TabTakeOver {
  private readonly changes: Change[] = [];
  private readonly restore: RowWrite[] = [];
  private readonly problems: Problem[] = [];
  private readonly copies: number[] = [];
  private taken = 0;
  private readonly ledger: Ledger;
  private readonly table: Table;
  private readonly ids: IdMaker;
  private readonly scratch: Ledger;
  private pretended = 0;

  constructor(ledger: Ledger, table: Table) {
    this.ledger = ledger;
    this.table = table;
    this.ids = idsFor(ledger.book.head.seq + 1);
    this.scratch = { ...ledger, book: copyOf(ledger.book) };
  }

  run(): TakeOver {
    const rows = this.readRows();
    const projection = projectionOf(this.ledger.book).get(this.table.key) ?? new Map<string, RowWrite>();
    const originals = originalsOf(rows, projection);
    for (const row of rows) {
      const known = originals.get(row) ?? undefined;
      if (known) this.compare(row, known);
      else if (!row.isBlank) this.add(row);
    }
    this.putBackDeleted(projection, originals);
    const { changes, restore, problems, taken, copies } = this;
    return { changes, restore, problems, taken, copies };
  }

  private readRows(): TypedRow[] {
    const { style, state, book } = this.ledger;
    const sheet = sheetOf(this.table, style.language);
    if (!sheet) throw new Refusal("tabMissing", { tab: this.table.name[style.language] });
    const headings = state.tabs.get(this.table.key)?.headings ?? [];
    const positions = findColumns(this.table.columns, headings);
    this.refuseMissing(positions);
    const reader: RowReader = {
      currencyOf: (customer) => this.accountNamed(customer)?.customer.currency,
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
    const differs = (column: Column) => {
      const typed = row.fields[column.key];
      if (typed === undefined && DECIDED_BY_LEDGER.has(column.key)) return false;
      return !isSameField(typed, known.fields[column.key]);
    };
    const unreadable = new Set(row.problems.map((problem) => problem.place.column));
    this.problems.push(...row.problems);
    const typed = this.table.columns.filter(
      (column) => !unreadable.has(column.name[this.ledger.style.language]) && differs(column),
    );
    const machine = typed.filter((column) => column.owner === "machine");
    if (machine.length > 0) this.putBack(row, known, machine);
    for (const column of typed.filter((each) => each.owner === "proposed"))
      this.listProposal(row, known, column);
    const hand = typed.filter((column) => column.owner === "hand");
    if (hand.length > 0) this.change(row, known, new Set(hand.map((column) => column.key)));
  }

  private putBack(row: TypedRow, known: RowWrite, columns: readonly Column[]): void {
    this.restore.push({ ...known, state: "restored" });
    for (const column of columns) {
      const [found, expected] = [row, known].map((each) => String(each.fields[column.key] ?? ""));
      this.problems.push({
        kind: "machineCellTyped",
        place: this.place(row, column),
        found: found ?? "",
        expected: expected ?? "",
      });
    }
  }

  private listProposal(row: TypedRow, known: RowWrite, column: Column): void {
    const [found, inForce] = [row, known].map((each) => String(each.fields[column.key] ?? ""));
    this.problems.push({
      kind: "proposed",
      place: this.place(row, column),
      found: found ?? "",
      inForce: inForce ?? "",
    });
  }

  private change(row: TypedRow, known: RowWrite, keys: ReadonlySet<string>): void {
    const change = this.changeOf(row, known, keys);
    if (!change) return;
    if ("put" in change) {
      this.changes.push(change);
      this.taken += 1;
    } else this.problems.push(change);
  }

  private changeOf(row: TypedRow, known: RowWrite, keys: ReadonlySet<string>): Change | Problem | undefined {
    const accounts = [...this.ledger.book.accounts.values()];
    switch (this.table.key) {
      case "customers": {
        const account = this.ledger.book.accounts.get(known.id);
        return account
          ? { put: "customer", row: customerFrom(row.fields, keys, account.customer, accounts) }
          : undefined;
      }
      case "items": {
        const found = findFact(accounts, (account) => account.items, known.id);
        return found && this.changedItem(row, found, keys);
      }
      case "receipts": {
        const found = findFact(accounts, (account) => account.receipts, known.id);
        return found && this.changedReceipt(row, found, keys);
      }
      default:
        this.restore.push({ ...known, state: "restored" });
        return undefined;
    }
  }

  private changedItem(row: TypedRow, item: Known<OpenItem>, keys: ReadonlySet<string>): Change | Problem {
    const account = this.accountNamed(row.fields.customer);
    if (!account)
      return { kind: "customerUnknown", place: this.place(row), found: String(row.fields.customer ?? "") };
    const input = itemInputFrom(row.fields, account.customer.id, item.kind);
    const closed = this.closed(row, input.date);
    if (closed) return closed;
    const settled = settledOf(account, item.id);
    const next = itemOf(input, item.id, account, this.ledger.book.settings);
    const lines = changedLines(item, next, keys, account);
    if (lines) return { put: "item", row: { ...bare(item), ...next, lines } };
    const [found, known] = [next.amount, settled].map((sum) => moneyText(sum, item.currency));
    return { kind: "belowSettled", place: this.place(row), found: found ?? "", settled: known ?? "" };
  }

  private changedReceipt(
    row: TypedRow,
    receipt: Known<Receipt>,
    keys: ReadonlySet<string>,
  ): Change | Problem {
    const used = [...this.ledger.book.accounts.values()].reduce(
      (sum, account) => sum + usedOf(account, receipt.id),
      0,
    );
    const amount = (row.fields.amount as Receipt["amount"] | undefined) ?? receipt.amount;
    if ((keys.has("amount") && amount < used) || keys.has("customer")) {
      return {
        kind: "belowSettled",
        place: this.place(row),
        found: moneyText(amount, receipt.currency),
        settled: moneyText(used as Receipt["amount"], receipt.currency),
      };
    }
    const { customer, ...typed } = receiptInputFrom(row.fields, receipt.customer, receipt.draft);
    return { put: "receipt", row: { ...bare(receipt), ...typed } };
  }

  /** A row without an id, or a copy of one that has it: it is new. */
  private add(row: TypedRow): void {
    if (row.problems.length > 0) {
      this.problems.push(...row.problems);
      return;
    }
    const made = this.newRow(row);
    if (Array.isArray(made)) {
      this.changes.push(...made);
      this.taken += 1;
      if (row.fields.id !== undefined) this.copies.push(row.row);
    } else if (made) this.problems.push(made);
  }

  private newRow(row: TypedRow): Change[] | Problem | undefined {
    switch (this.table.key) {
      case "customers":
        return this.newCustomer(row);
      case "items":
        return this.newItem(row);
      case "receipts":
        return this.newReceipt(row);
      default:
        return undefined;
    }
  }

  private newCustomer(row: TypedRow): Change[] | Problem {
    const { code, name } = row.fields;
    if (!name) return this.missing(row, "name");
    const id = this.ids.customer();
    const own = code === undefined ? String(name) : String(code);
    if (this.accountNamed(own)?.customer.code === own)
      return { kind: "codeTaken", place: this.place(row), found: own };
    const accounts = [...this.ledger.book.accounts.values()];
    const customer = customerFrom(
      { ...row.fields, code: own },
      HAND_KEYS,
      { id, code: own, name: String(name) },
      accounts,
    );
    return [{ put: "customer", row: customer, typedAt: row.row }];
  }

  private newItem(row: TypedRow): Change[] | Problem {
    const { customer, date, amount } = row.fields;
    const absent =
      customer === undefined
        ? "customer"
        : date === undefined
          ? "date"
          : amount === undefined
            ? "amount"
            : "";
    if (absent) return this.missing(row, absent);
    const account = this.accountNamed(customer);
    if (!account) return { kind: "customerUnknown", place: this.place(row), found: String(customer) };
    const { settings } = this.ledger.book;
    const input = itemInputFrom(row.fields, account.customer.id, settings.debtCarriedBy);
    const closed = this.closed(row, input.date);
    if (closed) return closed;
    return [{ put: "item", row: itemOf(input, this.ids.item(), account, settings), typedAt: row.row }];
  }

  private newReceipt(row: TypedRow): Change[] | Problem {
    const { customer, date, amount } = row.fields;
    const absent = date === undefined ? "date" : amount === undefined ? "amount" : "";
    if (absent) return this.missing(row, absent);
    const account = customer === undefined ? undefined : this.accountNamed(customer);
    if (customer !== undefined && !account)
      return { kind: "customerUnknown", place: this.place(row), found: String(customer) };
    const closed = this.closed(row, date as PlainDate);
    if (closed) return closed;
    const planned = planReceipt(this.scratch, receiptInputFrom(row.fields, account?.customer.id), this.ids);
    this.pretend(planned.changes);
    return planned.changes.map((change) =>
      change.put === "receipt" ? { ...change, typedAt: row.row } : change,
    );
  }

  /** Rows of one take-over see what the rows before them settle, though nothing is written yet. */
  private pretend(changes: readonly Change[]): void {
    this.pretended += 1;
    const seq = this.ledger.book.head.seq + this.pretended;
    const entry = {
      seq,
      action: "",
      key: "",
      kind: "",
      at: "",
      user: "",
      knownBy: "nobody" as const,
      changes,
    };
    applyEntry(this.scratch.book, entry);
  }

  private putBackDeleted(projection: Map<string, RowWrite>, originals: Map<TypedRow, RowWrite>): void {
    const there = new Set([...originals.values()].map((write) => write.id));
    for (const write of projection.values()) {
      if (there.has(write.id)) continue;
      this.restore.push({ ...write, state: "new" });
      const place = { table: this.table.name[this.ledger.style.language] };
      this.problems.push({
        kind: "rowDeleted",
        place,
        found: String(write.fields.number ?? write.fields.name ?? write.id),
      });
    }
  }

  private accountNamed(code: Fields[string]): Account | undefined {
    const wanted = nameKey(String(code ?? ""));
    const accounts = [...this.ledger.book.accounts.values()].filter(
      (account) => account.customer.id !== UNIDENTIFIED,
    );
    const byCode = accounts.find((account) => nameKey(account.customer.code) === wanted);
    const byName = accounts.filter((account) => nameKey(account.customer.name) === wanted);
    return byCode ?? (byName.length === 1 ? byName[0] : undefined);
  }

  private closed(row: TypedRow, date: PlainDate): Problem | undefined {
    const { closedThrough } = this.ledger.book.settings;
    if (!closedThrough || date > closedThrough) return undefined;
    return { kind: "periodClosed", place: this.place(row), found: date, closedThrough };
  }

  private missing(row: TypedRow, key: string): Problem {
    const column = this.table.columns.find((each) => each.key === key);
    return { kind: "cellMissing", place: this.place(row, column) };
  }

  private place(row: TypedRow, column?: Column) {
    const { language } = this.ledger.style;
    return {
      table: this.table.name[language],
      row: row.row,
      ...(column ? { column: column.name[language] } : {}),
    };
  }
}

/** A book to try things in: its accounts can be added to without the real ones noticing. */
function copyOf(book: Book): Book {
  const accounts = [...book.accounts].map(([id, account]): [string, Account] => [
    id,
    {
      ...account,
      items: [...account.items],
      receipts: [...account.receipts],
      allocations: [...account.allocations],
    },
  ]);
  return { ...book, accounts: new Map(accounts) };
}

const HAND_KEYS: ReadonlySet<string> = new Set([
  "aliases",
  "taxId",
  "parent",
  "payer",
  "team",
  "salesperson",
  "cutOffDay",
  "onAccount",
  "naturalPerson",
  "language",
  "currency",
  "note",
]);

/** Left blank, these cells mean what the ledger made of them. */
const DECIDED_BY_LEDGER: ReadonlySet<string> = new Set(["kind", "currency", "due", "method", "code"]);

/** Of several rows with one id the one that equals the journal is it, else the first; the others are new. */
function originalsOf(rows: readonly TypedRow[], projection: Map<string, RowWrite>): Map<TypedRow, RowWrite> {
  const byId = new Map<string, TypedRow>();
  for (const row of rows) {
    const id = String(row.fields.id ?? "");
    const write = projection.get(id);
    const other = byId.get(id);
    if (!write || (other && isEqual(other, write))) continue;
    if (!other || isEqual(row, write)) byId.set(id, row);
  }
  return new Map(
    [...byId].flatMap(([id, row]) => {
      const write = projection.get(id);
      return write ? [[row, write] as const] : [];
    }),
  );
}

function isEqual(row: TypedRow, write: RowWrite): boolean {
  return write.table.columns.every((column) => isSameField(row.fields[column.key], write.fields[column.key]));
}

function isSameField(a: Fields[string], b: Fields[string]): boolean {
  return (
    a === b || ((a ?? "") === "" && (b ?? "") === "") || String(a ?? "").trim() === String(b ?? "").trim()
  );
}

function findFact<T extends { id: string; voided: number }>(
  accounts: readonly Account[],
  list: (account: Account) => readonly T[],
  id: string,
): T | undefined {
  for (const account of accounts) {
    const fact = list(account).find((each) => each.id === id && each.voided === 0);
    if (fact) return fact;
  }
  return undefined;
}

/** Due lines after typing: the same, or with another amount, or new ones where nothing stands on the old. */
function changedLines(item: OpenItem, next: OpenItem, keys: ReadonlySet<string>, account: Account) {
  const settled = item.lines.map((_, line) => settledOf(account, item.id, line));
  if (!["amount", "date", "due"].some((key) => keys.has(key))) return item.lines;
  const isOneLine = item.lines.length === 1 && next.lines.length === 1;
  const isFree = settled.every((sum) => sum === 0);
  if (isOneLine || (isFree && !keys.has("amount")))
    return next.amount > 0 && next.amount < sumOf(settled) ? undefined : next.lines;
  return linesWithAmount(item.lines, next.amount, settled);
}

function settledOf(account: Account, item: string, line?: number): OpenItem["amount"] {
  const sum = account.allocations.reduce(
    (total, each) =>
      each.voided === 0 && each.item === item && (line === undefined || each.line === line)
        ? total + each.amount
        : total,
    0,
  );
  return money(sum);
}

function usedOf(account: Account, receipt: string): number {
  return account.allocations.reduce(
    (total, each) => (each.voided === 0 && each.from === receipt ? total + each.amount : total),
    0,
  );
}

/** The record without its place in the journal. */
function bare<T>({ seq, voided, batch, ...row }: Known<T>) {
  return row;
}
