import type { Currency } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Faults, faultsOf, typedAmount } from "./typed.ts";

/** What an order is to be: on account, paid before, or only a quotation 报价, which holds nothing. */
export type OrderKind = "onAccount" | "prepaid" | "quotation";

export interface OrderDraft {
  readonly amount: string;
  readonly number: string;
  readonly kind: OrderKind;
}

export const EMPTY_ORDER: OrderDraft = { amount: "", number: "", kind: "onAccount" };

export type OrderField = "amount" | "number";

export interface OrderReading {
  readonly input?: Input<"orderCheck">;
  readonly faults: Faults<OrderField>;
}

/** The form read as the call wants it, or what is wrong with it; the sum is in the ledger's own currency. */
export function readOrder(draft: OrderDraft, customer: string, currency: Currency): OrderReading {
  const amount = typedAmount(draft.amount, currency);
  const number = typedOptional(draft.number);
  const faults = faultsOf({ amount, number });
  if ("fault" in amount || "fault" in number) return { faults };
  return {
    faults,
    input: {
      ...{ customer, amount: amount.value },
      ...(number.value ? { order: number.value } : {}),
      ...(draft.kind === "prepaid" ? { prepaid: true } : {}),
      ...(draft.kind === "quotation" ? { draft: true } : {}),
    },
  };
}
