/** What a document is printed on. */
export type PaperKind = "a4" | "tractorHalf" | "tractorFull";

/**
 * A sheet and the type that suits it. Lengths are millimetres. On 241 mm tractor paper 针式纸 the holes
 * leave 215 mm; needles and carbon copies want black only, no fills, lines of 0.3 mm or more and type of
 * 10.5 pt or more.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
  readonly type: TypeSize;
  readonly needle: boolean;
  /** A low sheet: the firm and the title share a line. */
  readonly low: boolean;
}

/** Size of the type and of a table row around it, in the paper's unit. */
export interface TypeSize {
  readonly unit: "mm" | "px";
  /** Width of a Chinese character. */
  readonly em: number;
  readonly line: number;
  /** Free space at each side of a cell's text. */
  readonly side: number;
  /** Free space above and below a row's text, both together. */
  readonly around: number;
  /** Size of the second language against the first. */
  readonly minor: number;
}

const MM_PER_POINT = 25.4 / 72;
const LASER: TypeSize = {
  unit: "mm",
  em: 9.5 * MM_PER_POINT,
  line: 4.4,
  side: 1.1,
  around: 1.6,
  minor: 0.86,
};
const NEEDLE: TypeSize = { unit: "mm", em: 10.5 * MM_PER_POINT, line: 4.4, side: 0.9, around: 1.1, minor: 1 };

/** A4, and the half and full form of 241 mm tractor paper. */
export const PAPERS: Readonly<Record<PaperKind, Paper>> = {
  a4: {
    kind: "a4",
    width: 210,
    height: 297,
    side: 15,
    top: 14,
    bottom: 12,
    type: LASER,
    needle: false,
    low: false,
  },
  tractorHalf: {
    kind: "tractorHalf",
    width: 241,
    height: 140,
    side: 14.5,
    top: 7,
    bottom: 6,
    type: NEEDLE,
    needle: true,
    low: true,
  },
  tractorFull: {
    kind: "tractorFull",
    width: 241,
    height: 279.4,
    side: 14.5,
    top: 9,
    bottom: 8,
    type: NEEDLE,
    needle: true,
    low: false,
  },
};
