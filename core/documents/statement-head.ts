import { money, moneyText } from "../values/money.ts";
import { html } from "./markup.ts";
import type { Piece } from "./pages.ts";
import { askedNow } from "./statement-asked.ts";
import { type Dress, nameAndCode, named, say, unitOf } from "./statement-cells.ts";
import { summaryStrip } from "./statement-figures.ts";
import type { Statement } from "./statement-shape.ts";
import { type Cell, rowOf } from "./table-layout.ts";
import { space, textPiece } from "./text-piece.ts";
import { letterDate, type Said, tableDate } from "./wording.ts";

/**
 * The top of a statement: our name, the title, to whom, number and period, what is owed in a sentence
 * that asks for payment of what is due (a demand, not only a check: civil code art. 195), and the summary.
 */
export function statementHead(statement: Statement, dress: Dress): Piece[] {
  const { sample } = statement;
  const { language, type } = dress;
  return [
    ...(dress.low ? [lowTitle(statement, dress)] : tallTitle(statement, dress)),
    ...(sample ? [textPiece("section", say("sample", language), dress)] : []),
    ...partyRows(statement, dress),
    space(type.line / 3, type),
    ...sentences(statement, dress),
    ...summaryStrip(statement, dress),
    space(type.line / 2, type),
  ];
}

/** Our name and the title under each other, our address between them. */
function tallTitle(statement: Statement, dress: Dress): Piece[] {
  const contact = contactOf(statement, dress.language);
  return [
    textPiece("firm", firmSaid(statement, dress.language), { ...dress, maxLines: 2 }),
    ...(contact ? [textPiece("contact", { main: contact }, { ...dress, maxLines: 2 })] : []),
    textPiece("title", say("title", dress.language), dress),
  ];
}

/** Our name and the title in one line. */
function lowTitle(statement: Statement, dress: Dress): Piece {
  const { main, minor } = firmSaid(statement, dress.language);
  const title = say("title", dress.language);
  const second = title.minor ? { minor: minor ? `${minor} ${title.minor}` : title.minor } : {};
  return textPiece("firm", { main: `${main} ${title.main}`, ...second }, { ...dress, maxLines: 2 });
}

/** From the first day to the last, as the language joins them. */
export function periodSaid({ from, to }: Statement, language: Dress["language"]): string {
  return [from, to].map((day) => tableDate(day, language)).join(language === "en" ? " to " : " ～ ");
}

export function firmSaid({ firm }: Statement, language: Dress["language"]): Said {
  if (language === "en") return { main: firm.nameEn ?? firm.name };
  return language === "both" && firm.nameEn ? { main: firm.name, minor: firm.nameEn } : { main: firm.name };
}

function contactOf({ firm }: Statement, language: Dress["language"]): string {
  const phone = firm.phone ? [named("phone", firm.phone, language).main] : [];
  return [...(firm.address ? [firm.address] : []), ...phone].join("  ");
}

/** To whom at the left; number, period and dates at the right. */
function partyRows(statement: Statement, { language, type, width }: Dress): Piece[] {
  const { customer, number, from, issued, replyBy, currency } = statement;
  const columns = [{ width: width * 0.62 }, { width: width * 0.38 }];
  const date = (day: typeof from) => tableDate(day, language);
  const left = [
    named("to", nameAndCode(customer, language), language),
    named("period", periodSaid(statement, language), language),
    named("unit", unitOf(currency)[language === "en" ? "en" : "zh"], language),
  ];
  const right = [
    named("number", number, language),
    named("issued", date(issued), language),
    ...(replyBy ? [named("replyBy", date(replyBy), language)] : []),
  ];
  const row = rowOf("party", [cell(left), cell(right)], columns, type);
  const widths = columns.map((column) => html`<col style="width:${column.width}${type.unit}">`);
  const content = html`<table><colgroup>${widths}</colgroup><tbody>${row.content}</tbody></table>
`;
  return [{ height: row.height, content }];
}

function cell(said: readonly Said[]): Cell {
  return { said };
}

/** What is owed, and what of it is asked for now. */
function sentences(statement: Statement, dress: Dress): Piece[] {
  const { closing, to, currency } = statement;
  const unit = unitOf(currency);
  const amount = moneyText(money(Math.abs(closing)), currency);
  const date = letterDate(to);
  const word = closing > 0 ? "owed" : closing < 0 ? "credit" : "settled";
  const late = askedNow(statement);
  const parts = [
    say(word, dress.language, { date, amount, unit }),
    ...(late > 0 ? [say("owedPastDue", dress.language, { amount: moneyText(late, currency), unit })] : []),
    say("check", dress.language),
  ];
  const main = parts.map((part) => part.main).join(dress.language === "en" ? " " : "");
  const minor = parts.flatMap((part) => part.minor ?? []).join(" ");
  return [textPiece("text", minor ? { main, minor } : { main }, dress)];
}

/** The line on top of every later page: whose statement it is. */
export function runningHead(statement: Statement, { language, type, width }: Dress): Piece {
  const text = `${firmSaid(statement, language).main} ${say("title", language).main}${say("continued", language).main}`;
  return textPiece("section", { main: text }, { type, width, maxLines: 1 });
}
