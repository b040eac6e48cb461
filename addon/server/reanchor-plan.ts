import {
  applyEntry,
  type BalanceShift,
  type Book,
  type Change,
  type Currency,
  hashOf,
  type JournalReading,
  type Reanchoring,
  replayed,
  UNIDENTIFIED,
  unfoundedAllocations,
  ZERO,
} from "../../core/index.ts";
import { totalsOfAccounts } from "./control-totals.ts";
import { firstBook, type Ledger } from "./ledger.ts";
import { loadAll } from "./loaded-accounts.ts";

/** What a re-anchoring would write besides the reason, and what it would change. */
export interface ReanchorPlan {
  /** Place that its entry gets. */
  readonly seq: number;
  readonly row: Omit<Reanchoring, "reason" | "by">;
  /** What goes along: records that the views still have, and allocations that nothing carries any more. */
  readonly changes: readonly Change[];
  /** Of everything that a person is shown before confirming. */
  readonly seal: string;
}

/**
 * Plans to let the journal count as it now reads. Who the customers and users are, settings, policies and
 * imports stay as the views have them; documents and money are what can be read in the journal.
 */
export function reanchorPlan(ledger: Ledger, reading: JournalReading): ReanchorPlan {
  loadAll(ledger);
  const seq = reading.head.seq + 1;
  const book = replayed(reading, firstBook(ledger.state.identity));
  const kept = keptChanges(ledger.book, book);
  applied(book, seq, kept);
  const freed = [...book.accounts].flatMap(([customer, account]) =>
    unfoundedAllocations(account).map(({ id }): Change => ({ put: "void", row: { id, customer } })),
  );
  applied(book, seq, freed);
  const shifts = shiftsBetween(ledger.book, book);
  const { damage, lost } = reading;
  const row = { id: `o${seq}.0`, damage, lost, shifts };
  const seal = hashOf(JSON.stringify([damage.map((each) => each.seal), lost, shifts]));
  return { seq, row, changes: [...kept, ...freed], seal };
}

function applied(book: Book, seq: number, changes: readonly Change[]): void {
  for (const account of book.accounts.values()) account.upTo = Math.min(account.upTo, seq - 1);
  const place = { seq, action: "", key: "", kind: "reanchored", at: "", user: "" };
  applyEntry(book, { ...place, knownBy: "nobody", changes });
}

/** Records of the views that the journal tells otherwise, or not at all. */
function keptChanges(views: Book, journal: Book): Change[] {
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const other = <T extends { id: string }>(rows: readonly T[], known: readonly T[]) => {
    const byId = new Map(known.map((row) => [row.id, row]));
    return rows.filter((row) => isOther(row, byId.get(row.id)));
  };
  const versions = new Set(journal.policies.map(({ version }) => version));
  const customers = other(customersOf(views), customersOf(journal));
  return [
    ...(isOther(views.settings, journal.settings)
      ? [{ put: "settings", row: views.settings } satisfies Change]
      : []),
    ...views.policies
      .filter(({ version }) => !versions.has(version))
      .map((row): Change => ({ put: "policy", row })),
    ...other(views.users, journal.users).map((row): Change => ({ put: "user", row })),
    ...customers.map((row): Change => ({ put: "customer", row })),
    ...other(views.batches, journal.batches).map((row): Change => ({ put: "batch", row })),
  ];
}

function customersOf(book: Book) {
  const accounts = [...book.accounts.values()];
  return accounts.flatMap(({ customer }) => (customer.id === UNIDENTIFIED ? [] : [customer]));
}

/** Customers who owe another sum than before. */
function shiftsBetween(before: Book, after: Book): BalanceShift[] {
  return [...new Set([...before.accounts.keys(), ...after.accounts.keys()])].flatMap((id) => {
    const account = before.accounts.get(id) ?? after.accounts.get(id);
    const [was, is] = [before, after].map((book) => balancesIn(book, id));
    const currencies = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
    return [...currencies].flatMap((currency): BalanceShift[] => {
      const shift = { before: was?.get(currency) ?? ZERO, after: is?.get(currency) ?? ZERO };
      const { code = "", name = "" } = account?.customer ?? {};
      return shift.before === shift.after ? [] : [{ customer: id, code, name, currency, ...shift }];
    });
  });
}

function balancesIn(book: Book, id: string) {
  const account = book.accounts.get(id);
  const totals = totalsOfAccounts(account ? [account] : [], book.settings);
  return new Map(
    totals.map(({ currency, balance }): [Currency, BalanceShift["before"]] => [currency, balance]),
  );
}
