import {
  type Account,
  type Change,
  codeKey,
  isSameRow,
  type Known,
  nameOfRecord,
  type OpenItem,
  placeInId,
  type Receipt,
} from "../../../core/index.ts";
import { type Back, keepsFigures } from "./taken-back.ts";

/**
 * Documents that an undo would bring back beside one that says the same and has come since the entry: the same
 * number or reference, the same row of a file, or where one of the two has none the same sum on the same day.
 */
export function standingAgain(back: readonly Back[], seq: number, accounts: Iterable<Account>): string[] {
  const own = new Set(back.flatMap(({ change }) => ("id" in change.row ? [change.row.id] : [])));
  const all = [...accounts];
  const hasCome = (fact: Known<{ id: string }>) =>
    fact.voided === 0 && !own.has(fact.id) && hasComeSince(fact, seq);
  const items = all.flatMap((account) => account.items);
  const receipts = all.flatMap((account) => account.receipts).filter(({ reverses }) => !reverses);
  const [itemsSince, receiptsSince] = [items.filter(hasCome), receipts.filter(hasCome)];
  const [formerItems, formerReceipts] = [formerVersions(items, own), formerVersions(receipts, own)];
  return back.filter(isOtherwise).flatMap(({ change }): string[] => {
    if (change.put === "item") {
      const called = calledBefore(change.row, formerItems);
      const isThere = itemsSince.some((each) => called.some((version) => isItemAgain(version, each)));
      return isThere ? [nameOfRecord(change.row)] : [];
    }
    if (change.put !== "receipt" || change.row.reverses) return [];
    const called = calledBefore(change.row, formerReceipts);
    const isThere = receiptsSince.some((each) => called.some((version) => isReceiptAgain(version, each)));
    return isThere ? [nameOfRecord(change.row)] : [];
  });
}

/** The versions that hold no more of the records that come back. */
function formerVersions<T extends { id: string }>(
  facts: readonly Known<T>[],
  own: ReadonlySet<string>,
): Known<T>[] {
  return facts.filter(({ id, voided }) => voided > 0 && own.has(id));
}

/** A record as it comes back, and as it was called before with the sum and day that it has: its file says that. */
function calledBefore<T extends OpenItem | Receipt>(row: T, former: readonly Known<T>[]): readonly T[] {
  const isSame = ({ id, date, amount, currency }: T) =>
    id === row.id && date === row.date && amount === row.amount && currency === row.currency;
  return [row, ...former.filter(isSame)];
}

/** What stood beside it before the entry may stand beside it again. */
function hasComeSince({ id, seq }: Known<{ id: string }>, entry: number): boolean {
  return placeInId(id) > entry || seq > entry;
}

/** Whether a record would stand again that stands no more, or say another number, sum or day than now. */
function isOtherwise(fate: Back): boolean {
  const { change, live } = fate;
  return live === undefined || !keepsFigures(fate) || numberIn(change) !== numberIn(live.put);
}

function numberIn(put: Change): string | undefined {
  return put.put === "item" ? put.row.number : put.put === "receipt" ? put.row.bankReference : undefined;
}

function isItemAgain(item: OpenItem, other: OpenItem): boolean {
  if (item.kind !== other.kind) return false;
  return isAgain({ ...item, reference: item.number }, { ...other, reference: other.number });
}

function isReceiptAgain(receipt: Receipt, other: Receipt): boolean {
  return isAgain(
    { ...receipt, reference: receipt.bankReference },
    { ...other, reference: other.bankReference },
  );
}

interface Told extends Pick<Receipt, "date" | "amount" | "currency"> {
  readonly customer?: string;
  readonly reference: string | undefined;
  readonly importKey?: string;
}

/** With another customer only a number together with its sum tells that it is the same. */
function isAgain(a: Told, b: Told): boolean {
  const isSameSum = a.amount === b.amount && a.currency === b.currency;
  const isSameCustomer = a.customer === b.customer;
  if (a.reference && b.reference)
    return codeKey(a.reference) === codeKey(b.reference) && (isSameCustomer || isSameSum);
  if (!isSameCustomer) return false;
  const isSame = a.importKey && b.importKey ? isSameRow(a.importKey, b.importKey) : undefined;
  if (isSame !== undefined) return isSame;
  return isSameSum && a.date === b.date;
}
