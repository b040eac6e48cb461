import {
  type Account,
  assert,
  type Batch,
  type Book,
  type Change,
  type Customer,
  countedSettlementOf,
  customerFields,
  type Entry,
  type Fields,
  type RowContext,
  TABLES,
  UNIDENTIFIED,
  type User,
  userFields,
} from "../../../core/index.ts";
import { latest, rowBefore, rowKindOf, rowsOfAccount, rowsOfBatch } from "./row-kinds.ts";
import type { OtherNames, RowWrite } from "./row-write.ts";

/** Tables of the records that an entry may put, by the word with which it puts them. */
const TABLE_OF = {
  item: "items",
  receipt: "receipts",
  order: "orders",
  taxInvoice: "taxInvoices",
  statement: "statements",
  approval: "approvals",
  reminder: "collection",
  promise: "collection",
} as const;

/** Gathers the rows that accounts or entries make, each once, as the book shows them now. */
export class RowCollector {
  readonly writes = new Map<string, RowWrite>();
  private readonly contexts = new Map<string, RowContext>();
  private readonly book: Book;
  private readonly firstSeq: number;
  private readonly formerly: ReadonlyMap<string, Customer>;
  private typedAt: number | undefined;
  private otherNames: OtherNames | undefined;

  constructor(
    book: Book,
    firstSeq = Number.POSITIVE_INFINITY,
    formerly: ReadonlyMap<string, Customer> = new Map(),
  ) {
    this.book = book;
    this.firstSeq = firstSeq;
    this.formerly = formerly;
  }

  /** The whole account: every record once, in its latest version. */
  addAccount(account: Account): void {
    const context = this.context(account.customer.id);
    this.customer(account.customer.id);
    for (const { table, id, fields } of rowsOfAccount(context)) this.put(table, id, fields, -1);
  }

  addUser(user: User): void {
    this.put("users", user.id, userFields(user), -1);
  }

  addChange(change: Change, entry: Entry): void {
    this.typedAt = "typedAt" in change ? change.typedAt : undefined;
    this.otherNames = this.typedAt === undefined ? undefined : this.otherNamesIn(change);
    switch (change.put) {
      case "customer":
        this.customer(change.row.id, entry.seq);
        return this.decide(change.row.id, change.decided ?? []);
      case "item":
      case "receipt":
      case "order":
      case "taxInvoice":
        this.show(TABLE_OF[change.put], change.row.id, this.contextOf(change), entry);
        return this.rewrite(TABLE_OF[change.put], change.row.id, versionOf(change, entry));
      case "allocation":
        this.allocation(change.row.id, this.contextOf(change), entry);
        return this.rewrite("allocations", change.row.id, "rewritten");
      case "statement":
        return this.show("statements", change.row.id, this.contextOf(change), entry);
      case "approval":
        this.show("approvals", change.row.id, this.contextOf(change), entry);
        this.rewrite("approvals", change.row.id, "rewritten");
        return this.decide(change.row.customer, change.decided ?? []);
      case "reminder":
      case "promise":
        this.customer(change.row.customer);
        this.show(TABLE_OF[change.put], change.row.id, this.contextOf(change), entry);
        return this.rewrite(TABLE_OF[change.put], change.row.id, "rewritten");
      case "hold":
      case "review":
        return this.customer(change.row.customer);
      case "void":
        return this.void(change.row.id, this.contextOf(change), entry);
      case "user":
        this.put("users", change.row.id, userFields(change.row), entry.seq);
        return this.rewrite("users", change.row.id, versionOf(change, entry));
      case "batch":
        return change.row.state === "open" ? undefined : this.settledBatch(change.row, entry);
      default:
        return;
    }
  }

  private otherNamesIn({ row }: Change): OtherNames | undefined {
    const id = "customer" in row ? row.customer : undefined;
    const customer = id === undefined ? undefined : this.book.accounts.get(id)?.customer;
    return (
      customer && { codes: customer.formerCodes ?? [], names: [customer.name, ...(customer.aliases ?? [])] }
    );
  }

  /**
   * A row that is void with one customer and in force with another has moved: it shows the other. One that is void
   * with both shows with whom it stood last.
   */
  private put(table: string, id: string, fields: Fields, seq: number): void {
    const found = TABLES.find((candidate) => candidate.key === table);
    assert(found, `there is a table ${table}`);
    const key = `${table}:${id}`;
    const { state: known, fields: earlier, before, columns } = this.writes.get(key) ?? {};
    if (earlier && endOf(fields) < endOf(earlier)) return;
    const isNew = id.startsWith(`${seq}.`, 1) || known === "new";
    const typedAt = this.writes.get(key)?.typedAt ?? this.typedAt;
    const otherNames = this.writes.get(key)?.otherNames ?? this.otherNames;
    const place = {
      ...(isNew && typedAt !== undefined ? { typedAt } : {}),
      ...(isNew && otherNames ? { otherNames } : {}),
      ...(before ? { before } : {}),
      ...(columns ? { columns } : {}),
    };
    this.writes.set(key, { table: found, id, fields, state: isNew ? "new" : (known ?? "touched"), ...place });
  }

  /** A new version of a record that was there: what hands typed stands already, the rest is written. */
  private rewrite(table: string, id: string, state: "restored" | "rewritten"): void {
    const key = `${table}:${id}`;
    const write = this.writes.get(key);
    if (write?.state !== "touched") return;
    const before = state === "rewritten" ? this.before(table, id) : undefined;
    this.writes.set(key, { ...write, state, ...(before ? { before } : {}) });
  }

  private before(table: string, id: string): Fields | undefined {
    const context = (account: Account) => this.formerContext(account);
    return rowBefore(table, id, this.firstSeq, this.book.accounts.values(), context);
  }

  private customer(id: string, seq = -1): void {
    if (id === UNIDENTIFIED) return;
    const context = this.context(id);
    this.put("customers", id, customerFields(context.account.customer, context), seq);
  }

  /** Cells in which something was wished, or is in force now, are written over what stands there. */
  private decide(id: string, columns: readonly string[]): void {
    if (columns.length === 0) return;
    const key = `customers:${id}`;
    if (!this.writes.has(key)) this.customer(id);
    const write = this.writes.get(key);
    if (!write) return;
    const all = [...new Set([...(write.columns ?? []), ...columns])];
    const state = write.state === "new" ? "new" : "decided";
    this.writes.set(key, { ...write, state, columns: all });
  }

  /** Documents and receipts move their customer's balance; while a batch is open its rows count nowhere. */
  private show(table: string, id: string, context: RowContext, entry: Entry): void {
    const fields = rowKindOf(table).latest(id, context);
    if (!fields) return;
    this.put(table, id, fields, entry.seq);
    const batch = this.book.batches.find((each) => each.id === entry.batch);
    const movesBalance = table === "items" || table === "receipts";
    if (movesBalance && batch?.state !== "open") this.customer(context.account.customer.id);
  }

  /** An allocation changes what is open at both of its ends. */
  private allocation(id: string, context: RowContext, entry: Entry): void {
    const allocation = latest(context.account.allocations, id);
    if (!allocation) return;
    this.show("allocations", id, context, entry);
    this.show("items", allocation.item, context, entry);
    this.show(allocation.from.startsWith("i") ? "items" : "receipts", allocation.from, context, entry);
  }

  private void(id: string, context: RowContext, entry: Entry): void {
    if (id.startsWith("a")) return this.allocation(id, context, entry);
    for (const table of new Set(Object.values(TABLE_OF))) this.show(table, id, context, entry);
    // What stands beside a customer goes with the record that it came from.
    if (/^[hvnw]/.test(id)) this.customer(context.account.customer.id);
  }

  /** A batch that closes makes its rows and balances count; one that is undone makes its rows void. */
  private settledBatch(batch: Batch, entry: Entry): void {
    for (const account of this.book.accounts.values()) {
      const rows = rowsOfBatch(account, batch.id);
      if (rows.length === 0) continue;
      this.customer(account.customer.id);
      this.settledRows(rows, this.context(account.customer.id), entry);
    }
  }

  private settledRows(
    rows: readonly { table: string; id: string }[],
    context: RowContext,
    entry: Entry,
  ): void {
    for (const { table, id } of rows) {
      if (table === "allocations") this.allocation(id, context, entry);
      else this.show(table, id, context, entry);
    }
  }

  /** The context in which a row was written before the entries: the customer may have got another code. */
  private formerContext(account: Account): RowContext {
    const customer = this.formerly.get(account.customer.id) ?? account.customer;
    return { ...this.context(account.customer.id), account: { ...account, customer } };
  }

  private contextOf({ row }: { readonly row: { readonly customer?: string } }): RowContext {
    return this.context(row.customer ?? UNIDENTIFIED);
  }

  private context(customer: string): RowContext {
    const known = this.contexts.get(customer);
    if (known) return known;
    const account = this.book.accounts.get(customer);
    assert(account, `the account of customer ${customer} is loaded`);
    const { settings } = this.book;
    const codeOf = (id: string) => this.book.accounts.get(id)?.customer.code ?? id;
    const context = { account, settlement: countedSettlementOf(account), settings, codeOf };
    this.contexts.set(customer, context);
    return context;
  }
}

/** Until which place in the journal a record holds; of records without one, and while it holds, for ever. */
function endOf({ voided }: Fields): number {
  return Number(voided ?? 0) || Number.POSITIVE_INFINITY;
}

/** What a hand typed stands in its cells already; what an action changed is to be written. */
function versionOf(change: Change, { kind }: Entry): "restored" | "rewritten" {
  const follows = change.put === "item" && change.follows;
  return kind === "takeOver" && !follows ? "restored" : "rewritten";
}
