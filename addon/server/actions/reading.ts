import {
  type AgingRow,
  agingOf,
  type Columns,
  columnsOf,
  columnsOfFigures,
  dayNumberOf,
  daysBetween,
  type Language,
  type PlainDate,
  type Policy,
  policyOn,
} from "../../../core/index.ts";
import type { CustomerLine } from "../accounts-tab.ts";
import { dayIn, now } from "../google.ts";
import { typedRows } from "../hand-edits.ts";
import { figuresOfAll, type Ledger, loadAll, openLedger } from "../ledger.ts";

/** A whole ledger opened to read, with everything reports start from. */
export interface Reading {
  readonly ledger: Ledger;
  readonly asOf: PlainDate;
  readonly asKnownAt: number;
  readonly policy: Policy;
  readonly columns: Columns;
}

/** What sums of everybody start from: figures, and what customers are called. */
export interface SumReading extends Reading {
  readonly lines: ReadonlyMap<string, CustomerLine>;
}

/** Options that every report has. */
export interface ReadingOptions {
  readonly asOf?: PlainDate;
  readonly asKnownAt?: number;
}

/** Opens the whole ledger as columns: reads grow with the ledger's cells, never with the question. */
export function readWhole(options: ReadingOptions): Reading {
  const ledger = openLedger("read");
  loadAll(ledger);
  return readingOf(ledger, options);
}

/** Opens the figures of the whole ledger as columns; no record of it is unpacked. */
export function readSums(options: ReadingOptions): SumReading {
  const ledger = openLedger("read");
  const lines = new Map<string, CustomerLine>();
  const asKnownAt = options.asKnownAt ?? ledger.book.head.seq;
  const { debtCarriedBy } = ledger.book.settings;
  const columns = columnsOfFigures(noted(figuresOfAll(ledger), lines), { knownAt: asKnownAt, debtCarriedBy });
  const asOf = options.asOf ?? todayIn(ledger);
  return { ledger, asOf, asKnownAt, policy: policyOn(ledger.book, asOf), columns, lines };
}

/** The sources as they come, with each customer's names noted on the way. */
function* noted(sources: ReturnType<typeof figuresOfAll>, lines: Map<string, CustomerLine>) {
  for (const source of sources) {
    lines.set(source.customer, source.line);
    yield source;
  }
}

/** What reports start from, over the accounts that are loaded. */
export function readingOf(ledger: Ledger, options: ReadingOptions): Reading {
  const asOf = options.asOf ?? todayIn(ledger);
  const asKnownAt = options.asKnownAt ?? ledger.book.head.seq;
  const { debtCarriedBy } = ledger.book.settings;
  const columns = columnsOf(ledger.book.accounts.values(), { knownAt: asKnownAt, debtCarriedBy });
  return { ledger, asOf, asKnownAt, policy: policyOn(ledger.book, asOf), columns };
}

/** Today's calendar day in the workbook's time zone. */
export function todayIn(ledger: Ledger): PlainDate {
  return dayIn(ledger.style.zone, new Date(now())) as PlainDate;
}

/** Aging rows with the customers' codes and names. */
export function agingLines(reading: Reading, policy: Policy = reading.policy) {
  const { accounts } = reading.ledger.book;
  return agingOf(reading.columns, dayNumberOf(reading.asOf), policy).map((row) => {
    const customer = accounts.get(row.customer)?.customer;
    const { customer: id, ...figures } = row;
    return {
      id,
      code: customer?.code ?? "",
      name: customer?.name ?? "",
      ...figures,
      buckets: [...row.buckets],
    };
  });
}

/** A total in the form in which answers carry it. */
export function totalLine(row: AgingRow) {
  const { customer, ...figures } = row;
  return { ...figures, buckets: [...row.buckets] };
}

/** What every screen's head shows of the ledger. */
export function factsOf(ledger: Ledger) {
  const { settings } = ledger.book;
  const { receiptsEnteredThrough, closedThrough } = settings;
  const today = todayIn(ledger);
  const language: Language = settings.language;
  return {
    firm: (language === "en" ? settings.firm.nameEn : undefined) ?? settings.firm.name,
    sample: settings.sample ?? false,
    language,
    baseCurrency: settings.baseCurrency,
    today,
    edges: [...policyOn(ledger.book, today).bucketEdges],
    ...(receiptsEnteredThrough ? { receiptsEnteredThrough } : {}),
    ...(closedThrough ? { closedThrough } : {}),
    ...damagedRow(ledger),
  };
}

/** Where the journal is known to be damaged: figures are as of the views then. */
export function damagedRow({ state }: Ledger): { damagedRow?: number } {
  return state.damage ? { damagedRow: state.damage.row } : {};
}

/** Rows that stand in the tabs and not in the journal yet. */
export function notTakenOver(ledger: Ledger) {
  const tabs = typedRows(ledger.state);
  return {
    rows: tabs.reduce((sum, tab) => sum + tab.rows, 0),
    tabs: tabs.map((tab) => tab.name[ledger.style.language]),
  };
}

/** Days past due on a day; 0 or less is not overdue, and a line without a date never is. */
export function daysPastDue(due: PlainDate | undefined, asOf: PlainDate): number {
  return due ? daysBetween(due, asOf) : 0;
}
