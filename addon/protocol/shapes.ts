import * as z from "zod/mini";
import { CurrencyShape, currencyNamed, MoneyShape, PlainDateShape } from "../../core/index.ts";

export const LanguageShape = z.enum(["zh", "en"]);

/** A word for a currency becomes the code that tabs and files mean by it: RMB and 元 are CNY. */
export const CurrencyWord = z.string().check(z.overwrite((word) => currencyNamed(word, "CNY") ?? word));

/** A currency of which there are accounts, which must then be a code, known or not. */
export const NamedCurrency = CurrencyWord.check(z.regex(/^[A-Z]{3}$/));

/** A document or receipt that is to be taken back, as a person recognises it. */
export const DocumentTakenBack = z.object({
  what: z.enum(["item", "receipt"]),
  kind: z.string(),
  number: z.string(),
  customer: z.string(),
  date: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
});

/** Made when a form opens: the same id is the same intent and is booked once. */
export const ActionId = z.string().check(z.minLength(8), z.maxLength(64));

/** What every writing call tells back. */
export const Booked = z.object({
  /** Place of the entry in the journal. */
  seq: z.int(),
  /** Id of the record that the action made, "" where it made none. */
  id: z.string(),
  action: z.string(),
  /** true when the action had been booked before, by an earlier try. */
  already: z.boolean(),
  /** Unfinished actions of earlier runs that were completed on the way. */
  completed: z.int(),
});

export const DraftState = z.enum(["held", "endorsed", "discounted", "collected", "dishonoured"]);

/** A draft 票据 as a person knows it: `id` is that of its receipt. */
export const DraftFacts = z.object({
  id: z.string(),
  date: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
  method: z.string(),
  number: z.exactOptional(z.string()),
  acceptor: z.exactOptional(z.string()),
  maturity: PlainDateShape,
  state: DraftState,
});
