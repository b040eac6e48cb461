import {
  type ApprovalSubject,
  type Currency,
  type Grade,
  GradeShape,
  type PlainDate,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Fault, type Faults, fault, faultsOf, type Typed, typedAmount, typedDate } from "./typed.ts";
import { termsOf } from "./usual-terms.ts";

/** What a request is about. */
export type About = "limit" | "terms" | "grade" | "release";

/** Usual reasons to ask; `other` says its own. */
export const WHYS = ["promised", "inParts", "urgent", "review", "other"] as const;

export type Why = (typeof WHYS)[number];

export interface RequestDraft {
  readonly action: string;
  readonly about: About;
  readonly limitType: "amount" | "unlimited" | "none";
  readonly amount: string;
  readonly until: string;
  readonly terms: string;
  readonly grade: Grade | "";
  readonly order: string;
  readonly why: Why | "";
  readonly remark: string;
  readonly by: string;
}

export type RequestField = "amount" | "until" | "terms" | "grade" | "order" | "why" | "remark";

type Asked = Pick<Input<"requestApproval">, "subject" | "amount">;

export interface RequestReading {
  readonly asked?: Asked;
  readonly faults: Faults<RequestField>;
}

interface Scope {
  readonly today: PlainDate;
  /** The customer's own, of a limit; the ledger's own, of an order. */
  readonly currency: Currency;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readRequest(draft: RequestDraft, scope: Scope): RequestReading {
  const subject = SUBJECTS[draft.about](draft, scope);
  const said = whyFaults(draft);
  const faults = { ...subject.faults, ...said };
  return subject.asked && Object.keys(said).length === 0 ? { asked: subject.asked, faults } : { faults };
}

type SubjectReading = { readonly asked?: Asked; readonly faults: Faults<RequestField> };

const SUBJECTS: Readonly<Record<About, (draft: RequestDraft, scope: Scope) => SubjectReading>> = {
  limit: readLimit,
  terms: readTerms,
  grade: readGrade,
  release: readRelease,
};

function readLimit(draft: RequestDraft, { today, currency }: Scope): SubjectReading {
  const isSum = draft.limitType === "amount";
  const amount = isSum ? typedAmount(draft.amount, currency) : { value: undefined };
  const until = draft.until.trim() === "" ? { value: undefined } : typedAhead(draft.until, today);
  const faults = faultsOf({ amount, until });
  if ("fault" in amount || "fault" in until) return { faults };
  const subject: ApprovalSubject = {
    ...{ kind: "limit", limitType: draft.limitType },
    ...(amount.value === undefined ? {} : { limit: amount.value }),
    ...(until.value === undefined ? {} : { until: until.value }),
  };
  return { asked: { subject }, faults };
}

function typedAhead(text: string, today: PlainDate): Typed<PlainDate> {
  const typed = typedDate(text, today);
  return "value" in typed && typed.value <= today ? fault("fault.limitUntilPast") : typed;
}

function readTerms({ terms: value }: RequestDraft): SubjectReading {
  const terms = termsOf(value);
  return terms
    ? { asked: { subject: { kind: "terms", terms } }, faults: {} }
    : { faults: { terms: fault("fault.termsMissing").fault } };
}

function readGrade({ grade }: RequestDraft): SubjectReading {
  return grade === ""
    ? { faults: { grade: fault("fault.gradeMissing").fault } }
    : { asked: { subject: { kind: "grade", grade } }, faults: {} };
}

function readRelease(draft: RequestDraft, { currency }: Scope): SubjectReading {
  const amount = typedAmount(draft.amount, currency);
  const order = typedOptional(draft.order);
  const faults = faultsOf({ amount, order });
  if ("fault" in amount || "fault" in order) return { faults };
  const subject: ApprovalSubject = { kind: "release", ...(order.value ? { order: order.value } : {}) };
  return { asked: { subject, amount: amount.value }, faults };
}

/** A release says why; anything else may. */
function whyFaults({ about, why, remark }: RequestDraft): Faults<RequestField> {
  const faults: Partial<Record<RequestField, Fault>> = {};
  if (why === "" && about === "release") faults.why = fault("fault.whyMissing").fault;
  if (why === "other" && remark.trim() === "") faults.remark = fault("fault.remarkMissing").fault;
  const line = typedOptional(remark);
  if ("fault" in line) faults.remark = line.fault;
  return faults;
}

/** Grades that somebody may ask for: not graded is no grade to wish for. */
export const GRADES_ASKED: readonly Grade[] = GradeShape.options.filter((grade) => grade !== "N");
