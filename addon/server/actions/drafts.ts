import {
  type Account,
  type Change,
  compareText,
  isTakenBack,
  type Known,
  lineKey,
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
import { draftOf, idsFor, positionOf, refuseClosed } from "../plan.ts";
import { owedWithoutLine, unappliedIn } from "../receipts/applied-receipt.ts";
import { accountAfter } from "../receipts/applying-all.ts";
import { bounced } from "../receipts/bounced.ts";
import { book } from "./booking.ts";

type Facts = Output<"draft">["draft"];
type Reopened = Output<"draft">["reopens"][number];
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
    reopens: reopenedBy(account, changes),
    refunded: minus(then?.owed ?? ZERO, before?.owed ?? ZERO),
    unapplied: minus(before?.unapplied ?? ZERO, then?.unapplied ?? ZERO),
  };
}

/** What of an account stands on no line. */
function withoutLine(account: Account, { book }: Ledger, currency: string) {
  const { credits } = positionOf(account, book.settings, currency);
  return { owed: owedWithoutLine(credits), unapplied: unappliedIn(credits) };
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

/** What these changes open again, line by line, with the due dates that count again. */
function reopenedBy(account: Account, changes: readonly Change[]): Reopened[] {
  const lines = new Map<string, Reopened>();
  for (const change of changes) {
    const part = change.put === "allocation" ? change.row : undefined;
    const item = part && liveFact(account.items, part.item);
    if (!part || !item) continue;
    const due = item.lines[part.line]?.due;
    const amount = minus(lines.get(lineKey(part))?.amount ?? ZERO, part.amount);
    lines.set(lineKey(part), {
      ...{ item: item.id, line: part.line, kind: item.kind, amount },
      ...(item.number ? { number: item.number } : {}),
      ...(due ? { due } : {}),
    });
  }
  return [...lines.values()].filter(({ amount }) => amount > 0);
}
