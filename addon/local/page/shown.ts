import { format } from "numfmt";
import type { Cell, NumberFormat } from "../ops.ts";
import { lastValue } from "./places.ts";

/** A cell as a sheet shows it: numbers and dates under their format, everything else as it is. */
export function shownText(cell: Cell, pattern: NumberFormat): string {
  const value = lastValue(cell);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" || pattern === "" || pattern === "@") return String(value);
  return format(pattern, value, { throws: false });
}
