import * as z from "zod/mini";
import {
  BatchShape,
  ColumnMappingShape,
  ControlTotalShape,
  CurrencySumShape,
  IMPORT_KINDS,
  LineShape,
  MoneyShape,
  PlainDateShape,
  type Problem,
} from "../../core/index.ts";
import { ActionId, Booked, CurrencyWord, DocumentTakenBack } from "./shapes.ts";

/** A row that core has read; texts pass through, days and amounts are checked. */
const ImportRowShape = z.looseObject({
  row: z.int(),
  occurrence: z.int(),
  alsoNamed: z.exactOptional(z.boolean()),
  currency: CurrencyWord,
  currencyAssumed: z.exactOptional(z.literal(true)),
  readAs: z.exactOptional(z.enum(["debit", "receipt", "creditNote"])),
  date: z.exactOptional(PlainDateShape),
  due: z.exactOptional(PlainDateShape),
  maturity: z.exactOptional(PlainDateShape),
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
      amounts: z.array(CurrencySumShape),
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
      amountsTaken: z.array(CurrencySumShape),
      /** Known customers beside whom other terms or another limit now wait to be decided. */
      proposals: z.int(),
      problems: z.array(z.custom<Problem>()),
    }),
  },
  importClose: {
    input: z.object({ batch: z.string(), receiptsThrough: z.exactOptional(PlainDateShape) }),
    output: z.object({
      rows: z.int(),
      amounts: z.array(CurrencySumShape),
      /** Documents that were settled otherwise while the import was open: what did not fit is unapplied. */
      problems: z.array(z.custom<Problem>()),
    }),
  },
  /** Takes a whole import back. */
  undoBatch: {
    input: z.object({ action: ActionId, batch: z.string() }),
    output: z.object({ undone: z.int() }),
  },
  /** One row of an import: what it brought, and what stands in the way of taking it back. */
  previewImportedRow: {
    input: z.object({ customer: z.string(), record: z.string() }),
    output: z.object({
      batch: z.object({ id: z.string(), source: z.string(), rows: z.int() }),
      documents: z.array(DocumentTakenBack),
      dependents: z.array(z.string()),
      /** A day of the row that lies in a closed period 已关账. */
      closedDay: z.exactOptional(PlainDateShape),
    }),
  },
  /** Takes one row of an import back; the rest of the import stands. */
  voidImportedRow: {
    input: z.object({ action: ActionId, customer: z.string(), record: z.string() }),
    output: Booked,
  },
  /** Imports that are open, and the latest of the others, the newest first. */
  batches: {
    input: z.object({}),
    output: z.object({
      batches: z.array(
        z.extend(z.omit(BatchShape, { kind: true }), {
          seq: z.int(),
          /** What is left of it, where rows of it were taken back. */
          standing: z.exactOptional(ControlTotalShape),
        }),
      ),
    }),
  },
} as const;
