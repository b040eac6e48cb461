import * as z from "zod/mini";
import { CurrencyShape, MoneyShape, PlainDateShape } from "./shapes.ts";

/**
 * What stays of a printed statement 对账单 in the book: enough to open the next one with its closing
 * balance, and to prove the frozen document.
 */
export const StatementHeadShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: z.string(),
  currency: CurrencyShape,
  from: PlainDateShape,
  to: PlainDateShape,
  opening: MoneyShape,
  closing: MoneyShape,
  /** Place in the journal that the statement knew: what came later is "earlier-dated" on the next. */
  knownAt: z.int(),
  hash: z.string(),
  confirmed: z.exactOptional(PlainDateShape),
  /** Every customer whose accounts the sheet was made of, where they are more than its own. */
  covers: z.exactOptional(z.array(z.string())),
  /** The customer to whom such a sheet was sent; heads of before do not tell. */
  payer: z.exactOptional(z.string()),
});

export type StatementHead = z.infer<typeof StatementHeadShape>;
