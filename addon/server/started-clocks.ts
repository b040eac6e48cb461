import {
  type Account,
  applyEntry,
  type Book,
  type Change,
  copiedAccount,
  type DatedItems,
  datedByEvents,
  type Entry,
  type OpenItem,
  redatedItems,
  runsFromEvent,
  type Settings,
} from "../../core/index.ts";

/** A book that can be tried things on: its accounts are copies, and nothing of it is written. */
export function scratchOf(book: Book): Book {
  const accounts = [...book.accounts].map(([id, account]) => [id, copiedAccount(account)] as const);
  return { ...book, accounts: new Map(accounts) };
}

/**
 * What an entry writes, with the due dates that it starts or stops: a received tax invoice, a confirmed
 * statement, an acceptance or the next delivery dates the lines that wait for it, and so does taking one
 * of them back. What stands in a batch that is still open starts nothing: its close does. The entry is applied
 * to the scratch book, so that the next one sees it.
 */
export function withStartedClocks(scratch: Book, entry: Entry): readonly Change[] {
  const isPending = scratch.batches.some(({ id, state }) => id === entry.batch && state === "open");
  const before = isPending ? NOTHING : datedIn(scratch, entry);
  applyEntry(scratch, entry);
  if (isPending) return entry.changes;
  const { restDays } = scratch.settings;
  const redated = touchedBy(scratch, entry).flatMap((account) => redatedIn(account, before, restDays));
  return redated.length === 0 ? entry.changes : merged(entry.changes, redated);
}

const NOTHING: DatedItems = new Map();

/** What was dated by which events until the entry, in the accounts that it may touch. */
function datedIn(scratch: Book, { changes }: Entry): DatedItems {
  const named = new Set(changes.map(customerOf));
  const isWide = changes.some(({ put }) => put === "batch");
  const accounts = [...scratch.accounts].flatMap(([id, account]) =>
    isWide || named.has(id) ? [account] : [],
  );
  return new Map(accounts.flatMap((account) => [...datedByEvents(account)]));
}

function customerOf({ put, row }: Change): string | undefined {
  return put === "customer" ? row.id : "customer" in row ? row.customer : undefined;
}

/** The account's redated items, which it holds from now on. */
function redatedIn(account: Account, before: DatedItems, restDays: Settings["restDays"]): OpenItem[] {
  const redated = redatedItems(account, before, restDays);
  if (redated.length === 0) return redated;
  const lines = new Map(redated.map((item) => [item.id, item.lines]));
  account.items = account.items.map((item) =>
    item.voided === 0 ? { ...item, lines: lines.get(item.id) ?? item.lines } : item,
  );
  return redated;
}

/** Accounts in which the entry may have started a clock. */
function touchedBy(scratch: Book, entry: Entry): Account[] {
  return [...scratch.accounts.values()].filter(
    (account) => account.upTo === entry.seq && account.items.some((item) => item.lines.some(runsFromEvent)),
  );
}

/** A record that the entry writes anyway gets its dates at once; others are written along. */
function merged(changes: readonly Change[], redated: readonly OpenItem[]): Change[] {
  const byId = new Map(redated.map((item) => [item.id, item]));
  const own = changes.map((change) => {
    const dated = change.put === "item" ? byId.get(change.row.id) : undefined;
    if (!dated || change.put !== "item") return change;
    byId.delete(dated.id);
    return { ...change, row: dated };
  });
  return [...own, ...[...byId.values()].map((row): Change => ({ put: "item", row, follows: true }))];
}
