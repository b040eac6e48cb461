import type { PlainDate } from "../values/date.ts";
import type { Currency, Money } from "../values/money.ts";
import type { DocumentWord } from "./cell-words.ts";
import type { ImportField } from "./synonyms.ts";

/** The fields that hold a day. */
export type DateField = "date" | "due" | "maturity" | "settledOn";

/** The fields that hold money, in minor units of the row's currency. */
export type AmountField = "amount" | "tax" | "openAmount" | "settledAmount" | "creditLimit";

/** The two sides of a ledger 借方, 贷方, a column each: together they are a row's amount. */
export type SideField = "debit" | "credit";

/** What a row of a ledger is: a debit, or a credit that is money which came in 收款, or one that is none. */
export type LedgerRowIs = "debit" | "receipt" | "creditNote";

/** The fields of a goods line. */
export type GoodsField = Extract<ImportField, `goods${string}`>;

/** The fields that are kept as text. */
export type TextField = Exclude<
  ImportField,
  DateField | AmountField | SideField | GoodsField | "currency" | "disputed" | "direction"
>;

/** A goods line 明细行 (品名 规格 数量 单价): texts as written, only the amount is read. */
export interface ImportGoodsLine {
  readonly row: number;
  readonly goodsName?: string;
  readonly goodsSpec?: string;
  readonly goodsUnit?: string;
  readonly goodsQuantity?: string;
  readonly goodsPrice?: string;
  readonly goodsAmount?: Money;
}

/** A row of another program's table, read: every field that had a value, nothing invented. */
export interface ImportRow
  extends Readonly<Partial<Record<TextField, string>>>,
    Readonly<Partial<Record<DateField, PlainDate>>>,
    Readonly<Partial<Record<AmountField, Money>>> {
  /** The (first) row as the user sees it, from 1. */
  readonly row: number;
  /** The rows of a document of several lines; left out for one. */
  readonly rows?: readonly number[];
  readonly currency: Currency;
  /** Nothing says that currency: neither the row, nor the table, nor a person. */
  readonly currencyAssumed?: true;
  readonly disputed?: boolean;
  /** What the type word says the document is; the sign of the amount is left as the file has it. */
  readonly documentWord?: DocumentWord;
  /** Of a ledger with a column for each side: what the row is; in a table of documents credits are below zero. */
  readonly readAs?: LedgerRowIs;
  readonly goods?: readonly ImportGoodsLine[];
}
