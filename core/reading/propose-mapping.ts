import type { Currency } from "../values/money.ts";
import { type Candidate, candidatesOf, fitOf, sampleOf } from "./column-evidence.ts";
import { type ColumnMapping, mappedColumn } from "./column-mapping.ts";
import { withUnit } from "./column-unit.ts";
import { creditQuestionOf } from "./credit-question.ts";
import { currencyQuestionOf } from "./currency-question.ts";
import { fieldTypeOf, type ImportKind, KIND_RULES } from "./import-kinds.ts";
import type { MappingQuestion } from "./mapping-questions.ts";
import { proposeStyles } from "./propose-styles.ts";
import { cellTextOf, type RawTable } from "./raw-table.ts";
import { proposeRows } from "./row-structure.ts";
import { statedCurrency } from "./stated-currency.ts";
import type { ImportField } from "./synonyms.ts";
import { type TableLayout, tableLayoutOf } from "./table-shape.ts";

/** What a column is taken for, with up to three of its values to judge it by. */
export interface ColumnProposal {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  /** Left out for a column that is not used. */
  readonly field?: ImportField;
  readonly sure: boolean;
  readonly examples: readonly string[];
}

/** A mapping as far as it can be told, and what a person must still say. */
export interface MappingProposal {
  readonly layout: TableLayout;
  readonly mapping: ColumnMapping;
  readonly columns: readonly ColumnProposal[];
  readonly questions: readonly MappingQuestion[];
}

/**
 * Proposes which column is which field 列对应, from headings in both languages, field keys and the
 * values; a heading whose values deny it is not believed. Only what is unsure becomes a question, and
 * until it is answered nothing is assumed: an unsettled date order leaves its days ambiguous.
 * `undefined` when the table has no header row.
 *
 * @example
 * proposeMapping({ name: "t", rows: [["客户", "日期", "金额"], ["甲", "2026-01-05", 100]] }, { kind: "items", currency: "CNY" }).mapping.columns.map((column) => column.field) // => ["customerName", "date", "amount"]
 */
export function proposeMapping(
  table: RawTable,
  { kind, currency }: { readonly kind: ImportKind; readonly currency: Currency },
): MappingProposal | undefined {
  const layout = tableLayoutOf(table);
  if (!layout) return undefined;
  const candidates = candidatesOf(table, layout, kind, currency);
  const chosen = assign(candidates);
  const amounts = chosen.filter(({ field }) => fieldTypeOf(field) === "amount");
  const said = statedCurrency(
    layout,
    amounts.map(({ column }) => column),
    currency,
  );
  const stated = said && "currency" in said ? said.currency : undefined;
  const named = stated ?? currency;
  const fieldQuestions: MappingQuestion[] = [];
  const columns = layout.headers.map((header, column): ColumnProposal => {
    const choice = chosen.find((candidate) => candidate.column === column);
    const examples = examplesOf(table, layout, column);
    if (!choice) return { column, header, sure: true, examples };
    const sure = isSure(choice, candidates, chosen, examples);
    const choices = withCode(choicesFor(column, candidates, chosen), chosen);
    if (!sure) fieldQuestions.push({ kind: "field", column, header, examples, choices });
    return { column, header, field: choice.field, sure, examples };
  });
  const mapped = chosen.map(({ field, column }) =>
    withUnit(mappedColumn(field, layout.headers, column), layout, column),
  );
  const styles = proposeStyles(table, layout, mapped, named);
  const rows = proposeRows(table, layout, styles.columns);
  const mapping: ColumnMapping = {
    version: 1,
    kind,
    currency: named,
    ...(stated === undefined ? {} : { currencyTold: true }),
    rowsAre: rows.rowsAre,
    columns: styles.columns,
  };
  const missing = missingFields(table, layout, kind, chosen, named);
  const unclear = [
    currencyQuestionOf(layout, mapping, [currency]) ?? [],
    creditQuestionOf(table, mapping),
  ].flat();
  const questions = [...missing, ...fieldQuestions, ...styles.questions, ...rows.questions, ...unclear];
  return { layout, mapping, columns, questions };
}

/** A document may have several states, approved and void: each of them counts. */
function isOneOfStates({ field, match }: Candidate): boolean {
  return field === "status" && (match === "exact" || match === "key");
}

/** Best pair first; each column is one field and each field one column, but for states. */
function assign(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const taken = chosen.some(
      ({ field, column }) =>
        column === candidate.column || (field === candidate.field && !isOneOfStates(candidate)),
    );
    if (!taken) chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.column - b.column);
}

function isSure(
  choice: Candidate,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  examples: readonly string[],
): boolean {
  const { field, column, match } = choice;
  if (match === "part" || !choice.suits) return false;
  if (match === "loose" && field === "openAmount") return false; // 余额 is often a running balance
  if (field === "direction") return true; // each figure has its own
  if (field === "customerName" && examples.length > 0 && examples.every(looksLikeCode)) return false;
  const free = (other: Candidate) => !chosen.some((used) => used !== choice && used.column === other.column);
  const rival = candidates.some(
    (other) => other.field === field && other.column !== column && other.match === match && free(other),
  );
  const otherMeaning = match === "loose" && choicesFor(column, candidates, chosen).length > 1;
  return !rival && !otherMeaning;
}

function looksLikeCode(text: string): boolean {
  return /^[A-Za-z]{0,6}[-_]?\d[\w-]*$/.test(text);
}

function choicesFor(
  column: number,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
): ImportField[] {
  const mine = candidates.filter((candidate) => candidate.column === column);
  const open = mine.filter(
    ({ field }) => !chosen.some((other) => other.field === field && other.column !== column),
  );
  const own = chosen.filter((candidate) => candidate.column === column);
  const fields = [...own, ...open].map(({ field }) => field);
  return [...new Set(fields)];
}

/** A column of customers may hold their codes. */
function withCode(fields: readonly ImportField[], chosen: readonly Candidate[]): ImportField[] {
  const coded = fields[0] !== "customerName" || chosen.some(({ field }) => field === "customerCode");
  return coded ? [...fields] : [...fields, "customerCode"];
}

/** Up to three different values of a column, as they stand in the file. */
function examplesOf(table: RawTable, layout: TableLayout, column: number): string[] {
  const texts = sampleOf(table, layout, column).map((cell) => cellTextOf(cell).slice(0, 60));
  return [...new Set(texts)].slice(0, 3);
}

function missingFields(
  table: RawTable,
  layout: TableLayout,
  kind: ImportKind,
  chosen: readonly Candidate[],
  currency: Currency,
): MappingQuestion[] {
  const groups = layout.skipped.filter(({ reason }) => reason === "group").map(({ text }) => text);
  const questions: MappingQuestion[] = [];
  for (const fields of KIND_RULES[kind].neededColumns) {
    const [first] = fields;
    if (first === undefined || chosen.some(({ field }) => fields.includes(field))) continue;
    const type = fields.includes("customerName") ? "name" : fieldTypeOf(first);
    const free = [...layout.headers.keys()].filter(
      (column) => !chosen.some((used) => used.column === column),
    );
    const choices = free.flatMap((column) => {
      const cells = sampleOf(table, layout, column);
      if (cells.length === 0 || fitOf(type, cells, currency) < 0.8) return [];
      return [{ column, header: layout.headers[column] ?? "", examples: examplesOf(table, layout, column) }];
    });
    questions.push({ kind: "missing", fields, choices });
    if (type === "name" && groups.length > 0)
      questions.push({ kind: "groupsAre", examples: groups.slice(0, 3) });
  }
  return questions;
}
