import * as z from "zod/mini";
import { dateFromIso, type PlainDate } from "../values/date.ts";
import type { Money } from "../values/money.ts";

/** Checks of the values that every record is made of; nothing is converted. */

export const PlainDateShape = z.custom<PlainDate>(
  (value) => typeof value === "string" && dateFromIso(value) !== undefined,
);

export const MoneyShape = z.custom<Money>((value) => Number.isSafeInteger(value));

export const CurrencyShape = z.string().check(z.regex(/^[A-Z]{3}$/));

/** Text of one line that a person typed; never empty. */
export const LineShape = z.string().check(z.minLength(1), z.maxLength(500));

export const CountShape = z.int().check(z.gte(0));
