import * as z from "zod/mini";
import { AdjustmentReasonShape, ItemKindShape, OpenItemShape } from "../records/open-item.ts";
import { AgingBasisShape, FirmShape } from "../records/policy.ts";
import { ReceiptMethodShape } from "../records/receipt.ts";
import { CountShape, CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "../records/shapes.ts";
import { DueBasisShape } from "../records/terms.ts";

/**
 * What moves the balance on a statement. `receiptReversal` is money that went back (a dishonoured draft,
 * a refund); `restatement` bridges a printed balance that the ledger's settings of today cannot rebuild.
 */
export const StatementKindShape = z.enum([
  ...ItemKindShape.options,
  "receipt",
  "receiptReversal",
  "restatement",
]);

export type StatementKind = z.infer<typeof StatementKindShape>;

const Party = z.object({ id: z.string(), code: LineShape, name: LineShape });

export type StatementParty = z.infer<typeof Party>;

const reference = {
  date: PlainDateShape,
  kind: StatementKindShape,
  number: z.exactOptional(LineShape),
  order: z.exactOptional(LineShape),
  delivery: z.exactOptional(LineShape),
};

/** One movement: `amount` is positive when the customer owes more; `balance` is what is owed after it. */
const Entry = z.object({
  ...reference,
  reason: z.exactOptional(AdjustmentReasonShape),
  method: z.exactOptional(ReceiptMethodShape),
  /** Bank reference or number of the draft. */
  paper: z.exactOptional(LineShape),
  maturity: z.exactOptional(PlainDateShape),
  payerName: z.exactOptional(LineShape),
  /** Why an earlier-dated item stands here and not on the previous statement. */
  why: z.exactOptional(z.enum(["enteredLater", "takenBack", "restated"])),
  amount: MoneyShape,
  balance: MoneyShape,
  goods: OpenItemShape.shape.goods,
});

export type StatementEntry = z.infer<typeof Entry>;

/** A due line that is open at the end of the period. Without `due` the date is not fixed yet. */
const OpenEntry = z.object({
  ...reference,
  /** 1 of 3, where the document is due in parts. */
  part: z.exactOptional(z.object({ n: z.int(), of: z.int() })),
  due: z.exactOptional(PlainDateShape),
  basis: DueBasisShape,
  amount: MoneyShape,
  open: MoneyShape,
  /** Whole days; 0 while it is not past due. */
  daysPastDue: CountShape,
  disputed: z.boolean(),
});

export type OpenEntry = z.infer<typeof OpenEntry>;

/** One customer, or one of its shops 门店. opening + earlier + movements = closing. */
const Group = z.object({
  customer: Party,
  shop: z.exactOptional(LineShape),
  /** Number of the statement whose printed closing balance is the opening here. */
  previous: z.exactOptional(z.string()),
  opening: MoneyShape,
  earlier: z.array(Entry),
  movements: z.array(Entry),
  closing: MoneyShape,
  open: z.array(OpenEntry),
});

export type StatementGroup = z.infer<typeof Group>;

/** The aging foot 账龄: current + buckets + unapplied = balance = the statement's closing; `owedAgain` stands inside `unapplied`. */
const Aging = z.object({
  edges: z.array(z.int()),
  basis: AgingBasisShape,
  current: MoneyShape,
  buckets: z.array(MoneyShape),
  unapplied: MoneyShape,
  balance: MoneyShape,
  disputed: MoneyShape,
  notInvoiced: MoneyShape,
  dueNotFixed: MoneyShape,
  /** Refunded and owed again: what of `unapplied` is above nothing. Statements of before do not tell it apart. */
  owedAgain: z.exactOptional(MoneyShape),
});

export type StatementAging = z.infer<typeof Aging>;

/**
 * A statement of account 对账单 as it is printed, frozen and hashed: plain JSON with its keys always in
 * this order. Printing it again needs nothing else. Amounts are minor units of `currency`.
 */
export const StatementShape = z.object({
  version: z.literal(1),
  number: LineShape,
  from: PlainDateShape,
  to: PlainDateShape,
  issued: PlainDateShape,
  replyBy: z.exactOptional(PlainDateShape),
  knownAt: CountShape,
  currency: CurrencyShape,
  sample: z.exactOptional(z.boolean()),
  firm: FirmShape,
  /** To whom it goes: the customer, or the payer of the customers in `groups`. */
  customer: Party,
  groups: z.array(Group).check(z.minLength(1)),
  opening: MoneyShape,
  /** Sum of the earlier-dated items. */
  earlier: MoneyShape,
  /** Sum of the period's movements that raised the debt; zero or positive. */
  increases: MoneyShape,
  /** Sum of the period's movements that lowered it; zero or negative. */
  decreases: MoneyShape,
  closing: MoneyShape,
  /** 大写: the closing balance in capitals, in CNY only. */
  inCapitals: z.exactOptional(z.string()),
  /** Sum of the open lines that are past due at the end of the period. */
  pastDue: MoneyShape,
  aging: Aging,
});

export type Statement = z.infer<typeof StatementShape>;
