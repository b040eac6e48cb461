import * as z from "zod/mini";
import {
  AdjustmentReasonShape,
  CurrencyShape,
  CustomerShape,
  ItemKindShape,
  LineShape,
  MoneyShape,
  PlainDateShape,
  ReceiptShape,
  TermsShape,
} from "../core/index.ts";

/**
 * Every call that the sidebar, the command line and scripts make of the add-on: a name, what goes in,
 * what comes out. Plain JSON both ways; amounts are whole numbers of minor units.
 */

const LanguageShape = z.enum(["zh", "en"]);

/** Made when a form opens: the same id is the same intent and is booked once. */
const ActionId = z.string().check(z.minLength(8), z.maxLength(64));

/** What every writing call tells back. */
const Booked = z.object({
  /** Place of the entry in the journal. */
  seq: z.int(),
  /** Id of the record that the action made, "" where it made none. */
  id: z.string(),
  action: z.string(),
  /** true when the action had been booked before, by an earlier try. */
  already: z.boolean(),
  /** Unfinished actions of earlier runs that were completed on the way. */
  completed: z.int(),
});

const CustomerInput = z.extend(z.omit(CustomerShape, { id: true, parent: true, payer: true }), {
  /** Code of the parent 集团 and of the payer 付款单位. */
  parentCode: z.exactOptional(LineShape),
  payerCode: z.exactOptional(LineShape),
});

const ItemInput = z.object({
  customer: z.string(),
  kind: ItemKindShape,
  number: z.exactOptional(LineShape),
  date: PlainDateShape,
  /** A stated due date; without it the terms decide. */
  due: z.exactOptional(PlainDateShape),
  terms: z.exactOptional(TermsShape),
  currency: z.exactOptional(CurrencyShape),
  amount: MoneyShape,
  shop: z.exactOptional(LineShape),
  order: z.exactOptional(LineShape),
  delivery: z.exactOptional(LineShape),
  salesperson: z.exactOptional(LineShape),
  reason: z.exactOptional(AdjustmentReasonShape),
  note: z.exactOptional(LineShape),
});

const ReceiptInput = z.extend(
  z.omit(ReceiptShape, { id: true, currency: true, importKey: true, reverses: true }),
  {
    currency: z.exactOptional(CurrencyShape),
    /** Ids of items the payer designated. */
    items: z.exactOptional(z.array(z.string())),
    /** An advance for this order: never swallowed by older debts. */
    order: z.exactOptional(LineShape),
    /** 抹零: settle what a small difference leaves open, for this reason. */
    settleDifference: z.exactOptional(AdjustmentReasonShape),
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

const ReceiptPreview = z.object({
  parts: z.array(Part),
  unapplied: MoneyShape,
  /** What stays open on lines that are only partly settled, and whether it may be settled as 抹零. */
  difference: MoneyShape,
  differenceAllowed: z.boolean(),
  duplicateOf: z.exactOptional(z.string()),
});

export const CALLS = {
  /** Makes the tabs of a ledger; what is there stays. */
  setup: {
    input: z.object({ language: LanguageShape }),
    output: z.object({ made: z.array(z.string()), kept: z.array(z.string()) }),
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
  /** A draft that did not pay: what it had settled is open again, from that day. */
  dishonour: {
    input: z.object({ action: ActionId, customer: z.string(), receipt: z.string(), date: PlainDateShape }),
    output: Booked,
  },
  /** Takes a whole action back as if it had never been entered. */
  undo: {
    input: z.object({ action: ActionId, of: z.string() }),
    output: Booked,
  },
} as const;

export type CallName = keyof typeof CALLS;
export type Input<N extends CallName> = z.infer<(typeof CALLS)[N]["input"]>;
export type Output<N extends CallName> = z.infer<(typeof CALLS)[N]["output"]>;

/** What every call comes back as: an answer, a refusal in one sentence, or a report of a bug of ours. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: "refusal"; readonly why: string; readonly sentence: string }
  | { readonly ok: false; readonly kind: "bug"; readonly report: string };
