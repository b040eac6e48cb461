import { SERIAL_OF_1970 } from "../../../core/index.ts";
import type { Cell, Op, Rectangle, Value } from "../ops.ts";
import { cellAt, layerAt, type Tab } from "../tab.ts";
import { computed } from "./formulas.ts";
import type { Runtime } from "./runtime.ts";
import { isDateFormat, type TypedValue, typedValue } from "./typed-value.ts";
import { zoneOffset, zoneOffsetAt } from "./zone.ts";

/** What a script reads there: formulas computed, days as Dates. */
export function valuesOf(run: Runtime, tab: Tab, at: Rectangle): unknown[][] {
  const formats = Array.from({ length: at.cols }, (_, i) => columnFormat(tab, at, at.col + i));
  return Array.from({ length: at.rows }, (_, down) =>
    formats.map((format, right) => {
      const [row, col] = [at.row + down, at.col + right];
      const value = computed(run.workbook, cellAt(tab, row, col));
      if (typeof value !== "number") return value;
      return isDateFormat(format ?? layerAt(tab.formats, row, col) ?? "") ? dateOf(run, value) : value;
    }),
  );
}

/** The one format of a column over a rectangle's rows, or nothing where its cells have different ones. */
function columnFormat(tab: Tab, at: Rectangle, col: number): string | undefined {
  const last = at.row + at.rows - 1;
  const ends = (layer: { row: number; rows: number }) =>
    layer.rows === 0 ? Number.POSITIVE_INFINITY : layer.row + layer.rows - 1;
  const own = tab.formats.filter(
    (layer) => col >= layer.col && col < layer.col + layer.cols && layer.row <= last && ends(layer) >= at.row,
  );
  const top = own[own.length - 1];
  if (!top) return "";
  return top.row <= at.row && ends(top) >= last ? top.value : undefined;
}

/** A Date at the start of the day in the workbook's zone, made by the add-on's own realm. */
function dateOf(run: Runtime, serial: number): Date {
  const utc = Math.round((serial - SERIAL_OF_1970) * 86_400_000);
  return new run.realm.Date(utc - zoneOffset(run.zone, utc));
}

/** The operations that a write makes: what the sheet made of the values, and formats it gave by itself. */
export function setOps(run: Runtime, at: Rectangle, values: readonly unknown[][]): Op[] {
  const tab = run.workbook.tabs.find((candidate) => candidate.id === at.tab);
  const ops: Op[] = [];
  const formats = Array.from({ length: at.cols }, (_, i) => (tab ? columnFormat(tab, at, at.col + i) : ""));
  const cells = values.map((row, down) =>
    row.map((value, right): Cell => {
      const [r, c] = [at.row + down, at.col + right];
      const format = formats[right] ?? (tab ? layerAt(tab.formats, r, c) : "") ?? "";
      const typed = typedOf(run, value, format);
      if (typed.format !== undefined)
        ops.push({ do: "format", tab: at.tab, row: r, col: c, rows: 1, cols: 1, format: typed.format });
      return typed.cell;
    }),
  );
  return [{ do: "set", tab: at.tab, row: at.row, col: at.col, cells }, ...ops];
}

/** What becomes of one written value: a Date is the workbook's wall clock under a date format. */
function typedOf(run: Runtime, value: unknown, format: string): TypedValue {
  const cell = plainValue(run, value);
  if (typeof cell === "string" && cell.length > MOST_CHARACTERS) {
    throw new run.realm.Error(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  }
  if (!(value instanceof run.realm.Date) || isDateFormat(format)) return typedValue(cell, format);
  return { cell, format: "yyyy-mm-dd" };
}

const MOST_CHARACTERS = 50_000;

function plainValue(run: Runtime, value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return "";
  if (value instanceof run.realm.Date) return serialOf(run.zone, value.getTime());
  throw new run.realm.Error(`setValues of ${typeof value} is not emulated`);
}

function serialOf(zone: string, moment: number): number {
  return (moment + zoneOffsetAt(zone, moment)) / 86_400_000 + SERIAL_OF_1970;
}
