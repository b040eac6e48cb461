import type { Account, Book, Customer, Fields } from "../../../core/index.ts";
import type { RowWrite } from "./row-write.ts";
import { projectionOf } from "./row-writes.ts";

/** The customers as they were before entries were applied. */
export type FormerCustomers = ReadonlyMap<string, Customer>;

/** Columns in which other rows name the customer. */
const NAMING = ["customer", "customerName"];

/** Columns in which a customer's row names another customer. */
const RELATED = ["parent", "payer"] as const;

interface Renaming {
  readonly formerly: FormerCustomers;
  /** A run that was cut off may have written the accounts and not the rows: then all of them are looked at. */
  readonly recovering: boolean;
}

/** Every row that names one of these customers whose code or name is another one now. */
export function renamedRows(book: Book, ids: ReadonlySet<string>, run: Renaming): RowWrite[] {
  const { formerly, recovering } = run;
  const renamed = [...book.accounts.values()].filter(
    ({ customer }) => ids.has(customer.id) && (recovering || isRenamed(customer, formerly.get(customer.id))),
  );
  if (renamed.length === 0) return [];
  const own = renamed.flatMap((account) => namingRows(book, account, formerly));
  return [...own, ...relatedRows(book, renamed, formerly)];
}

function isRenamed(now: Customer, was: Customer | undefined): boolean {
  return was !== undefined && (was.code !== now.code || was.name !== now.name);
}

function namingRows(book: Book, account: Account, formerly: FormerCustomers): RowWrite[] {
  const { customer } = account;
  const own = projectionOf({ ...book, users: [], accounts: new Map([[customer.id, account]]) });
  const code = formerCode(customer, formerly);
  return [...own.values()].flatMap((rows) =>
    [...rows.values()].flatMap((write): RowWrite[] => {
      const columns = columnsIn(write, NAMING);
      if (columns.length === 0) return [];
      return [{ ...write, state: "renamed", columns, before: { ...write.fields, customer: code } }];
    }),
  );
}

/** Rows of customers that name one of the renamed as their parent or payer. */
function relatedRows(book: Book, renamed: readonly Account[], formerly: FormerCustomers): RowWrite[] {
  const codes = new Map(renamed.map(({ customer }) => [customer.id, formerCode(customer, formerly)]));
  const related = [...book.accounts].filter(([, { customer }]) =>
    RELATED.some((key) => codes.has(customer[key] ?? "")),
  );
  if (related.length === 0) return [];
  const rows = projectionOf({ ...book, users: [] }).get("customers");
  return related.flatMap(([id, { customer }]): RowWrite[] => {
    const write = rows?.get(id);
    const columns = RELATED.filter((key) => codes.has(customer[key] ?? ""));
    const before: Record<string, Fields[string]> = { ...write?.fields };
    for (const key of columns) before[key] = codes.get(customer[key] ?? "");
    return write ? [{ ...write, state: "renamed", columns, before }] : [];
  });
}

function formerCode(now: Customer, formerly: FormerCustomers): string {
  const was = formerly.get(now.id);
  return was && was.code !== now.code ? was.code : (now.formerCodes?.slice(-1)[0] ?? now.code);
}

function columnsIn({ table }: RowWrite, keys: readonly string[]): string[] {
  return keys.filter((key) => table.columns.some((column) => column.key === key));
}
