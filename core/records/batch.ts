import * as z from "zod/mini";
import { CountShape, CurrencyShape, MoneyShape, PlainDateShape } from "./shapes.ts";

/** A sum of one currency. */
export const CurrencySumShape = z.object({ currency: CurrencyShape, amount: MoneyShape });

/**
 * Control totals 合计核对: rows, and the sum of each currency. Records that were written with one figure for all
 * currencies together are read without it: it was a sum of nothing.
 */
export const ControlTotalShape = z.object({
  rows: CountShape,
  amounts: z._default(z.array(CurrencySumShape), []),
});

/**
 * A batch 批次: an import or a run, made of many entries. Its rows count from the close; while it is
 * open it is shown with resume or discard, and blocks nobody.
 */
export const BatchShape = z.object({
  id: z.string(),
  kind: z.enum(["import", "statements"]),
  /** File or tab the rows came from, and the hash of its content: the same file is the same batch. */
  source: z.string(),
  sourceHash: z.string(),
  state: z.enum(["open", "closed", "undone"]),
  /** Day on which it was opened, and the currency of rows that state none. */
  day: z.exactOptional(PlainDateShape),
  currency: z.exactOptional(CurrencyShape),
  /** Rows of the source that are done, so that a killed batch resumes behind them. */
  done: CountShape,
  announced: ControlTotalShape,
  /** What has become part of the ledger so far; the rest was known already or is listed. */
  taken: ControlTotalShape,
  /** Rows that undoing took out: those taken back one by one before are not among them. */
  undoneRows: z.exactOptional(CountShape),
});

export type Batch = z.infer<typeof BatchShape>;
