import type { FactorPoints, GradeCap } from "../decisions/grade.ts";
import type { Factor, Scorecard } from "../records/scorecard.ts";
import type { Language } from "../tables/column.ts";
import { type Currency, money, moneyText } from "../values/money.ts";

/** In which language, by which card, and what its sums are in. */
export interface GradeWording {
  readonly language: Language;
  readonly card: Scorecard;
  readonly currency: Currency;
}

type Sentence = (measure: number, wording: GradeWording) => string;

/**
 * One factor of a grade as a sentence: what was found, with its figure.
 *
 * @example
 * factorText({ factor: "onTime", measure: 9250, points: 22, most: 25 }, { language: "zh", card: DEFAULT_SCORECARD, currency: "CNY" }) // => "按期付款 92.5%（按金额）"
 */
export function factorText({ factor, measure }: FactorPoints, wording: GradeWording): string {
  return FACTORS[wording.language][factor](measure, wording);
}

/**
 * A factor by its name 评分项.
 *
 * @example
 * factorName("limitUse", "zh") // => "额度占用"
 */
export function factorName(factor: Factor, language: Language): string {
  return NAMES[language][factor];
}

/**
 * Why a grade is no better, as a sentence.
 *
 * @example
 * capText({ why: "fewPayments", found: 4, needed: 6 }, { language: "en", card: DEFAULT_SCORECARD, currency: "CNY" }) // => "4 payments, overdue ones included, fewer than 6: B at best"
 */
export function capText(cap: GradeCap, { language, card }: GradeWording): string {
  return language === "zh" ? capZh(cap, card) : capEn(cap, card);
}

const ZH: Record<Factor, Sentence> = {
  onTime: (share) => `按期付款 ${percent(share)}（按金额）`,
  delay: (days) => `平均晚 ${oneDigit(days)} 天（按金额）`,
  lately: (days, { card }) => `近 ${card.recentDays} 天到期的平均晚 ${oneDigit(days)} 天`,
  overdueNow: (share) => `现有逾期占近一年销售 ${percent(share)}`,
  limitUse: (share) => `已用现行额度 ${percent(share)}`,
  relationship: (months) => `往来 ${months} 个月`,
  volume: (units, wording) => `近一年销售 ${volumeText(units, wording)}`,
  steadiness: (variation) => `月销售波动 ${percent(variation * 10_000)}`,
  activeMonths: (months) => `近 12 个月有 ${months} 个月销售`,
  returned: (share) => `退货、红字和退票占单据 ${percent(share)}`,
  financials: (score) => `财务状况 ${oneDigit(score)} 分`,
  visits: (score) => `走访评价 ${oneDigit(score)} 分`,
  legalRisk: (score) => `法律风险 ${oneDigit(score)} 分`,
};

const EN: Record<Factor, Sentence> = {
  onTime: (share) => `${percent(share)} of the money came by its due date`,
  delay: (days) => `${oneDigit(days)} days late on average, by amount`,
  lately: (days, { card }) =>
    `${oneDigit(days)} days late on average of what was due in the last ${card.recentDays} days`,
  overdueNow: (share) => `overdue now: ${percent(share)} of a year's sales`,
  limitUse: (share) => `${percent(share)} of the limit in force is used`,
  relationship: (months) => `${months} months of dealing`,
  volume: (units, wording) => `sales of the last year ${volumeText(units, wording)}`,
  steadiness: (variation) => `monthly sales vary by ${percent(variation * 10_000)}`,
  activeMonths: (months) => `sales in ${months} of the last 12 months`,
  returned: (share) => `returns, credit notes and bounced drafts: ${percent(share)} of the documents`,
  financials: (score) => `financial statements: ${oneDigit(score)} of 100`,
  visits: (score) => `visits: ${oneDigit(score)} of 100`,
  legalRisk: (score) => `legal risk: ${oneDigit(score)} of 100`,
};

const FACTORS: Record<Language, Record<Factor, Sentence>> = { zh: ZH, en: EN };

const NAMES: Record<Language, Record<Factor, string>> = {
  zh: {
    ...{
      onTime: "按期付款",
      delay: "平均拖延",
      lately: "近期付款",
      overdueNow: "现有逾期",
      limitUse: "额度占用",
    },
    ...{ relationship: "往来时间", volume: "销售规模", steadiness: "销售稳定", activeMonths: "活跃月数" },
    ...{ returned: "退货退票", financials: "财务状况", visits: "走访评价", legalRisk: "法律风险" },
  },
  en: {
    ...{ onTime: "Paid on time", delay: "Average delay", lately: "Paid lately", overdueNow: "Overdue now" },
    ...{ limitUse: "Use of limit", relationship: "Length of dealing", volume: "Sales volume" },
    ...{ steadiness: "Steady sales", activeMonths: "Active months", returned: "Returns and bounces" },
    ...{ financials: "Financials", visits: "Visits", legalRisk: "Legal risk" },
  },
};

function capZh(cap: GradeCap, card: Scorecard): string {
  switch (cap.why) {
    case "notEnoughPayments":
      return `付款记录（含逾期未付）${cap.found} 笔，不足 ${cap.needed} 笔，暂不评级`;
    case "fewPayments":
      return `付款记录（含逾期未付）${cap.found} 笔，不足 ${cap.needed} 笔，最高 ${card.fewGrade}`;
    case "fewMonths":
      return `往来 ${cap.found} 个月，不足 ${cap.needed} 个月，最高 ${card.fewGrade}`;
    case "oldDebts":
      return `逾期超过 ${cap.days} 天的占近一年销售 ${percent(cap.found)}，最高 ${cap.grade}`;
  }
}

function capEn(cap: GradeCap, card: Scorecard): string {
  switch (cap.why) {
    case "notEnoughPayments":
      return `${cap.found} payments, overdue ones included, fewer than ${cap.needed}: not graded yet`;
    case "fewPayments":
      return `${cap.found} payments, overdue ones included, fewer than ${cap.needed}: ${card.fewGrade} at best`;
    case "fewMonths":
      return `${cap.found} months of dealing, fewer than ${cap.needed}: ${card.fewGrade} at best`;
    case "oldDebts":
      return `more than ${cap.days} days overdue: ${percent(cap.found)} of a year's sales: ${cap.grade} at best`;
  }
}

/** Basis points as percent with one digit; beyond tenfold it is only said to be more. */
function percent(basisPoints: number): string {
  return basisPoints > 100_000 ? "> 1000%" : `${oneDigit(basisPoints / 100)}%`;
}

function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function volumeText(units: number, { card, currency }: GradeWording): string {
  return moneyText(money(Math.round(units * (card.volumeUnit ?? 0))), currency);
}
