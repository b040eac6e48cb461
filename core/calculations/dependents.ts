import type { Account } from "../records/book.ts";

/**
 * Documents of an account that later facts have built upon: a live allocation from or onto one of the
 * facts, a receipt that takes one of them back, or an item that such a receipt or a refund has reopened.
 * While there are any, the facts cannot be undone. Names are document numbers, or ids where there is none.
 *
 * @example
 * dependentsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), new Set(["i1.0"])) // => []
 */
export function dependentsOf(account: Account, own: ReadonlySet<string>): string[] {
  const { allocations, receipts, items } = account;
  const live = allocations.filter((each) => each.voided === 0);
  const onOwn = live.filter((each) => !own.has(each.id) && (own.has(each.item) || own.has(each.from)));
  const sources = new Set(live.filter((each) => own.has(each.id)).map((each) => each.from));
  const backs = receipts.filter(
    ({ id, reverses = "", voided }) =>
      voided === 0 && !own.has(id) && (own.has(reverses) || sources.has(reverses)),
  );
  const numberOf = (id: string) => items.find((item) => item.id === id)?.number ?? id;
  const named = [
    ...onOwn.map((each) => numberOf(each.item)),
    ...backs.map(({ id, bankReference }) => bankReference ?? id),
    ...takenBack(live.filter((each) => !own.has(each.id))).map(numberOf),
  ];
  return [...new Set(named)];
}

/** Items of which more would be reopened than was ever settled, if only these allocations stood. */
function takenBack(left: Account["allocations"]): string[] {
  const settled = new Map<string, { item: string; amount: number }>();
  for (const { item, line, amount } of left) {
    const key = `${item} ${line}`;
    settled.set(key, { item, amount: (settled.get(key)?.amount ?? 0) + amount });
  }
  return [...settled.values()].filter(({ amount }) => amount < 0).map(({ item }) => item);
}
