import { html, type Markup } from "./markup.ts";
import { pagesOf } from "./pages.ts";
import { PAPERS, type Paper, type PaperKind } from "./paper.ts";
import { type Dress, say } from "./statement-cells.ts";
import { agingAndPayment, closingLines, replySlip } from "./statement-foot.ts";
import { runningHead, statementHead } from "./statement-head.ts";
import { movementsTable } from "./statement-movements.ts";
import { openTable } from "./statement-open-table.ts";
import type { Statement } from "./statement-shape.ts";
import { printStyle } from "./statement-style.ts";
import type { DocumentLanguage } from "./statement-words.ts";
import { space, textPiece } from "./text-piece.ts";
import { shortened } from "./typeset.ts";

/** Which of the carbon copies 联次 a form is, or all that come out of one print. */
export type CopyLabel = "stub" | "customerCopy";

/** How a statement is printed. */
export interface PrintOptions {
  readonly paper: PaperKind;
  readonly language: DocumentLanguage;
  /** Named on each page; by default both on tractor paper (one print, two layers) and none on A4. */
  readonly copies?: readonly CopyLabel[];
}

/**
 * The statement 对账单 as one HTML document for the printer: nothing is loaded, nothing runs. Lines and
 * pages are broken here and not by the browser, so that each page repeats the table's head, carries its
 * sums over (过次页 / 承前页), and says whose statement it is and which page of how many. 50 × 50 mm stay
 * free at both sides of the reply slip; no seal is drawn.
 *
 * @example
 * statementHtml(statementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { number: "DZ-1", from: plainDate("2026-11-01"), to: plainDate("2026-11-30"), issued: plainDate("2026-12-01"), knownAt: 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY }), { paper: "a4", language: "zh" }).slice(0, 15) // => "<!doctype html>"
 */
export function statementHtml(statement: Statement, options: PrintOptions): string {
  const paper = PAPERS[options.paper];
  const dress: Dress = {
    language: options.language,
    type: paper.type,
    width: paper.width - 2 * paper.side,
    low: paper.low,
  };
  const pages = statementPages(statement, paper, dress);
  const copies = options.copies ?? (paper.needle ? ["stub", "customerCopy"] : []);
  const foot = (n: number) => pageFoot(statement, dress, { n, of: pages.length, copies });
  const sheets = pages.map(
    (page, i) => html`<section class="page">${page}${foot(i + 1)}</section>
`,
  );
  return documentOf(
    statement,
    options.language,
    html`${printStyle(paper)}</head><body>
${sheets}`,
  );
}

/** The pages' content, from head to reply slip. */
function statementPages(statement: Statement, paper: Paper, dress: Dress): Markup[] {
  const { type, language } = dress;
  const head = runningHead(statement, dress);
  const room = paper.height - paper.top - paper.bottom - type.line - 1.6;
  const blocks = [
    ...statementHead(statement, dress),
    movementsTable(statement, dress),
    closingLines(statement, dress),
    space(type.line / 3, type),
    { ...openTable(statement, dress), title: textPiece("section", say("openItems", language), dress) },
    ...agingAndPayment(statement, dress),
    replySlip(statement, dress),
  ];
  const pages = pagesOf(blocks, { first: room, later: room - head.height });
  return pages.map((page, i) => (i === 0 ? page : html`${head.content}${page}`));
}

/** Customer and number, the copy's name, and the page: what holds loose sheets together (骑缝章). */
function pageFoot(
  statement: Statement,
  { language, type, width }: Dress,
  at: { n: number; of: number; copies: readonly CopyLabel[] },
): Markup {
  const copies = at.copies.map((copy) => say(copy, language).main).join(" / ");
  const page = say("page", language, { n: at.n, of: at.of }).main;
  const number = shortened(statement.number, 16);
  const name = shortened(statement.customer.name, (width * 0.62) / type.em - 18);
  return html`<div class="foot"><div>${name} ${number}</div><div>${copies}</div><div>${page}</div></div>`;
}

/** An HTML document that may load nothing and run nothing. `body` begins inside the head. */
export function documentOf(statement: Statement, language: DocumentLanguage, body: Markup): string {
  const title = `${say("title", language).main} ${statement.number} ${statement.customer.name}`;
  return html`<!doctype html>
<html lang="${language === "en" ? "en" : "zh-CN"}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${title}</title>
${body}</body></html>
`.markup;
}
