import * as z from "zod/mini";
import {
  BatchShape,
  ColumnMappingShape,
  IMPORT_KINDS,
  LineShape,
  MoneyShape,
  PlainDateShape,
  type Problem,
} from "../../core/index.ts";
import { ActionId } from "./shapes.ts";

/** A row that core has read; texts pass through, days and amounts are checked. */
const ImportRowShape = z.looseObject({
  row: z.int(),
  occurrence: z.int(),
  currency: z.string(),
  date: z.exactOptional(PlainDateShape),
  due: z.exactOptional(PlainDateShape),
  settledOn: z.exactOptional(PlainDateShape),
  amount: z.exactOptional(MoneyShape),
  openAmount: z.exactOptional(MoneyShape),
  settledAmount: z.exactOptional(MoneyShape),
});

/** Calls that take whole tables in, chunk by chunk 导入. */
export const IMPORTS_CALLS = {
  /** The page whose script reads files; the sidebar asks for it when a file is chosen, not before. */
  fileReader: {
    input: z.object({}),
    output: z.object({ html: z.string() }),
  },
  /** The mapping that was used for a table with the same headings. */
  rememberedMapping: {
    input: z.object({ layout: z.string() }),
    output: z.object({ mapping: z.exactOptional(ColumnMappingShape) }),
  },
  /** Opens an import, or finds the one of the same source that was left unfinished. */
  importOpen: {
    input: z.object({
      action: ActionId,
      source: LineShape,
      sourceHash: z.string(),
      rows: z.int(),
      amount: MoneyShape,
      /** The table's headings in one text: by it the mapping is remembered. */
      layout: z.string(),
      mapping: z.exactOptional(ColumnMappingShape),
    }),
    output: z.object({ batch: z.string(), done: z.int(), resumed: z.boolean() }),
  },
  importChunk: {
    input: z.object({
      batch: z.string(),
      kind: z.enum(IMPORT_KINDS),
      from: z.int(),
      asOf: z.exactOptional(PlainDateShape),
      rows: z.array(ImportRowShape),
    }),
    output: z.object({
      done: z.int(),
      taken: z.int(),
      /** Rows the ledger had already, with the same content. */
      known: z.int(),
      amountTaken: MoneyShape,
      problems: z.array(z.custom<Problem>()),
    }),
  },
  importClose: {
    input: z.object({ batch: z.string(), receiptsThrough: z.exactOptional(PlainDateShape) }),
    output: z.object({ rows: z.int(), amount: MoneyShape }),
  },
  /** Takes a whole import back. */
  undoBatch: {
    input: z.object({ action: ActionId, batch: z.string() }),
    output: z.object({ undone: z.int() }),
  },
  /** Imports that are open, and the latest of the others, the newest first. */
  batches: {
    input: z.object({}),
    output: z.object({
      batches: z.array(z.extend(z.omit(BatchShape, { kind: true }), { seq: z.int() })),
    }),
  },
} as const;
