import { html, type Markup } from "./markup.ts";
import type { TypeSize } from "./paper.ts";
import { linesOf, textWidth } from "./typeset.ts";
import type { Said } from "./wording.ts";

/** A column of a printed table; its width is in the type's unit. */
export interface Column {
  readonly width: number;
  readonly align?: "right";
}

/** A cell before it is broken into lines. */
export interface Cell {
  readonly said: Said | readonly Said[];
  /** How many columns it covers. */
  readonly span?: number;
  readonly align?: "right" | "left";
  readonly strong?: true;
}

/** A row whose height is known before it is printed, because its lines are already broken. */
export interface Row {
  readonly height: number;
  readonly content: Markup;
}

/** How a row looks; the style sheet knows these. */
export type RowLook =
  | "head"
  | "figures"
  | "plain"
  | "group"
  | "goods"
  | "sum"
  | "carry"
  | "total"
  | "note"
  | "party";

/**
 * Lays a row out: every text is broken into lines here, by measure, so that the row's height does not
 * depend on the printer and pages can be filled exactly.
 */
export function rowOf(
  look: RowLook,
  cells: readonly Cell[],
  columns: readonly Column[],
  type: TypeSize,
): Row {
  let at = 0;
  const laid = cells.map((cell) => {
    const covered = columns.slice(at, at + (cell.span ?? 1));
    at += cell.span ?? 1;
    const width = covered.reduce((sum, column) => sum + column.width, 0) - 2 * type.side;
    const align = cell.align ?? (covered.length === 1 ? covered[0]?.align : undefined);
    return {
      ...cell,
      align,
      lines: linesIn(cell, width / type.em, type.minor, look === "group" ? GROUP_LINES : CELL_LINES),
    };
  });
  const most = Math.max(1, ...laid.map((cell) => cell.lines.length));
  const height = rounded(most * type.line + type.around);
  const content = html`<tr class="${look}" style="height:${height}${type.unit}">${laid.map(cellMarkup)}</tr>
`;
  return { height, content };
}

interface LaidCell {
  readonly lines: readonly { text: string; minor: boolean }[];
  readonly span?: number;
  readonly align?: "right" | "left" | undefined;
  readonly strong?: true;
}

function cellMarkup({ lines, span, align, strong }: LaidCell): Markup {
  const name = [align === "right" ? "r" : "", strong ? "b" : ""].filter((part) => part !== "").join(" ");
  const text = lines.map(({ text, minor }, i) => {
    const line = minor ? html`<small>${text}</small>` : html`${text}`;
    return i === 0 ? line : html`<br>${line}`;
  });
  return html`<td${name ? html` class="${name}"` : undefined}${span ? html` colspan="${span}"` : undefined}>${text}</td>`;
}

function linesIn(
  cell: Cell,
  width: number,
  minorSize: number,
  most: { main: number; minor: number },
): { text: string; minor: boolean }[] {
  const parts = isMany(cell.said) ? cell.said : [cell.said];
  const room = cell.strong ? width / BOLDER : width;
  return parts.flatMap(({ main, minor }) => [
    ...linesOf(main, room, most.main).map((text) => ({ text, minor: false })),
    ...(minor ? linesOf(minor, width / minorSize, most.minor).map((text) => ({ text, minor: true })) : []),
  ]);
}

/** So many lines a cell may take: the highest row still fits on the lowest paper. */
const CELL_LINES = { main: 4, minor: 3 };
const GROUP_LINES = { main: 2, minor: 1 };

/** Bold type is a little wider. */
const BOLDER = 1.08;

function isMany(said: Cell["said"]): said is readonly Said[] {
  return Array.isArray(said);
}

/** Width of a column that holds the widest of its texts on one line, bold where it is. */
export function widthFor(texts: Iterable<string>, type: TypeSize, weight: "bold" | "plain" = "bold"): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, textWidth(text));
  return rounded(widest * (weight === "bold" ? BOLDER : 1) * type.em + 2 * type.side + 0.02);
}

/** To a hundredth: sums of row heights stay readable and exact enough. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
