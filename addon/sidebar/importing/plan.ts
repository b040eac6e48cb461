import {
  answered,
  type ColumnMapping,
  type Currency,
  type ImportField,
  type ImportKind,
  likeliestMapping,
  locateColumns,
  type MappingAnswer,
  type MappingProposal,
  type MappingQuestion,
  type PlainDate,
  proposeMapping,
  type RawTable,
} from "../../../core/index.ts";

/** What a person made of a proposal so far. */
export interface ImportPlan {
  readonly table: RawTable;
  readonly proposal: MappingProposal;
  /** The mapping of an earlier table with the same headings: then nothing is asked. */
  readonly remembered?: ColumnMapping;
  /** What was answered, by the question's place; an answer can be changed. */
  readonly answers: ReadonlyMap<number, MappingAnswer>;
  /** For rows without a day: as of when they are open. */
  readonly asOf?: PlainDate;
}

/** A plan from the likeliest reading of a table; nothing where no row looks like headings. */
export function planOf(
  table: RawTable,
  currency: Currency,
  remembered?: ColumnMapping,
): ImportPlan | undefined {
  const kind = remembered?.kind;
  const proposal = kind ? proposeMapping(table, { kind, currency }) : likeliestMapping(table, currency);
  return proposal && { table, proposal, answers: new Map(), ...(remembered ? { remembered } : {}) };
}

/** The same table taken for something else, nothing answered yet. */
export function planAs(kind: ImportKind, { table, proposal }: ImportPlan): ImportPlan {
  const { currency } = proposal.mapping;
  return { table, proposal: proposeMapping(table, { kind, currency }) ?? proposal, answers: new Map() };
}

export function withAnswer(plan: ImportPlan, question: number, answer: MappingAnswer): ImportPlan {
  return { ...plan, answers: new Map([...plan.answers, [question, answer]]) };
}

/** The mapping with everything that was answered. */
export function mappingOf({ proposal, remembered, answers }: ImportPlan): ColumnMapping {
  const { headers } = proposal.layout;
  if (remembered) return remembered;
  const given = proposal.questions.flatMap((_, at) => answers.get(at) ?? []);
  return given.reduce((mapping, answer) => answered(mapping, headers, answer), proposal.mapping);
}

/** Places of the questions that are still open. */
export function openQuestionsOf(plan: ImportPlan): number[] {
  if (plan.remembered) return [];
  const mapping = mappingOf(plan);
  const { questions } = plan.proposal;
  return [...questions.keys()].filter((at) => {
    const question = questions[at];
    return question && !plan.answers.has(at) && !isSettled(question, mapping);
  });
}

/** One answer may settle another question: a column said to be the customer, or sub-headings that are. */
function isSettled(question: MappingQuestion, mapping: ColumnMapping): boolean {
  const has = (fields: readonly ImportField[]) => mapping.columns.some(({ field }) => fields.includes(field));
  if (question.kind === "groupsAre") return has(["customerName", "customerCode"]);
  if (question.kind !== "missing") return false;
  return (
    has(question.fields) || (question.fields.includes("customerName") && mapping.groupsAre !== undefined)
  );
}

/** A column of the table as it will be read. */
export interface ReadColumn {
  readonly column: number;
  readonly header: string;
  readonly examples: readonly string[];
  /** Left out for a column that is not imported. */
  readonly field?: ImportField;
}

export function columnsOf(plan: ImportPlan): ReadColumn[] {
  const { proposal } = plan;
  const { found } = locateColumns(mappingOf(plan).columns, proposal.layout.headers);
  return proposal.columns.map(({ column, header, examples }) => {
    const field = found.find(({ index }) => index === column)?.field;
    return { column, header, examples, ...(field ? { field } : {}) };
  });
}

/** Whether rows lack a day of their own, so that it must be said as of when they are open. */
export function needsAsOf(plan: ImportPlan): boolean {
  const { kind, columns } = mappingOf(plan);
  return (kind === "openings" || kind === "openItems") && !columns.some(({ field }) => field === "date");
}
