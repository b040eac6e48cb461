import { type Money, moneyText, plus, sumOf, ZERO } from "../values/money.ts";
import type { RunningRow, RunningTable } from "./pages.ts";
import { unappliedIn } from "./statement-asked.ts";
import {
  amountSaid,
  type Dress,
  dueSaid,
  groupSaid,
  kindSaid,
  openDetailsSaid,
  say,
  stateSaid,
  textsOf,
  unitOf,
  wordsOf,
} from "./statement-cells.ts";
import type { OpenEntry, Statement, StatementGroup } from "./statement-shape.ts";
import type { StatementWord } from "./statement-words.ts";
import { type Cell, type Column, type RowLook, rowOf, widthFor } from "./table-layout.ts";
import { tableDate } from "./wording.ts";

/**
 * The open items 未清明细 as a table that may run over pages: due lines, less what is not applied yet, so
 * that its total is the closing balance. Page totals are the open amounts so far.
 */
export function openTable(statement: Statement, dress: Dress): RunningTable {
  const maker = new OpenRows(statement, dress);
  return { columns: maker.columns, unit: dress.type.unit, head: maker.head(), rows: maker.rows() };
}

class OpenRows {
  readonly columns: readonly Column[];
  private readonly statement: Statement;
  private readonly dress: Dress;

  constructor(statement: Statement, dress: Dress) {
    this.statement = statement;
    this.dress = dress;
    this.columns = openColumns(statement, dress);
  }

  head() {
    const { language } = this.dress;
    const unit = unitOf(this.statement.currency);
    const words = HEADS.map((word): Cell => ({ said: say(word, language, { unit }), strong: true }));
    return this.row("head", words);
  }

  rows(): RunningRow[] {
    const { groups, aging, closing } = this.statement;
    const shown = groups.filter((group) => group.open.length > 0);
    let sum = ZERO;
    const rows = shown.flatMap((group): RunningRow[] => {
      const lines = group.open.map((entry): RunningRow => {
        sum = plus(sum, entry.open);
        return { ...this.entryRow(entry), carry: this.carry(sum) };
      });
      return groups.length > 1 ? this.framed(group, lines) : lines;
    });
    const { owedAgain = ZERO } = aging;
    const unapplied = unappliedIn(aging);
    const apart = [
      ...(owedAgain === 0 ? [] : [this.sumRow("plain", "plusOwedAgain", owedAgain)]),
      ...(unapplied === 0 ? [] : [this.sumRow("plain", "lessUnapplied", unapplied)]),
    ];
    const none = shown.length === 0 ? [this.sumRow("plain", "noOpenItems", undefined)] : [];
    return [...rows, ...none, ...apart, this.sumRow("total", "total", closing)];
  }

  private framed(group: StatementGroup, lines: RunningRow[]): RunningRow[] {
    const name = groupSaid(group, this.statement, this.dress.language);
    const heading = this.row("group", [{ said: name, span: HEADS.length, strong: true }]);
    const subtotal = sumOf(group.open.map((entry) => entry.open));
    return [{ ...heading, withNext: true }, ...lines, this.sumRow("sum", "subtotal", subtotal)];
  }

  private entryRow(entry: OpenEntry) {
    const { language } = this.dress;
    const { currency } = this.statement;
    return this.row("plain", [
      { said: { main: tableDate(entry.date, language) } },
      { said: kindSaid(entry, language) },
      { said: { main: entry.number ?? "" } },
      { said: openDetailsSaid(entry, language) },
      { said: dueSaid(entry, language) },
      { said: stateSaid(entry, language) },
      { said: amountSaid(entry.amount, currency) },
      { said: amountSaid(entry.open, currency) },
    ]);
  }

  private carry(sum: Money) {
    return { forward: this.sumRow("carry", "carried", sum), brought: this.sumRow("carry", "brought", sum) };
  }

  private sumRow(look: RowLook, word: StatementWord, sum: Money | undefined): RunningRow {
    const label: Cell = { said: say(word, this.dress.language), span: HEADS.length - 1, align: "left" };
    const amount: Cell = {
      said: sum === undefined ? { main: "" } : amountSaid(sum, this.statement.currency),
    };
    if (look === "plain") return this.row(look, [label, amount]);
    return this.row(look, [
      { ...label, strong: true },
      { ...amount, strong: true },
    ]);
  }

  private row(look: RowLook, cells: readonly Cell[]) {
    return rowOf(look, cells, this.columns, this.dress.type);
  }
}

const HEADS = [
  "date",
  "kind",
  "documentNumber",
  "orderAndDelivery",
  "due",
  "state",
  "original",
  "open",
] as const satisfies readonly StatementWord[];

function openColumns(statement: Statement, { language, type, width }: Dress): Column[] {
  const lines = statement.groups.flatMap((group) => group.open);
  const unit = unitOf(statement.currency);
  const head = (word: StatementWord) => wordsOf(say(word, language, { unit }));
  const amounts = [statement.closing, statement.aging.unapplied, sumOf(lines.map((line) => line.open))];
  const texts = amounts
    .concat(lines.flatMap((line) => [line.amount, line.open]))
    .map((amount) => moneyText(amount, statement.currency));
  const amount = widthFor([...texts, ...head("original"), ...head("open")], type);
  const date = widthFor(
    [tableDate(statement.to, language), language === "en" ? "22 May 2026" : ""],
    type,
    "plain",
  );
  const kinds = lines.flatMap((line) => wordsOf(kindSaid(line, language)));
  const kind = widthFor([...head("kind"), ...kinds], type);
  const due = widthFor([...head("due"), ...lines.flatMap((line) => textsOf(dueSaid(line, language)))], type);
  const states = lines.flatMap((line) => stateSaid(line, language).flatMap(textsOf));
  const state = widthFor([...head("state"), ...states], type);
  const rest = width - date - kind - due - state - 2 * amount;
  const numbers = lines.map((line) => line.number ?? "");
  const number = Math.min(widthFor([...head("documentNumber"), ...numbers], type), rest * 0.55);
  const fixed = [date, kind, number, rest - number, due, state].map((of) => ({ width: of }));
  return [...fixed, { width: amount, align: "right" }, { width: amount, align: "right" }];
}
