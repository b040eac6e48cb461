import type { Currency, Language, Money } from "../../../core/index.ts";
import { ownFirst, sumOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";

type Line = Output<"aging">["customers"][number];

/** By what the rows of an aging stand: the largest first, or by name. */
export const AGING_ORDERS = ["overdue", "balance", "name"] as const;

export type AgingOrder = (typeof AGING_ORDERS)[number];

export interface OrderedBy {
  readonly order: AgingOrder;
  /** Only who owes in this bucket; "overdue" is then what they owe in it. */
  readonly bucket: number | undefined;
  readonly own: Currency;
  readonly language: Language;
}

/** Rows of one currency: amounts of two are never in one order. */
export interface CurrencyLines {
  readonly currency: Currency;
  readonly lines: readonly Line[];
}

/** The rows of each currency in their order, the ledger's own first. */
export function orderedLines(lines: readonly Line[], by: OrderedBy): CurrencyLines[] {
  const shown = lines.filter((line) => amountShown(line, by.bucket) !== 0 || isOwing(line, by.bucket));
  const currencies = [...new Set(shown.map(({ currency }) => currency))].sort(ownFirst(by.own));
  return currencies.map((currency) => ({
    currency,
    lines: shown.filter((line) => line.currency === currency).sort(compared(by)),
  }));
}

/** A balance of nothing may hide an overdue document behind money that is on none. */
function isOwing({ current, buckets }: Line, bucket: number | undefined): boolean {
  return bucket === undefined && [current, ...buckets].some((amount) => amount !== 0);
}

/** What stands in the row: the balance, or what is owed in the bucket that was picked. */
export function amountShown(line: Line, bucket: number | undefined): Money {
  return bucket === undefined ? line.balance : ([line.current, ...line.buckets][bucket] ?? line.balance);
}

function compared({ order, bucket, language }: OrderedBy): (a: Line, b: Line) => number {
  const collator = new Intl.Collator(language === "zh" ? "zh-CN" : "en");
  const byName = (a: Line, b: Line) =>
    Number(a.id === "") - Number(b.id === "") ||
    collator.compare(a.name, b.name) ||
    collator.compare(a.code, b.code);
  if (order === "name") return byName;
  const weight = (line: Line) =>
    order === "balance" || bucket !== undefined ? amountShown(line, bucket) : sumOf(line.buckets);
  return (a, b) => weight(b) - weight(a) || b.balance - a.balance || byName(a, b);
}
