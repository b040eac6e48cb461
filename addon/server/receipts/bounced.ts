import {
  type Account,
  type Allocation,
  type Change,
  type Known,
  later,
  type Money,
  negated,
  type OpenItem,
  type PlainDate,
  placeInId,
  plus,
  type Receipt,
  recordOf,
  refundsInVain,
  ZERO,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import type { IdMaker } from "../plan.ts";
import { accountAfter, owedAgain } from "./applying-all.ts";

type Put<K extends Change["put"]> = Extract<Change, { put: K }>;

/**
 * A draft that bounced 退票: the receipt that takes it back, and what it had settled open again from that day, with
 * the small differences 抹零 granted because it paid. No line gets more open than it has: what a refund 退款 had opened
 * of it already is that refund's own again, and opens what else was settled last, as far as anything is.
 */
export function bounced(
  ledger: Pick<Ledger, "book">,
  account: Account,
  draft: Known<Receipt> & Required<Pick<Receipt, "draft">>,
  { date, ids }: { readonly date: PlainDate; readonly ids: IdMaker },
): Change[] {
  // Neither of the two is in hand any more.
  const known: Receipt = { ...recordOf(draft), draft: { ...draft.draft, state: "dishonoured" } };
  const back = { ...known, id: ids.receipt(), date, amount: negated(draft.amount), reverses: draft.id };
  const changes = [
    ...reopenings(account, draft.id, back, ids),
    ...differencesOf(account, draft).flatMap((each) => takenBack(account, each, date, ids)),
  ];
  const reopened = changes.flatMap((change) => (change.put === "allocation" ? [change.row] : []));
  const owed = refundsInVain(account, reopened).map(({ of, amount, date: from }): Change => {
    return { put: "allocation", row: { ...recordOf(of), id: ids.allocation(), date: from, amount } };
  });
  const own: Change[] = [{ put: "receipt", row: back }, { put: "receipt", row: known }, ...changes, ...owed];
  return [...own, ...owedAgain(ledger, accountAfter(account, own, ids.seq), ids)];
}

/** 抹零: what was settled with a receipt besides its own sum, in the same entry; granted because it paid. */
function differencesOf({ items }: Account, { id, batch }: Known<Receipt>): Known<OpenItem>[] {
  const isWithIt = (item: Known<OpenItem>) => item.voided === 0 && item.batch === undefined;
  if (batch !== undefined) return [];
  return items.filter(
    (item) => item.kind === "adjustment" && isWithIt(item) && placeInId(item.id) === placeInId(id),
  );
}

/** A small difference is owed again: what it settled is open, and an adjustment of the day takes it up. */
function takenBack(
  account: Account,
  granted: Known<OpenItem>,
  date: PlainDate,
  ids: IdMaker,
): (Put<"item"> | Put<"allocation">)[] {
  const parts = account.allocations.filter((each) => each.from === granted.id && each.voided === 0);
  const amount = parts.reduce((sum, part) => plus(sum, part.amount), ZERO);
  const own = { id: ids.item(), date, amount };
  const back: OpenItem = { ...recordOf(granted), ...own, lines: [{ amount, due: date, basis: "stated" }] };
  const allocated = (
    part: Known<Allocation>,
    sum: Money,
    item: Pick<Allocation, "item" | "line" | "rule">,
  ) => {
    const row = {
      ...recordOf(part),
      ...item,
      id: ids.allocation(),
      date: later(date, part.date),
      amount: sum,
    };
    return { put: "allocation", row } as const;
  };
  return [
    { put: "item", row: back },
    ...parts.map((part) => allocated(part, negated(part.amount), { ...part, rule: "reopened" })),
    ...parts.map((part) => allocated(part, part.amount, { item: back.id, line: 0, rule: "designated" })),
  ];
}

function reopenings(
  account: Account,
  from: string,
  back: Pick<Receipt, "id" | "date">,
  ids: IdMaker,
): Put<"allocation">[] {
  const settledBy = account.allocations.filter((each) => each.from === from && each.voided === 0);
  return settledBy.map((allocation) => ({
    put: "allocation",
    row: {
      ...recordOf(allocation),
      id: ids.allocation(),
      date: later(back.date, allocation.date),
      from: back.id,
      amount: negated(allocation.amount),
      rule: "reopened",
    },
  }));
}
