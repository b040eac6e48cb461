import type { Account } from "../records/book.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Receipt } from "../records/receipt.ts";
import { type CurrencySum, sumsByCurrency } from "../values/currency-sums.ts";
import { negated } from "../values/money.ts";

/**
 * Records that one row of an import brought 导入的一行, by the id of any of them: a document, what its own row said
 * of its settlement, and what the import's own application put on them. None where the record stands no more,
 * or no import brought it.
 *
 * @example
 * recordsOfRow(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), "i1.0").size // => 0
 */
export function recordsOfRow(account: Account, id: string): ReadonlySet<string> {
  const facts = [...account.items, ...account.receipts].filter(({ voided }) => voided === 0);
  const batch = facts.find((fact) => fact.id === id)?.batch;
  const own = new Set<string>();
  if (batch === undefined) return own;
  const live = account.allocations.filter((each) => each.voided === 0 && each.batch === batch);
  own.add(id);
  for (const { from, item } of live.filter(({ rule }) => rule === "imported"))
    if (own.has(from) || own.has(item)) own.add(from).add(item);
  for (const each of live) if (own.has(each.from) || own.has(each.item)) own.add(each.id);
  return own;
}

/** What of an import still stands in the ledger. */
export interface Standing {
  /** Rows of its file whose documents stand no more, in whatever way they were taken back. */
  readonly rowsTakenBack: number;
  readonly amounts: readonly CurrencySum[];
}

/**
 * What of an import stands 导入现存, by the latest version of each document; what a row said of its settlement is
 * no row of its own. Beside documents, receipts are credits of the same ledger: they take off the sum.
 *
 * @example
 * standingOf([], "b1.0") // => { rowsTakenBack: 0, amounts: [] }
 */
export function standingOf(accounts: Iterable<Account>, batch: string): Standing {
  const [brought, settlements] = [new Map<string, number>(), new Set<string>()];
  const live = new Map<string, CurrencySum>();
  for (const { items, receipts, allocations } of accounts) {
    for (const fact of [...items, ...receipts]) {
      const { id, voided, currency, amount } = fact;
      if (fact.batch === batch && !brought.has(id)) brought.set(id, fileRowsOf(fact));
      if (voided === 0) live.set(id, { currency, amount });
    }
    for (const { batch: of, rule, from, item } of allocations)
      if (of === batch && rule === "imported") settlements.add(from.startsWith("r") ? from : item);
  }
  const hasItems = [...brought.keys()].some((id) => id.startsWith("i") && !settlements.has(id));
  const signed = (id: string) => {
    const sum = live.get(id);
    const isCredit = hasItems && id.startsWith("r");
    return sum ? [isCredit ? { ...sum, amount: negated(sum.amount) } : sum] : [];
  };
  const documents = [...brought].filter(([id]) => !settlements.has(id));
  const gone = documents.filter(([id]) => !live.has(id));
  return {
    rowsTakenBack: gone.reduce((sum, [, rows]) => sum + rows, 0),
    amounts: sumsByCurrency(documents.flatMap(([id]) => signed(id))),
  };
}

/** Documents of earlier versions do not say it: as many as they have lines of goods, at least. */
function fileRowsOf(fact: OpenItem | Receipt): number {
  return "lines" in fact ? (fact.fileRows ?? Math.max(1, fact.goods?.length ?? 1)) : 1;
}
