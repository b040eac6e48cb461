import {
  type Account,
  type Allocation,
  type AppliedPart,
  allocationDate,
  applyCash,
  type Change,
  liveFact,
  type Money,
  minus,
  negated,
  type OpenLine,
  PENDING,
  type PlainDate,
  type Policy,
  plus,
  policyOn,
  type Receipt,
  reopenedByRefund,
  type Settings,
  ZERO,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { type IdMaker, positionOf } from "../plan.ts";

/** What allocations 核销 are made by. */
export interface AppliedBy {
  readonly settings: Settings;
  readonly policy: Policy;
  readonly ids: IdMaker;
}

/** Allocations as facts: each dated the later of the two documents, with rule and policy version. */
export function allocationsOf(
  parts: readonly AppliedPart[],
  from: { id: string; date: PlainDate },
  by: AppliedBy,
): Change[] {
  const { ids, policy, settings } = by;
  return parts.map(({ line, amount, rule }) => {
    const row: Allocation = {
      id: ids.allocation(),
      customer: line.item.customer,
      date: allocationDate(from.date, line.item.date, settings),
      from: from.id,
      item: line.item.id,
      line: line.line,
      amount,
      rule,
      policyVersion: policy.version,
    };
    return { put: "allocation", row };
  });
}

/** Allocations of a receipt as it came in, by what it says of itself, on what is open on an account. */
export function applied(receipt: Receipt, account: Account, by: AppliedBy): Change[] {
  const { lines } = positionOf(account, by.settings, receipt.currency);
  const { parts } = applyCash(receipt.amount, lines, wishesOf(receipt), by.policy);
  return allocationsOf(parts, receipt, by);
}

/** What a receipt says of where its money goes. */
type Wishes = Pick<Receipt, "designation" | "note" | "order"> & { readonly items?: readonly string[] };

/** The same as the rule of application takes it. */
export function wishesOf(input: Wishes) {
  const stated = [input.designation, input.note].filter(Boolean).join(" ");
  return {
    stated,
    ...(input.items ? { items: input.items } : {}),
    ...(input.order ? { order: input.order } : {}),
  };
}

/** 退款: what is paid back beyond unapplied money is owed again, on what was settled last. */
export function paidBack(account: Account, refund: Receipt, excess: Money, by: AppliedBy): Change[] {
  if (refund.amount >= 0 || refund.reverses !== undefined || excess <= 0) return [];
  return reopenedByRefund(account, refund.currency, excess).map(({ item, line, amount }): Change => {
    const of = liveFact(account.items, item)?.date ?? refund.date;
    const date = allocationDate(refund.date, of, by.settings);
    const put = { id: by.ids.allocation(), customer: account.customer.id, date, from: refund.id, item, line };
    const row = {
      ...put,
      amount: negated(amount),
      rule: "reopened",
      policyVersion: by.policy.version,
    } as const;
    return { put: "allocation", row };
  });
}

/** Allocations that put all unapplied money and credits of an account on its open items. */
export function allocateAll(ledger: Ledger, account: Account, ids: IdMaker): Change[] {
  const { settings } = ledger.book;
  const changes: Change[] = [];
  for (const currency of new Set(account.items.map((item) => item.currency))) {
    const { credits, lines } = positionOf(account, settings, currency);
    let open = lines;
    for (const { record, open: amount } of credits) {
      const policy = policyOn(ledger.book, record.date);
      if (amount < 0 && "method" in record)
        changes.push(
          ...paidBack(standing(account, changes), record, negated(amount), { settings, policy, ids }),
        );
      const wishes = "method" in record ? wishesOf(record) : {};
      const application = applyCash(amount, open, wishes, policy);
      changes.push(...allocationsOf(application.parts, record, { settings, policy, ids }));
      open = remaining(open, application.parts);
    }
  }
  return changes;
}

/** An account as it stands once these changes are written: the next refund opens what is settled then. */
function standing(account: Account, changes: readonly Change[]): Account {
  const made = changes.flatMap((change) => (change.put === "allocation" ? [change.row] : []));
  const known = made.map((row) => ({ ...row, seq: PENDING, voided: 0 }));
  return { ...account, allocations: [...account.allocations, ...known] };
}

function remaining(lines: readonly OpenLine[], parts: readonly AppliedPart[]): OpenLine[] {
  return lines.map((line) => {
    const taken = parts
      .filter((part) => part.line === line)
      .reduce((sum, part) => plus(sum, part.amount), ZERO);
    return taken === 0 ? line : { ...line, open: minus(line.open, taken) };
  });
}
