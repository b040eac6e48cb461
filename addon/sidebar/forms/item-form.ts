import type { Currency, Customer, ItemKind, PlainDate, Terms } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Chosen, typedOptional } from "./receipt-form.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmount, typedDate } from "./typed.ts";

/** How the due date comes about: the customer's terms, a stated day, or one of the usual terms. */
export type DueBy = "customer" | "stated" | Terms;

export interface ItemDraft {
  readonly action: string;
  readonly customer: Chosen | undefined;
  readonly kind: ItemKind;
  readonly number: string;
  readonly date: string;
  readonly amount: string;
  /** Chosen; otherwise it is the customer's own. */
  readonly currency: Currency | undefined;
  readonly dueBy: DueBy;
  readonly due: string;
}

export type ItemField = "customer" | "number" | "date" | "amount" | "due";

/** Kinds that a clerk enters by hand; adjustments come with receipts. */
export const ENTERED_KINDS: readonly ItemKind[] = [
  "invoice",
  "delivery",
  "debitNote",
  "opening",
  "creditNote",
  "return",
  "rebate",
  "deduction",
];

const CREDITS: ReadonlySet<ItemKind> = new Set<ItemKind>(["creditNote", "return", "rebate", "deduction"]);

/** Whether a kind lowers what is owed; it is typed as a positive amount all the same. */
export function isCredit(kind: ItemKind): boolean {
  return CREDITS.has(kind);
}

/** What is said of the due date of a document whose customer has no terms: what the record will say. */
export function dueWithoutTerms({ onAccount }: Pick<Customer, "onAccount">): "due.cash" | "due.notFixed" {
  return onAccount === false ? "due.cash" : "due.notFixed";
}

export function emptyItem(action: string, today: PlainDate): ItemDraft {
  return {
    action,
    customer: undefined,
    kind: "invoice",
    number: "",
    date: today,
    amount: "",
    currency: undefined,
    dueBy: "customer",
    due: "",
  };
}

export interface ItemReading {
  readonly input?: Input<"addItem">["item"];
  readonly faults: Faults<ItemField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readItem(draft: ItemDraft, today: PlainDate, currency: Currency): ItemReading {
  const { dueBy } = draft;
  const customer: Typed<string> = draft.customer
    ? { value: draft.customer.id }
    : fault("fault.customerMissing");
  const number = typedOptional(draft.number);
  const date = typedDate(draft.date, today);
  const amount = typedAmount(draft.amount, currency);
  const due: Typed<PlainDate | undefined> =
    dueBy === "stated" ? typedDate(draft.due, today) : { value: undefined };
  const faults = faultsOf({ customer, number, date, amount, due });
  if (!("value" in customer && "value" in date && "value" in amount)) return { faults };
  if (!("value" in due && "value" in number)) return { faults };
  const input: Input<"addItem">["item"] = {
    customer: customer.value,
    kind: draft.kind,
    date: date.value,
    amount: amount.value,
    currency,
    ...(number.value ? { number: number.value } : {}),
    ...(due.value ? { due: due.value } : {}),
    ...(typeof dueBy === "object" ? { terms: dueBy } : {}),
  };
  return { input, faults };
}
