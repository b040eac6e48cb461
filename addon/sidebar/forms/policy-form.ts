import {
  type AgingBasis,
  type Currency,
  type Money,
  moneyText,
  type PlainDate,
  type Policy,
  smallAmountIn,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmountOrZero, typedDate } from "./typed.ts";

/** The policy form as it stands: what was typed, as typed. */
export interface PolicyDraft {
  readonly action: string;
  readonly edges: string;
  readonly basis: AgingBasis;
  readonly amount: string;
  /** In other currencies than the ledger's own; blank where there is none. */
  readonly amounts: Readonly<Record<Currency, string>>;
  /** Of currencies that the ledger does not hold: they stay as they are. */
  readonly kept: Readonly<Record<Currency, Money>>;
  /** In per cent. */
  readonly share: string;
  readonly effective: string;
}

export type PolicyField = "edges" | "amount" | "share" | "effective" | `amount-${Currency}`;

/** What the form stands in. */
interface PolicyForm {
  readonly today: PlainDate;
  readonly currency: Currency;
  /** Other currencies that the ledger holds. */
  readonly others: readonly Currency[];
}

/** The form filled with the policy in force; a new version acts from today on unless a later day is said. */
export function policyDraft(
  action: string,
  policy: Policy,
  { today, currency, others }: PolicyForm,
): PolicyDraft {
  const known = policy.smallAmounts ?? {};
  const amounts = others.map((code) => {
    const amount = known[code];
    return [code, amount === undefined ? "" : moneyText(amount, code)] as const;
  });
  const kept = Object.entries(known).filter(([code]) => !others.includes(code));
  return {
    action,
    amounts: Object.fromEntries(amounts),
    kept: Object.fromEntries(kept),
    edges: policy.bucketEdges.join(", "),
    basis: policy.agingBasis,
    amount: smallAmountText(policy, currency),
    share: String(policy.smallShare / 100),
    effective: today,
  };
}

function smallAmountText(policy: Policy, currency: Currency): string {
  const amount = smallAmountIn(currency, policy, currency);
  return amount === undefined ? "" : moneyText(amount, currency);
}

export interface PolicyReading {
  readonly input?: Input<"savePolicy">["policy"];
  readonly faults: Faults<PolicyField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readPolicy(draft: PolicyDraft, today: PlainDate, currency: Currency): PolicyReading {
  const edges = typedEdges(draft.edges);
  const amount = typedAmountOrZero(draft.amount, currency);
  const share = typedShare(draft.share);
  const effective = notBefore(typedDate(draft.effective, today), today);
  const amounts = typedAmounts(draft.amounts);
  const faults = { ...faultsOf({ edges, amount, share, effective }), ...amounts.faults };
  if (!amounts.value) return { faults };
  if (!("value" in edges && "value" in amount && "value" in share && "value" in effective)) return { faults };
  const input = {
    bucketEdges: edges.value,
    agingBasis: draft.basis,
    smallAmount: amount.value,
    smallAmounts: { ...draft.kept, ...amounts.value },
    smallShare: share.value,
    effective: effective.value,
  };
  return { input, faults };
}

/** The small amounts of other currencies: a blank one is left out, and that currency has none. */
function typedAmounts(texts: PolicyDraft["amounts"]): {
  readonly value?: Record<Currency, Money>;
  readonly faults: Faults<`amount-${Currency}`>;
} {
  const value: Record<Currency, Money> = {};
  const faults: Faults<`amount-${Currency}`> = {};
  for (const [currency, text] of Object.entries(texts)) {
    if (text.trim() === "") continue;
    const typed = typedAmountOrZero(text, currency);
    if ("value" in typed) value[currency] = typed.value;
    else faults[`amount-${currency}`] = typed.fault;
  }
  return Object.keys(faults).length > 0 ? { faults } : { value, faults };
}

/**
 * The last days of the buckets, rising: "30, 60, 90, 180".
 *
 * @example
 * typedEdges("30，60 90") // => { value: [30, 60, 90] }
 */
export function typedEdges(text: string): Typed<number[]> {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== "");
  const edges = parts.map(Number);
  const isRising = edges.every((edge, at) => edge > (edges[at - 1] ?? 0));
  const isWhole = parts.every((part) => /^\d{1,4}$/.test(part));
  const isRight = edges.length > 0 && edges.length <= 9 && isWhole && isRising;
  return isRight ? { value: edges } : fault("fault.edges");
}

/** Per cent with at most two decimals, as basis points. */
export function typedShare(text: string): Typed<number> {
  const match = /^(\d{1,3}(?:\.\d{1,2})?)\s*[%％]?$/.exec(text.trim());
  const points = match ? Math.round(Number(match[1]) * 100) : -1;
  return points >= 0 && points <= 10_000 ? { value: points } : fault("fault.share");
}

/** A policy acts forward only. */
function notBefore(typed: Typed<PlainDate>, today: PlainDate): Typed<PlainDate> {
  return "value" in typed && typed.value < today ? fault("fault.effectivePast") : typed;
}
