import * as z from "zod/mini";
import { LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";
import { TermsShape } from "./terms.ts";

/** Blank and 0 are different things: `notSet` is unknown, never a pass. */
export const LimitTypeShape = z.enum(["notSet", "none", "amount", "unlimited"]);

/**
 * A customer 客户: who owes. Contact names, phones and addresses are not here: they stand in
 * Contacts, outside the journal, and can be erased.
 */
export const CustomerShape = z.object({
  id: z.string(),
  code: LineShape,
  name: LineShape,
  aliases: z.exactOptional(z.array(LineShape)),
  /** Codes that it had before: they go on meaning it until another customer has them. */
  formerCodes: z.exactOptional(z.array(LineShape)),
  /** 统一社会信用代码 or another tax id, as typed, upper case. */
  taxId: z.exactOptional(LineShape),
  /** 集团: id of the parent customer. */
  parent: z.exactOptional(z.string()),
  /** 付款单位: id of the customer that pays for this one. */
  payer: z.exactOptional(z.string()),
  team: z.exactOptional(LineShape),
  salesperson: z.exactOptional(LineShape),
  /** 客户类别, in the firm's own words: the policy may speak to some more gently. */
  segment: z.exactOptional(LineShape),
  /** 结算日: the last day of the customer's own statement period; 31 is the month's end. */
  cutOffDay: z.exactOptional(z.int().check(z.gte(1), z.lte(31))),
  terms: z.exactOptional(TermsShape),
  limitType: z.exactOptional(LimitTypeShape),
  limit: z.exactOptional(MoneyShape),
  /** From which day on the limit is in force, and up to which; without them always. */
  limitSince: z.exactOptional(PlainDateShape),
  limitUntil: z.exactOptional(PlainDateShape),
  naturalPerson: z.exactOptional(z.boolean()),
  language: z.exactOptional(z.enum(["zh", "en", "both"])),
  /** false for a customer that always pays cash 现款客户. */
  onAccount: z.exactOptional(z.boolean()),
  currency: z.exactOptional(z.string()),
  since: z.exactOptional(PlainDateShape),
  note: z.exactOptional(LineShape),
});

export type Customer = z.infer<typeof CustomerShape>;

/** A sales order 销售订单 that was reported and counts until delivered, cancelled or lapsed. */
export const OrderShape = z.object({
  id: z.string(),
  customer: z.string(),
  reference: LineShape,
  date: PlainDateShape,
  currency: z.string(),
  amount: MoneyShape,
  basis: z.enum(["net", "gross"]),
  state: z.enum(["reported", "delivered", "cancelled", "lapsed"]),
});

export type Order = z.infer<typeof OrderShape>;

/** A tax invoice 发票 as issued; it may cover several items, and an item several invoices. */
export const TaxInvoiceShape = z.object({
  id: z.string(),
  customer: z.string(),
  number: LineShape,
  date: PlainDateShape,
  amount: MoneyShape,
  receivedOn: z.exactOptional(PlainDateShape),
  /** What it covers, part by part. */
  covers: z.array(z.object({ item: z.string(), amount: MoneyShape })),
});

export type TaxInvoice = z.infer<typeof TaxInvoiceShape>;

/** Who may do what in the ledger, by their own word: an editor of the file can do everything. */
export const UserShape = z.object({
  id: z.string(),
  name: LineShape,
  role: z.enum(["clerk", "controller", "approver", "auditor", "sales"]),
  team: z.exactOptional(LineShape),
  active: z.boolean(),
});

export type User = z.infer<typeof UserShape>;
