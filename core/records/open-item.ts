import * as z from "zod/mini";
import type { PlainDate } from "../values/date.ts";
import { type Money, sumOf } from "../values/money.ts";
import { CountShape, CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";
import { DueBasisShape } from "./terms.ts";

/** The kinds of document that move a customer's balance. */
export const ItemKindShape = z.enum([
  "delivery",
  "invoice",
  "debitNote",
  "creditNote",
  "return",
  "rebate",
  "deduction",
  "adjustment",
  "opening",
]);

export type ItemKind = z.infer<typeof ItemKindShape>;

/** Why an adjustment was made: 抹零, 折让, 手续费, 税差. */
export const AdjustmentReasonShape = z.enum([
  "smallAmount",
  "allowance",
  "bankFee",
  "taxDifference",
  "other",
]);

/**
 * A part of the item and the day it is due; without `due` the date is not fixed yet. `days` are those
 * that run from a starting event, kept so that the event can come later and be taken back.
 */
const DueLine = z.object({
  amount: MoneyShape,
  due: z.exactOptional(PlainDateShape),
  basis: DueBasisShape,
  days: z.exactOptional(CountShape),
});

export type DueLine = z.infer<typeof DueLine>;

/** 品名 规格 数量 单价: goods as the delivery note lists them; quantity and price as written. */
const GoodsLine = z.object({
  name: LineShape,
  specification: z.exactOptional(LineShape),
  unit: z.exactOptional(LineShape),
  quantity: z.exactOptional(LineShape),
  price: z.exactOptional(LineShape),
  amount: z.exactOptional(MoneyShape),
});

export type GoodsLine = z.infer<typeof GoodsLine>;

const Dispute = z.object({ since: PlainDateShape, reason: LineShape, amount: z.exactOptional(MoneyShape) });

/**
 * An open item 未清项: a document that says what the customer owes (positive) or is credited
 * (negative). The due lines always add up to the amount. The currency is that of the account it
 * stands in.
 */
export const OpenItemShape = z.object({
  id: z.string(),
  customer: z.string(),
  payer: z.exactOptional(z.string()),
  /** 门店: where it was delivered, when the payer runs several shops. */
  shop: z.exactOptional(LineShape),
  kind: ItemKindShape,
  number: z.exactOptional(LineShape),
  date: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
  lines: z.array(DueLine).check(z.minLength(1), z.maxLength(40)),
  order: z.exactOptional(LineShape),
  delivery: z.exactOptional(LineShape),
  /** The item that carries the debt when this one is only linked to it (送货单 ↔ 发票). */
  linkedTo: z.exactOptional(z.string()),
  /** 验收日: starts the clock of terms that run from acceptance. */
  acceptedOn: z.exactOptional(PlainDateShape),
  taxMode: z.exactOptional(z.enum(["included", "excluded", "none"])),
  taxRate: z.exactOptional(z.number()),
  salesperson: z.exactOptional(LineShape),
  reason: z.exactOptional(AdjustmentReasonShape),
  dispute: z.exactOptional(Dispute),
  goods: z.exactOptional(z.array(GoodsLine)),
  /** How many rows of its file an imported document is made of, where it is more than one. */
  fileRows: z.exactOptional(CountShape),
  note: z.exactOptional(LineShape),
  /** Source + content + n-th occurrence, for an imported row without a number. */
  importKey: z.exactOptional(z.string()),
});

export type OpenItem = z.infer<typeof OpenItemShape>;

/**
 * The sum of the due lines, which is the item's amount.
 *
 * @example
 * linesTotal([{ amount: money(60), basis: "stated" }, { amount: money(40), basis: "stated" }]) // => 100
 */
export function linesTotal(lines: readonly DueLine[]): Money {
  return sumOf(lines.map((line) => line.amount));
}

/**
 * Whether an item is disputed 争议 at the end of a day.
 *
 * @example
 * isDisputedOn({ dispute: { since: plainDate("2026-11-22"), reason: "short" } }, plainDate("2026-11-21")) // => false
 */
export function isDisputedOn({ dispute }: Pick<OpenItem, "dispute">, day: PlainDate): boolean {
  return dispute !== undefined && dispute.since <= day;
}
