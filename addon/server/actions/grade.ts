import {
  type Account,
  capText,
  type Factor,
  factorName,
  factorText,
  type GradeWording,
  type Judgement,
  judgementOf,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { type Reading, scopeOf } from "./reading.ts";
import { readAsked } from "./reading-asked.ts";

type GradeLine = Output<"grade">["customers"][number];

/** Grades of everybody or of one customer 信用评级, with what they follow from and what they would come to. */
export function grade(input: Input<"grade">): Output<"grade"> {
  const reading = readAsked(input);
  const { ledger, asOf, asKnownAt, policy } = reading;
  const accounts = reading.accounts.filter(({ customer }) => customer.id !== UNIDENTIFIED);
  return {
    ...{ asOf, asKnownAt, policyVersion: policy.version, currency: ledger.book.settings.baseCurrency },
    customers: accounts.map((account) => gradeLineIn(account, reading)),
  };
}

/** One customer's grade, of an account that is read already. */
export function gradeLineIn(account: Account, reading: Reading): GradeLine {
  const { ledger } = reading;
  const { settings } = ledger.book;
  const judged = judgementOf(account, scopeOf(reading));
  const wording = { language: ledger.style.language, card: judged.card, currency: settings.baseCurrency };
  return gradeLine(account, judged, wording);
}

function overrideTold({ grade, by, until }: NonNullable<Judgement["override"]>) {
  return { grade, by, ...(until ? { until } : {}) };
}

function gradeLine(
  { customer }: Account,
  { grade, proposal, override }: Judgement,
  wording: GradeWording,
): GradeLine {
  const named = (factor: Factor) => factorName(factor, wording.language);
  return {
    ...{ id: customer.id, code: customer.code, name: customer.name },
    grade: grade.grade,
    ...(override ? { override: overrideTold(override) } : {}),
    score: grade.score,
    reasons: grade.points.map((each) => ({ ...each, text: factorText(each, wording) })),
    caps: grade.caps.map((cap) => ({ why: cap.why, text: capText(cap, wording) })),
    missing: grade.missing.map((factor) => ({ factor, text: named(factor) })),
    steps: grade.steps.map(({ factor, at, score, grade: would }) => ({
      ...{ factor, score, grade: would },
      text: factorText({ factor, measure: at, points: 0, most: 0 }, wording),
    })),
    suggestedLimit: proposal.limit,
    limitBounds: [...proposal.bounds],
    suggestedTerms: { days: proposal.termDays, deposit: proposal.deposit },
  };
}
