import type { CreditPolicy, Currency, Language, PlainDate, Policy } from "../../../../core/index.ts";
import type { Input } from "../../../protocol.ts";

/** A part of the policy as it stands in its form: what was typed under each field's id, as typed. */
export type Texts = Readonly<Record<string, string>>;

/** What is put in force: the part that the form is about. */
export type PolicyWish = Input<"savePolicy">["policy"];

/** What a form of the policy stands in. */
export interface PolicyGround {
  readonly policy: Policy;
  /** Its judging part. */
  readonly credit: CreditPolicy;
  readonly today: PlainDate;
  /** The ledger's own. */
  readonly currency: Currency;
  /** Other currencies that the ledger holds. */
  readonly others: readonly Currency[];
  readonly language: Language;
}

/** Yes and no, as a box that is ticked or not has them. */
export function tickText(isTicked: boolean): string {
  return isTicked ? "yes" : "no";
}

/**
 * Numbers of the rows of a list: each row has its fields under its own number.
 *
 * @example
 * rowsOf({ "segment-0": "VIP", "segment-3": "", gap: "7" }, "segment") // => ["0", "3"]
 */
export function rowsOf(texts: Texts, field: string): string[] {
  return Object.keys(texts)
    .filter((id) => id.startsWith(`${field}-`))
    .map((id) => id.slice(field.length + 1))
    .sort((a, b) => Number(a) - Number(b));
}

/** The number of the next row. */
export function nextRow(texts: Texts, field: string): number {
  return Math.max(-1, ...rowsOf(texts, field).map(Number)) + 1;
}

/** The texts without a row of a list. */
export function withoutRow(texts: Texts, fields: readonly string[], row: string): Texts {
  const gone = new Set(fields.map((field) => `${field}-${row}`));
  return Object.fromEntries(Object.entries(texts).filter(([id]) => !gone.has(id)));
}

/** Several groups of fields as one. */
export function together(...groups: readonly Texts[]): Texts {
  return Object.fromEntries(groups.flatMap((group) => Object.entries(group)));
}
