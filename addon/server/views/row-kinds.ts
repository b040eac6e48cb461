import {
  type Account,
  allocationFields,
  approvalFields,
  assert,
  collectionFields,
  collectionOf,
  type Fields,
  fileOf,
  itemFields,
  orderFields,
  PENDING,
  type RowContext,
  receiptFields,
  statementFields,
  taxInvoiceFields,
} from "../../../core/index.ts";

/** A record as an account holds it; statements have no stretch of the journal, they never change. */
interface Fact {
  readonly id: string;
  readonly seq?: number;
  readonly voided?: number;
  readonly batch?: string;
}

/** The records of one kind in an account, as rows of their tab. */
export interface RowKind {
  /** Every version, in journal order. */
  readonly all: (context: RowContext) => { id: string; fields: Fields }[];
  /** The record's row as it is now. */
  readonly latest: (id: string, context: RowContext) => Fields | undefined;
  /** The record's row as it was before the entry at `seq`. */
  readonly before: (id: string, seq: number, account: Account, context: Context) => Fields | undefined;
  readonly idsInBatch: (account: Account, batch: string) => string[];
}

/** Made where it is needed: it adds the account up. */
type Context = (account: Account) => RowContext;

const ROW_KINDS: Readonly<Record<string, RowKind>> = {
  items: rowKind((account) => account.items, itemFields),
  receipts: rowKind((account) => account.receipts, receiptFields),
  allocations: rowKind((account) => account.allocations, allocationFields),
  orders: rowKind((account) => account.orders, orderFields),
  taxInvoices: rowKind((account) => account.taxInvoices, taxInvoiceFields),
  statements: rowKind((account) => account.statements, statementFields),
  approvals: rowKind((account) => fileOf(account).approvals, approvalFields),
  collection: rowKind(collectionOf, collectionFields),
};

/** Kinds whose rows an import makes. */
const IMPORTED = ["items", "receipts", "allocations"];

/** How the records of a table's tab become its rows. */
export function rowKindOf(table: string): RowKind {
  const kind = ROW_KINDS[table];
  assert(kind, `there are records of kind ${table}`);
  return kind;
}

/** Every row of every kind that an account holds. */
export function rowsOfAccount(context: RowContext): { table: string; id: string; fields: Fields }[] {
  return Object.entries(ROW_KINDS).flatMap(([table, kind]) =>
    kind.all(context).map((row) => ({ table, ...row })),
  );
}

/** The rows of an account that an import has made. */
export function rowsOfBatch(account: Account, batch: string): { table: string; id: string }[] {
  return IMPORTED.flatMap((table) =>
    rowKindOf(table)
      .idsInBatch(account, batch)
      .map((id) => ({ table, id })),
  );
}

/** The row that a record had before the entry at `seq`, with whichever customer it stood. */
export function rowBefore(
  table: string,
  id: string,
  seq: number,
  accounts: Iterable<Account>,
  context: Context,
): Fields | undefined {
  const kind = ROW_KINDS[table];
  for (const account of accounts) {
    const fields = kind?.before(id, seq, account, context);
    if (fields) return fields;
  }
  return undefined;
}

function rowKind<T extends Fact>(
  factsOf: (account: Account) => readonly T[],
  fieldsOf: (fact: T, context: RowContext) => Fields,
): RowKind {
  const shown = (fact: T | undefined, context: () => RowContext) => fact && fieldsOf(fact, context());
  return {
    all: (context) =>
      factsOf(context.account).map((fact) => ({ id: fact.id, fields: fieldsOf(fact, context) })),
    latest: (id, context) => shown(latest(factsOf(context.account), id), () => context),
    before: (id, seq, account, context) =>
      shown(
        factsOf(account).find((fact) => fact.id === id && heldBefore(fact, seq)),
        () => context(account),
      ),
    idsInBatch: (account, batch) =>
      factsOf(account)
        .filter((fact) => fact.batch === batch)
        .map(({ id }) => id),
  };
}

function heldBefore({ seq: since = PENDING, voided = 0 }: Fact, seq: number): boolean {
  return voided >= seq && (since < seq || since === PENDING);
}

/** The latest version of a record among facts in journal order. */
export function latest<T extends { readonly id: string }>(facts: readonly T[], id: string): T | undefined {
  for (let i = facts.length - 1; i >= 0; i -= 1) if (facts[i]?.id === id) return facts[i];
  return undefined;
}
