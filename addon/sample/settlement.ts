import {
  type Account,
  type Allocation,
  applyCash,
  type Change,
  columnsOf,
  DEFAULT_POLICY,
  isSmallDifference,
  later,
  type Money,
  minus,
  negated,
  type OpenItem,
  openLinesOf,
  plus,
  type Receipt,
  remainderOf,
  smallAmountIn,
  ZERO,
} from "../../core/index.ts";
import type { IdMaker } from "../server/plan.ts";

/** Where a receipt of the sample goes: oldest due first, and what little is left over is settled too. */
export function settled(account: Account, receipt: Receipt, ids: IdMaker): Change[] {
  const columns = columnsOf([account], { knownAt: 1, debtCarriedBy: "invoice" });
  const application = applyCash(receipt.amount, openLinesOf(columns, 0x7ffffff0), {}, DEFAULT_POLICY);
  const changes = application.parts.map(({ line, amount }) =>
    allocated({ account, from: receipt, ...line, amount, ids }),
  );
  const last = application.parts[application.parts.length - 1];
  const rest = remainderOf(application);
  const smallAmount = smallAmountIn(receipt.currency, DEFAULT_POLICY, "CNY") ?? ZERO;
  const policy = { ...DEFAULT_POLICY, smallAmount };
  if (!last || !isSmallDifference(rest, plus(receipt.amount, rest), policy)) return changes;
  const row = adjustment(account, receipt, negated(minus(last.line.open, last.amount)), ids);
  const settles = allocated({ account, from: row, ...last.line, amount: negated(row.amount), ids });
  return [...changes, { put: "item", row }, settles];
}

function adjustment(account: Account, { date, currency }: Receipt, amount: Money, ids: IdMaker): OpenItem {
  const row: OpenItem = {
    id: ids.item(),
    customer: account.customer.id,
    kind: "adjustment",
    date,
    currency,
    amount,
    lines: [{ amount, due: date, basis: "stated" }],
    reason: "smallAmount",
  };
  account.items.push({ ...row, seq: 1, voided: 0 });
  return row;
}

interface Settling {
  readonly account: Account;
  readonly from: OpenItem | Receipt;
  readonly item: OpenItem;
  readonly line: number;
  readonly amount: Money;
  readonly ids: IdMaker;
}

function allocated({ account, from, item, line, amount, ids }: Settling): Change {
  const row: Allocation = {
    id: ids.allocation(),
    customer: account.customer.id,
    date: later(from.date, item.date),
    from: from.id,
    item: item.id,
    line,
    amount,
    rule: "oldestDueFirst",
    policyVersion: 1,
  };
  account.allocations.push({ ...row, seq: 1, voided: 0 });
  return { put: "allocation", row };
}
