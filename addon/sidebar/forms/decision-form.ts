import { type Money, minus, type PlainDate } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedAmount, typedDate, typedLine } from "./typed.ts";

export type Approval = Output<"approvals">["approvals"][number];
export type Decided = Input<"decideApprovals">["as"];

/** What somebody says beside their decision, as it is typed. */
export interface DecisionDraft {
  readonly until: string;
  readonly upTo: string;
  readonly remark: string;
  readonly by: string;
}

export type DecisionField = "until" | "upTo" | "remark" | "by";

/** What goes along with a decision. */
export type Beside = Pick<Input<"decideApprovals">, "by" | "reason" | "ceiling" | "until">;

export interface DecisionReading {
  /** Missing while there are faults. */
  readonly beside?: Beside;
  readonly faults: Faults<DecisionField>;
}

/** What a request may be granted with: a last day, a sum. Terms have neither. */
export function boundsOf({ kind, amount }: Approval): { readonly day: boolean; readonly sum: boolean } {
  return { day: kind === "limit" || kind === "release", sum: amount !== undefined };
}

interface Asked {
  readonly approval: Approval;
  readonly today: PlainDate;
  readonly asksName: boolean;
}

/** The form read as the call wants it, or what is wrong with it; a refusal has neither day nor sum. */
export function readDecision(draft: DecisionDraft, as: Decided, asked: Asked): DecisionReading {
  const { approval, today } = asked;
  const bounds = as === "granted" ? boundsOf(approval) : { day: false, sum: false };
  const until = bounds.day ? optional(draft.until, (text) => typedUntil(text, today)) : NOTHING;
  const ceiling = bounds.sum ? optional(draft.upTo, (text) => typedUpTo(text, approval)) : NOTHING;
  const reason = optional(draft.remark, (text) => typedLine(text, "fault.deciderNameMissing"));
  const by = asked.asksName ? typedLine(draft.by, "fault.deciderNameMissing") : NOTHING;
  const faults = faultsOf({ until, upTo: ceiling, remark: reason, by });
  if ("fault" in until || "fault" in ceiling || "fault" in reason || "fault" in by) return { faults };
  const said = { until: until.value, ceiling: ceiling.value, reason: reason.value, by: by.value };
  return { faults, beside: besideOf(said) };
}

const NOTHING = { value: undefined } as const;

/** What may be left blank is nothing then. */
function optional<T>(text: string, read: (text: string) => Typed<T>): Typed<T | undefined> {
  return text.trim() === "" ? NOTHING : read(text);
}

function besideOf(said: {
  readonly until: PlainDate | undefined;
  readonly ceiling: Money | undefined;
  readonly reason: string | undefined;
  readonly by: string | undefined;
}): Beside {
  const { until, ceiling, reason, by } = said;
  return {
    ...(until ? { until } : {}),
    ...(ceiling === undefined ? {} : { ceiling }),
    ...(reason ? { reason } : {}),
    ...(by ? { by } : {}),
  };
}

function typedUntil(text: string, today: PlainDate): Typed<PlainDate> {
  const typed = typedDate(text, today);
  return "value" in typed && typed.value < today ? fault("fault.untilPast") : typed;
}

/** Nobody grants more than was asked for. */
function typedUpTo(text: string, { amount, currency }: Approval): Typed<Money> {
  const typed = typedAmount(text, currency);
  const isMore = "value" in typed && amount !== undefined && minus(typed.value, amount) > 0;
  return isMore ? fault("fault.aboveAsked") : typed;
}
