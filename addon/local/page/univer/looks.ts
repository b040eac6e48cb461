import { BooleanNumber, HorizontalAlign, type IStyleData, type Nullable, WrapStrategy } from "@univerjs/core";
import type { NumberFormat, Style } from "../../ops.ts";
import { layerAt, type Tab } from "../../tab.ts";

/** The look that a tab's layers give a cell, as the library writes it; null for a plain cell. */
export function lookAt(tab: Tab, row: number, col: number): IStyleData | null {
  const format = layerAt(tab.formats, row, col) ?? "";
  const style = layerAt(tab.styles, row, col);
  return format === "" && style === undefined ? null : lookOf(format, style ?? {});
}

/** A look as the library writes it. */
export function lookOf(format: NumberFormat, style: Style): IStyleData {
  return {
    ...(format === "" ? {} : { n: { pattern: format } }),
    ...(style.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.background ? { bg: { rgb: style.background } } : {}),
    ...(style.color ? { cl: { rgb: style.color } } : {}),
    ...(style.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.align ? { ht: ALIGN[style.align] } : {}),
  };
}

/** The parts of a look that the ledger keeps; fonts and borders are not among them. */
export function ledgerLook(look: Nullable<IStyleData>): { format: NumberFormat; style: Style } {
  const pattern = look?.n?.pattern ?? "";
  const align = ALIGNED.get(look?.ht ?? HorizontalAlign.UNSPECIFIED);
  return {
    format: pattern === "General" ? "" : pattern,
    style: {
      ...(look?.bl === BooleanNumber.TRUE ? { bold: true } : {}),
      ...(look?.bg?.rgb ? { background: look.bg.rgb } : {}),
      ...(look?.cl?.rgb ? { color: look.cl.rgb } : {}),
      ...(look?.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
      ...(align ? { align } : {}),
    },
  };
}

export type WholeLook = { [key in keyof IStyleData]: IStyleData[key] | null };

/** A look that takes away whatever it does not give: cell looks are merged, and a rest would stay. */
export function wholeLook(look: IStyleData | null): WholeLook {
  return { ...NOTHING, ...look };
}

const NOTHING: WholeLook = Object.fromEntries(
  ["n", "bl", "bg", "cl", "tb", "ht", "vt", "ff", "fs", "it", "ul", "st", "ol", "tr", "td", "pd", "bd"].map(
    (key) => [key, null],
  ),
);

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };

const ALIGNED = new Map<HorizontalAlign, "left" | "center" | "right">([
  [HorizontalAlign.LEFT, "left"],
  [HorizontalAlign.CENTER, "center"],
  [HorizontalAlign.RIGHT, "right"],
]);
