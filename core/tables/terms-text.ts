import type { SimpleTerms, Terms } from "../records/terms.ts";
import type { Language } from "./column.ts";

/**
 * Terms as a person writes them in a cell; {@link readTerms} reads every text that this writes.
 *
 * @example
 * termsText({ kind: "monthEnd", months: 1, days: 0 }, "zh") // => "月结+1月"
 * @example
 * termsText({ kind: "monthEnd", months: 1, days: 0 }, "en") // => "Month end + 1 month"
 * @example
 * termsText({ kind: "net", days: 30 }, "en") // => "Net 30"
 */
export function termsText(terms: Terms, language: Language): string {
  if (terms.kind === "split") {
    return terms.parts.map((part) => `${part.weight}% ${simpleText(part.terms, language)}`).join(" / ");
  }
  if (terms.kind === "retention") {
    const share = `${terms.basisPoints / 100}%`;
    const rest = simpleText(terms.rest, language);
    return language === "zh"
      ? `${rest}，质保金 ${share} ${terms.months}月`
      : `${rest}, retention ${share} ${counted(terms.months, "month")}`;
  }
  return simpleText(terms, language);
}

function simpleText(terms: SimpleTerms, language: Language): string {
  const zh = language === "zh";
  switch (terms.kind) {
    case "cash":
      return zh ? "现结" : "Cash";
    case "net":
      return zh ? `${terms.days}天` : `Net ${terms.days}`;
    case "monthEnd":
      return monthEndText(terms, zh);
    case "fixedDay":
      return zh
        ? `${monthsZh(terms.months)}${terms.day}日`
        : `Day ${terms.day} + ${counted(terms.months, "month")}`;
    case "afterTaxInvoice":
      return zh ? `票到${terms.days}天` : `Tax invoice + ${terms.days}`;
    case "afterStatement":
      return zh ? `对账后${terms.days}天` : `Statement + ${terms.days}`;
    case "afterAcceptance":
      return zh ? `验收后${terms.days}天` : `Acceptance + ${terms.days}`;
    case "nextDelivery":
      return zh ? "压批" : "Next delivery";
  }
}

function monthEndText(terms: { months: number; days: number }, zh: boolean): string {
  const months = terms.months > 0 ? (zh ? `+${terms.months}月` : ` + ${counted(terms.months, "month")}`) : "";
  const days = terms.days > 0 ? (zh ? `+${terms.days}天` : ` + ${counted(terms.days, "day")}`) : "";
  return `${zh ? "月结" : "Month end"}${months}${days}`;
}

function monthsZh(months: number): string {
  if (months === 0) return "当月";
  return months === 1 ? "次月" : `${months}个月后`;
}

/** English: 1 month, 2 months. */
function counted(count: number, unit: "day" | "month"): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
