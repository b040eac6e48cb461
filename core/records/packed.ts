import type { Account } from "./book.ts";

/** A packed cell holds at most so many characters. */
export const PACKED_CHARACTERS = 40_000;

/**
 * An account as the cells of one row: a seal over the rest, then the account in pieces. Rebuildable
 * from the journal, and checked against it.
 *
 * @example
 * unpackAccount(packAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))).customer.code // => "K1"
 */
export function packAccount(account: Account): string[] {
  const text = JSON.stringify(account);
  return [sealOf(text), ...chunksOfText(text)];
}

/**
 * The account that {@link packAccount} wrote; nothing where the cells are not whole, as after a write
 * that was torn.
 *
 * @example
 * unpackAccount(["1:9:00000000", "{}"]) // => undefined
 */
export function unpackAccount(cells: readonly string[]): Account | undefined {
  const [seal, ...chunks] = cells;
  const text = chunks.join("");
  return seal === sealOf(text) ? (JSON.parse(text) as Account) : undefined;
}

/** Tells a whole text from a torn one; not a defence against intent, which the journal's hashes are. */
function sealOf(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return `1:${text.length}:${(sum >>> 0).toString(16)}`;
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
