import {
  type Account,
  type Change,
  isTakenBack,
  type Known,
  later,
  liveFact,
  minus,
  negated,
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
import { draftOf, type IdMaker, idsFor, refuseClosed } from "../plan.ts";
import { book } from "./booking.ts";

type Facts = Output<"draft">["draft"];
type Reopened = Output<"draft">["reopens"][number];
type HeldDraft = Known<Receipt> & Required<Pick<Receipt, "draft">>;

/** A draft 票据, and what would be open again if it did not pay 退票; nothing is written. */
export function draft(input: Input<"draft">): Output<"draft"> {
  const account = loadAccount(openLedger("read"), input.customer);
  const found = liveDraft(account, input.receipt);
  const reopens = reopenedBy(account, found.id);
  const settled = reopens.reduce((sum, { amount }) => plus(sum, amount), ZERO);
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
    const receipt = liveFact(account.receipts, input.receipt);
    if (!receipt?.draft || isTakenBack(receipt)) throw new Refusal("notADraft", {});
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
  if (!receipt || !isDraft(receipt)) throw new Refusal("notADraft", {});
  return receipt;
}

/** A draft that came in and has not bounced; the receipt that takes one back is none. */
function isDraft(receipt: Known<Receipt>): receipt is HeldDraft {
  return receipt.voided === 0 && receipt.draft !== undefined && !isTakenBack(receipt);
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
