import type { Currency } from "../values/money.ts";
import type { RawCell } from "./raw-table.ts";
import { type NumberStyle, readAmount } from "./read-amount.ts";
import { type DateOrder, dayReadings } from "./read-date.ts";

/**
 * What all values of a column together say about how it is written. `sure` without a value: nothing
 * in the column depends on it. Not sure: the choices, each with its reading of the same example;
 * `mixed` when no single choice can read every value.
 */
export type StyleDecision<Value> =
  | { readonly sure: true; readonly value?: Value }
  | {
      readonly sure: false;
      readonly mixed: boolean;
      readonly example: string;
      readonly choices: readonly StyleChoice<Value>[];
    };

/** One way to read the column, with what the example then means. */
export interface StyleChoice<Value> {
  readonly value: Value;
  readonly reading: string;
}

type Readings<Value extends string> = Partial<Record<Value, string>>;

/**
 * Decides the order of day, month and year of a column from all of its values: one value that only
 * fits one order settles the rest. Values no order can read do not vote. An order that is remembered from
 * another table settles what these values leave open; where one of them denies it, it is asked again.
 *
 * @example
 * decideDateOrder(["3/4/2026", "25/4/2026"]) // => { sure: true, value: "dayFirst" }
 * @example
 * decideDateOrder(["3/4/2026"]) // => { sure: false, mixed: false, example: "3/4/2026", choices: [{ value: "dayFirst", reading: "2026-04-03" }, { value: "monthFirst", reading: "2026-03-04" }] }
 * @example
 * decideDateOrder(["3/4/2026"], "dayFirst") // => { sure: true, value: "dayFirst" }
 */
export function decideDateOrder(cells: Iterable<RawCell>, remembered?: DateOrder): StyleDecision<DateOrder> {
  return decide(["dayFirst", "monthFirst", "yearFirst"], cells, dayReadings, remembered);
}

/**
 * Decides whether a column writes 1,234.50 or 1.234,50 from all of its values. Number cells have no
 * style and do not vote; "1,234" alone counts as thousands, because money has no third decimal.
 *
 * @example
 * decideNumberStyle(["1.234", "12,50"], "EUR") // => { sure: true, value: "comma" }
 */
export function decideNumberStyle(
  cells: Iterable<RawCell>,
  currency: Currency,
  remembered?: NumberStyle,
): StyleDecision<NumberStyle> {
  const read = (cell: RawCell) => numberReadings(cell, currency);
  return decide(["point", "comma"], cells, read, remembered);
}

function numberReadings(cell: RawCell, currency: Currency): Readings<NumberStyle> | undefined {
  if (typeof cell !== "string" || !/[.,]/.test(cell)) return undefined;
  const point = readAmount(cell, { currency, style: "point" });
  const comma = readAmount(cell, { currency, style: "comma" });
  const readings: Readings<NumberStyle> = {};
  if (point.kind === "amount") readings.point = point.decimal;
  if (comma.kind === "amount") readings.comma = comma.decimal;
  return readings;
}

function decide<Value extends string>(
  values: readonly Value[],
  cells: Iterable<RawCell>,
  read: (cell: RawCell) => Readings<Value> | undefined,
  remembered?: Value,
): StyleDecision<Value> {
  const misses = new Map<Value, number>(values.map((value) => [value, 0]));
  let example: Example<Value> | undefined;
  let matters = false;
  for (const cell of new Set(cells)) {
    const readings = read(cell);
    if (!readings || Object.keys(readings).length === 0) continue;
    matters = true;
    for (const value of values) if (!readings[value]) misses.set(value, (misses.get(value) ?? 0) + 1);
    example ??= isTwofold(readings) ? { cell, readings } : undefined;
  }
  const told = matters ? verdict(values, misses, example) : ({ sure: true } as const);
  return remembered === undefined
    ? told
    : besideRemembered(remembered, told, misses.get(remembered), example);
}

interface Example<Value extends string> {
  readonly cell: RawCell;
  readonly readings: Readings<Value>;
}

function verdict<Value extends string>(
  values: readonly Value[],
  misses: ReadonlyMap<Value, number>,
  example: Example<Value> | undefined,
): StyleDecision<Value> {
  const able = values.filter((value) => misses.get(value) === 0);
  const [only] = able;
  if (able.length === 1 && only !== undefined) return { sure: true, value: only };
  if (!example) return { sure: true };
  const fewestMisses = [...values].sort((a, b) => (misses.get(a) ?? 0) - (misses.get(b) ?? 0));
  const choices = choicesAmong(able.length > 0 ? able : fewestMisses, example.readings);
  return { sure: false, mixed: able.length === 0, example: String(example.cell), choices };
}

/** What is remembered holds where it reads every value; else it is asked about, if a value has two readings. */
function besideRemembered<Value extends string>(
  remembered: Value,
  told: StyleDecision<Value>,
  misses = 0,
  example: Example<Value> | undefined,
): StyleDecision<Value> {
  if (misses === 0) return { sure: true, value: remembered };
  if (!told.sure || told.value === undefined || !example) return told;
  const choices = choicesAmong([told.value, remembered], example.readings);
  if (choices.length < 2) return told;
  return { sure: false, mixed: false, example: String(example.cell), choices };
}

function isTwofold<Value extends string>(readings: Readings<Value>): boolean {
  return new Set(Object.values(readings)).size > 1;
}

function choicesAmong<Value extends string>(
  values: readonly Value[],
  readings: Readings<Value>,
): StyleChoice<Value>[] {
  const choices: StyleChoice<Value>[] = [];
  for (const value of values) {
    const reading = readings[value];
    if (reading !== undefined) choices.push({ value, reading });
  }
  return choices;
}
