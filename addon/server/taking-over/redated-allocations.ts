import {
  type Account,
  allocationDate,
  type Change,
  liveFact,
  type OpenItem,
  type Receipt,
  recordOf,
  type Settings,
} from "../../../core/index.ts";

/**
 * New versions of the live allocations 核销 of a document whose date has been changed: each holds from the
 * later of its two documents, so that no day shows a debt settled by money that was not there yet.
 */
export function redatedAllocations(
  account: Account,
  { id, date }: Pick<OpenItem | Receipt, "id" | "date">,
  settings: Settings,
): Change[] {
  return account.allocations.flatMap((each): Change[] => {
    if (each.voided > 0 || (each.from !== id && each.item !== id)) return [];
    const other = documentIn(account, each.from === id ? each.item : each.from);
    const day = other ? allocationDate(date, other.date, settings) : each.date;
    return day === each.date ? [] : [{ put: "allocation", row: { ...recordOf(each), date: day } }];
  });
}

function documentIn({ items, receipts }: Account, id: string): OpenItem | Receipt | undefined {
  return liveFact(items, id) ?? liveFact(receipts, id);
}
