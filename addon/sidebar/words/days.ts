import type { Language } from "../../../core/index.ts";
import { type Currency, dayOf, daysBetween, monthOf, type PlainDate, yearOf } from "../../../core/index.ts";
import type { Say } from "./words.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day as people read it: 2026-11-22, in English 22 Nov 2026 (never 11/22/26).
 *
 * @example
 * dayText(plainDate("2026-11-22"), "en") // => "22 Nov 2026"
 */
export function dayText(day: PlainDate, language: Language): string {
  return language === "zh" ? day : `${dayShortEn(day)} ${yearOf(day)}`;
}

/**
 * A day without its year where that is the year of today.
 *
 * @example
 * dayShort(plainDate("2026-11-02"), plainDate("2026-12-01"), "zh") // => "11-02"
 */
export function dayShort(day: PlainDate, today: PlainDate, language: Language): string {
  if (yearOf(day) !== yearOf(today)) return dayText(day, language);
  return language === "zh" ? day.slice(5) : dayShortEn(day);
}

function dayShortEn(day: PlainDate): string {
  return `${dayOf(day)} ${MONTHS[monthOf(day) - 1] ?? ""}`;
}

/** How long ago a day was, in days. */
export function dayAge(day: PlainDate, today: PlainDate, say: Say): string {
  const days = daysBetween(day, today);
  if (days <= 0) return say("age.today");
  return days === 1 ? say("age.yesterday") : say("age.days", { n: days });
}

/** What stands in brackets behind 金额: 元 for CNY, the code for others. */
export function currencyWord(currency: Currency, say: Say): string {
  return currency === "CNY" ? say("unit.CNY") : currency;
}
