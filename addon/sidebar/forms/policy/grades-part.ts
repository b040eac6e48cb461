import {
  type CreditPolicy,
  type Factor,
  type FactorRule,
  FactorShape,
  type Grade,
  GradeShape,
  type GradeTerms,
  moneyText,
  OWN_FACTORS,
  type Scorecard,
} from "../../../../core/index.ts";
import { percentText, type TextReader } from "./text-reader.ts";
import { type PolicyGround, type PolicyWish, type Texts, together } from "./texts.ts";

export const GRADES: readonly Grade[] = GradeShape.options;

/** Grades that a score can come to. */
export const CUTS = ["A", "B", "C"] as const;

/** What the scorecard goes by beside factors and cut points, each with its bounds. */
export const EVIDENCE = {
  leastPayments: [0, 100],
  fewPayments: [0, 1000],
  fewMonths: [0, 120],
  graceDays: [0, 60],
  recentDays: [1, 730],
  historyMonths: [1, 120],
} as const;

export type Evidence = keyof typeof EVIDENCE;

export const EVIDENCES = ["leastPayments", "fewPayments", "fewMonths"] as const;
export const SPANS = ["graceDays", "recentDays", "historyMonths"] as const;

/** Factors that can be weighed here: the ledger's own, and others once they have points. */
export function factorsOf({ factors }: Scorecard): Factor[] {
  const own: readonly Factor[] = OWN_FACTORS;
  return FactorShape.options.filter((factor) => own.includes(factor) || (factors[factor]?.weight ?? 0) > 0);
}

/** 等级与额度: what earns a grade, and what a grade may have. */
export function gradesTexts({ credit: { matrix, scorecard, toleratedDays }, currency }: PolicyGround): Texts {
  const evidence = [...EVIDENCES, ...SPANS].map((name) => [name, String(scorecard[name])] as const);
  return together(
    { toleratedDays: String(toleratedDays), fewGrade: scorecard.fewGrade },
    Object.fromEntries(evidence),
    Object.fromEntries(CUTS.map((grade) => [`cut-${grade}`, String(scorecard.cutPoints[grade])])),
    Object.fromEntries(
      factorsOf(scorecard).map((factor) => [`weight-${factor}`, String(scorecard.factors[factor].weight)]),
    ),
    ...GRADES.map((grade) => gradeTexts(grade, matrix[grade], currency)),
  );
}

function gradeTexts(grade: Grade, terms: GradeTerms, currency: string): Texts {
  return {
    [`${grade}-needShare`]: percentText(terms.needShare),
    [`${grade}-limitCap`]: terms.limitCap === undefined ? "" : moneyText(terms.limitCap, currency),
    [`${grade}-termDays`]: String(terms.termDays),
    [`${grade}-deposit`]: percentText(terms.deposit),
    [`${grade}-atOrder`]: terms.atOrder,
    [`${grade}-reviewMonths`]: String(terms.reviewMonths),
  };
}

export function readGrades(reader: TextReader, { credit, currency }: PolicyGround): PolicyWish {
  const { scorecard } = credit;
  const number = (name: Evidence) => {
    const [least, most] = EVIDENCE[name];
    return reader.whole(name, least, most);
  };
  const card: Scorecard = {
    ...scorecard,
    factors: weighed(reader, scorecard),
    cutPoints: {
      A: reader.whole("cut-A", 0, 100),
      B: reader.whole("cut-B", 0, 100),
      C: reader.whole("cut-C", 0, 100),
    },
    leastPayments: number("leastPayments"),
    fewPayments: number("fewPayments"),
    fewMonths: number("fewMonths"),
    graceDays: number("graceDays"),
    recentDays: number("recentDays"),
    historyMonths: number("historyMonths"),
    fewGrade: reader.one("fewGrade", ["A", "B", "C", "D", "N"]),
  };
  const termsOf = (grade: Grade) => readTerms(reader, grade, currency);
  const matrix = { A: termsOf("A"), B: termsOf("B"), C: termsOf("C"), D: termsOf("D"), N: termsOf("N") };
  return { credit: { scorecard: card, matrix, toleratedDays: reader.whole("toleratedDays", 0, 3660) } };
}

function weighed(reader: TextReader, card: Scorecard): Scorecard["factors"] {
  const factors: Record<Factor, FactorRule> = { ...card.factors };
  for (const factor of factorsOf(card))
    factors[factor] = { ...card.factors[factor], weight: reader.whole(`weight-${factor}`, 0, 100) };
  return factors;
}

function readTerms(reader: TextReader, grade: Grade, currency: string): CreditPolicy["matrix"][Grade] {
  const cap = `${grade}-limitCap`;
  return {
    needShare: reader.percent(`${grade}-needShare`, 100_000),
    ...(reader.isBlank(cap) ? {} : { limitCap: reader.amount(cap, currency) }),
    termDays: reader.whole(`${grade}-termDays`, 0, 3660),
    deposit: reader.percent(`${grade}-deposit`, 10_000),
    atOrder: reader.one(`${grade}-atOrder`, ["allow", "warn", "hold"]),
    reviewMonths: reader.whole(`${grade}-reviewMonths`, 1, 60),
  };
}

/** The points that the typed weights come to; what cannot be read counts nothing. */
export function weightsTotal(texts: Texts): number {
  const typed = Object.entries(texts).filter(
    ([id, text]) => id.startsWith("weight-") && /^\d{1,3}$/.test(text),
  );
  return typed.reduce((sum, [, text]) => sum + Number(text), 0);
}
