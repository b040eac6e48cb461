import { carriesDebt } from "../calculations/columns.ts";
import type { Account } from "../records/book.ts";
import { isKnownAt, type Known } from "../records/known-fact.ts";
import type { GoodsLine, OpenItem } from "../records/open-item.ts";
import type { Settings } from "../records/policy.ts";
import type { Receipt } from "../records/receipt.ts";
import type { PlainDate } from "../values/date.ts";
import { type Currency, type Money, negated } from "../values/money.ts";
import type { StatementEntry } from "./statement-shape.ts";

/** A movement before it stands on a statement: what it does to the balance, and when it holds. */
export interface Posting {
  readonly id: string;
  readonly shop?: string;
  readonly seq: number;
  readonly voided: number;
  /** Positive when the customer owes more. */
  readonly amount: Money;
  readonly entry: Omit<StatementEntry, "balance" | "why">;
}

/**
 * Everything that ever moved an account's balance in a currency, void facts included, in journal order.
 * Of a delivery and its invoice only the one that carries the debt is here.
 *
 * @example
 * postingsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { currency: "CNY", debtCarriedBy: "invoice" }) // => []
 */
export function postingsOf(
  account: Account,
  options: { currency: Currency; debtCarriedBy: Settings["debtCarriedBy"] },
): Posting[] {
  const items = account.items.filter((item) => item.currency === options.currency);
  const receipts = account.receipts.filter((receipt) => receipt.currency === options.currency);
  return [
    ...items.filter((item) => carriesDebt(item, options)).map(postingOfItem),
    ...receipts.map(postingOfReceipt),
  ];
}

function postingOfItem(item: Known<OpenItem>): Posting {
  const { id, seq, voided, amount, shop, goods } = item;
  const entry = {
    date: item.date,
    kind: item.kind,
    ...referencesOf(item),
    ...(item.reason ? { reason: item.reason } : {}),
    amount,
    ...(goods && goods.length > 0 ? { goods: goods.map(goodsLine) } : {}),
  };
  return { id, ...(shop ? { shop } : {}), seq, voided, amount, entry };
}

/** The numbers by which both sides find a document again, in the statement's key order. */
export function referencesOf(item: Pick<OpenItem, "number" | "order" | "delivery">) {
  return {
    ...(item.number ? { number: item.number } : {}),
    ...(item.order ? { order: item.order } : {}),
    ...(item.delivery ? { delivery: item.delivery } : {}),
  };
}

function goodsLine(line: GoodsLine): GoodsLine {
  const { name, specification, unit, quantity, price, amount } = line;
  return {
    name,
    ...(specification ? { specification } : {}),
    ...(unit ? { unit } : {}),
    ...(quantity ? { quantity } : {}),
    ...(price ? { price } : {}),
    ...(amount === undefined ? {} : { amount }),
  };
}

function postingOfReceipt(receipt: Known<Receipt>): Posting {
  const { id, seq, voided, draft, payerName } = receipt;
  const paper = draft?.number ?? receipt.bankReference;
  const amount = negated(receipt.amount);
  const entry = {
    date: receipt.date,
    kind: receipt.amount < 0 ? ("receiptReversal" as const) : ("receipt" as const),
    method: receipt.method,
    ...(paper ? { paper } : {}),
    ...(draft ? { maturity: draft.maturity } : {}),
    ...(payerName ? { payerName } : {}),
    amount,
  };
  return { id, seq, voided, amount, entry };
}

/** A point from which a balance is seen: the end of a day, as known at a place in the journal. */
export interface Viewpoint {
  readonly to: PlainDate;
  readonly knownAt: number;
}

/**
 * Whether a balance seen from there counts the posting.
 *
 * @example
 * isCounted({ seq: 2, voided: 0, entry: { date: plainDate("2026-11-01") } }, { to: plainDate("2026-11-30"), knownAt: 2 }) // => true
 */
export function isCounted(
  posting: Pick<Posting, "seq" | "voided"> & { readonly entry: Pick<Posting["entry"], "date"> },
  from: Viewpoint,
): boolean {
  return posting.entry.date <= from.to && isKnownAt(posting, from.knownAt);
}
