import { SERIAL_OF_1970 } from "../../../core/index.ts";
import type { Cell, NumberFormat, Value } from "../ops.ts";

const DATE_FORMAT = /y|d/i;
const ISO_DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

export function isDateFormat(format: NumberFormat): boolean {
  return format !== "@" && DATE_FORMAT.test(format);
}

/** What a sheet makes of typed text or a written value under a cell's number format. */
export interface TypedValue {
  readonly cell: Cell;
  /** A format that the sheet gives the cell by itself, as for a typed date. */
  readonly format?: NumberFormat;
}

/**
 * Coerces as Google Sheets does: a leading apostrophe makes text, "=" a formula; in a text column
 * everything else stays text; elsewhere dates and numbers are recognised.
 */
export function typedValue(value: Value, format: NumberFormat): TypedValue {
  if (typeof value !== "string") return { cell: value };
  if (value.startsWith("'")) return { cell: value.slice(1) };
  if (value.startsWith("=") && value.length > 1) return { cell: { f: value, v: "" } };
  if (format === "@") return { cell: value };
  return recognised(value, format);
}

function recognised(text: string, format: NumberFormat): TypedValue {
  const trimmed = text.trim();
  const serial = serialOfIso(trimmed);
  if (serial !== undefined)
    return isDateFormat(format) ? { cell: serial } : { cell: serial, format: "yyyy-mm-dd" };
  if (NUMBER.test(trimmed)) return { cell: Number(trimmed.replace(/,/g, "")) };
  if (/^(true|false)$/i.test(trimmed)) return { cell: trimmed.toLowerCase() === "true" };
  return { cell: text };
}

function serialOfIso(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return ms / 86_400_000 + SERIAL_OF_1970;
}
