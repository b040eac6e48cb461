import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { type Cell, isFormula, type Value } from "../../ops.ts";

/** A cell as the library holds it. Whatever it does not mention stays, so an empty cell says so. */
export function toCell(cell: Cell): ICellData {
  const value = isFormula(cell) ? cell.v : cell;
  const formula = isFormula(cell) ? cell.f : null;
  if (value === "") return { v: null, t: null, f: formula, si: null, p: null };
  return { ...typed(value), f: formula, si: null, p: null };
}

function typed(value: Value): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** A cell as the workbook knows it. Several lines or several colours in one cell become their text. */
export function fromCell(raw: Nullable<ICellData>, formula: string | null): Cell {
  const value = valueIn(raw);
  return formula === null || formula === "" ? value : { f: formula, v: value };
}

function valueIn(raw: Nullable<ICellData>): Value {
  const text = raw?.p?.body?.dataStream;
  if (text !== undefined) return text.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const value = raw?.v ?? "";
  if (raw?.t === CellValueType.BOOLEAN) return Boolean(value);
  if (raw?.t === CellValueType.NUMBER) return Number(value);
  // Text that a person marked with an apostrophe stays marked: the host would read it as a number again.
  if (raw?.t === CellValueType.FORCE_STRING) return `'${value}`;
  return value;
}

/** Text that was in a cell and only moved is no new typing: it must not be read as a number or a date. */
export function asItWas(cell: Cell): Cell {
  return typeof cell === "string" && /^['=+\-\d.(¥$￥]|^(true|false)$/i.test(cell) ? `'${cell}` : cell;
}
