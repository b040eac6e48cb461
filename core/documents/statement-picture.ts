import { moneyText } from "../values/money.ts";
import { html } from "./markup.ts";
import { type Block, pagesOf, type RunningTable } from "./pages.ts";
import type { TypeSize } from "./paper.ts";
import {
  amountSaid,
  type Dress,
  dueSaid,
  kindSaid,
  nameAndCode,
  named,
  say,
  stateSaid,
  textsOf,
  unitOf,
  wordsOf,
} from "./statement-cells.ts";
import { summaryStrip } from "./statement-figures.ts";
import { agingAndPayment } from "./statement-foot.ts";
import { firmSaid, periodSaid } from "./statement-head.ts";
import { documentOf } from "./statement-html.ts";
import type { OpenEntry, Statement, StatementEntry } from "./statement-shape.ts";
import { quietStyle, typeStyle } from "./statement-style.ts";
import type { DocumentLanguage, StatementWord } from "./statement-words.ts";
import { type Column, rowOf, widthFor } from "./table-layout.ts";
import { space, textPiece } from "./text-piece.ts";
import { shortened } from "./typeset.ts";
import { tableDate } from "./wording.ts";

/** Chats squeeze pictures to about this size; nothing in them may be smaller than 28 px. */
const PICTURE = { width: 1080, height: 1280, side: 36, top: 36, foot: 72 };
const TYPE: TypeSize = { unit: "px", em: 28, line: 40, side: 8, around: 14, minor: 1 };

/**
 * The statement as HTML pages for pictures to send in WeChat 微信: each 1,080 px wide and at most 1,280 px
 * high, numbered 1/3, nothing smaller than 28 px. All open items come first, then aging, the period's
 * movements and where to pay; goods lines and the reply slip are on paper only.
 *
 * @example
 * statementPictures(statementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { number: "DZ-1", from: plainDate("2026-11-01"), to: plainDate("2026-11-30"), issued: plainDate("2026-12-01"), knownAt: 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY }), "zh").length // => 1
 */
export function statementPictures(statement: Statement, language: DocumentLanguage): string[] {
  const dress: Dress = { language, type: TYPE, width: PICTURE.width - 2 * PICTURE.side };
  const room = PICTURE.height - PICTURE.top - PICTURE.foot;
  const pages = pagesOf(pictureBlocks(statement, dress), { first: room, later: room });
  return pages.map((page, i) => {
    const name = shortened(statement.customer.name, 20);
    const foot = html`<div class="picture-foot"><div>${name} ${tableDate(statement.to, language)}</div><div>${i + 1}/${pages.length}</div></div>`;
    return documentOf(statement, language, html`${pictureStyle()}</head><body>${page}${foot}`);
  });
}

function pictureBlocks(statement: Statement, dress: Dress): Block[] {
  const { language, type } = dress;
  const { sample } = statement;
  return [
    textPiece("firm", firmSaid(statement, language), { ...dress, maxLines: 2 }),
    textPiece("title", say("title", language), dress),
    ...(sample ? [textPiece("section", say("sample", language), dress)] : []),
    textPiece("party", named("to", nameAndCode(statement.customer, language), language), dress),
    textPiece("party", named("number", statement.number, language), { ...dress, maxLines: 2 }),
    textPiece("party", named("period", periodSaid(statement, language), language), dress),
    textPiece("amount", closingSaid(statement, language), dress),
    ...summaryStrip(statement, dress),
    space(20, type),
    { ...openPictureTable(statement, dress), title: textPiece("section", say("openItems", language), dress) },
    ...agingAndPayment(statement, dress),
    space(20, type),
    {
      ...movementsPictureTable(statement, dress),
      title: textPiece("section", say("movements", language), dress),
    },
  ];
}

function closingSaid({ closing, currency }: Statement, language: DocumentLanguage) {
  const unit = unitOf(currency)[language === "en" ? "en" : "zh"];
  return named("closing", `${moneyText(closing, currency)} ${unit}`, language);
}

function openPictureTable(statement: Statement, { language, type, width }: Dress): RunningTable {
  const { currency } = statement;
  const lines = statement.groups.flatMap((group) => group.open);
  const due = widthFor(
    lines.flatMap((line) => textsOf(dueSaid(line, language))),
    type,
    "plain",
  );
  const state = widthFor(
    lines.flatMap((line) => stateSaid(line, language).flatMap(textsOf)),
    type,
    "plain",
  );
  const heads = ["documentNumber", "due", "state", "open"] as const;
  const amount = amountWidth(statement, heads.slice(3), { language, type, width });
  const columns: Column[] = [
    { width: width - due - state - amount },
    { width: due },
    { width: state },
    { width: amount, align: "right" },
  ];
  const row = (line: OpenEntry) =>
    rowOf(
      "plain",
      [
        { said: line.number ? { main: line.number } : kindSaid(line, language) },
        { said: dueSaid(line, language) },
        { said: stateSaid(line, language) },
        { said: amountSaid(line.open, currency) },
      ],
      columns,
      type,
    );
  return pictureTable(statement, heads, columns, lines.map(row), { language, type, width });
}

function movementsPictureTable(statement: Statement, { language, type, width }: Dress): RunningTable {
  const { currency } = statement;
  const heads = ["date", "documentNumber", "change", "balance"] as const;
  const entries = statement.groups.flatMap((group) => [...group.earlier, ...group.movements]);
  const date = widthFor(
    entries.map((entry) => tableDate(entry.date, language)),
    type,
    "plain",
  );
  const amount = amountWidth(statement, heads.slice(2), { language, type, width });
  const columns: Column[] = [
    { width: date },
    { width: width - date - 2 * amount },
    { width: amount, align: "right" },
    { width: amount, align: "right" },
  ];
  const row = (entry: StatementEntry) => {
    const kind = kindSaid(entry, language);
    const number = entry.number ?? entry.paper;
    const name = number ? { ...kind, main: `${kind.main} ${number}` } : kind;
    const why = entry.why ? [say(entry.why, language)] : [];
    const amounts = [entry.amount, entry.balance].map((of) => ({ said: amountSaid(of, currency) }));
    return rowOf(
      "plain",
      [{ said: { main: tableDate(entry.date, language) } }, { said: [name, ...why] }, ...amounts],
      columns,
      type,
    );
  };
  return pictureTable(statement, heads, columns, entries.map(row), { language, type, width });
}

function pictureTable(
  statement: Statement,
  heads: readonly StatementWord[],
  columns: readonly Column[],
  rows: RunningTable["rows"],
  { language, type }: Dress,
): RunningTable {
  const unit = unitOf(statement.currency);
  const words = heads.map((word) => ({ said: say(word, language, { unit }), strong: true as const }));
  return { columns, unit: type.unit, head: rowOf("head", words, columns, type), rows };
}

/** Room for the widest amount and for the heads above it. */
function amountWidth(
  statement: Statement,
  heads: readonly StatementWord[],
  { language, type }: Dress,
): number {
  const unit = unitOf(statement.currency);
  const entries = statement.groups.flatMap((group) => [...group.earlier, ...group.movements]);
  const amounts = entries
    .flatMap((entry) => [entry.amount, entry.balance])
    .concat(statement.groups.flatMap((group) => group.open.map((line) => line.open)));
  const words = heads.flatMap((word) => wordsOf(say(word, language, { unit })));
  return widthFor([...words, ...amounts.map((amount) => moneyText(amount, statement.currency))], type);
}

function pictureStyle() {
  const { width, side, top } = PICTURE;
  return html`<style>${typeStyle(TYPE)}${quietStyle()}
*{box-sizing:border-box}
body{margin:0;width:${width}px;padding:${top}px ${side}px 0;background:#fff}
.picture-foot{display:flex;justify-content:space-between;height:72px;padding:16px 8px 0;white-space:pre}
</style>
`;
}
