import type { GradeWhat, PolicyFault } from "../decisions/policy-faults.ts";
import type { Language, Words } from "../tables/column.ts";
import { DUNNING_LEVEL_NAMES } from "../tables/words.ts";
import { factorName } from "./grade-words.ts";

const WHAT: Readonly<Record<GradeWhat, Words>> = {
  needShare: { zh: "额度占需求比例", en: "limit share" },
  limitCap: { zh: "额度上限", en: "limit cap" },
  termDays: { zh: "最长付款天数", en: "longest terms" },
  deposit: { zh: "预付比例", en: "deposit" },
  atOrder: { zh: "下单判断", en: "order decision" },
  reviewMonths: { zh: "复审周期", en: "review period" },
};

/**
 * What is wrong with a policy, as one sentence: what was found, and what to do.
 *
 * @example
 * policyFaultText({ kind: "cutPoints" }, "en") // => "The cut points must fall from A over B to C: correct them."
 */
export function policyFaultText(fault: PolicyFault, language: Language): string {
  return language === "zh" ? faultZh(fault) : faultEn(fault);
}

function faultZh(fault: PolicyFault): string {
  switch (fault.kind) {
    case "betterGivesLess":
      return `${fault.better} 级的${WHAT[fault.what].zh}不如 ${fault.worse} 级，请改成不低于下一级。`;
    case "cutPoints":
      return "分数线须从 A 到 C 依次降低，请改正。";
    case "nothingGraded":
      return "所有评分项的权重都是 0，无法评级，请至少填一项。";
    case "ladderOrder":
      return "催款阶梯须一级比一级晚，请改正天数。";
    case "bucketOrder":
      return "账龄区间须从小到大，请改正。";
    case "repeatedSegment":
      return "同一客户类别写了两次，请删去一个。";
    case "stepsOrder":
      return `评分项“${factorName(fault.factor, "zh")}”的分档须从好到差依次减分，请改正。`;
    case "repeatedLevel":
      return `催款级别“${levelName(fault.level, "zh")}”写了两次，请删去一个。`;
    case "repeatedTemplate":
      return `同一级别、语言的模板写了两次（${levelName(fault.level, "zh")}），请删去一个。`;
    case "templatePlace":
      return `模板里的“{${fault.place}}”没有可填的内容，请改用 {customer}、{total} 等。`;
    case "holdBeforeWarn":
      return "暂停的逾期天数不能少于提示的天数，请改正。";
    case "repeatedRate":
      return `${fault.currency} 在同一天有两个汇率，请删去一个。`;
  }
}

function faultEn(fault: PolicyFault): string {
  switch (fault.kind) {
    case "betterGivesLess":
      return `Grade ${fault.better} gives less than ${fault.worse} (${WHAT[fault.what].en}): give it at least as much.`;
    case "cutPoints":
      return "The cut points must fall from A over B to C: correct them.";
    case "nothingGraded":
      return "All factors weigh 0, so nothing can be graded: give one a weight.";
    case "ladderOrder":
      return "Each level of the ladder must come later than the one before: correct the days.";
    case "bucketOrder":
      return "Aging buckets must rise: correct them.";
    case "repeatedSegment":
      return "A segment stands there twice: take one away.";
    case "stepsOrder":
      return `The steps of "${factorName(fault.factor, "en")}" must run from best to worst, each worth less: correct them.`;
    case "repeatedLevel":
      return `The level "${levelName(fault.level, "en")}" stands there twice: take one away.`;
    case "repeatedTemplate":
      return `Two templates have the same level and language (${levelName(fault.level, "en")}): take one away.`;
    case "templatePlace":
      return `Nothing can be filled in for "{${fault.place}}" in a template: use {customer}, {total} and the like.`;
    case "holdBeforeWarn":
      return "Orders are held after fewer days overdue than they are warned of: correct the days.";
    case "repeatedRate":
      return `${fault.currency} has two rates from the same day: take one away.`;
  }
}

function levelName(level: string, language: Language): string {
  const [name = "", ...rest] = level.split(" ");
  return [DUNNING_LEVEL_NAMES[name]?.[language] ?? name, ...rest].join(" ");
}
