import type { Currency } from "../values/money.ts";
import type { CreditsAre, RowsAre } from "./column-mapping.ts";
import type { StyleChoice } from "./column-style.ts";
import type { NumberStyle } from "./read-amount.ts";
import type { DateOrder } from "./read-date.ts";
import type { ImportField } from "./synonyms.ts";

/** A column shown to a person who has to choose. */
export interface ColumnChoice {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  readonly examples: readonly string[];
}

/**
 * What a person must say before a table can be read, each with its choices, the likeliest first:
 * what a column is (or that it is not used), which column is a needed field, how a column writes days
 * or figures, whether blank cells mean "as above", how rows make documents, whether sub-headings are
 * customers, what credits of a ledger are, and in which currency the table is.
 */
export type MappingQuestion =
  | ({ readonly kind: "field"; readonly choices: readonly ImportField[] } & ColumnChoice)
  | {
      readonly kind: "missing";
      readonly fields: readonly ImportField[];
      readonly choices: readonly ColumnChoice[];
    }
  | ({ readonly kind: "dateOrder" } & StyleQuestion<DateOrder>)
  | ({ readonly kind: "numberStyle" } & StyleQuestion<NumberStyle>)
  | { readonly kind: "carryDown"; readonly fields: readonly ImportField[]; readonly blankRows: number }
  | { readonly kind: "rowsAre"; readonly number: string; readonly choices: readonly RowsAre[] }
  | { readonly kind: "groupsAre"; readonly examples: readonly string[] }
  | {
      readonly kind: "creditsAre";
      /** Rows on the credit side whose words do not say it, and what they say. */
      readonly rows: number;
      readonly examples: readonly string[];
      readonly choices: readonly CreditsAre[];
    }
  | CurrencyQuestion;

/**
 * In which currency a table is: its 元 may be several countries', it names several, or it names none and the
 * ledger has several.
 */
export interface CurrencyQuestion {
  readonly kind: "currency";
  readonly why: "yuan" | "contradicting" | "untold";
  /** What the table says; "" where it says nothing. */
  readonly word: string;
  readonly choices: readonly Currency[];
}

/** A question about how the values of one column are written. */
export type ColumnStyleQuestion = Extract<MappingQuestion, { readonly kind: "dateOrder" | "numberStyle" }>;

/** How a column is written: one example under each choice. */
export interface StyleQuestion<Value> {
  readonly field: ImportField;
  readonly header: string;
  readonly example: string;
  /** No choice reads every value: those it cannot read will be listed. */
  readonly mixed: boolean;
  readonly choices: readonly StyleChoice<Value>[];
}
