import { moneyText, negated, ZERO } from "../values/money.ts";
import { html } from "./markup.ts";
import type { Piece } from "./pages.ts";
import { unappliedIn } from "./statement-asked.ts";
import { type Dress, say, wordsOf } from "./statement-cells.ts";
import type { Statement } from "./statement-shape.ts";
import { type Cell, rounded, rowOf, widthFor } from "./table-layout.ts";
import type { Said } from "./wording.ts";

/** A figure with its name above it. */
interface Figure {
  readonly name: Said;
  readonly text: string;
}

/**
 * The statement in one line: opening + earlier-dated + charges − credits = closing. Credits stand without
 * a sign, as in the table below. The earlier-dated column stands there only when there is something in it.
 */
export function summaryStrip(statement: Statement, dress: Dress): Piece[] {
  const { opening, earlier, increases, decreases, closing, currency } = statement;
  const { language } = dress;
  const figure = (word: Parameters<typeof say>[0], amount: typeof opening): Figure => {
    return { name: say(word, language), text: moneyText(amount, currency) };
  };
  return figureRows(
    [
      figure("opening", opening),
      ...(statement.groups.some((group) => group.earlier.length > 0) ? [figure("earlier", earlier)] : []),
      figure("increases", increases),
      figure("decreases", negated(decreases)),
      figure("closing", closing),
    ],
    dress,
  );
}

/**
 * The aging foot 账龄: not due (by document date: of that very day), each bucket, what is not applied, and
 * their sum, the closing balance.
 */
export function agingStrip(statement: Statement, dress: Dress): Piece[] {
  const { aging, currency } = statement;
  const { language } = dress;
  const first = aging.basis === "documentDate" ? "ofThatDay" : "current";
  const names = [say(first, language), ...bucketNames(aging.edges, dress)];
  const amounts = [aging.current, ...aging.buckets];
  const figures = names.map(
    (name, i): Figure => ({ name, text: moneyText(amounts[i] ?? amounts[0] ?? aging.balance, currency) }),
  );
  const { owedAgain = ZERO } = aging;
  const apart = [
    { name: say("unapplied", language), amount: unappliedIn(aging) },
    { name: say("owedAgain", language), amount: owedAgain },
  ].flatMap(({ name, amount }) => (amount === 0 ? [] : [{ name, text: moneyText(amount, currency) }]));
  const total = { name: say("total", language), text: moneyText(aging.balance, currency) };
  return figureRows([...figures, ...apart, total], dress);
}

/** 1–30 days, 31–60 days, …, over the last edge. */
export function bucketNames(edges: readonly number[], { language }: Pick<Dress, "language">): Said[] {
  const closed = edges.map((to, i) => say("days", language, { from: (edges[i - 1] ?? 0) + 1, to }));
  return [...closed, say("over", language, { days: edges[edges.length - 1] ?? 0 })];
}

/** As many figures side by side as there is room for; the others below. */
function figureRows(figures: readonly Figure[], dress: Dress): Piece[] {
  const widest = widthFor(
    figures.flatMap(({ name, text }) => [...wordsOf(name), text]),
    dress.type,
  );
  const most = Math.max(1, Math.floor(dress.width / widest));
  const rows = Math.ceil(figures.length / most);
  const perRow = Math.ceil(figures.length / rows);
  return Array.from({ length: rows }, (_, row) => {
    const part = figures.slice(row * perRow, (row + 1) * perRow);
    return figureTable(part, rows > 1 ? perRow : part.length, dress);
  });
}

function figureTable(figures: readonly Figure[], perRow: number, { type, width }: Dress): Piece {
  const columns = Array.from({ length: perRow }, () => ({
    width: rounded(width / perRow),
    align: "right" as const,
  }));
  const blank: Cell[] = columns.slice(figures.length).map(() => ({ said: { main: "" } }));
  const names = rowOf(
    "head",
    [...figures.map(({ name }): Cell => ({ said: name })), ...blank],
    columns,
    type,
  );
  const texts = figures.map(({ text }): Cell => ({ said: { main: text }, strong: true }));
  const amounts = rowOf("figures", [...texts, ...blank], columns, type);
  const widths = columns.map((column) => html`<col style="width:${column.width}${type.unit}">`);
  return {
    height: rounded(names.height + amounts.height),
    content: html`<table><colgroup>${widths}</colgroup><tbody>${names.content}${amounts.content}</tbody></table>
`,
  };
}
