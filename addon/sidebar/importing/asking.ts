import {
  type ColumnMapping,
  type Currency,
  type CurrencyQuestion,
  columnAs,
  creditQuestionOf,
  currencyQuestionOf,
  type ImportField,
  type ImportKind,
  KIND_RULES,
  locateColumns,
  type MappingAnswer,
  type MappingQuestion,
  recalledQuestions,
} from "../../../core/index.ts";
import { baseOf, fieldIn, type ImportPlan, mappingOf, subjectOf } from "./plan.ts";

/** A question about columns and rows; whose money the table is in is asked beside them. */
export type PutQuestion = Exclude<MappingQuestion, CurrencyQuestion>;

/** A question as it stands: what was said to it, and whether it waits. */
export interface Asking {
  readonly question: PutQuestion;
  readonly given?: MappingAnswer;
  readonly isOpen: boolean;
}

/** Everything that is unsure, or was. What a person says of a column may bring a question of its own. */
export function askingsOf(plan: ImportPlan): Asking[] {
  const mapping = mappingOf(plan);
  const questions = [
    ...proposedQuestions(plan, mapping),
    ...missing(plan, mapping),
    ...styles(plan, mapping),
    ...credits(plan, mapping),
  ];
  return questions.flatMap((question) => {
    const given = givenTo(question, plan);
    const isOpen = isOpenStill(question, given, mapping);
    const isShown = isOpen || given !== undefined;
    return isShown ? [{ question, isOpen, ...(given ? { given } : {}) }] : [];
  });
}

/** What must be answered before anything is written. */
export function openQuestionsOf(plan: ImportPlan): PutQuestion[] {
  return askingsOf(plan).flatMap(({ question, isOpen }) => (isOpen ? [question] : []));
}

/** How many answers an import still waits for. */
export function openCountOf(plan: ImportPlan): number {
  return openQuestionsOf(plan).length + (isCurrencyOpen(plan) ? 1 : 0);
}

/** The reader's own; how a column is written is asked only while that column is the field. */
function proposedQuestions(
  { table, proposal, inUse, recalledFrom }: ImportPlan,
  mapping: ColumnMapping,
): PutQuestion[] {
  const open = recalledFrom ? recalledQuestions(recalledFrom, table, inUse[0]) : proposal.questions;
  const { found } = locateColumns(mapping.columns, proposal.layout.headers);
  return open.filter(isPut).filter((question) => {
    if (question.kind === "creditsAre") return false; // of the columns as they are now
    if (question.kind !== "dateOrder" && question.kind !== "numberStyle") return true;
    return found.some(({ field, heading }) => field === question.field && heading === question.header);
  });
}

function isPut(question: MappingQuestion): question is PutQuestion {
  return question.kind !== "currency";
}

/** Fields that the table cannot do without and that lost their column. */
function missing({ proposal, remembered }: ImportPlan, mapping: ColumnMapping): PutQuestion[] {
  const asked = remembered ? [] : proposal.questions.filter(isPut).filter(({ kind }) => kind === "missing");
  const known = asked.flatMap((question) => ("fields" in question ? question.fields : []));
  const { found } = locateColumns(mapping.columns, proposal.layout.headers);
  const free = proposal.columns.filter(({ column }) => !found.some(({ index }) => index === column));
  const choices = free.map(({ column, header, examples }) => ({ column, header, examples }));
  return KIND_RULES[mapping.kind].neededColumns
    .filter((fields) => !fields.some((field) => known.includes(field)) && !isThere(fields, mapping))
    .map((fields) => ({ kind: "missing", fields, choices }));
}

/** How columns write their days or figures that are another field than was proposed. */
function styles(plan: ImportPlan, mapping: ColumnMapping): PutQuestion[] {
  const { table, proposal } = plan;
  const first = baseOf(plan);
  const { found } = locateColumns(mapping.columns, proposal.layout.headers);
  return found.flatMap(({ index: column, field }) => {
    if (fieldIn(first, plan, column) === field) return [];
    return columnAs(table, proposal.layout, { column, field }, mapping.currency).question ?? [];
  });
}

/** What credits of a ledger are whose words do not say it. */
function credits({ table, answers }: ImportPlan, mapping: ColumnMapping): PutQuestion[] {
  const { creditsAre, ...unsaid } = mapping;
  const isSaidBefore = creditsAre !== undefined && !answers.has("creditsAre");
  return isSaidBefore ? [] : creditQuestionOf(table, unsaid).filter(isPut);
}

function isThere(fields: readonly ImportField[], mapping: ColumnMapping): boolean {
  const isNamedAbove = fields.includes("customerName") && mapping.groupsAre !== undefined;
  return isNamedAbove || mapping.columns.some(({ field }) => fields.includes(field));
}

function givenTo(question: PutQuestion, { answers }: ImportPlan): MappingAnswer | undefined {
  switch (question.kind) {
    case "missing":
      return [...answers.values()].find(
        (answer) => answer.kind === "field" && answer.field && question.fields.includes(answer.field),
      );
    case "field":
      return answers.get(subjectOf({ kind: "field", column: question.column }));
    case "dateOrder":
    case "numberStyle":
      return answers.get(`${question.kind} ${question.field}`);
    default:
      return answers.get(question.kind);
  }
}

/** One answer may settle another question: a column said to be the customer, or sub-headings that are. */
function isOpenStill(
  question: PutQuestion,
  given: MappingAnswer | undefined,
  mapping: ColumnMapping,
): boolean {
  if (question.kind === "missing") return !isThere(question.fields, mapping);
  if (given) return false;
  return question.kind !== "groupsAre" || !isThere(["customerName", "customerCode"], mapping);
}

/** Whether rows have no currency of their own, so that one is taken for all of them. */
export function hasOneCurrency(plan: ImportPlan): boolean {
  const { kind, columns } = mappingOf(plan);
  return kind !== "customers" && !columns.some(({ field }) => field === "currency");
}

/** What is asked of the table's currency, whether it was answered or not. */
export function currencyAsked(plan: ImportPlan): CurrencyQuestion | undefined {
  return currencyQuestionOf(plan.proposal.layout, mappingOf(plan), plan.inUse);
}

/** Whether it must be said which one: it may be several, and neither the table nor a person says it. */
export function isCurrencyOpen(plan: ImportPlan): boolean {
  return currencyAsked(plan) !== undefined && !mappingOf(plan).currencyTold;
}

/** Whether it is asked, or was: an answer can be changed. */
export function isCurrencyAsked(plan: ImportPlan): boolean {
  return isCurrencyOpen(plan) || (plan.answers.has("currency") && currencyAsked(plan) !== undefined);
}

/** The currencies to choose from, each once, those of the ledger first. */
export function currencyChoices(plan: ImportPlan, all: readonly Currency[]): Currency[] {
  return [...new Set([...plan.inUse, mappingOf(plan).currency, ...all])];
}

/** Everything that a column of such a table may be. */
export function fieldsFor(kind: ImportKind): readonly ImportField[] {
  return KIND_RULES[kind].fields;
}
