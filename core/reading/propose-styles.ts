import type { Currency } from "../values/money.ts";
import { type LocatedColumn, locateColumns, type MappedColumn } from "./column-mapping.ts";
import { decideDateOrder, decideNumberStyle, type StyleDecision } from "./column-style.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { ColumnStyleQuestion, StyleQuestion } from "./mapping-questions.ts";
import type { RawCell, RawTable } from "./raw-table.ts";
import type { TableLayout } from "./table-shape.ts";

interface ProposedStyles {
  readonly columns: MappedColumn[];
  readonly questions: ColumnStyleQuestion[];
}

/** Settles how each column of days and amounts is written, from all of its values, or asks. */
export function proposeStyles(
  table: RawTable,
  layout: TableLayout,
  mapped: readonly MappedColumn[],
  currency: Currency,
): ProposedStyles {
  const located = locateColumns(mapped, layout.headers).found;
  const questions: ColumnStyleQuestion[] = [];
  const columns = located.map((place): MappedColumn => {
    const { index: _index, heading: _heading, ...column } = place;
    const style = styleOf(table, layout, place, currency);
    if (style.question) questions.push(style.question);
    return { ...column, ...style.found };
  });
  return { columns, questions: questions.map((question) => siblingFirst(question, columns)) };
}

/**
 * How a column is written, as far as its values settle it, or the question they leave open; what the column has
 * from another table settles what they do not.
 */
export function styleOf(
  table: RawTable,
  layout: TableLayout,
  place: LocatedColumn,
  currency: Currency,
): { found?: Pick<MappedColumn, "dateOrder" | "numberStyle">; question?: ColumnStyleQuestion } {
  const type = fieldTypeOf(place.field);
  if (type === "date") {
    const order = decideDateOrder(cellsOf(table, layout, place), place.dateOrder);
    if (!order.sure) return { question: { kind: "dateOrder", ...asked(place, order) } };
    return order.value === undefined ? {} : { found: { dateOrder: order.value } };
  }
  if (type !== "amount") return {};
  const style = decideNumberStyle(cellsOf(table, layout, place), currency, place.numberStyle);
  if (!style.sure) return { question: { kind: "numberStyle", ...asked(place, style) } };
  return style.value === undefined ? {} : { found: { numberStyle: style.value } };
}

function cellsOf(table: RawTable, layout: TableLayout, { index }: LocatedColumn): RawCell[] {
  return layout.dataRows.map((row) => table.rows[row - 1]?.[index] ?? "");
}

function asked<Value>(
  { field, heading }: LocatedColumn,
  decision: StyleDecision<Value> & { readonly sure: false },
): StyleQuestion<Value> {
  const { example, mixed, choices } = decision;
  return { field, header: heading, example, mixed, choices };
}

/** Puts first the order that another column of the same table is sure of; it stays a question. */
export function siblingFirst(
  question: ColumnStyleQuestion,
  columns: readonly Pick<MappedColumn, "dateOrder">[],
): ColumnStyleQuestion {
  if (question.kind !== "dateOrder") return question;
  const orders = new Set(columns.map(({ dateOrder }) => dateOrder));
  const likely = (choice: { value: unknown }) => [...orders].some((order) => order === choice.value);
  const choices = [...question.choices].sort((a, b) => Number(likely(b)) - Number(likely(a)));
  return { ...question, choices };
}
