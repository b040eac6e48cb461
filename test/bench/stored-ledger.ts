import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import {
  type Account,
  type Columns,
  columnsOf,
  columnsOfFigures,
  type FigureSource,
  figureSpace,
  packAccount,
  unpackAccount,
  unpackFigures,
} from "../../core/index.ts";
import { accountsOfLedger } from "./sample-ledger.ts";

/** A row of the tab of accounts as the add-on reads it: the id, and the packed cells. */
export interface StoredRow {
  readonly id: string;
  readonly packed: readonly string[];
}

const OPTIONS = { knownAt: Number.MAX_SAFE_INTEGER - 1, debtCarriedBy: "invoice" as const };

/**
 * Packs a made-up ledger and reads its cells back from files, one row a line, so that they are strings as
 * a store hands them over and not ones that have just been put together.
 */
export function storedLedger(items: number, of: { seed: number; folder: string }): StoredRow[] {
  rmSync(of.folder, { recursive: true, force: true });
  mkdirSync(of.folder, { recursive: true });
  let part: string[] = [];
  for (const account of accountsOfLedger(items, of.seed)) {
    part.push(JSON.stringify({ id: account.customer.id, packed: packAccount(account) }));
    if (part.length === ROWS_A_FILE) part = written(of.folder, part);
  }
  written(of.folder, part);
  return rowsInFiles(of.folder);
}

/** No text may be longer than half a gigabyte, and a million items are. */
const ROWS_A_FILE = 1_000;

function written(folder: string, part: readonly string[]): string[] {
  const number = readdirSync(folder).length;
  if (part.length > 0) writeFileSync(`${folder}/accounts-${number}.jsonl`, part.join("\n"));
  return [];
}

/** The rows from their files: what a store does before anything can be computed. */
export function rowsInFiles(folder: string): StoredRow[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.flatMap((name) => {
    const lines = readFileSync(`${folder}/${name}`, "utf8").split("\n");
    return lines.map((line) => JSON.parse(line) as StoredRow);
  });
}

/** From stored cells to columns through the figures alone: what reports of everybody start with. */
export function columnsFromFigures(rows: readonly StoredRow[]): Columns {
  return columnsOfFigures(sourcesIn(rows), OPTIONS);
}

function* sourcesIn(rows: readonly StoredRow[]): Generator<FigureSource> {
  const space = figureSpace();
  for (const row of rows) {
    const figures = unpackFigures(row.packed, space);
    if (!figures) throw new Error(`the figures of ${row.id} are not whole`);
    yield { customer: row.id, figures, account: () => unpacked(row) };
  }
}

/** From stored cells to columns through every record: what actions on single customers do. */
export function columnsFromRecords(rows: readonly StoredRow[]): Columns {
  return columnsOf(rows.map(unpacked), OPTIONS);
}

export function unpacked({ id, packed }: StoredRow): Account {
  const account = unpackAccount(packed);
  if (!account) throw new Error(`the account ${id} is not whole`);
  return account;
}
