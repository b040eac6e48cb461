import { allocationDate } from "../calculations/apply.ts";
import type { Book } from "../records/book.ts";
import type { Change } from "../records/change.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Allocation, Receipt } from "../records/receipt.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, minus, smaller } from "../values/money.ts";

/** How much of a document a file says is settled, and since when. */
interface Settlement {
  readonly settled: Money;
  readonly date: PlainDate;
}

/** What the records of a settlement need besides. */
interface SettledBy {
  readonly book: Book;
  readonly ids: { item(): string; receipt(): string; allocation(): string };
  readonly policyVersion: number;
}

/**
 * Where one table holds documents with their settlement: of a debt a receipt of that day, put on it; of a
 * credit an adjustment of that day, on which it is put. What came in beyond the debt is unapplied money.
 */
export function importedSettlement(item: OpenItem, by: Settlement, context: SettledBy): Change[] {
  if (by.settled <= 0) return [];
  return item.amount < 0 ? creditUsed(item, by, context) : debtPaid(item, by, context);
}

function debtPaid(item: OpenItem, { settled, date }: Settlement, context: SettledBy): Change[] {
  const receipt: Receipt = {
    id: context.ids.receipt(),
    customer: item.customer,
    date,
    currency: item.currency,
    amount: settled,
    method: "other",
    ...(item.number ? { designation: item.number } : {}),
  };
  return [{ put: "receipt", row: receipt }, ...allocations(receipt, item, context)];
}

/** Nobody knows what the credit was put on, or whether it was paid out: only that it is no longer there. */
function creditUsed(item: OpenItem, { settled, date }: Settlement, context: SettledBy): Change[] {
  const adjustment: OpenItem = {
    id: context.ids.item(),
    customer: item.customer,
    kind: "adjustment",
    date,
    currency: item.currency,
    amount: settled,
    lines: [{ amount: settled, due: date, basis: "stated" }],
    reason: "other",
    ...(item.number ? { note: item.number } : {}),
  };
  return [
    { put: "item", row: adjustment },
    ...allocations({ ...item, amount: settled }, adjustment, context),
  ];
}

/** The settlement goes on the due lines in their order. */
function allocations(
  from: Pick<Receipt, "id" | "date" | "amount">,
  item: OpenItem,
  { ids, policyVersion, book }: SettledBy,
): Change[] {
  const date = allocationDate(from.date, item.date, book.settings);
  let left = from.amount;
  return item.lines.flatMap((line, index): Change[] => {
    const amount = smaller(line.amount, left);
    if (amount <= 0) return [];
    left = minus(left, amount);
    const put = { id: ids.allocation(), customer: item.customer, date, from: from.id, item: item.id };
    const row: Allocation = { ...put, line: index, amount, rule: "imported", policyVersion };
    return [{ put: "allocation", row }];
  });
}
