import {
  answered,
  type ColumnMapping,
  type Currency,
  columnAs,
  type ImportField,
  type ImportKind,
  likeliestMapping,
  locateColumns,
  type MappingAnswer,
  type MappingProposal,
  type PlainDate,
  proposeMapping,
  type RawTable,
  recalled,
} from "../../../core/index.ts";

/** What a person made of a proposal so far. */
export interface ImportPlan {
  readonly table: RawTable;
  readonly proposal: MappingProposal;
  /** The mapping of an earlier table with the same headings, as it was kept and as this table has it. */
  readonly recalledFrom?: ColumnMapping;
  readonly remembered?: ColumnMapping;
  /** What was said of columns and cells, the latest last, by what it is said of: it can be said anew. */
  readonly answers: ReadonlyMap<string, MappingAnswer>;
  /** Currencies that the ledger and its customers have, its own first. */
  readonly inUse: readonly [Currency, ...Currency[]];
  /** For rows without a day: as of when they are open. */
  readonly asOf?: PlainDate;
}

/** A plan from the likeliest reading of a table; nothing where no row looks like headings. */
export function planOf(
  table: RawTable,
  inUse: readonly [Currency, ...Currency[]],
  remembered?: ColumnMapping,
): ImportPlan | undefined {
  const [currency] = inUse;
  const kind = remembered?.kind;
  const proposal = kind ? proposeMapping(table, { kind, currency }) : likeliestMapping(table, currency);
  const known = remembered
    ? { recalledFrom: remembered, remembered: recalled(remembered, table, currency) }
    : {};
  return proposal && { table, proposal, inUse, answers: new Map(), ...known };
}

/** The same table taken for something else: of what was said only the currency stays. */
export function planAs(kind: ImportKind, { table, proposal, inUse, answers }: ImportPlan): ImportPlan {
  const { currency } = proposal.mapping;
  const told = [...answers].filter(([, answer]) => answer.kind === "currency");
  const anew = proposeMapping(table, { kind, currency }) ?? proposal;
  return { table, inUse, proposal: anew, answers: new Map(told) };
}

/** What an answer is said of: a later one about the same takes its place. */
export function subjectOf(answer: MappingAnswer): string {
  switch (answer.kind) {
    case "field":
      return `column ${answer.column}`;
    case "dateOrder":
    case "numberStyle":
      return `${answer.kind} ${answer.field}`;
    default:
      return answer.kind;
  }
}

/** The plan with one thing more said, or said anew. */
export function withAnswer(plan: ImportPlan, answer: MappingAnswer): ImportPlan {
  const answers = new Map(plan.answers);
  const subject = subjectOf(answer);
  if (answer.kind === "field") for (const field of movedBy(plan, answer)) forgetStyleOf(answers, field);
  answers.delete(subject);
  answers.set(subject, answer);
  return answer.kind === "currency" ? proposedIn(answer.value, { ...plan, answers }) : { ...plan, answers };
}

/** The fields that have another column, or none, once this is said. */
function movedBy(plan: ImportPlan, { column, field }: MappingAnswer & { kind: "field" }): ImportField[] {
  const before = fieldAt(plan, column);
  return before === field ? [] : [before, field].filter((each) => each !== undefined);
}

/** How a column writes its days or figures was said of that column, not of the field's next one. */
function forgetStyleOf(answers: Map<string, MappingAnswer>, field: ImportField): void {
  answers.delete(`dateOrder ${field}`);
  answers.delete(`numberStyle ${field}`);
}

/** Figures of another currency may be written in another way: the table is proposed anew. */
function proposedIn(currency: Currency, plan: ImportPlan): ImportPlan {
  const { kind } = plan.proposal.mapping;
  return { ...plan, proposal: proposeMapping(plan.table, { kind, currency }) ?? plan.proposal };
}

/** The mapping with everything that was said: of columns first, then of what stands in them. */
export function mappingOf(plan: ImportPlan): ColumnMapping {
  const said = [...plan.answers.values()];
  const isOfColumn = ({ kind }: MappingAnswer) => kind === "field";
  const ordered = [...said.filter(isOfColumn), ...said.filter((answer) => !isOfColumn(answer))];
  return ordered.reduce((mapping, answer) => withSaid(plan, mapping, answer), baseOf(plan));
}

/** What the plan begins with, before anything is said. */
export function baseOf({ proposal, remembered }: ImportPlan): ColumnMapping {
  return remembered ?? proposal.mapping;
}

/** A column that becomes another field keeps nothing of the one it was, and is read by its own values. */
function withSaid(plan: ImportPlan, mapping: ColumnMapping, answer: MappingAnswer): ColumnMapping {
  const { table, proposal } = plan;
  const next = answered(mapping, proposal.layout, answer);
  if (answer.kind !== "field" || answer.field === undefined) return next;
  const { column, field } = answer;
  if (fieldIn(mapping, plan, column) === field) return mapping;
  const as = columnAs(table, proposal.layout, { column, field }, mapping.currency).column;
  return { ...next, columns: next.columns.map((each) => (each.field === field ? as : each)) };
}

/** What a column is taken for now. */
export function fieldAt(plan: ImportPlan, column: number): ImportField | undefined {
  return fieldIn(mappingOf(plan), plan, column);
}

export function fieldIn(mapping: ColumnMapping, { proposal }: ImportPlan, column: number) {
  const { found } = locateColumns(mapping.columns, proposal.layout.headers);
  return found.find(({ index }) => index === column)?.field;
}

/** A column of the table as it will be read. */
export interface ReadColumn {
  readonly column: number;
  readonly header: string;
  readonly examples: readonly string[];
  /** Left out for a column that is not imported. */
  readonly field?: ImportField;
}

/** Every column, those that were imported at first before the others: none jumps when it is put right. */
export function columnsOf(plan: ImportPlan): ReadColumn[] {
  const mapping = mappingOf(plan);
  const first = baseOf(plan);
  const isLate = ({ column }: ReadColumn) => Number(fieldIn(first, plan, column) === undefined);
  return plan.proposal.columns
    .map(({ column, header, examples }) => {
      const field = fieldIn(mapping, plan, column);
      return { column, header, examples, ...(field ? { field } : {}) };
    })
    .sort((a, b) => isLate(a) - isLate(b));
}

/** Whether rows lack a day of their own, so that it must be said as of when they are open. */
export function needsAsOf(plan: ImportPlan): boolean {
  const { kind, columns } = mappingOf(plan);
  return (kind === "openings" || kind === "openItems") && !columns.some(({ field }) => field === "date");
}
