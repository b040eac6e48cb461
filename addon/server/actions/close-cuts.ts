import {
  type Account,
  type Change,
  lineKey,
  liveFact,
  type Money,
  minus,
  money,
  moneyText,
  overSettledOf,
  type Problem,
  recordOf,
  smaller,
} from "../../../core/index.ts";

/**
 * What an import's own allocations put on a line beyond what is open by now, taken off it: the latest first, whole
 * or in part. While the import was open the line showed open, and was settled otherwise.
 */
export function cutsOf(account: Account, batch: string): Change[] {
  const over = new Map([...overSettledOf(account)].map(([key, each]) => [key, each.over]));
  if (over.size === 0) return [];
  const own = account.allocations.filter((each) => each.voided === 0 && each.batch === batch).reverse();
  return own.flatMap((allocation): Change[] => {
    const key = lineKey(allocation);
    const cut = smaller(over.get(key) ?? money(0), allocation.amount);
    if (cut <= 0) return [];
    over.set(key, minus(over.get(key) ?? money(0), cut));
    const { id, customer, amount } = allocation;
    if (cut === amount) return [{ put: "void", row: { id, customer } }];
    return [{ put: "allocation", row: { ...recordOf(allocation), amount: minus(amount, cut) } }];
  });
}

/** The same for the person: which document an import settles less of than it had said, and by how much. */
export function cutsTold(
  accounts: ReadonlyMap<string, Account>,
  close: { readonly seq: number; readonly changes: readonly Change[] },
  source: string,
): Problem[] {
  return close.changes.flatMap((change): Problem[] => {
    if (change.put !== "allocation" && change.put !== "void") return [];
    const account = accounts.get(change.row.customer);
    const former = account?.allocations.find(
      ({ id, voided }) => id === change.row.id && voided === close.seq,
    );
    const item = former && account && liveFact(account.items, former.item);
    if (!former || !item) return [];
    const left: Money = change.put === "allocation" ? change.row.amount : money(0);
    const amount = moneyText(minus(former.amount, left), item.currency);
    return [{ kind: "settledMeanwhile", place: { table: source }, number: item.number ?? item.date, amount }];
  });
}
