import * as z from "zod/mini";
import { CurrencyShape, MoneyShape, PlainDateShape, type Statement } from "../../core/index.ts";
import { NamedCurrency } from "./shapes.ts";

/** How many made statements one answer lists. */
export const MADE_AT_ONCE = 100;

/** The language a document is printed in. */
const DocumentLanguageShape = z.enum(["zh", "en", "both"]);

/** A statement as it was frozen: data, their hash, and the language in which its customer reads. */
const Frozen = {
  id: z.string(),
  hash: z.string(),
  statement: z.custom<Statement>(),
  language: DocumentLanguageShape,
};

const StatementAsk = z.object({
  customer: z.string(),
  /** The customer's own currency where it is not said. */
  currency: z.exactOptional(NamedCurrency),
  /** The customer's own period that ends by this day, unless `from` and `to` say another. */
  day: z.exactOptional(PlainDateShape),
  from: z.exactOptional(PlainDateShape),
  to: z.exactOptional(PlainDateShape),
  /** One statement for the payer and all it pays for. */
  forPayer: z.exactOptional(z.boolean()),
});

/** Calls that make statements of account 对账单. */
export const STATEMENTS_CALLS = {
  /** Who would get a statement of the period that a day falls in, and who would not and why. */
  statementCandidates: {
    input: z.object({
      /** The last day wanted; each customer's own period that has ended by then. */
      day: PlainDateShape,
      customer: z.exactOptional(z.string()),
    }),
    output: z.object({
      candidates: z.array(
        z.object({
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          currency: CurrencyShape,
          from: PlainDateShape,
          to: PlainDateShape,
          closing: MoneyShape,
          language: DocumentLanguageShape,
        }),
      ),
      excluded: z.array(
        z.object({
          customer: z.string(),
          name: z.string(),
          currency: CurrencyShape,
          why: z.enum(["nothing", "already"]),
          /** The statement that was made already. */
          statement: z.exactOptional(z.string()),
        }),
      ),
    }),
  },
  /** The statement as it would be printed; nothing is written. */
  previewStatement: {
    input: StatementAsk,
    output: z.object({
      statement: z.custom<Statement>(),
      /** The statement of exactly this that was made already: what is made again is that one. */
      made: z.exactOptional(z.string()),
    }),
  },
  /** Freezes statements, each once for its customer and period: one that was made already comes back as it was. */
  makeStatements: {
    input: z.object({
      asks: z.array(StatementAsk).check(z.minLength(1), z.maxLength(50)),
      /** Also where the firm has no name yet: the sheet is frozen without a letterhead. */
      withoutLetterhead: z.exactOptional(z.boolean()),
    }),
    output: z.object({
      made: z.array(z.object({ ...Frozen, already: z.boolean() })),
    }),
  },
  /** Statements that were made, the latest first and so many at once. */
  madeStatements: {
    input: z.object({
      customer: z.exactOptional(z.string()),
      /** Exactly this number: two customers that had the same code may share it. */
      number: z.exactOptional(z.string()),
      /** How many of them are known already. */
      skip: z.exactOptional(z.int().check(z.gte(0))),
    }),
    output: z.object({
      total: z.int(),
      statements: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          /** To whom it goes. */
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          /** Of how many customers it is made. */
          covers: z.int(),
          currency: CurrencyShape,
          from: PlainDateShape,
          to: PlainDateShape,
          closing: MoneyShape,
          hash: z.string(),
          confirmed: z.exactOptional(PlainDateShape),
        }),
      ),
    }),
  },
  /** A frozen statement, to be printed again as it was. */
  statement: {
    input: z.object({ id: z.string() }),
    output: z.object(Frozen),
  },
} as const;
