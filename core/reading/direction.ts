import { negated, ZERO } from "../values/money.ts";
import { directionOf } from "./cell-words.ts";
import type { LocatedColumn } from "./column-mapping.ts";
import { differenceOfDecimals } from "./decimal-text.ts";
import { fieldsNamed } from "./header-words.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import { cellTextOf, isBlankCell, type RawCell } from "./raw-table.ts";
import type { ImportField } from "./synonyms.ts";

/** The fields whose figures a ledger writes without a sign, beside a direction 借贷方向. */
const SIDED = ["amount", "openAmount"] as const;

type Sided = (typeof SIDED)[number];

/** Of which column each figure's direction is, from 0. */
export type Directions = Readonly<Partial<Record<ImportField, number>>>;

/**
 * Finds the direction of each figure, where a column is mapped as one: balance lists have a 方向 before each of
 * their balances, so it is the nearest to the left with no other figure between, else one behind it that stands before no other.
 */
export function directionsOf(columns: readonly LocatedColumn[], headers: readonly string[]): Directions {
  const mapped = columns.filter(({ field }) => field === "direction").map(({ index }) => index);
  if (mapped.length === 0) return {};
  const isDirection = (at: number) => mapped.includes(at) || names(headers[at], isSide);
  const isFigure = (at: number) =>
    columns.some(({ field, index }) => index === at && fieldTypeOf(field) === "amount") ||
    names(headers[at], (field) => fieldTypeOf(field) === "amount");
  const found: Partial<Record<ImportField, number>> = {};
  for (const { field, index } of columns) {
    if (!isSided(field)) continue;
    let left = index - 1;
    while (left >= 0 && !isDirection(left) && !isFigure(left)) left--;
    const behind = headers.findIndex((_, at) => at > index && isDirection(at) && !isFigure(at + 1));
    const place = left >= 0 && isDirection(left) ? left : behind;
    if (place >= 0) found[field] = place;
  }
  return found;
}

function names(header: string | undefined, isSuch: (field: ImportField) => boolean): boolean {
  return fieldsNamed(header ?? "").some(([field, match]) => match !== "part" && isSuch(field));
}

function isSide(field: ImportField): boolean {
  return field === "direction";
}

function isSided(field: ImportField): field is Sided {
  return SIDED.some((each) => each === field);
}

/** A row of figures, so far as a direction can turn them. */
interface Turnable {
  readonly amounts: Partial<Record<Sided, ReturnType<typeof negated>>>;
  counted?: {
    readonly amount: ReturnType<typeof negated>;
    readonly decimal: string;
    readonly rounded: boolean;
  };
}

/**
 * Gives a figure the side that its direction says: 贷 is a credit, below zero. Returns what cannot be: a credit
 * that is below zero already, or a figure beside 平.
 */
export function turnTo(
  side: 1 | -1 | 0 | undefined,
  field: Sided,
  reading: Turnable,
  countedField: ImportField | undefined,
): "doubtful" | "done" {
  const amount = reading.amounts[field];
  if (amount === undefined || amount === ZERO || side === undefined || side === 1) return "done";
  if (side === 0 || amount < 0) return "doubtful";
  reading.amounts[field] = negated(amount);
  if (field === countedField && reading.counted)
    reading.counted = {
      ...reading.counted,
      amount: negated(reading.counted.amount),
      decimal: differenceOfDecimals("0", reading.counted.decimal),
    };
  return "done";
}

/** Each figure of a row that has a direction, with the side that its cell says. */
export function sidesIn(
  cells: readonly (RawCell | undefined)[],
  directions: Directions,
): { readonly field: Sided; readonly side: 1 | -1 | 0 | undefined; readonly said: string }[] {
  return SIDED.flatMap((field) => {
    const at = directions[field];
    const cell = at === undefined ? undefined : cells[at];
    if (cell === undefined || isBlankCell(cell)) return [];
    return [{ field, side: directionOf(cell), said: cellTextOf(cell).slice(0, 80) }];
  });
}
