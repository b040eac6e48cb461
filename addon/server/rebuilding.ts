import { type Account, type Book, emptyAccount, packAccount, TABLES } from "../../core/index.ts";
import { type CustomerLine, readCustomerLines } from "./accounts-tab.ts";
import type { Ledger } from "./ledger.ts";
import type { RowWrite } from "./views/row-write.ts";
import { projectionOf } from "./views/row-writes.ts";
import { tripwiresOf } from "./views/tripwire-sums.ts";

/** What the tripwires of every tab show when it holds exactly the rows of a book. */
export function expectedOf(book: Book) {
  const projection = projectionOf(book);
  const rowsOf = (key: string): Iterable<RowWrite> => projection.get(key)?.values() ?? [];
  return Object.fromEntries(TABLES.map((table) => [table.key, tripwiresOf(table, rowsOf(table.key))]));
}

/**
 * Accounts whose packed form, or the line by which they are found, is not what the journal says, as the
 * journal says them; of some it knows nothing.
 */
export function differing(now: Ledger, journal: Book): Account[] {
  const unknown = [...now.book.accounts.values()].filter(
    ({ customer }) => !journal.accounts.has(customer.id),
  );
  const all = [...journal.accounts.values(), ...unknown.map(({ customer }) => emptyAccount(customer))];
  const lines = lineTexts();
  return all.filter((account) => {
    if (!lines.has(lineText(account.customer))) return true;
    const packed = now.book.accounts.get(account.customer.id);
    if (now.damaged.includes(account.customer.id)) return true;
    return !packed || packAccount(packed).join("") !== packAccount(account).join("");
  });
}

/** Id, code and name of every row of the accounts, of those that stand there once. */
function lineTexts(): Set<string> {
  const lines = readCustomerLines();
  const ids = new Map<string, number>();
  for (const { id } of lines) ids.set(id, (ids.get(id) ?? 0) + 1);
  return new Set(lines.filter(({ id }) => ids.get(id) === 1).map(lineText));
}

function lineText({ id, code, name }: CustomerLine): string {
  return JSON.stringify([id, code, name]);
}

/**
 * Rows that a tab shows otherwise than a book has them, as the packed accounts tell it: what hands typed
 * meanwhile is none of it. A row that the book does not know stays where hands may take it over, and is
 * emptied where only the ledger writes.
 */
export function overtakenRows(now: Ledger, journal: Book): RowWrite[] {
  const [before, after] = [projectionOf(now.book), projectionOf(journal)];
  return TABLES.flatMap((table): RowWrite[] => {
    const [was, is] = [before.get(table.key) ?? NO_ROWS, after.get(table.key) ?? NO_ROWS];
    const gone = [...was.values()].filter(({ id }) => !is.has(id) && MACHINE_ONLY.has(table.key));
    const changed = [...is.values()].filter(
      ({ id, fields }) => JSON.stringify(was.get(id)?.fields) !== JSON.stringify(fields),
    );
    return [
      ...gone.map((write): RowWrite => ({ ...write, fields: {}, state: "rewritten" })),
      ...changed.map((write) => overtaken(write, was.get(write.id))),
    ];
  });
}

function overtaken(write: RowWrite, was: RowWrite | undefined): RowWrite {
  return was ? { ...write, state: "rewritten", before: was.fields } : { ...write, state: "new" };
}

const NO_ROWS: ReadonlyMap<string, RowWrite> = new Map();

/** Tabs into which nobody types a row. */
const MACHINE_ONLY = new Set(["allocations", "statements"]);
