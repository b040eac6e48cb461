import type { GoodsLine } from "../records/open-item.ts";
import { type Currency, moneyText, negated, ZERO } from "../values/money.ts";
import type { RunningRow, RunningTable } from "./pages.ts";
import { amountSaid, type Dress, detailsSaid, groupSaid, kindSaid, say, unitOf } from "./statement-cells.ts";
import { movementColumns } from "./statement-columns.ts";
import type { Statement, StatementEntry, StatementGroup } from "./statement-shape.ts";
import { added, type Sums, totalOf } from "./statement-sums.ts";
import { type Cell, type Column, type RowLook, rowOf } from "./table-layout.ts";
import { type Said, tableDate } from "./wording.ts";

/**
 * The movements 往来明细 as a table that may run over pages: opening, earlier-dated items, the period,
 * total; with several groups a subtotal for each. Page totals are the sums so far (累计) of the group.
 */
export function movementsTable(statement: Statement, dress: Dress): RunningTable {
  const maker = new MovementRows(statement, dress);
  const { columns } = maker;
  return { columns, unit: dress.type.unit, head: maker.head(), rows: maker.rows() };
}

class MovementRows {
  readonly columns: readonly Column[];
  private readonly statement: Statement;
  private readonly dress: Dress;

  constructor(statement: Statement, dress: Dress) {
    this.statement = statement;
    this.dress = dress;
    this.columns = movementColumns(statement, dress);
  }

  head() {
    const { language } = this.dress;
    const unit = unitOf(this.statement.currency);
    const words = (["date", "kind", "documentNumber", "reference"] as const).map((word) =>
      say(word, language),
    );
    const amounts = (["debit", "credited", "balance"] as const).map((word) => say(word, language, { unit }));
    return this.row(
      "head",
      [...words, ...amounts].map((said): Cell => ({ said, strong: true })),
    );
  }

  rows(): RunningRow[] {
    const { groups } = this.statement;
    const many = groups.length > 1;
    const rows = groups.flatMap((group) => this.groupRows(group, many));
    return many ? [...rows, this.sumRow("total", "total", totalOf(this.statement))] : rows;
  }

  private groupRows(group: StatementGroup, many: boolean): RunningRow[] {
    const { earlier, movements } = group;
    const before = this.entryRows(earlier, { debit: ZERO, credit: ZERO, balance: group.opening });
    const during = this.entryRows(movements, before.sums);
    const parted = earlier.length > 0;
    return [
      ...(many ? [this.label("group", groupSaid(group, this.statement, this.dress.language))] : []),
      this.openingRow(group),
      ...(parted ? [this.label("note", say("earlier", this.dress.language))] : []),
      ...before.rows,
      ...(parted && movements.length > 0 ? [this.label("note", say("thisPeriod", this.dress.language))] : []),
      ...during.rows,
      ...(movements.length === 0 ? [this.plainLabel(say("noMovements", this.dress.language))] : []),
      many ? this.sumRow("sum", "subtotal", during.sums) : this.sumRow("total", "total", during.sums),
    ];
  }

  private openingRow(group: StatementGroup): RunningRow {
    const { language } = this.dress;
    const text = group.previous
      ? say("openingPrinted", language, { number: group.previous })
      : say("opening", language);
    const balance = amountSaid(group.opening, this.statement.currency);
    const cells = [{ said: { main: tableDate(this.statement.from, language) } }, { said: text, span: 5 }];
    return { ...this.row("plain", [...cells, { said: balance }]), withNext: true };
  }

  private entryRows(entries: readonly StatementEntry[], start: Sums): { rows: RunningRow[]; sums: Sums } {
    let sums = start;
    const rows = entries.flatMap((entry): RunningRow[] => {
      sums = added(sums, entry);
      const carry = this.carry(sums);
      const goods = (entry.goods ?? []).map((line) => this.goodsRow(line));
      return [this.entryRow(entry), ...goods].map((row) => ({ ...row, carry }));
    });
    return { rows, sums };
  }

  private entryRow(entry: StatementEntry) {
    const { language } = this.dress;
    const { currency } = this.statement;
    const amount = amountSaid(entry.amount > 0 ? entry.amount : negated(entry.amount), currency);
    const none = { main: "" };
    return this.row("plain", [
      { said: { main: tableDate(entry.date, language) } },
      { said: kindSaid(entry, language) },
      { said: { main: entry.number ?? entry.paper ?? "" } },
      { said: detailsSaid(entry, language) },
      { said: entry.amount > 0 ? amount : none },
      { said: entry.amount > 0 ? none : amount },
      { said: amountSaid(entry.balance, currency) },
    ]);
  }

  private goodsRow(line: GoodsLine) {
    const name = [line.name, line.specification].filter((part) => part !== undefined).join(" ");
    return this.row("goods", [
      { said: { main: "" } },
      { said: { main: name }, span: 2 },
      { said: { main: goodsCount(line, this.statement.currency) }, align: "right" },
      { said: { main: "" }, span: 3 },
    ]);
  }

  private carry(sums: Sums) {
    return {
      forward: this.sumCells("carry", "carried", sums),
      brought: this.sumCells("carry", "brought", sums),
    };
  }

  private sumRow(look: RowLook, word: "total" | "subtotal", sums: Sums): RunningRow {
    return this.sumCells(look, word, sums);
  }

  private sumCells(look: RowLook, word: "total" | "subtotal" | "carried" | "brought", sums: Sums) {
    const amounts = [sums.debit, sums.credit, sums.balance].map((amount): Cell => {
      return { said: amountSaid(amount, this.statement.currency), strong: true };
    });
    return this.row(look, [{ said: say(word, this.dress.language), span: 4, strong: true }, ...amounts]);
  }

  private label(look: RowLook, said: Said): RunningRow {
    return { ...this.row(look, [{ said, span: 7, strong: true }]), withNext: true };
  }

  private plainLabel(said: Said): RunningRow {
    return this.row("plain", [{ said: { main: "" } }, { said, span: 6 }]);
  }

  private row(look: RowLook, cells: readonly Cell[]) {
    return rowOf(look, cells, this.columns, this.dress.type);
  }
}

/** "20 件 × 35.00 = 700.00", as far as the line says it. */
function goodsCount({ quantity, unit, price, amount }: GoodsLine, currency: Currency): string {
  const count = [quantity, unit].filter((part) => part !== undefined).join(" ");
  const product = [count, price].filter((part) => part !== undefined && part !== "").join(" × ");
  const sum = amount === undefined ? "" : moneyText(amount, currency);
  return [product, sum].filter((part) => part !== "").join(" = ");
}
