import * as z from "zod/mini";
import {
  AdjustmentReasonShape,
  CurrencyShape,
  CustomerShape,
  ItemKindShape,
  LineShape,
  MoneyShape,
  OpenItemShape,
  PlainDateShape,
  ReceiptShape,
  TermsShape,
} from "../../core/index.ts";
import { ActionId, Booked, CurrencyWord, DocumentTakenBack, DraftFacts } from "./shapes.ts";

/** An action by its id, or by its place in the journal. */
const ActionOrPlace = z.union([z.string(), z.int()]);

const CustomerInput = z.extend(
  z.omit(CustomerShape, { id: true, parent: true, payer: true, formerCodes: true }),
  {
    /** Code of the parent 集团 and of the payer 付款单位. */
    parentCode: z.exactOptional(LineShape),
    payerCode: z.exactOptional(LineShape),
    currency: z.exactOptional(CurrencyWord),
  },
);

const ItemInput = z.object({
  customer: z.string(),
  kind: ItemKindShape,
  number: z.exactOptional(LineShape),
  date: PlainDateShape,
  /** A stated due date; without it the terms decide. */
  due: z.exactOptional(PlainDateShape),
  terms: z.exactOptional(TermsShape),
  currency: z.exactOptional(CurrencyWord),
  amount: MoneyShape,
  shop: z.exactOptional(LineShape),
  order: z.exactOptional(LineShape),
  delivery: z.exactOptional(LineShape),
  salesperson: z.exactOptional(LineShape),
  reason: z.exactOptional(AdjustmentReasonShape),
  taxMode: OpenItemShape.shape.taxMode,
  taxRate: OpenItemShape.shape.taxRate,
  acceptedOn: OpenItemShape.shape.acceptedOn,
  dispute: OpenItemShape.shape.dispute,
  goods: OpenItemShape.shape.goods,
  note: z.exactOptional(LineShape),
});

const ReceiptInput = z.extend(
  z.omit(ReceiptShape, { id: true, currency: true, importKey: true, reverses: true }),
  {
    currency: z.exactOptional(CurrencyWord),
    /** Ids of items the payer designated. */
    items: z.exactOptional(z.array(z.string())),
    /** 抹零: settle what a small difference leaves open, for this reason. */
    settleDifference: z.exactOptional(AdjustmentReasonShape),
    /** 申请抹零: ask that somebody else lets go what is left open, beyond what the policy settles. */
    askDifference: z.exactOptional(AdjustmentReasonShape),
  },
);

const Part = z.object({
  item: z.string(),
  number: z.exactOptional(z.string()),
  line: z.int(),
  due: z.exactOptional(PlainDateShape),
  open: MoneyShape,
  amount: MoneyShape,
  rule: z.string(),
});

/** A due line that is owed again, and how much of it, positive. */
const OpenedAgain = z.object({
  item: z.string(),
  line: z.int(),
  kind: ItemKindShape,
  number: z.exactOptional(z.string()),
  due: z.exactOptional(PlainDateShape),
  amount: MoneyShape,
});

/** What a refund 退款 does; `usesUp`, `reopens` and `withoutDocument` add up to what is paid back. */
const RefundEffect = z.object({
  /** Unapplied money and credits that it takes, and what is left of them. */
  usesUp: MoneyShape,
  unappliedLeft: MoneyShape,
  reopens: z.array(OpenedAgain),
  /** Owed again, and on no document. */
  withoutDocument: MoneyShape,
});

const ReceiptPreview = z.object({
  parts: z.array(Part),
  unapplied: MoneyShape,
  /** What of it pays refunds that are owed without a line; only where there are some. */
  paysBack: z.exactOptional(MoneyShape),
  /** Only of money paid back to a customer, whose amount is negative. */
  refund: z.exactOptional(RefundEffect),
  /** What stays open on lines that are only partly settled, and whether it may be settled as 抹零. */
  difference: MoneyShape,
  differenceAllowed: z.boolean(),
  /** The most that may be settled so, where the difference is above it. */
  differenceLimit: z.exactOptional(MoneyShape),
  /** Its share is small enough, but the policy says no small amount in this currency. */
  smallAmountMissing: z.boolean(),
  /** The receipt that is there already and looks like this one, whosever it is. */
  alike: z.exactOptional(
    z.object({
      id: z.string(),
      /** "" while nobody has been found for it. */
      customerName: z.string(),
      date: PlainDateShape,
      method: z.string(),
      currency: CurrencyShape,
      amount: MoneyShape,
      bankReference: z.exactOptional(z.string()),
    }),
  ),
});

/** Calls that record what happened 记账: customers, items, receipts, drafts; and their undo. */
export const RECORDS_CALLS = {
  /** The customer with exactly that code. */
  findCustomer: {
    input: z.object({ code: z.string() }),
    output: z.object({ id: z.string(), name: z.string(), currency: CurrencyShape }),
  },
  addCustomer: {
    input: z.object({ action: ActionId, customer: CustomerInput }),
    output: Booked,
  },
  addItem: {
    input: z.object({ action: ActionId, item: ItemInput, allowDuplicate: z.exactOptional(z.boolean()) }),
    output: Booked,
  },
  previewReceipt: {
    input: z.object({ receipt: ReceiptInput }),
    output: ReceiptPreview,
  },
  addReceipt: {
    input: z.object({
      action: ActionId,
      receipt: ReceiptInput,
      allowDuplicate: z.exactOptional(z.boolean()),
    }),
    output: Booked,
  },
  /** Puts unapplied money and credits of a customer on its open items. */
  apply: {
    input: z.object({ action: ActionId, customer: z.string() }),
    output: Booked,
  },
  /** Receipts nobody has been found for 不明来款. */
  unidentified: {
    input: z.object({}),
    output: z.object({
      receipts: z.array(
        z.object({
          id: z.string(),
          date: PlainDateShape,
          currency: CurrencyShape,
          amount: MoneyShape,
          method: z.string(),
          payerName: z.exactOptional(z.string()),
          bankReference: z.exactOptional(z.string()),
          designation: z.exactOptional(z.string()),
          note: z.exactOptional(z.string()),
        }),
      ),
    }),
  },
  /** 认领: gives an unidentified receipt to a customer and puts it on what is open there. */
  identify: {
    input: z.object({
      action: ActionId,
      receipt: z.string(),
      customer: z.string(),
      allowDuplicate: z.exactOptional(z.boolean()),
    }),
    output: Booked,
  },
  /** A draft that did not pay: what it had settled is open again, from that day. */
  dishonour: {
    input: z.object({ action: ActionId, customer: z.string(), receipt: z.string(), date: PlainDateShape }),
    output: Booked,
  },
  /** Drafts 票据 of everybody that may still bounce, the next to mature first. */
  drafts: {
    input: z.object({}),
    output: z.object({
      drafts: z.array(z.extend(DraftFacts, { customer: z.string(), customerName: z.string() })),
    }),
  },
  /** A draft, and what would be open again, with its old due dates, if it did not pay. */
  draft: {
    input: z.object({ customer: z.string(), receipt: z.string() }),
    output: z.object({
      customerName: z.string(),
      draft: DraftFacts,
      reopens: z.array(OpenedAgain),
      /** What was paid back of it before, and is owed without a document then. */
      refunded: MoneyShape,
      /** What of it is on no document. */
      unapplied: MoneyShape,
    }),
  },
  /** What has become of a draft that pays or was passed on: no debt changes. */
  markDraft: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      receipt: z.string(),
      state: z.enum(["held", "endorsed", "discounted", "collected"]),
    }),
    output: Booked,
  },
  /** Takes a whole action back as if it had never been entered. */
  undo: {
    input: z.object({ action: ActionId, of: ActionOrPlace }),
    output: Booked,
  },
  /** What an undo would take back, and the documents that stand in its way. */
  previewUndo: {
    input: z.object({ of: ActionOrPlace }),
    output: z.object({
      /** Kind of the action, when it was booked (UTC) and by whom. */
      kind: z.string(),
      at: z.string(),
      user: z.string(),
      documents: z.array(DocumentTakenBack),
      /** Documents that stand no more, and would stand again. */
      returning: z.exactOptional(z.array(DocumentTakenBack)),
      dependents: z.array(z.string()),
      /** A day of the entry that lies in a closed period 已关账: while it is closed nothing is taken back. */
      closedDay: z.exactOptional(PlainDateShape),
    }),
  },
} as const;
