import {
  type Account,
  type Allocation,
  type Change,
  isTakenBack,
  type Known,
  later,
  liveFact,
  type Money,
  minus,
  negated,
  type OpenItem,
  PENDING,
  type PlainDate,
  plus,
  type Receipt,
  recordOf,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, type IdMaker, idsFor, placeInId, refuseClosed } from "../plan.ts";
import { book } from "./booking.ts";

type Facts = Output<"draft">["draft"];
type Reopened = Output<"draft">["reopens"][number];
type HeldDraft = Known<Receipt> & Required<Pick<Receipt, "draft">>;

/** A draft 票据, and what would be open again if it did not pay 退票; nothing is written. */
export function draft(input: Input<"draft">): Output<"draft"> {
  const account = loadAccount(openLedger("read"), input.customer);
  const found = liveDraft(account, input.receipt);
  const settledByIt = reopenedBy(account, found.id);
  const settled = settledByIt.reduce((sum, { amount }) => plus(sum, amount), ZERO);
  const rounded = differencesOf(account, found).flatMap(({ id }) => reopenedBy(account, id));
  const reopens = [...settledByIt, ...rounded];
  const { name: customerName } = account.customer;
  return { customerName, draft: factsOf(found), reopens, unapplied: minus(found.amount, settled) };
}

/** Drafts of everybody that may still bounce 退票, the next to mature first. */
export function drafts(): Output<"drafts"> {
  const ledger = openLedger("read");
  loadAll(ledger);
  const all = [...ledger.book.accounts.values()].flatMap((account) => {
    const { id: customer, name: customerName } = account.customer;
    return pendingDrafts(account).map((each) => ({ ...each, customer, customerName }));
  });
  return { drafts: all.sort(byMaturity) };
}

/** What has become of a draft: collected 已托收, endorsed 已背书, discounted 已贴现, or held after all. */
export function markDraft(input: Input<"markDraft">): Output<"markDraft"> {
  return book(input, (ledger: Ledger) => {
    const found = liveDraft(loadAccount(ledger, input.customer), input.receipt);
    const row: Receipt = { ...recordOf(found), draft: { ...found.draft, state: input.state } };
    return draftOf("markDraft", input.action, "", [{ put: "receipt", row }]);
  });
}

/** A draft that did not pay: a negative receipt, and what it had settled open again from that day. */
export function dishonour(input: Input<"dishonour">): Output<"dishonour"> {
  return book(input, (ledger) => {
    const account = loadAccount(ledger, input.customer);
    const receipt = liveDraft(account, input.receipt);
    refuseClosed(input.date, ledger.book.settings);
    if (input.date < receipt.date) throw new Refusal("beforeReceipt", { date: receipt.date });
    const ids = idsFor(ledger.book.head.seq + 1);
    const known = recordOf(receipt);
    const back: Receipt = {
      ...known,
      id: ids.receipt(),
      date: input.date,
      amount: negated(receipt.amount),
      reverses: receipt.id,
    };
    const bounced: Receipt = { ...known, draft: { ...receipt.draft, state: "dishonoured" } };
    const changes: Change[] = [
      { put: "receipt", row: back },
      { put: "receipt", row: bounced },
      ...reopenings(account, receipt.id, back, ids),
      ...differencesOf(account, receipt).flatMap((each) => takenBack(account, each, input.date, ids)),
    ];
    return draftOf("dishonour", input.action, "", changes);
  });
}

/** Drafts of an account that may still bounce, the next to mature first. */
export function pendingDrafts(account: Account): Facts[] {
  const pending = account.receipts.filter(isDraft).filter(({ draft: { state } }) => state !== "collected");
  return pending.map(factsOf).sort(byMaturity);
}

function byMaturity(a: Facts, b: Facts): number {
  return a.maturity < b.maturity ? -1 : a.maturity > b.maturity ? 1 : 0;
}

function liveDraft(account: Account, id: string): HeldDraft {
  const receipt = liveFact(account.receipts, id);
  if (receipt?.draft && isPending(receipt)) throw new Refusal("draftPending", {});
  if (!receipt || !isDraft(receipt)) throw new Refusal("notADraft", {});
  return receipt;
}

/** A draft that came in and has not bounced; the receipt that takes one back is none. */
function isDraft(receipt: Known<Receipt>): receipt is HeldDraft {
  return receipt.voided === 0 && receipt.draft !== undefined && !isTakenBack(receipt) && !isPending(receipt);
}

/** What an import brought that is still open counts nowhere yet, and may be discarded. */
function isPending({ seq }: Known<Receipt>): boolean {
  return seq === PENDING;
}

function factsOf({ id, date, currency, amount, method, draft: own }: HeldDraft): Facts {
  return { id, date, currency, amount, method, ...own };
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
function takenBack(account: Account, granted: Known<OpenItem>, date: PlainDate, ids: IdMaker): Change[] {
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

/** What the draft has settled, line by line, with the due dates that count again. */
function reopenedBy(account: Account, receipt: string): Reopened[] {
  const live = account.allocations.filter((each) => each.from === receipt && each.voided === 0);
  return live.flatMap(({ item: id, line, amount }) => {
    const item = liveFact(account.items, id);
    if (!item) return [];
    const due = item.lines[line]?.due;
    const number = item.number ? { number: item.number } : {};
    return [{ item: id, line, kind: item.kind, amount, ...number, ...(due ? { due } : {}) }];
  });
}

function reopenings(account: Account, from: string, back: Receipt, ids: IdMaker): Change[] {
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
