import type { Account } from "./book.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type FigureSpace, figureSpace, figuresFromText, textOfFigures } from "./figures-text.ts";

/** A packed cell holds at most so many characters. */
export const PACKED_CHARACTERS = 40_000;

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
  const seal = `2:${sealOf(records)}:${sealOf(figures)}`;
  return [seal, ...chunksOfText(records), ...chunksOfText(figures)];
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
  if (sealOf(records) !== seal.records) return undefined;
  const account = JSON.parse(records) as Account;
  if (seal.figures === undefined) return account;
  const figures = textOfFigures(figuresOf(account));
  const isWhole = sealOf(figures) === seal.figures && textIn(cells, seal.endOfRecords) === figures;
  return isWhole ? account : undefined;
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
  if (seal?.figures === undefined) {
    const account = seal && unpackAccount(cells);
    return account && figuresOf(account);
  }
  const figures = textIn(cells, seal.endOfRecords);
  return sealOf(figures) === seal.figures ? figuresFromText(figures, into) : undefined;
}

/** What the first cell says of the others. */
interface Seal {
  readonly records: string;
  /** The cell after the last one of records. */
  readonly endOfRecords: number;
  /** Version 1 had no figures. */
  readonly figures?: string;
}

function sealIn([cell = ""]: readonly string[]): Seal | undefined {
  const [version, length, sum, figuresLength, figuresSum] = cell.split(":");
  const records = `${length}:${sum}`;
  if (version === "1") return { records, endOfRecords: Number.POSITIVE_INFINITY };
  if (version !== "2") return undefined;
  const endOfRecords = 1 + Math.ceil(Number(length) / PACKED_CHARACTERS);
  return { records, endOfRecords, figures: `${figuresLength}:${figuresSum}` };
}

function textIn(cells: readonly string[], from: number, to?: number): string {
  return cells.slice(from, to).join("");
}

/** Tells a whole text from a torn one; not a defence against intent, which the journal's hashes are. */
function sealOf(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${(sum >>> 0).toString(16)}`;
}

/**
 * Text in pieces that fit a cell; joined they are the text again.
 *
 * @example
 * chunksOfText("") // => []
 */
export function chunksOfText(text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length; at += PACKED_CHARACTERS)
    cells.push(text.slice(at, at + PACKED_CHARACTERS));
  return cells;
}
