import type { Account } from "../records/book.ts";
import { nameIn, nameOfRecord } from "../records/record-name.ts";

/**
 * Documents of an account that later facts have built upon: a live allocation from or onto one of the
 * facts, or a receipt that takes one of them back. While there are any, the facts cannot be undone. What would be
 * settled beyond its amount without them is no dependent: {@link overSettledOf} tells it.
 *
 * @example
 * dependentsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), new Set(["i1.0"])) // => []
 */
export function dependentsOf(account: Account, own: ReadonlySet<string>): string[] {
  const { allocations, receipts } = account;
  const live = allocations.filter((each) => each.voided === 0);
  const onOwn = live.filter((each) => !own.has(each.id) && (own.has(each.item) || own.has(each.from)));
  const sources = new Set(live.filter((each) => own.has(each.id)).map((each) => each.from));
  const backs = receipts.filter(
    ({ id, reverses = "", voided }) =>
      voided === 0 && !own.has(id) && (own.has(reverses) || sources.has(reverses)),
  );
  return [...new Set([...onOwn.map((each) => nameIn(account, each.item)), ...backs.map(nameOfRecord)])];
}
