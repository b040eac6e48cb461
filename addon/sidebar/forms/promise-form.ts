import { type Currency, moneyText, type PlainDate } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmount, typedDate } from "./typed.ts";

/** Where it was said. */
export const WAYS_SAID = ["call", "wechat", "visit"] as const;

export type WaySaid = (typeof WAYS_SAID)[number];

export interface PromiseDraft {
  readonly action: string;
  readonly currency: Currency;
  readonly amount: string;
  readonly until: string;
  readonly way: WaySaid | "";
  readonly note: string;
  readonly by: string;
}

export type PromiseField = "amount" | "until" | "note";

type History = Output<"standing">["history"];

/** A form filled with what is overdue: in the customer's own currency, else in the first in which anything is. */
export function promiseDraft(action: string, history: History, own: Currency): PromiseDraft {
  const late = history.filter(({ overdue }) => overdue.amount > 0);
  const found = late.find(({ currency }) => currency === own) ?? late[0];
  const currency = found?.currency ?? own;
  const amount = found ? moneyText(found.overdue.amount, currency) : "";
  return { action, currency, amount, until: "", way: "", note: "", by: "" };
}

type Promised = Pick<Input<"addPromise">, "amount" | "until" | "currency">;

export interface PromiseReading {
  readonly promised?: Promised;
  readonly faults: Faults<PromiseField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readPromise(draft: PromiseDraft, today: PlainDate): PromiseReading {
  const amount = typedAmount(draft.amount, draft.currency);
  const until = typedAhead(draft.until, today);
  const note = typedOptional(draft.note);
  const faults = faultsOf({ amount, until, note });
  if ("fault" in amount || "fault" in until || "fault" in note) return { faults };
  return { promised: { amount: amount.value, until: until.value, currency: draft.currency }, faults };
}

/** Nobody promises for a day that is over. */
function typedAhead(text: string, today: PlainDate): Typed<PlainDate> {
  const typed = typedDate(text, today);
  return "value" in typed && typed.value < today ? fault("fault.promisePast") : typed;
}
