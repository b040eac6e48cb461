import type { Terms } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Faults, fault, faultsOf, type Typed, typedLine } from "./typed.ts";

export interface CustomerDraft {
  readonly action: string;
  readonly code: string;
  readonly name: string;
  readonly terms: Terms | undefined;
  readonly cutOffDay: string;
  readonly taxId: string;
  readonly salesperson: string;
}

export type CustomerField = "code" | "name" | "cutOffDay" | "taxId" | "salesperson";

export function emptyCustomer(action: string, code: string, name: string): CustomerDraft {
  return { action, code, name, terms: { kind: "net", days: 30 }, cutOffDay: "", taxId: "", salesperson: "" };
}

export interface CustomerReading {
  readonly input?: Input<"addCustomer">["customer"];
  readonly faults: Faults<CustomerField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readCustomer(draft: CustomerDraft): CustomerReading {
  const code = typedLine(draft.code, "fault.codeMissing");
  const name = typedLine(draft.name, "fault.nameMissing");
  const taxId = typedOptional(draft.taxId.toUpperCase());
  const salesperson = typedOptional(draft.salesperson);
  const cutOffDay = draft.terms?.kind === "monthEnd" ? typedCutOff(draft.cutOffDay) : { value: undefined };
  const faults = faultsOf({ code, name, taxId, salesperson, cutOffDay });
  if (!("value" in code && "value" in name && "value" in cutOffDay)) return { faults };
  if (!("value" in taxId && "value" in salesperson)) return { faults };
  const input: Input<"addCustomer">["customer"] = {
    code: code.value,
    name: name.value,
    ...(taxId.value ? { taxId: taxId.value } : {}),
    ...(salesperson.value ? { salesperson: salesperson.value } : {}),
    ...(draft.terms ? { terms: draft.terms } : {}),
    ...(cutOffDay.value ? { cutOffDay: cutOffDay.value } : {}),
  };
  return { input, faults };
}

function typedCutOff(text: string): Typed<number | undefined> {
  if (text.trim() === "") return { value: undefined };
  const day = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return day >= 1 && day <= 31 ? { value: day } : fault("fault.cutOff");
}

/**
 * The code that follows the ones in use: the greatest number of the commonest form, plus one.
 *
 * @example
 * nextCode(["K001", "K007"]) // => "K008"
 */
export function nextCode(codes: readonly string[]): string {
  const forms = new Map<string, { count: number; digits: number; greatest: number }>();
  for (const code of codes) {
    const match = /^(.*?)(\d{1,9})$/.exec(code);
    if (!match) continue;
    const [, prefix = "", digits = ""] = match;
    const form = forms.get(prefix) ?? { count: 0, digits: digits.length, greatest: 0 };
    forms.set(prefix, {
      count: form.count + 1,
      digits: Math.max(form.digits, digits.length),
      greatest: Math.max(form.greatest, Number(digits)),
    });
  }
  const [commonest] = [...forms].sort((a, b) => b[1].count - a[1].count);
  if (!commonest) return "K001";
  const [prefix, { digits, greatest }] = commonest;
  return prefix + String(greatest + 1).padStart(digits, "0");
}
