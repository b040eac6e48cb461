import type { DunningExclusion } from "../decisions/dunning.ts";
import { tableDate } from "../documents/wording.ts";
import type { DunningLevel } from "../records/reminder.ts";
import type { Language, Words } from "../tables/column.ts";
import { DUNNING_LEVEL_NAMES } from "../tables/words.ts";

const EXCLUDED: Readonly<Record<DunningExclusion["why"], Words>> = {
  disputed: { zh: "有争议", en: "Disputed" },
  promised: { zh: "付款承诺未到期", en: "Promise not yet due" },
  onPlan: { zh: "还款计划中", en: "On a payment plan" },
  dueNotFixed: { zh: "到期日未定", en: "Due date not fixed" },
  taxInvoiceNotReceived: { zh: "客户未收到发票", en: "Tax invoice not received" },
  belowSmallAmount: { zh: "低于抹零金额", en: "Below the small amount" },
  covered: { zh: "未核销收款已够付清", en: "Covered by unapplied money" },
  belowLeastTotal: { zh: "低于最低催款金额", en: "Below the smallest sum asked for" },
  quietHours: { zh: "不催的时段", en: "Quiet hours" },
  quietDay: { zh: "假日不催，{until} 起再催", en: "Holiday: from {until} on" },
  paused: { zh: "暂停催款至 {until}", en: "Paused until {until}" },
  tooSoon: { zh: "刚提醒过，{until} 起再催", en: "Reminded lately: again from {until}" },
};

/**
 * Why a customer, or part of what it owes, gets no reminder: one line.
 *
 * @example
 * exclusionText({ why: "paused", until: plainDate("2026-12-01") }, "en") // => "Paused until 1 Dec 2026"
 */
export function exclusionText(exclusion: DunningExclusion, language: Language): string {
  const text = EXCLUDED[exclusion.why][language];
  if (!("until" in exclusion)) return text;
  return text.replace("{until}", tableDate(exclusion.until, language));
}

/**
 * A level by its name 催款级别.
 *
 * @example
 * dunningLevelName("final", "zh") // => "最后催款函"
 */
export function dunningLevelName(level: DunningLevel, language: Language): string {
  return DUNNING_LEVEL_NAMES[level]?.[language] ?? level;
}
