import * as z from "zod/mini";
import { CurrencyShape, MoneyShape, PlainDateShape, type Statement } from "../../core/index.ts";

const StatementAsk = z.object({
  customer: z.string(),
  /** The customer's own currency where it is not said. */
  currency: z.exactOptional(CurrencyShape),
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
          language: z.enum(["zh", "en", "both"]),
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
    output: z.object({ statement: z.custom<Statement>() }),
  },
  /** Freezes statements, each once for its customer and period: one that was made already comes back as it was. */
  makeStatements: {
    input: z.object({ asks: z.array(StatementAsk).check(z.minLength(1), z.maxLength(50)) }),
    output: z.object({
      made: z.array(
        z.object({
          id: z.string(),
          already: z.boolean(),
          hash: z.string(),
          statement: z.custom<Statement>(),
        }),
      ),
    }),
  },
  /** A frozen statement, to be printed again as it was. */
  statement: {
    input: z.object({ id: z.string() }),
    output: z.object({ hash: z.string(), statement: z.custom<Statement>() }),
  },
} as const;
