import type { DunningLetter } from "../decisions/dunning.ts";
import type { Language } from "../tables/column.ts";
import { sumsByCurrency } from "../values/currency-sums.ts";
import type { PlainDate } from "../values/date.ts";
import { moneyText } from "../values/money.ts";
import { brief } from "./chat-text.ts";
import { type Filling, said } from "./wording.ts";

/** A customer who is due a word, and what about. */
export interface DigestLine {
  readonly customer: string;
  readonly letter: Pick<DunningLetter, "currency" | "total" | "lines">;
}

const WORDS = {
  head: {
    zh: "{salesperson}：{date} 有 {count} 位客户要联系，合计 {total}",
    en: "{salesperson}: {count} to call on {date}, {total} in all",
  },
  line: {
    zh: "{n}. {customer} {total}，最长逾期 {days} 天",
    en: "{n}. {customer}: {total}, up to {days} days late",
  },
  dueSoon: { zh: "{n}. {customer} {total}，即将到期", en: "{n}. {customer}: {total}, due soon" },
  more: { zh: "另有 {count} 位", en: "and {count} more" },
  nobody: { zh: "未分配业务员", en: "Without a salesperson" },
} as const;

const MOST_LINES = 15;

/**
 * What a salesperson is told first 业务员提醒: whom to call, for how much, the oldest first.
 *
 * @example
 * reminderDigestOf([], { salesperson: "Li", asOf: plainDate("2026-11-22"), language: "en" }) // => "Li: 0 to call on 2026-11-22,  in all"
 */
export function reminderDigestOf(
  lines: readonly DigestLine[],
  {
    salesperson,
    asOf,
    language,
  }: { readonly salesperson: string; readonly asOf: PlainDate; readonly language: Language },
): string {
  const say = (words: { zh: string; en: string }, filling: Filling) => said(words, language, filling).main;
  const sums = sumsByCurrency(
    lines.map(({ letter: { currency, total } }) => ({ currency, amount: total })),
  ).map(({ currency, amount }) => `${moneyText(amount, currency)} ${currency}`);
  const sorted = [...lines].sort((a, b) => oldest(b) - oldest(a));
  const listed = sorted.slice(0, MOST_LINES).map((each, i) =>
    say(oldest(each) > 0 ? WORDS.line : WORDS.dueSoon, {
      ...{ n: i + 1, customer: brief(each.customer, 30), days: oldest(each) },
      total: `${moneyText(each.letter.total, each.letter.currency)} ${each.letter.currency}`,
    }),
  );
  const left = sorted.length - listed.length;
  return [
    say(WORDS.head, {
      ...{ salesperson: salesperson || WORDS.nobody[language], date: asOf, count: lines.length },
      total: sums.join(language === "zh" ? "、" : ", "),
    }),
    ...listed,
    ...(left > 0 ? [say(WORDS.more, { count: left })] : []),
  ].join("\n");
}

function oldest({ letter }: DigestLine): number {
  return Math.max(...letter.lines.map(({ days }) => days));
}
