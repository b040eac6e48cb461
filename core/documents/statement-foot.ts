import { moneyText } from "../values/money.ts";
import { html, type Markup } from "./markup.ts";
import type { Piece } from "./pages.ts";
import { type Dress, named, say, unitOf } from "./statement-cells.ts";
import { agingStrip } from "./statement-figures.ts";
import type { Statement } from "./statement-shape.ts";
import { rounded } from "./table-layout.ts";
import { space, textPiece, together } from "./text-piece.ts";
import { linesOf, shortened } from "./typeset.ts";
import { letterDate, type Said } from "./wording.ts";

/** The closing balance in figures and capitals 大写. */
export function closingLines(statement: Statement, dress: Dress): Piece {
  const { closing, currency, inCapitals } = statement;
  const unit = unitOf(currency)[dress.language === "en" ? "en" : "zh"];
  const figures = named("closing", `${moneyText(closing, currency)} ${unit}`, dress.language);
  const capitals = inCapitals
    ? [textPiece("text", named("inCapitals", inCapitals, dress.language), dress)]
    : [];
  return together([space(dress.type.line / 3, dress.type), textPiece("amount", figures, dress), ...capitals]);
}

/** Aging, what stands inside it, where to pay, and the line that keeps other rights. */
export function agingAndPayment(statement: Statement, dress: Dress): Piece[] {
  const { aging, firm } = statement;
  const { language } = dress;
  const title = aging.basis === "documentDate" ? "agingByDocument" : "aging";
  const account = (firm.account ?? []).map((line) =>
    textPiece("party", { main: line }, { ...dress, maxLines: 3 }),
  );
  const [first, ...others] = account;
  const payTo = first
    ? [together([textPiece("section", say("payTo", language), dress), first]), ...others]
    : [];
  return [
    together([
      space(dress.type.line / 3, dress.type),
      textPiece("section", say(title, language), dress),
      ...agingStrip(statement, dress),
      ...ofWhich(statement, dress),
    ]),
    space(dress.type.line / 3, dress.type),
    ...payTo,
    space(dress.type.line / 4, dress.type),
    textPiece("fine", say("reserve", language), dress),
  ];
}

function ofWhich({ aging, currency }: Statement, dress: Dress): Piece[] {
  const parts = [
    { word: "ofWhichDisputed", amount: aging.disputed },
    { word: "ofWhichNotFixed", amount: aging.dueNotFixed },
    { word: "ofWhichNotInvoiced", amount: aging.notInvoiced },
  ] as const;
  const said = parts
    .filter(({ amount }) => amount !== 0)
    .map(({ word, amount }) => say(word, dress.language, { amount: moneyText(amount, currency) }));
  if (said.length === 0) return [];
  const gap = space(dress.type.line / 5, dress.type);
  const main = said.map((part) => part.main).join(dress.language === "en" ? "; " : "；");
  const minor = said.flatMap((part) => part.minor ?? []).join("; ");
  return [gap, textPiece("fine", minor ? { main, minor } : { main }, dress)];
}

/** Side of the square that stays free for each seal 签章, in mm. */
const SEAL = 50;

/**
 * The reply slip 对账回执: agrees or differs, who checked it and when, and at each side 50 × 50 mm in which
 * nothing is printed, for the seals. It stays on one page.
 */
export function replySlip(statement: Statement, dress: Dress): Piece {
  const { number, to, closing, currency, firm, customer } = statement;
  const { language, type, width } = dress;
  const amount = moneyText(closing, currency);
  const filling = { number: shortened(number, 16), date: letterDate(to), amount, unit: unitOf(currency) };
  const half = rounded(width / 2 - 2);
  const room = half - SEAL - 2 * type.side;
  const answers = [say("agree", language), say("differ", language)];
  const sides = [
    [named("ourSide", language === "en" ? (firm.nameEn ?? firm.name) : firm.name, language)],
    [named("theirSide", customer.name, language), ...answers],
  ].map((said) => [...slipLines(said, room / type.em), ...signature(language)]);
  const height = rounded(Math.max(SEAL, ...sides.map((lines) => lines.length * type.line * LOOSE)) + 0.6);
  const boxes = html`<div class="slip" style="height:${height}mm">${sides.map((lines) => side(lines, half))}</div>
`;
  return together([
    space(type.line / 2, type),
    textPiece("section", say("slip", language), dress),
    textPiece("text", say("slipText", language, filling), { ...dress, maxLines: 2 }),
    { height, content: boxes },
    differenceLine(dress),
  ]);
}

/** Lines of the slip stand wider apart, so that there is room to write. */
const LOOSE = 1.25;

interface SlipLine {
  readonly text: string;
  /** Ruled, to be written on. */
  readonly fill?: true;
}

function signature(language: Dress["language"]): SlipLine[] {
  const { main, minor } = say("seal", language);
  return [
    { text: named("handler", "", language).main, fill: true },
    { text: named("signedOn", "", language).main, fill: true },
    { text: minor ? `${main} ${minor}` : main },
  ];
}

function slipLines(said: readonly Said[], room: number): SlipLine[] {
  const lines = said.flatMap(({ main, minor }) => [
    ...linesOf(main, room, 2),
    ...(minor ? linesOf(minor, room, 2) : []),
  ]);
  return lines.map((text) => ({ text }));
}

function side(lines: readonly SlipLine[], half: number): Markup {
  const text = lines.map(
    (line) => html`<div${line.fill ? html` class="fill"` : undefined}>${line.text}</div>`,
  );
  return html`<div class="side" style="width:${half}mm"><div class="sign">${text}</div><div class="seal"></div></div>`;
}

/** Room for differences: a ruled line. */
function differenceLine({ language, type }: Dress): Piece {
  const height = rounded(type.line * 1.7);
  const label = html`<div class="write" style="height:${height}mm">${named("differences", "", language).main}</div>
`;
  return { height, content: label };
}
