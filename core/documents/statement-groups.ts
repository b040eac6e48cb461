import type { OpenLine } from "../calculations/open-amounts.ts";
import type { Account } from "../records/book.ts";
import type { Settings } from "../records/policy.ts";
import type { StatementHead } from "../records/statement-head.ts";
import { daysAfter, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, minus, negated, plus, sumOf } from "../values/money.ts";
import { openEntryOf } from "./statement-open.ts";
import { isCounted, type Posting, postingsOf, type Viewpoint } from "./statement-postings.ts";
import type { StatementEntry, StatementGroup } from "./statement-shape.ts";

interface GroupOptions {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly knownAt: number;
  readonly currency: Currency;
  readonly settings: Pick<Settings, "debtCarriedBy">;
  readonly previous: StatementHead | undefined;
  readonly groupBy?: "customer" | "shop";
}

type UnbalancedEntry = Omit<StatementEntry, "balance">;

/** The customer's postings as one group, or as one for each shop and one for what has none. */
export function groupsOf(
  account: Account,
  open: readonly OpenLine[],
  options: GroupOptions,
): StatementGroup[] {
  const { currency, settings, previous, to } = options;
  const postings = postingsOf(account, { currency, debtCarriedBy: settings.debtCarriedBy });
  const shopOf = (fact: { shop?: string }) => (options.groupBy === "shop" ? (fact.shop ?? "") : "");
  const before = viewBefore(options);
  const own = open.filter((line) => line.item.customer === account.customer.id);
  const { id, code, name } = account.customer;
  const groups = shopsOf(postings, shopOf).map((shop): StatementGroup => {
    const ofShop = postings.filter((posting) => shopOf(posting) === shop);
    const lines = own.filter((line) => shopOf(line.item) === shop);
    const computed = sumOf(ofShop.filter((posting) => isCounted(posting, before)).map(amountOf));
    return {
      customer: { id, code, name },
      ...(shop ? { shop } : {}),
      ...(previous ? { previous: previous.number } : {}),
      opening: computed,
      ...entriesOf(ofShop, computed, options),
      open: lines.map((line) => openEntryOf(line, to)),
    };
  });
  const printed = previous ? bridged(groups, previous) : groups;
  return printed.filter((group) => group.shop !== undefined || printed.length === 1 || !isBlank(group));
}

/** Shops in the order of their names; what belongs to none comes last. */
function shopsOf(postings: readonly Posting[], shopOf: (posting: Posting) => string): string[] {
  const shops = new Set(postings.map(shopOf).filter((shop) => shop !== ""));
  return [...[...shops].sort(), ""];
}

function amountOf(posting: Posting): Money {
  return posting.amount;
}

/** From where the opening balance is seen: it holds what the previous statement counted, or what is older. */
function viewBefore({ previous, from, knownAt }: GroupOptions): Viewpoint {
  return previous ?? { to: daysAfter(from, -1), knownAt };
}

function entriesOf(postings: readonly Posting[], opening: Money, options: GroupOptions) {
  const { added, removed } = differences(postings, options);
  const late = added.filter((posting) => posting.entry.date < options.from);
  const current = added.filter((posting) => posting.entry.date >= options.from);
  const earlier = withBalances(opening, [
    ...inOrder(late).map((posting): UnbalancedEntry => ({ ...posting.entry, why: "enteredLater" })),
    ...inOrder(removed).map(takenBack),
  ]);
  const movements = withBalances(
    earlier.closing,
    inOrder(current).map((posting) => posting.entry),
  );
  return { earlier: earlier.entries, movements: movements.entries, closing: movements.closing };
}

/**
 * What this statement counts and the opening does not, and the reverse. A correction that changes
 * neither day, number nor amount moves nothing and is not listed.
 */
function differences(postings: readonly Posting[], options: GroupOptions) {
  const added: Posting[] = [];
  const removed: Posting[] = [];
  const opening = viewBefore(options);
  for (const posting of postings) {
    const [now, before] = [isCounted(posting, options), isCounted(posting, opening)];
    if (now && !before) added.push(posting);
    if (before && !now) removed.push(posting);
  }
  const again = new Set(added.map(sameness));
  const gone = new Set(removed.map(sameness));
  return {
    added: added.filter((posting) => !gone.has(sameness(posting))),
    removed: removed.filter((posting) => !again.has(sameness(posting))),
  };
}

function sameness({ id, entry, amount }: Posting): string {
  return JSON.stringify([id, entry.date, entry.kind, entry.number, amount]);
}

function takenBack({ entry }: Posting): UnbalancedEntry {
  const { goods: _left, amount, ...rest } = entry;
  return { ...rest, why: "takenBack", amount: negated(amount) };
}

/** By day, then by place in the journal. */
function inOrder(postings: readonly Posting[]): Posting[] {
  return [...postings].sort((a, b) => {
    if (a.entry.date !== b.entry.date) return a.entry.date < b.entry.date ? -1 : 1;
    return a.seq - b.seq;
  });
}

function withBalances(opening: Money, entries: readonly UnbalancedEntry[]) {
  let closing = opening;
  const balanced = entries.map(({ goods, amount, why, ...rest }): StatementEntry => {
    closing = plus(closing, amount);
    return { ...rest, ...(why ? { why } : {}), amount, balance: closing, ...(goods ? { goods } : {}) };
  });
  return { entries: balanced, closing };
}

/**
 * Makes the openings add up to the printed closing. They do already, unless the ledger's settings have
 * changed since (which document carries the debt): then one entry of the last group says by how much.
 */
function bridged(groups: readonly StatementGroup[], previous: StatementHead): StatementGroup[] {
  const gap = minus(sumOf(groups.map((group) => group.opening)), previous.closing);
  const last = groups[groups.length - 1];
  if (gap === 0 || !last) return [...groups];
  const opening = minus(last.opening, gap);
  const entry = { date: previous.to, kind: "restatement", why: "restated", amount: gap } as const;
  const earlier = withBalances(opening, [entry, ...last.earlier]).entries;
  return [...groups.slice(0, -1), { ...last, opening, earlier }];
}

function isBlank(group: StatementGroup): boolean {
  const rows = group.earlier.length + group.movements.length + group.open.length;
  return rows === 0 && group.opening === 0 && group.closing === 0;
}
