import {
  type ColumnMapping,
  ColumnMappingShape,
  type CountedImportRow,
  countedAmountOf,
  countedRows,
  currencyWordsAbove,
  hashOf,
  type Problem,
  type RawTable,
  readRows,
  sumsByCurrency,
  tableLayoutOf,
  unitInTitles,
} from "../../core/index.ts";
import type { CallName, Input, Output } from "../protocol.ts";
import { type ImportReport, importReportOf } from "./import-report.ts";

/** One call of the add-on, whichever way it travels. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** Rows in one chunk: one journal entry, one run of the script. */
export const CHUNK_ROWS = 1_000;

/** How far an import is. */
export interface ImportProgress {
  readonly done: number;
  readonly of: number;
  readonly problems: number;
}

export interface ImportJob {
  readonly table: RawTable;
  readonly mapping: ColumnMapping;
  readonly action: string;
  readonly asOf?: Input<"importChunk">["asOf"];
  readonly chunkRows?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Carries out an import through the add-on's calls: open, chunk after chunk, close. Started again with
 * the same table it goes on behind the last chunk that arrived, and lists what could not be taken of all.
 */
export async function runImport(call: Call, job: ImportJob): Promise<ImportReport> {
  const read = readRows(job.table, job.mapping);
  const rows = countedRows(read.rows);
  const { batch, done: from } = await call("importOpen", {
    action: job.action,
    source: job.table.name,
    sourceHash: sourceHashOf(job.table, job.mapping),
    rows: rows.length,
    amounts: announcedSums(rows, job.mapping),
    layout: layoutKeyOf(job.table),
    mapping: job.mapping,
  });
  const found: Problem[] = [];
  let proposals = 0;
  const step = job.chunkRows ?? CHUNK_ROWS;
  // Rows that an earlier run brought are sent again: nobody has seen yet which of them could not be taken.
  for (let at = 0; at < rows.length; ) {
    const end = at < from ? Math.min(at + step, from) : at + step;
    const chunk = rows.slice(at, end);
    const answer = await call("importChunk", {
      batch,
      kind: job.mapping.kind,
      from: at,
      rows: chunk.map((row) => ({ ...row })),
      ...(job.asOf ? { asOf: job.asOf } : {}),
    });
    at = at < from ? end : answer.done;
    found.push(...answer.problems);
    proposals += answer.proposals;
    job.onProgress?.({ done: at, of: rows.length, problems: read.problems.length + found.length });
  }
  const closed = await call("importClose", { batch, ...throughOf(job.mapping, rows) });
  const known = linesOf(rows) - closed.rows - linesOf(rows.filter(isNamedIn(found)));
  const problems = [...read.problems, ...found, ...closed.problems];
  const { currency } = job.mapping;
  return importReportOf(read, { batch, known, proposals, problems, taken: closed, currency });
}

/** What the rows add up to, if all of them are taken. */
function announcedSums(rows: readonly CountedImportRow[], { kind, currency }: ColumnMapping) {
  if (kind === "customers") return [];
  return sumsByCurrency(
    rows.map((row) => ({ currency: row.currency || currency, amount: countedAmountOf(row, kind) })),
  );
}

/** How many lines of the file the rows are made of. */
function linesOf(rows: readonly CountedImportRow[]): number {
  return rows.reduce((sum, row) => sum + (row.rows?.length ?? 1), 0);
}

function isNamedIn(problems: readonly Problem[]): (row: CountedImportRow) => boolean {
  const named = new Set(problems.map(({ place }) => place.row));
  return ({ row }) => named.has(row);
}

/** A file of receipts says up to which day the receipts in it go. */
function throughOf(
  mapping: ColumnMapping,
  rows: readonly { date?: Input<"importClose">["receiptsThrough"] }[],
) {
  if (mapping.kind !== "receipts") return {};
  const last = rows.reduce<Input<"importClose">["receiptsThrough"]>(
    (latest, row) => (row.date && (!latest || row.date > latest) ? row.date : latest),
    undefined,
  );
  return last ? { receiptsThrough: last } : {};
}

/** The same table under the same mapping is the same source, whatever its name and in which order it was mapped. */
export function sourceHashOf(table: RawTable, mapping: ColumnMapping): string {
  return hashOf(JSON.stringify([ColumnMappingShape.parse(mapping), table.rows]));
}

/**
 * The headings as one text, with what lines above them state of unit and currency: tables that share it share a
 * mapping. Figures in 万元 or in dollars are not remembered for a table in yuan.
 */
export function layoutKeyOf(table: RawTable): string {
  const { headers = [], titles = [] } = tableLayoutOf(table) ?? {};
  const unit = unitInTitles(titles);
  const figures = unit === "unknown" ? titles : [unit ?? 0];
  return hashOf(JSON.stringify([headers, figures, currencyWordsAbove(titles)])).slice(0, 16);
}
