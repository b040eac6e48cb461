/** A cell of text holds at most so many characters: Google's limit is 50,000. */
export const CELL_CHARACTERS = 40_000;

/**
 * Text in pieces that fit a cell; joined they are the text again.
 *
 * @example
 * chunksOfText("") // => []
 */
export function chunksOfText(text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length; at += CELL_CHARACTERS) cells.push(text.slice(at, at + CELL_CHARACTERS));
  return cells;
}
