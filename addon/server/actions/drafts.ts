import {
  type Account,
  type Change,
  isTakenBack,
  type Known,
  lineKey,
  liveFact,
  type Money,
  minus,
  negated,
  PENDING,
  plus,
  type Receipt,
  recordOf,
  refundsInVain,
  smaller,
  sumOf,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, idsFor, refuseClosed } from "../plan.ts";
import { bouncedFrom, differencesOf } from "../receipts/bounced.ts";
import { book } from "./booking.ts";

type Facts = Output<"draft">["draft"];
type Told = Output<"draft">;
type Reopened = Told["reopens"][number];
type HeldDraft = Known<Receipt> & Required<Pick<Receipt, "draft">>;

/** A draft 票据, and what would be open again if it did not pay 退票; nothing is written. */
export function draft(input: Input<"draft">): Output<"draft"> {
  const account = loadAccount(openLedger("read"), input.customer);
  const found = liveDraft(account, input.receipt);
  const settledByIt = reopenedBy(account, found.id);
  const settled = settledByIt.reduce((sum, { amount }) => plus(sum, amount), ZERO);
  const rounded = differencesOf(account, found).flatMap(({ id }) => reopenedBy(account, id));
  const { reopens, refunded } = withoutRefunds(account, [...settledByIt, ...rounded]);
  const { name: customerName } = account.customer;
  return { customerName, draft: factsOf(found), reopens, refunded, unapplied: minus(found.amount, settled) };
}

/** What of it a refund has opened already is not opened again: it is owed as the refund that it is. */
function withoutRefunds(account: Account, settled: readonly Reopened[]): Pick<Told, "reopens" | "refunded"> {
  const inVain = refundsInVain(
    account,
    settled.map((each) => ({ ...each, amount: negated(each.amount) })),
  );
  const left = new Map<string, Money>();
  for (const { of, amount } of inVain) left.set(lineKey(of), plus(left.get(lineKey(of)) ?? ZERO, amount));
  const reopens = settled.flatMap((each) => {
    const refunded = smaller(left.get(lineKey(each)) ?? ZERO, each.amount);
    left.set(lineKey(each), minus(left.get(lineKey(each)) ?? ZERO, refunded));
    return refunded === each.amount ? [] : [{ ...each, amount: minus(each.amount, refunded) }];
  });
  return { reopens, refunded: sumOf(inVain.map(({ amount }) => amount)) };
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
      ...bouncedFrom(account, receipt, back, ids),
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
