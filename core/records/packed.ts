import type { Account } from "./book.ts";
import type { Customer } from "./customer.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type FigureSpace, figureSpace, figuresFromText, textOfFigures } from "./figures-text.ts";
import { CELL_CHARACTERS, chunksOfText } from "./text-cells.ts";

/**
 * An account as the cells of one row: a seal over the rest, the account's records in pieces, then its
 * figures in pieces, which sums of whole ledgers read without the records. Rebuildable from the journal,
 * and checked against it.
 *
 * @example
 * unpackAccount(packAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))).customer.code // => "K1"
 */
export function packAccount(account: Account): string[] {
  const records = JSON.stringify(account);
  const figures = textOfFigures(figuresOf(account));
  const cells = chunksOfText(records);
  return [sealFor(records, figures, cells.length), ...cells, ...chunksOfText(figures)];
}

/**
 * The account that {@link packAccount} wrote; nothing where the cells are not whole, as after a write
 * that was torn, where records and figures do not agree, and where another version wrote them: then the
 * journal knows.
 *
 * @example
 * unpackAccount(["1:9:00000000", "{}"]) // => undefined
 */
export function unpackAccount(cells: readonly string[]): Account | undefined {
  const seal = sealIn(cells);
  if (!seal) return undefined;
  const records = textIn(cells, 1, seal.endOfRecords);
  const ofRecords = sealOf(records);
  if (seal.version === 1 && seal.text === `1:${ofRecords}`) return JSON.parse(records) as Account;
  if (seal.version === 1 || !seal.text.startsWith(`${seal.version}:${ofRecords}:`)) return undefined;
  const account = JSON.parse(records) as Account;
  if (seal.version === 2) return account;
  const figures = textOfFigures(figuresOf(account));
  const isWhole =
    seal.text === sealFor(records, figures, seal.endOfRecords - 1) &&
    textIn(cells, seal.endOfRecords) === figures;
  return isWhole ? account : undefined;
}

/**
 * The customer of a packed account, without its documents and money; nothing where the records are not
 * whole.
 *
 * @example
 * unpackCustomer(packAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))).name // => "Ann"
 */
export function unpackCustomer(cells: readonly string[]): Customer | undefined {
  const seal = sealIn(cells);
  if (!seal) return undefined;
  const records = textIn(cells, 1, seal.endOfRecords);
  if (!seal.text.startsWith(`${seal.version}:${sealOf(records)}`)) return undefined;
  const end = records.startsWith(CUSTOMER_FIRST) ? endOfObject(records, CUSTOMER_FIRST.length) : 0;
  const { customer } = JSON.parse(end > 0 ? `${records.slice(0, end)}}` : records) as Pick<
    Account,
    "customer"
  >;
  return customer;
}

/** How the records of an account begin. */
const CUSTOMER_FIRST = '{"customer":';

/** Behind the object that begins at a place of a JSON text. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let i = from; i < text.length; i += 1) {
    const character = text[i];
    if (isQuoted && character === "\\") i += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === "{") depth += 1;
    else if (!isQuoted && character === "}") {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return 0;
}

/**
 * The figures of a packed account, without unpacking its records; nothing where they are not whole. Read
 * into the same space for account after account, thousands of them leave nothing behind.
 *
 * @example
 * unpackFigures(packAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))).currencies // => []
 */
export function unpackFigures(
  cells: readonly string[],
  into: FigureSpace = figureSpace(),
): Figures | undefined {
  const seal = sealIn(cells);
  if (seal?.version !== 3) {
    const account = seal && unpackAccount(cells);
    return account && figuresOf(account);
  }
  const figures = textIn(cells, seal.endOfRecords);
  return seal.text.endsWith(`:${sealOf(figures)}:${seal.endOfRecords - 1}`)
    ? figuresFromText(figures, into)
    : undefined;
}

/** What the first cell says of the others. Version 1 had no figures, version 2 other ones of drafts. */
interface Seal {
  readonly version: 1 | 2 | 3;
  /** The cell after the last one of records. */
  readonly endOfRecords: number;
  readonly text: string;
}

function sealIn([text = ""]: readonly string[]): Seal | undefined {
  if (text.startsWith("1:")) return { version: 1, endOfRecords: Number.POSITIVE_INFINITY, text };
  const version = text.startsWith("3:") ? 3 : 2;
  if (!text.startsWith(`${version}:`)) return undefined;
  const parts = text.split(":");
  // A cell may be one character short of full, where a pair of surrogates stands across its end.
  const cellsOfRecords = version === 3 ? Number(parts[5]) : Math.ceil(Number(parts[1]) / CELL_CHARACTERS);
  return { version, endOfRecords: 1 + cellsOfRecords, text };
}

/** Cells as one text; most are one cell, which is not copied. */
function textIn(cells: readonly string[], from: number, to = cells.length): string {
  let text = cells[from] ?? "";
  for (let i = from + 1; i < Math.min(to, cells.length); i += 1) if (cells[i] !== "") text += cells[i];
  return text;
}

function sealFor(records: string, figures: string, cellsOfRecords: number): string {
  return `3:${sealOf(records)}:${sealOf(figures)}:${cellsOfRecords}`;
}

/**
 * Tells a whole text from a torn one; not a defence against intent, which the journal's hashes are. The
 * sum takes 31 times itself for each character; four characters a step give the same sum in a third of
 * the time.
 */
function sealOf(text: string): string {
  let sum = 0;
  let i = 0;
  for (; i + 3 < text.length; i += 4) {
    const high = Math.imul(text.charCodeAt(i), 31 ** 3) + Math.imul(text.charCodeAt(i + 1), 31 ** 2);
    const low = Math.imul(text.charCodeAt(i + 2), 31) + text.charCodeAt(i + 3);
    sum = (Math.imul(sum, 31 ** 4) + high + low) | 0;
  }
  for (; i < text.length; i += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${(sum >>> 0).toString(16)}`;
}
