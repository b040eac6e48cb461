import {
  type AgingBasis,
  type Currency,
  moneyText,
  type PlainDate,
  type Policy,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmountOrZero, typedDate } from "./typed.ts";

/** The policy form as it stands: what was typed, as typed. */
export interface PolicyDraft {
  readonly action: string;
  readonly edges: string;
  readonly basis: AgingBasis;
  readonly amount: string;
  /** In per cent. */
  readonly share: string;
  readonly effective: string;
}

export type PolicyField = "edges" | "amount" | "share" | "effective";

/** The form filled with the policy in force; a new version acts from today on unless a later day is said. */
export function policyDraft(
  action: string,
  policy: Policy,
  { today, currency }: { readonly today: PlainDate; readonly currency: Currency },
): PolicyDraft {
  return {
    action,
    edges: policy.bucketEdges.join(", "),
    basis: policy.agingBasis,
    amount: moneyText(policy.smallAmount, currency),
    share: String(policy.smallShare / 100),
    effective: today,
  };
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
  const faults = faultsOf({ edges, amount, share, effective });
  if (!("value" in edges && "value" in amount && "value" in share && "value" in effective)) return { faults };
  const input = {
    bucketEdges: edges.value,
    agingBasis: draft.basis,
    smallAmount: amount.value,
    smallShare: share.value,
    effective: effective.value,
  };
  return { input, faults };
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
