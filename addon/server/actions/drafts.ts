import {
  type Account,
  compareText,
  isTakenBack,
  type Known,
  liveFact,
  minus,
  PENDING,
  type Receipt,
  recordOf,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount, loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, idsFor, refuseClosed } from "../plan.ts";
import { accountAfter } from "../receipts/applying-all.ts";
import { bounced } from "../receipts/bounced.ts";
import { openedAgain, withoutLine } from "../receipts/opened-again.ts";
import { book } from "./booking.ts";

type Facts = Output<"draft">["draft"];
type HeldDraft = Known<Receipt> & Required<Pick<Receipt, "draft">>;

/** A draft 票据, and what would be open again if it did not pay 退票; nothing is written. */
export function draft(input: Input<"draft">): Output<"draft"> {
  const ledger = openLedger("read");
  const account = loadAccount(ledger, input.customer);
  const found = liveDraft(account, input.receipt);
  const ids = idsFor(ledger.book.head.seq + 1);
  const changes = bounced(ledger, account, found, { date: found.date, ids });
  const after = accountAfter(account, changes, ids.seq);
  const [before, then] = [account, after].map((each) => withoutLine(each, ledger, found.currency));
  const { name: customerName } = account.customer;
  return {
    customerName,
    draft: factsOf(found),
    reopens: openedAgain(account, changes),
    refunded: minus(then?.owed ?? ZERO, before?.owed ?? ZERO),
    unapplied: minus(before?.unapplied ?? ZERO, then?.unapplied ?? ZERO),
  };
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
    const changes = bounced(ledger, account, receipt, { date: input.date, ids });
    return draftOf("dishonour", input.action, "", changes);
  });
}

/** Drafts of an account that may still bounce, the next to mature first. */
export function pendingDrafts(account: Account): Facts[] {
  const pending = account.receipts.filter(isDraft).filter(({ draft: { state } }) => state !== "collected");
  return pending.map(factsOf).sort(byMaturity);
}

function byMaturity(a: Facts, b: Facts): number {
  return compareText(a.maturity, b.maturity);
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
