import type { Account } from "./book.ts";

/** A packed cell holds at most so many characters. */
export const PACKED_CHARACTERS = 40_000;

/**
 * An account as the cells of one row: rebuildable from the journal, and checked against it.
 *
 * @example
 * unpackAccount(packAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))).customer.code // => "K1"
 */
export function packAccount(account: Account): string[] {
  return chunksOfText(JSON.stringify(account));
}

/** The account that {@link packAccount} wrote. */
export function unpackAccount(cells: readonly string[]): Account {
  return JSON.parse(cells.join("")) as Account;
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
