import {
  type Account,
  allocationFields,
  assert,
  type Batch,
  type Book,
  type Change,
  type Customer,
  customerFields,
  type Entry,
  type Fields,
  itemFields,
  type Known,
  orderFields,
  PENDING,
  type RowContext,
  receiptFields,
  type StatementHead,
  settlementOf,
  statementFields,
  TABLES,
  type Table,
  taxInvoiceFields,
  UNIDENTIFIED,
  type User,
  userFields,
} from "../../core/index.ts";

/** A row that a tab should show, and whether it may stand there already. */
export interface RowWrite {
  readonly table: Table;
  readonly id: string;
  readonly fields: Fields;
  /**
   * `new` was made by this action; `touched` exists, and of its machine columns those that move are
   * patched; `restored` exists, and all its machine columns are written; `rewritten` exists, and an
   * action, not a hand, has given it a new version: all its columns are written; `renamed` exists, and
   * names its customer in `columns`; `decided` exists, and those in `columns` are written, as somebody has
   * decided. Where `before` is given, a hand column that says something else by now is typing, and stays.
   */
  readonly state: "new" | "touched" | "restored" | "rewritten" | "renamed" | "decided";
  readonly columns?: readonly string[];
  /** The row in which a person had typed it. */
  readonly typedAt?: number;
  /** Codes that its customer had before: a person may have typed one of them. */
  readonly formerCodes?: readonly string[];
  /** The id that stands there and is another row's, or no row's. */
  readonly wrongId?: string;
  /** What the row held before. */
  readonly before?: Fields;
}

/** Every row that the tabs of a ledger hold, by table and id, as the book shows them now. */
export function projectionOf(book: Book): Map<string, Map<string, RowWrite>> {
  const collector = new RowCollector(book);
  for (const account of book.accounts.values()) collector.addAccount(account);
  for (const user of book.users) collector.addUser(user);
  const tables = new Map(TABLES.map((table) => [table.key, new Map<string, RowWrite>()]));
  for (const write of collector.writes.values()) tables.get(write.table.key)?.set(write.id, write);
  return tables;
}

/** The rows that entries make or touch, each once, as the book shows them now. */
export function rowWritesOf(
  book: Book,
  entries: readonly Entry[],
  formerly: ReadonlyMap<string, Customer>,
): RowWrite[] {
  const collector = new RowCollector(book, entries[0]?.seq, formerly);
  for (const entry of entries) for (const change of entry.changes) collector.addChange(change, entry);
  return [...collector.writes.values()];
}

class RowCollector {
  readonly writes = new Map<string, RowWrite>();
  private readonly contexts = new Map<string, RowContext>();
  private readonly book: Book;
  private readonly firstSeq: number;
  private typedAt: number | undefined;
  private formerCodes: readonly string[] | undefined;

  private readonly formerly: ReadonlyMap<string, Customer>;

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
    for (const item of account.items) this.put("items", item.id, itemFields(item, context), -1);
    for (const each of account.receipts) this.put("receipts", each.id, receiptFields(each, context), -1);
    for (const each of account.allocations)
      this.put("allocations", each.id, allocationFields(each, context), -1);
    for (const order of account.orders) this.put("orders", order.id, orderFields(order, context), -1);
    for (const each of account.taxInvoices)
      this.put("taxInvoices", each.id, taxInvoiceFields(each, context), -1);
    for (const each of account.statements)
      this.put("statements", each.id, statementFields(each, context), -1);
  }

  addUser(user: User): void {
    this.put("users", user.id, userFields(user), -1);
  }

  addChange(change: Change, entry: Entry): void {
    this.typedAt = "typedAt" in change ? change.typedAt : undefined;
    this.formerCodes = this.typedAt === undefined ? undefined : this.formerCodesIn(change);
    switch (change.put) {
      case "customer":
        this.customer(change.row.id, entry.seq);
        return this.decide(change.row.id, change.decided ?? []);
      case "item":
        this.item(change.row.id, this.context(change.row.customer), entry);
        return this.rewrite("items", change.row.id, change.follows ? "rewritten" : versionOf(entry));
      case "receipt":
        this.receipt(change.row.id, this.context(change.row.customer ?? UNIDENTIFIED), entry);
        return this.rewrite("receipts", change.row.id, versionOf(entry));
      case "allocation":
        this.allocation(change.row.id, this.context(change.row.customer), entry);
        return this.rewrite("allocations", change.row.id, "rewritten");
      case "void":
        return this.void(change.row.id, this.context(change.row.customer), entry);
      case "order":
        this.order(change.row.id, this.context(change.row.customer), entry);
        return this.rewrite("orders", change.row.id, versionOf(entry));
      case "taxInvoice":
        this.taxInvoice(change.row.id, this.context(change.row.customer), entry);
        return this.rewrite("taxInvoices", change.row.id, versionOf(entry));
      case "statement":
        return this.statement(change.row, entry);
      case "user":
        this.put("users", change.row.id, userFields(change.row), entry.seq);
        return this.rewrite("users", change.row.id, versionOf(entry));
      case "batch":
        return change.row.state === "open" ? undefined : this.settledBatch(change.row, entry);
      default:
        return;
    }
  }

  private formerCodesIn({ row }: Change): readonly string[] | undefined {
    const id = "customer" in row ? row.customer : undefined;
    return id === undefined ? undefined : this.book.accounts.get(id)?.customer.formerCodes;
  }

  /** A row that is void with one customer and in force with another has moved: it shows the other. */
  private put(table: string, id: string, fields: Fields, seq: number): void {
    const found = TABLES.find((candidate) => candidate.key === table);
    assert(found, `there is a table ${table}`);
    const key = `${table}:${id}`;
    const { state: known, fields: earlier, before } = this.writes.get(key) ?? {};
    if (fields.state === "void" && earlier && earlier.state !== "void") return;
    const isNew = id.startsWith(`${seq}.`, 1) || known === "new";
    const typedAt = this.writes.get(key)?.typedAt ?? this.typedAt;
    const formerCodes = this.writes.get(key)?.formerCodes ?? this.formerCodes;
    const place = {
      ...(isNew && typedAt !== undefined ? { typedAt } : {}),
      ...(isNew && formerCodes ? { formerCodes } : {}),
      ...(before ? { before } : {}),
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

  /** The row of the version that held before the entries, with whomever it stood. */
  private before(table: string, id: string): Fields | undefined {
    const held: Held = (fact) =>
      fact.id === id && fact.voided >= this.firstSeq && (fact.seq < this.firstSeq || fact.seq === PENDING);
    for (const account of this.book.accounts.values()) {
      const fields = HELD[table]?.(account, held, () => this.formerContext(account));
      if (fields) return fields;
    }
    return undefined;
  }

  private customer(id: string, seq = -1): void {
    if (id === UNIDENTIFIED) return;
    const context = this.context(id);
    this.put("customers", id, customerFields(context.account.customer, context), seq);
  }

  private decide(id: string, columns: readonly string[]): void {
    const key = `customers:${id}`;
    const write = this.writes.get(key);
    if (write && columns.length > 0) this.writes.set(key, { ...write, state: "decided", columns });
  }

  /** While a batch is open its rows count nowhere, balances included. */
  private balance(context: RowContext, entry: Entry): void {
    const batch = this.book.batches.find((each) => each.id === entry.batch);
    if (batch?.state !== "open") this.customer(context.account.customer.id);
  }

  private item(id: string, context: RowContext, entry: Entry): void {
    const item = latest(context.account.items, id);
    if (!item) return;
    this.put("items", id, itemFields(item, context), entry.seq);
    this.balance(context, entry);
  }

  private receipt(id: string, context: RowContext, entry: Entry): void {
    const receipt = latest(context.account.receipts, id);
    if (!receipt) return;
    this.put("receipts", id, receiptFields(receipt, context), entry.seq);
    this.balance(context, entry);
  }

  private allocation(id: string, context: RowContext, entry: Entry): void {
    const allocation = latest(context.account.allocations, id);
    if (!allocation) return;
    this.put("allocations", id, allocationFields(allocation, context), entry.seq);
    this.item(allocation.item, context, entry);
    if (allocation.from.startsWith("i")) this.item(allocation.from, context, entry);
    else this.receipt(allocation.from, context, entry);
  }

  private order(id: string, context: RowContext, entry: Entry): void {
    const order = latest(context.account.orders, id);
    if (order) this.put("orders", id, orderFields(order, context), entry.seq);
  }

  private taxInvoice(id: string, context: RowContext, entry: Entry): void {
    const invoice = latest(context.account.taxInvoices, id);
    if (invoice) this.put("taxInvoices", id, taxInvoiceFields(invoice, context), entry.seq);
  }

  private statement(head: StatementHead, entry: Entry): void {
    this.put("statements", head.id, statementFields(head, this.context(head.customer)), entry.seq);
  }

  private void(id: string, context: RowContext, entry: Entry): void {
    if (id.startsWith("a")) return this.allocation(id, context, entry);
    if (id.startsWith("r")) return this.receipt(id, context, entry);
    if (id.startsWith("i")) return this.item(id, context, entry);
    this.order(id, context, entry);
    this.taxInvoice(id, context, entry);
  }

  /** A batch that closes makes balances count; one that is undone makes its rows void. */
  private settledBatch(batch: Batch, entry: Entry): void {
    for (const account of this.book.accounts.values()) {
      if (!isInBatch(account, batch.id)) continue;
      const context = this.context(account.customer.id);
      this.balance(context, { ...entry, batch: "" });
      if (batch.state === "undone") this.voidedBatch(account, context, batch.id, entry);
    }
  }

  private voidedBatch(account: Account, context: RowContext, batch: string, entry: Entry): void {
    for (const item of of(account.items, batch)) this.item(item.id, context, entry);
    for (const receipt of of(account.receipts, batch)) this.receipt(receipt.id, context, entry);
    for (const each of of(account.allocations, batch)) this.allocation(each.id, context, entry);
  }

  /** The context in which a row was written before the entries: the customer may have got another code. */
  private formerContext(account: Account): RowContext {
    const customer = this.formerly.get(account.customer.id) ?? account.customer;
    return { ...this.context(account.customer.id), account: { ...account, customer } };
  }

  private context(customer: string): RowContext {
    const known = this.contexts.get(customer);
    if (known) return known;
    const account = this.book.accounts.get(customer);
    assert(account, `the account of customer ${customer} is loaded`);
    const { settings } = this.book;
    const codeOf = (id: string) => this.book.accounts.get(id)?.customer.code ?? id;
    const context = { account, settlement: settlementOf(account), settings, codeOf };
    this.contexts.set(customer, context);
    return context;
  }
}

type Held = (fact: { id: string; seq: number; voided: number }) => boolean;

/** The row that a record had, by its table. */
const HELD: Readonly<
  Record<string, (account: Account, held: Held, context: () => RowContext) => Fields | undefined>
> = {
  items: ({ items }, held, context) => shown(items.find(held), itemFields, context),
  receipts: ({ receipts }, held, context) => shown(receipts.find(held), receiptFields, context),
  orders: ({ orders }, held, context) => shown(orders.find(held), orderFields, context),
  allocations: ({ allocations }, held, context) => shown(allocations.find(held), allocationFields, context),
  taxInvoices: ({ taxInvoices }, held, context) => shown(taxInvoices.find(held), taxInvoiceFields, context),
};

function shown<T>(
  fact: T | undefined,
  fieldsOf: (fact: T, context: RowContext) => Fields,
  context: () => RowContext,
): Fields | undefined {
  return fact === undefined ? undefined : fieldsOf(fact, context());
}

/** What a hand typed stands in its cells already; what an action changed is to be written. */
function versionOf(entry: Entry): "restored" | "rewritten" {
  return entry.kind === "takeOver" ? "restored" : "rewritten";
}

function isInBatch(account: Account, batch: string): boolean {
  return [account.items, account.receipts, account.allocations].some(
    (facts) => of<object>(facts, batch).length > 0,
  );
}

function of<T>(facts: readonly Known<T>[], batch: string): Known<T>[] {
  return facts.filter((fact) => fact.batch === batch);
}

function latest<T extends { id: string }>(facts: readonly T[], id: string): T | undefined {
  for (let i = facts.length - 1; i >= 0; i -= 1) if (facts[i]?.id === id) return facts[i];
  return undefined;
}
