import { wholeUntil } from "../values/text.ts";

/** A cell of text holds at most so many characters: Google's limit is 50,000. */
export const CELL_CHARACTERS = 40_000;

/**
 * Text in pieces that fit a cell; joined they are the text again. None ends in the midst of a character, of
 * which a sheet may keep something else.
 *
 * @example
 * chunksOfText("") // => []
 */
export function chunksOfText(text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = wholeUntil(text, Math.min(at + CELL_CHARACTERS, text.length));
    cells.push(text.slice(at, end));
    at = end;
  }
  return cells;
}
