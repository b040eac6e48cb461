import type { AppliedPart } from "../../../core/index.ts";
import {
  type Account,
  applyCash,
  applyEntry,
  type Change,
  copiedAccount,
  emptyBook,
  minus,
  negated,
  type OpenLine,
  plus,
  policyOn,
  SettlingDays,
  ZERO,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { type IdMaker, positionOf } from "../plan.ts";
import { allocationsOf, paidBack } from "./allocating.ts";
import { wishesOf } from "./applied-receipt.ts";

/** Allocations that put all unapplied money and credits of an account on its open items. */
export function allocateAll(ledger: Ledger, account: Account, ids: IdMaker): Change[] {
  const { settings } = ledger.book;
  const days = new SettlingDays(account);
  const changes = owedAgain(ledger, account, ids, days);
  for (const currency of new Set(account.items.map((item) => item.currency))) {
    const { credits, lines } = positionOf(account, settings, currency);
    let open = lines;
    for (const { record, open: amount } of credits) {
      const wishes = "method" in record ? wishesOf(record) : {};
      const policy = policyOn(ledger.book, record.date);
      const application = applyCash(amount, open, wishes, policy);
      changes.push(...allocationsOf(application.parts, record, { settings, policy, ids, days }));
      open = remaining(open, application.parts);
    }
  }
  return changes;
}

/**
 * What refunds 退款 paid back beyond unapplied money, on what was settled last, as far as anything is: what is owed
 * stands on a line wherever there is one for it.
 */
export function owedAgain(
  ledger: Pick<Ledger, "book">,
  account: Account,
  ids: IdMaker,
  days = new SettlingDays(account),
): Change[] {
  const { settings } = ledger.book;
  const changes: Change[] = [];
  for (const currency of new Set(account.receipts.map((receipt) => receipt.currency)))
    for (const { record, open } of positionOf(account, settings, currency).credits) {
      if (open >= 0 || !("method" in record)) continue;
      const by = { settings, policy: policyOn(ledger.book, record.date), ids, days };
      changes.push(...paidBack(accountAfter(account, changes, ids.seq), record, negated(open), by));
    }
  return changes;
}

/** An account as it stands once these changes of it are written with the next entry; it may have others of it already. */
export function accountAfter(account: Account, changes: readonly Change[], seq: number): Account {
  const copy = { ...copiedAccount(account), upTo: seq - 1 };
  const book = { ...emptyBook(), accounts: new Map([[account.customer.id, copy]]) };
  const entry = { seq, action: "", key: "", kind: "", at: "", user: "", knownBy: "nobody" as const, changes };
  return applyEntry(book, entry).accounts.get(account.customer.id) ?? account;
}

function remaining(lines: readonly OpenLine[], parts: readonly AppliedPart[]): OpenLine[] {
  return lines.map((line) => {
    const taken = parts
      .filter((part) => part.line === line)
      .reduce((sum, part) => plus(sum, part.amount), ZERO);
    return taken === 0 ? line : { ...line, open: minus(line.open, taken) };
  });
}
