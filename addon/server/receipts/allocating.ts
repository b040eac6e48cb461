import {
  type Account,
  type Allocation,
  type AppliedPart,
  allocationDate,
  type Change,
  liveFact,
  type Money,
  negated,
  type Placed,
  type PlainDate,
  type Policy,
  type Receipt,
  reopenedByRefund,
  type Settings,
  type SettlingDays,
} from "../../../core/index.ts";
import type { IdMaker } from "../plan.ts";

/** What allocations 核销 are made by. */
export interface AppliedBy {
  readonly settings: Settings;
  readonly policy: Policy;
  readonly ids: IdMaker;
  /** Those of the account that they are made on. */
  readonly days: SettlingDays;
}

/**
 * Allocations as facts, with rule and policy version: each from the later of its two documents, and where the line
 * or the money was settled otherwise until a later day, from that one.
 */
export function allocationsOf(
  parts: readonly AppliedPart[],
  from: { id: string; date: PlainDate },
  by: AppliedBy,
): Change[] {
  return parts.map(({ line: { item, line }, amount, rule }) =>
    allocated({ from: from.id, item: item.id, line, amount }, rule, {
      ...{ customer: item.customer, earliest: allocationDate(from.date, item.date, by.settings), by },
    }),
  );
}

interface AllocatedBy {
  readonly customer: string;
  readonly earliest: PlainDate;
  readonly by: AppliedBy;
}

function allocated(
  placed: Placed,
  rule: Allocation["rule"],
  { customer, earliest, by: { days, ids, policy } }: AllocatedBy,
): Change {
  const date = days.dayOf(placed, earliest) ?? days.lastDayOf(placed, earliest);
  const { from, item, line, amount } = placed;
  const row: Allocation = {
    ...{ id: ids.allocation(), customer, date, from, item, line, amount, rule },
    policyVersion: policy.version,
  };
  days.add(row);
  return { put: "allocation", row };
}

/** 退款: what is paid back beyond unapplied money is owed again, on what was settled last. */
export function paidBack(account: Account, refund: Receipt, excess: Money, by: AppliedBy): Change[] {
  if (refund.amount >= 0 || refund.reverses !== undefined || excess <= 0) return [];
  return reopenedByRefund(account, refund.currency, excess).map(({ item, line, amount }) => {
    const of = liveFact(account.items, item)?.date ?? refund.date;
    const earliest = allocationDate(refund.date, of, by.settings);
    const placed = { from: refund.id, item, line, amount: negated(amount) };
    return allocated(placed, "reopened", { customer: account.customer.id, earliest, by });
  });
}
