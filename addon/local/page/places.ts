import { type Cell, isFormula, type Value } from "../ops.ts";

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(col: number): string {
  const rest = Math.floor((col - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((col - 1) % 26));
}

/** A place as people write it: row 3, column 2 is B3. */
export function placeName(row: number, col: number): string {
  return `${columnLetters(col)}${row}`;
}

/** What a cell shows before formatting: the value, or a formula's last value. */
export function lastValue(cell: Cell): Value {
  return isFormula(cell) ? cell.v : cell;
}

/** What a person would type to get this cell. */
export function typedText(cell: Cell): string {
  return isFormula(cell) ? cell.f : String(cell);
}
