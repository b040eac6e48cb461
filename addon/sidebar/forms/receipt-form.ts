import { type Currency, type PlainDate, type ReceiptMethod, UNIDENTIFIED } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmount, typedDate } from "./typed.ts";

/** A customer as a form has chosen it. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
}

/** The receipt form as it stands: what was typed, as typed. */
export interface ReceiptDraft {
  readonly action: string;
  readonly customer: Chosen | undefined;
  readonly isUnidentified: boolean;
  readonly amount: string;
  readonly date: string;
  readonly method: ReceiptMethod;
  readonly reference: string;
  readonly draftNumber: string;
  readonly acceptor: string;
  readonly maturity: string;
  /** Ids of the items that the payer designated. */
  readonly items: readonly string[];
  readonly roundsOff: boolean;
  readonly stage: "form" | "preview";
}

export type ReceiptField =
  | "customer"
  | "amount"
  | "date"
  | "reference"
  | "draftNumber"
  | "acceptor"
  | "maturity";

export type ReceiptInput = Input<"addReceipt">["receipt"];

/** A form to begin with; `opened` is the id of the customer it was opened for. */
export function emptyReceipt(action: string, today: PlainDate, opened?: string): ReceiptDraft {
  return {
    action,
    customer: undefined,
    isUnidentified: opened === UNIDENTIFIED,
    amount: "",
    date: today,
    method: "transfer",
    reference: "",
    draftNumber: "",
    acceptor: "",
    maturity: "",
    items: [],
    roundsOff: false,
    stage: "form",
  };
}

export function isDraftMethod(method: ReceiptMethod): boolean {
  return method === "bankDraft" || method === "commercialDraft";
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
  const reference = typedOptional(draft.reference);
  const draftNumber = typedOptional(draft.draftNumber);
  const acceptor = typedOptional(draft.acceptor);
  const faults = faultsOf({ customer, amount, date, reference, draftNumber, acceptor, maturity });
  if (!("value" in amount && "value" in date && "value" in customer && "value" in maturity))
    return { faults };
  if (!("value" in reference && "value" in draftNumber && "value" in acceptor)) return { faults };
  const input: ReceiptInput = {
    date: date.value,
    amount: amount.value,
    currency,
    method,
    ...(customer.value ? { customer: customer.value } : {}),
    ...(reference.value ? { bankReference: reference.value } : {}),
    ...(draft.items.length > 0 && !isUnidentified ? { items: [...draft.items] } : {}),
    ...(maturity.value ? { draft: draftOf(draftNumber.value, acceptor.value, maturity.value) } : {}),
  };
  return { input, faults };
}

function draftOf(number: string, acceptor: string, maturity: PlainDate): NonNullable<ReceiptInput["draft"]> {
  return { maturity, state: "held", ...(number ? { number } : {}), ...(acceptor ? { acceptor } : {}) };
}

/** A line that may be empty. */
export function typedOptional(text: string): Typed<string> {
  const line = text.trim();
  return line.length > 500 ? fault("fault.numberTooLong") : { value: line };
}
