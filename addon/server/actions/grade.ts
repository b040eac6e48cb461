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
import { readAsked } from "./reading-asked.ts";

type GradeLine = Output<"grade">["customers"][number];

/** Grades of everybody or of one customer 信用评级, with what they follow from and what they would come to. */
export function grade(input: Input<"grade">): Output<"grade"> {
  const { ledger, asOf, asKnownAt, policy, accounts } = readAsked(input);
  const { settings } = ledger.book;
  const { language } = ledger.style;
  const customers = accounts
    .filter(({ customer }) => customer.id !== UNIDENTIFIED)
    .map((account) => {
      const judged = judgementOf(account, { asOf, knownAt: asKnownAt, policy, settings });
      return gradeLine(account, judged, { language, card: judged.card, currency: settings.baseCurrency });
    });
  return { asOf, asKnownAt, policyVersion: policy.version, currency: settings.baseCurrency, customers };
}

function gradeLine({ customer }: Account, { grade, proposal }: Judgement, wording: GradeWording): GradeLine {
  const named = (factor: Factor) => factorName(factor, wording.language);
  return {
    ...{ id: customer.id, code: customer.code, name: customer.name },
    grade: grade.grade,
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
