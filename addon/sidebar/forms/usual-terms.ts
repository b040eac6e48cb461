import { type Language, type Terms, termsText } from "../../../core/index.ts";

/** Payment terms that most customers have, in the order in which a list offers them. */
export const USUAL_TERMS: readonly Terms[] = [
  { kind: "cash" },
  { kind: "net", days: 7 },
  { kind: "net", days: 15 },
  { kind: "net", days: 30 },
  { kind: "net", days: 45 },
  { kind: "net", days: 60 },
  { kind: "net", days: 90 },
  { kind: "monthEnd", months: 0, days: 0 },
  { kind: "monthEnd", months: 1, days: 0 },
  { kind: "monthEnd", months: 2, days: 0 },
  { kind: "monthEnd", months: 0, days: 30 },
  { kind: "monthEnd", months: 0, days: 60 },
  { kind: "afterTaxInvoice", days: 30 },
  { kind: "afterStatement", days: 30 },
  { kind: "afterAcceptance", days: 30 },
  { kind: "nextDelivery" },
];

/** The usual terms as options of a list: value and words. */
export function termsOptions(language: Language): { readonly value: string; readonly label: string }[] {
  return USUAL_TERMS.map((terms, i) => ({ value: String(i), label: termsText(terms, language) }));
}

/** The option's value that stands for those terms, "" where they are not among the usual ones. */
export function termsValue(terms: Terms | undefined): string {
  const at = USUAL_TERMS.findIndex((usual) => JSON.stringify(usual) === JSON.stringify(terms));
  return at < 0 ? "" : String(at);
}

export function termsOf(value: string): Terms | undefined {
  return value === "" ? undefined : USUAL_TERMS[Number(value)];
}
