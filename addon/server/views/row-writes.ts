import { type Book, type Customer, type Entry, TABLES } from "../../../core/index.ts";
import { RowCollector } from "./row-collector.ts";
import type { RowWrite } from "./row-write.ts";

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
