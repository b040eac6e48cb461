import {
  type Currency,
  DunningLevelShape,
  dateFromIso,
  dunningLevelName,
  FactorShape,
  factorName,
  type Language,
  money,
  moneyText,
  type PolicyDifference,
  type PolicyValue,
} from "../../../../core/index.ts";
import { currencyWord, dayText } from "../../words/days.ts";
import type { Key, Say } from "../../words/words.ts";

interface Wording {
  readonly say: Say;
  readonly language: Language;
  /** The ledger's own. */
  readonly currency: Currency;
}

/** Values that stand under a name of their own, whatever part they are of. */
const NAMED = {
  ...{ bucketEdges: "field.policy.bucketEdges", agingBasis: "field.policy.agingBasis" },
  ...{ smallAmount: "field.policy.smallAmount", smallShare: "field.policy.smallShare" },
  ...{ needShare: "field.policy.needShare", termDays: "field.policy.termDays" },
  ...{ deposit: "field.policy.deposit", atOrder: "field.policy.atOrder" },
  ...{ reviewMonths: "field.policy.reviewMonths", toleratedDays: "field.policy.toleratedDays" },
  ...{ leastPayments: "field.policy.leastPayments", fewPayments: "field.policy.fewPayments" },
  ...{ fewMonths: "field.policy.fewMonths", fewGrade: "field.policy.fewGrade" },
  ...{ graceDays: "field.policy.graceDays", recentDays: "field.policy.recentDays" },
  ...{ historyMonths: "field.policy.historyMonths", overdueCaps: "field.policy.overdueCaps" },
  ...{ volumeUnit: "field.policy.volumeUnit", overdueWarnDays: "field.policy.overdueWarnDays" },
  ...{ overdueHoldDays: "field.policy.overdueHoldDays", receiptLagDays: "field.policy.receiptLagDays" },
  ...{ staleDays: "field.policy.staleDays", observeUntil: "field.policy.observeUntil" },
  ...{ countsDrafts: "field.policy.countsDrafts", countsUnapplied: "field.policy.countsUnapplied" },
  ...{ countsDisputed: "field.policy.countsDisputed", horizonDays: "field.policy.horizonDays" },
  ...{ orderTax: "field.policy.orderTax", gapDays: "field.policy.gapDays" },
  ...{ escalation: "field.policy.escalation", quietDays: "field.policy.quietDays" },
  ...{ from: "field.policy.hoursFrom", to: "field.policy.hoursTo" },
  ...{ answerDays: "field.policy.answerDays", releaseDays: "field.policy.releaseDays" },
  ...{ subject: "field.policy.subject", opening: "field.policy.opening", closing: "field.policy.closing" },
} as const satisfies Record<string, Key>;

function isNamed(name: string): name is keyof typeof NAMED {
  return Object.hasOwn(NAMED, name);
}

/** What a value of the policy is called, and of what it is. */
export function differenceLabel({ part, path }: PolicyDifference, wording: Wording): string {
  const { say, language, currency } = wording;
  const [group = "", of = ""] = path;
  const last = path.at(-1) ?? "";
  if (part === "rates") return [group, dayLike(of, language)].join(" ");
  if (part === "templates") return [levelName(group, language), of, own(last, say)].join(" · ");
  if (group === "ladder") return levelName(of, language);
  if (group === "gentler") return [say("field.policy.levels"), of].join(" · ");
  if (group === "smallAmounts") return [say("field.policy.smallAmount"), of].join(" ");
  if (group === "cutPoints" || of === "cutPoints") return say("field.policy.cut", { grade: last });
  if (of === "factors") return factorLabel(path, wording);
  if (last === "limitCap" || last === "leastTotal") {
    const label = say(`field.policy.${last}`, { currency: currencyWord(currency, say) });
    return group === "matrix" ? [gradeWord(of, say), label].join(" · ") : label;
  }
  return group === "matrix" ? [gradeWord(of, say), own(last, say)].join(" · ") : own(last, say);
}

function own(name: string, say: Say): string {
  return isNamed(name) ? say(NAMED[name]) : name;
}

function gradeWord(grade: string, say: Say): string {
  return grade === "N" ? say("policy.notGraded") : say("policy.gradeName", { grade });
}

function factorLabel(path: readonly string[], { say, language }: Wording): string {
  const found = FactorShape.safeParse(path[2]);
  const factor = found.success ? factorName(found.data, language) : (path[2] ?? "");
  return say(path.at(-1) === "steps" ? "field.policy.steps" : "field.policy.weight", { factor });
}

function levelName(level: string, language: Language): string {
  const found = DunningLevelShape.safeParse(level);
  return found.success ? dunningLevelName(found.data, language) : level;
}

const WORDS = {
  ...{ allow: "option.allow", warn: "option.warn", hold: "option.hold" },
  ...{ step: "option.step", jump: "option.jump", none: "option.none" },
  ...{ holidays: "option.holidays", restDays: "option.restDays" },
  ...{ dueDate: "aging.basis.dueDate", documentDate: "aging.basis.documentDate" },
} as const satisfies Record<string, Key>;

function isWord(value: string): value is keyof typeof WORDS {
  return Object.hasOwn(WORDS, value);
}

const SHARES: ReadonlySet<string> = new Set(["smallShare", "needShare", "deposit", "orderTax"]);
const SUMS: ReadonlySet<string> = new Set(["smallAmount", "limitCap", "leastTotal", "volumeUnit"]);

/** A value as a person reads it; long ones are only said to be there. */
export function valueText(
  { part, path }: PolicyDifference,
  value: PolicyValue | undefined,
  { say, language, currency }: Wording,
): string {
  const last = path.at(-1) ?? "";
  if (value === undefined) return say("policy.version.none");
  if (part === "templates" || last === "steps" || last === "overdueCaps") return say("policy.version.hasIt");
  if (typeof value === "boolean") return say(value ? "option.yes" : "option.no");
  if (typeof value === "string") return isWord(value) ? say(WORDS[value]) : dayLike(value, language);
  if (part === "rates") return String(value / 1_000_000);
  if (path[0] === "smallAmounts") return moneyText(money(value), last);
  if (SHARES.has(last)) return `${value / 100}%`;
  return SUMS.has(last) ? moneyText(money(value), currency) : String(value);
}

function dayLike(text: string, language: Language): string {
  const day = dateFromIso(text);
  return day ? dayText(day, language) : text;
}
