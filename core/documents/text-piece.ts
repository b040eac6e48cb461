import { html } from "./markup.ts";
import type { Piece } from "./pages.ts";
import type { TypeSize } from "./paper.ts";
import { rounded } from "./table-layout.ts";
import { linesOf } from "./typeset.ts";
import type { Said } from "./wording.ts";

/** How a text outside the tables looks; the style sheet knows these. */
export type TextLook = "firm" | "title" | "contact" | "party" | "text" | "section" | "fine" | "amount";

/** Size of each look against the type, and the space below, in lines. */
const LOOKS: Readonly<Record<TextLook, { scale: number; below: number; bold?: true }>> = {
  firm: { scale: 1.25, below: 0.1, bold: true },
  title: { scale: 1.6, below: 0.4, bold: true },
  contact: { scale: 1, below: 0.2 },
  party: { scale: 1, below: 0 },
  text: { scale: 1, below: 0.3 },
  section: { scale: 1.1, below: 0.15, bold: true },
  fine: { scale: 1, below: 0.15 },
  amount: { scale: 1.1, below: 0.2, bold: true },
};

/** The scale of a look, for the style sheet: one place decides what is measured and what is printed. */
export function lookScale(look: TextLook): number {
  return LOOKS[look].scale;
}

/** A paragraph as a piece of known height: its lines are broken here. */
export function textPiece(
  look: TextLook,
  said: Said,
  { type, width, maxLines = 8 }: { type: TypeSize; width: number; maxLines?: number },
): Piece {
  const { scale, below, bold } = LOOKS[look];
  const room = (width - 2 * type.side) / type.em;
  const main = linesOf(said.main, room / (scale * (bold ? 1.08 : 1)), maxLines);
  const minor = said.minor ? linesOf(said.minor, room / type.minor, maxLines) : [];
  const height = rounded((main.length * scale + minor.length + below) * type.line);
  const breaks = (lines: readonly string[]) =>
    lines.map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`));
  const second = minor.length > 0 ? html`<small>${breaks(minor)}</small>` : undefined;
  return {
    height,
    content: html`<div class="${look}" style="height:${height}${type.unit}"><div>${breaks(main)}</div>${second}</div>
`,
  };
}

/** Empty space between blocks. */
export function space(size: number, { unit }: Pick<TypeSize, "unit">): Piece {
  const height = rounded(size);
  return {
    height,
    content: html`<div style="height:${height}${unit}"></div>
`,
  };
}

/** Pieces that must stay on one page. */
export function together(pieces: readonly Piece[]): Piece {
  return {
    height: rounded(pieces.reduce((sum, piece) => sum + piece.height, 0)),
    content: html`${pieces.map((piece) => piece.content)}`,
  };
}
