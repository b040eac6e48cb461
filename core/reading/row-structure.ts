import { type LocatedColumn, locateColumns, type MappedColumn, type RowsAre } from "./column-mapping.ts";
import { sumOfDecimals } from "./decimal-text.ts";
import type { MappingQuestion } from "./mapping-questions.ts";
import { cellTextOf, isBlankCell, type RawCell, type RawTable } from "./raw-table.ts";
import { readAmount } from "./read-amount.ts";
import type { ImportField } from "./synonyms.ts";
import type { TableLayout } from "./table-shape.ts";

interface ProposedRows {
  readonly rowsAre: RowsAre;
  readonly questions: MappingQuestion[];
}

/** Proposes how rows make documents, and asks what blank cells of the head mean. */
export function proposeRows(
  table: RawTable,
  layout: TableLayout,
  columns: readonly MappedColumn[],
): ProposedRows {
  const { found } = locateColumns(columns, layout.headers);
  const rows = layout.dataRows.map((row) => table.rows[row - 1] ?? []);
  const carried = carryQuestion(rows, found);
  const { rowsAre, question } = structureOf(rows, found, carried !== undefined);
  return { rowsAre, questions: [carried, question].filter((asked) => asked !== undefined) };
}

const HEAD_FIELDS: readonly ImportField[] = [
  "customerCode",
  "customerName",
  "number",
  "date",
  "due",
  "currency",
  "documentKind",
  "salesperson",
];

/** Asked when one row in twenty or more has no customer although the rows above do. */
function carryQuestion(
  rows: readonly (readonly RawCell[])[],
  found: readonly LocatedColumn[],
): MappingQuestion | undefined {
  const customer = found.filter(({ field }) => field === "customerCode" || field === "customerName");
  const headless = (row: readonly RawCell[]) => customer.every(({ index }) => isBlankCell(row[index]));
  const [first = []] = rows;
  const blank = rows.filter(headless);
  if (customer.length === 0 || headless(first) || blank.length === 0 || blank.length * 20 < rows.length) {
    return undefined;
  }
  const fields = found
    .filter(({ field }) => HEAD_FIELDS.includes(field))
    .filter(({ index }) => !isBlankCell(first[index]))
    .filter(({ index }) => blank.filter((row) => isBlankCell(row[index])).length >= blank.length * 0.9)
    .map(({ field }) => field);
  return { kind: "carryDown", fields, blankRows: blank.length };
}

interface Structure {
  readonly rowsAre: RowsAre;
  readonly question?: MappingQuestion;
}

const DOCUMENTS: Structure = { rowsAre: "documents" };

function structureOf(
  rows: readonly (readonly RawCell[])[],
  found: readonly LocatedColumn[],
  carried: boolean,
): Structure {
  const at = (field: ImportField) => found.find((column) => column.field === field)?.index;
  const [number, amount] = [at("number"), at("amount")];
  const hasGoods = found.some(({ field }) => field.startsWith("goods"));
  if (number === undefined || amount === undefined || !hasGoods) return DOCUMENTS;
  const pairs = rows.slice(1).flatMap((row, index) => {
    const above = rows[index] ?? [];
    const same = isBlankCell(row[number]) ? carried : cellTextOf(row[number]) === cellTextOf(above[number]);
    return same ? [{ row, above }] : [];
  });
  const [pair] = pairs;
  if (!pair) return DOCUMENTS;
  const repeating = pairs.filter(({ row, above }) => repeats(row[amount], above[amount])).length;
  const [quantity, price] = [at("goodsQuantity"), at("goodsPrice")];
  const products = pairs.filter(({ row }) =>
    isProduct(row[quantity ?? -1], row[price ?? -1], row[amount]),
  ).length;
  const addingUp = products * 2 > pairs.length || repeating < pairs.length;
  const sure = products * 10 > pairs.length * 9 || (!addingUp && pairs.length >= 3);
  const rowsAre: RowsAre = addingUp ? "linesAddingUp" : "linesRepeatingTotal";
  if (sure) return { rowsAre };
  const other: RowsAre = addingUp ? "linesRepeatingTotal" : "linesAddingUp";
  const choices: RowsAre[] = [rowsAre, other, "documents"];
  return {
    rowsAre: "documents",
    question: { kind: "rowsAre", number: cellTextOf(pair.above[number]), choices },
  };
}

function repeats(cell: RawCell | undefined, above: RawCell | undefined): boolean {
  return isBlankCell(cell) || cellTextOf(cell) === cellTextOf(above);
}

function isProduct(
  quantity: RawCell | undefined,
  price: RawCell | undefined,
  amount: RawCell | undefined,
): boolean {
  const figures = [quantity, price, amount].map((cell) => decimalIn(cell));
  const [a, b, product] = figures.map(Number);
  if (figures.includes("") || a === undefined || b === undefined || product === undefined) return false;
  return Math.abs(a * b - product) < 0.011;
}

function decimalIn(cell: RawCell | undefined): string {
  const read = readAmount(cell, { currency: "CNY", style: "point" });
  return read.kind === "amount" ? sumOfDecimals([read.decimal]) : "";
}
