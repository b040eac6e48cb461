import * as z from "zod/mini";
import { CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";

export const ReceiptMethodShape = z.enum([
  "transfer",
  "cash",
  "wechat",
  "alipay",
  "bankDraft",
  "commercialDraft",
  "cheque",
  "offset",
  "other",
]);

export type ReceiptMethod = z.infer<typeof ReceiptMethodShape>;

/** 票据: a draft is received long before it pays; dishonour reopens what it had settled. */
const Draft = z.object({
  number: z.exactOptional(LineShape),
  acceptor: z.exactOptional(LineShape),
  maturity: PlainDateShape,
  state: z.enum(["held", "endorsed", "discounted", "collected", "dishonoured"]),
});

export type Draft = z.infer<typeof Draft>;

/**
 * A receipt 收款: money, a draft or an offset that came in. The amount is positive; a dishonour or a
 * refund is a receipt of its own with a negative amount. Without a customer it is an unidentified
 * receipt 不明来款.
 */
export const ReceiptShape = z.object({
  id: z.string(),
  customer: z.exactOptional(z.string()),
  date: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
  method: ReceiptMethodShape,
  /** 付款人: the payer's name and relation where it is not the customer (代付). */
  payerName: z.exactOptional(LineShape),
  payerRelation: z.exactOptional(z.enum(["parent", "affiliate", "owner", "thirdParty"])),
  bankReference: z.exactOptional(LineShape),
  collectedBy: z.exactOptional(LineShape),
  handedInOn: z.exactOptional(PlainDateShape),
  /** What the payer said the money is for: numbers of documents. */
  designation: z.exactOptional(LineShape),
  /** 预收款: an advance for this order, which settles items of the order only, never older debts. */
  order: z.exactOptional(LineShape),
  draft: z.exactOptional(Draft),
  /** The receipt that this one takes back (dishonour, refund). */
  reverses: z.exactOptional(z.string()),
  note: z.exactOptional(LineShape),
  importKey: z.exactOptional(z.string()),
});

export type Receipt = z.infer<typeof ReceiptShape>;

/**
 * Whether a receipt and another one cancel out: a draft that bounced 退票, and the receipt that takes it
 * back. Neither is money to put on anything.
 *
 * @example
 * isTakenBack({ reverses: "r1.0" }) // => true
 */
export function isTakenBack({ reverses, draft }: Pick<Receipt, "reverses" | "draft">): boolean {
  return reverses !== undefined || draft?.state === "dishonoured";
}

/** Which rule put money on an item: kept with the allocation, so that a changed rule acts forward. */
export const ApplicationRuleShape = z.enum([
  "designated",
  "statedReference",
  "oldestDueFirst",
  "civilCode560",
  "byHand",
  "imported",
  "reopened",
]);

export type ApplicationRule = z.infer<typeof ApplicationRuleShape>;

/**
 * An allocation 核销: so much of a receipt or credit item settles so much of one due line, from a
 * day on. Negative when a later event takes it back (a dishonoured draft). A fact, never recomputed.
 */
export const AllocationShape = z.object({
  id: z.string(),
  customer: z.string(),
  /** The later of the two documents' dates. */
  date: PlainDateShape,
  /** The id of the receipt, or of the item with a credit. */
  from: z.string(),
  item: z.string(),
  /** Index of the item's due line. */
  line: z.int().check(z.gte(0)),
  amount: MoneyShape,
  rule: ApplicationRuleShape,
  policyVersion: z.int(),
});

export type Allocation = z.infer<typeof AllocationShape>;
