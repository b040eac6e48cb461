import {
  type Currency,
  negated,
  type PlainDate,
  type ReceiptMethod,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmount, typedDate, typedLine } from "./typed.ts";

/** A customer as a form has chosen it. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
}

/** The receipt form as it stands: what was typed, as typed. */
export interface ReceiptDraft {
  readonly action: string;
  /** Money that came in, or that was paid back 退款. */
  readonly direction: "receipt" | "refund";
  readonly customer: Chosen | undefined;
  readonly isUnidentified: boolean;
  /** Chosen; otherwise it is the customer's own. */
  readonly currency: Currency | undefined;
  /** Who paid, as the bank calls them: an unidentified receipt is recognised by it. */
  readonly payerName: string;
  readonly amount: string;
  readonly date: string;
  readonly method: ReceiptMethod;
  readonly reference: string;
  readonly draftNumber: string;
  readonly acceptor: string;
  readonly maturity: string;
  /** Why, of an offset; anything, of a refund. */
  readonly note: string;
  /** Ids of the items that the payer designated. */
  readonly items: readonly string[];
  readonly roundsOff: boolean;
  readonly stage: "form" | "preview";
}

export type ReceiptField =
  | "customer"
  | "payerName"
  | "amount"
  | "date"
  | "reference"
  | "draftNumber"
  | "acceptor"
  | "maturity"
  | "note";

export type ReceiptInput = Input<"addReceipt">["receipt"];

/** A form to begin with; `opened` is the id of the customer it was opened for. */
export function emptyReceipt(action: string, today: PlainDate, opened?: string): ReceiptDraft {
  return {
    action,
    direction: "receipt",
    customer: undefined,
    isUnidentified: opened === UNIDENTIFIED,
    currency: undefined,
    payerName: "",
    amount: "",
    date: today,
    method: "transfer",
    reference: "",
    draftNumber: "",
    acceptor: "",
    maturity: "",
    note: "",
    items: [],
    roundsOff: false,
    stage: "form",
  };
}

/** Bank acceptance draft 银行承兑 and commercial acceptance draft 商业承兑. */
export function isDraftMethod(method: string): boolean {
  return method === "bankDraft" || method === "commercialDraft";
}

/** 退款: money paid back, typed positive and kept negative. */
export function isRefund({ direction }: Pick<ReceiptDraft, "direction">): boolean {
  return direction === "refund";
}

/** How money may be paid back: a draft that is given away again, and an offset, are none of it. */
export function isRefundMethod(method: string): boolean {
  return !isDraftMethod(method) && method !== "offset";
}

/** The form for the other direction: what a refund has not is gone, as a refund is somebody's and designates nothing. */
export function directed(draft: ReceiptDraft, direction: ReceiptDraft["direction"]): ReceiptDraft {
  if (direction === "receipt") return { ...draft, direction };
  const method = isRefundMethod(draft.method) ? draft.method : "transfer";
  const currency = draft.isUnidentified ? undefined : draft.currency;
  return { ...draft, direction, method, currency, isUnidentified: false, items: [], roundsOff: false };
}

/** 对冲: the customer is a supplier too, and what we owe pays what they owe; its paper and reason are named. */
export function isOffset({ method }: Pick<ReceiptDraft, "method">): boolean {
  return method === "offset";
}

export interface ReceiptReading {
  /** Missing while there are faults. */
  readonly input?: ReceiptInput;
  readonly faults: Faults<ReceiptField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readReceipt(draft: ReceiptDraft, today: PlainDate, currency: Currency): ReceiptReading {
  const { isUnidentified, method } = draft;
  const amount = typedAmount(draft.amount, currency);
  const date = typedDate(draft.date, today);
  const maturity: Typed<PlainDate | undefined> = isDraftMethod(method)
    ? typedDate(draft.maturity, today)
    : { value: undefined };
  const customer: Typed<string | undefined> = isUnidentified
    ? { value: undefined }
    : draft.customer
      ? { value: draft.customer.id }
      : fault("fault.customerMissing");
  const reference = isOffset(draft)
    ? typedLine(draft.reference, "fault.counterDocumentMissing")
    : typedOptional(draft.reference);
  const note = typedNote(draft);
  const payerName = isUnidentified ? typedOptional(draft.payerName) : { value: "" };
  const draftNumber = typedOptional(draft.draftNumber);
  const acceptor = typedOptional(draft.acceptor);
  const texts = { payerName, reference, draftNumber, acceptor, note };
  const faults = faultsOf({ customer, amount, date, maturity, ...texts });
  if (!("value" in amount && "value" in date && "value" in customer && "value" in maturity))
    return { faults };
  if (!("value" in reference && "value" in draftNumber && "value" in acceptor && "value" in note))
    return { faults };
  if (!("value" in payerName)) return { faults };
  const input: ReceiptInput = {
    date: date.value,
    amount: isRefund(draft) ? negated(amount.value) : amount.value,
    currency,
    method,
    ...(customer.value ? { customer: customer.value } : {}),
    ...(payerName.value ? { payerName: payerName.value } : {}),
    ...(reference.value ? { bankReference: reference.value } : {}),
    ...(note.value ? { note: note.value } : {}),
    ...(draft.items.length > 0 && !isUnidentified ? { items: [...draft.items] } : {}),
    ...(maturity.value ? { draft: draftOf(draftNumber.value, acceptor.value, maturity.value) } : {}),
  };
  return { input, faults };
}

/** Why, of an offset, which must be said; of a refund it may be. */
function typedNote(draft: ReceiptDraft): Typed<string> {
  if (isOffset(draft)) return typedLine(draft.note, "fault.offsetReasonMissing");
  return isRefund(draft) ? typedOptional(draft.note) : { value: "" };
}

function draftOf(number: string, acceptor: string, maturity: PlainDate): NonNullable<ReceiptInput["draft"]> {
  return { maturity, state: "held", ...(number ? { number } : {}), ...(acceptor ? { acceptor } : {}) };
}

/** A line that may be empty. */
export function typedOptional(text: string): Typed<string> {
  const line = text.trim();
  return line.length > 500 ? fault("fault.numberTooLong") : { value: line };
}
