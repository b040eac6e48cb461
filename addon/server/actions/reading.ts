import {
  type AgingRow,
  agingOf,
  type ColumnOptions,
  type Columns,
  type Customer,
  columnsOf,
  columnsOfFigures,
  dayNumberOf,
  daysBetween,
  type Language,
  type PlainDate,
  type Policy,
  plainDate,
  policyOn,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { CustomerLine } from "../accounts-tab.ts";
import { dayIn, hourAt, now } from "../google.ts";
import { typedRows } from "../hand-edits.ts";
import type { Ledger } from "../ledger.ts";
import { figuresOfAll, loadAll } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import {
  accountsOfJournal,
  lacksRecords,
  RecordCount,
  recordsInFigures,
  recordsOf,
} from "../record-count.ts";

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
  /** The customers themselves, in the order in which they were made; unpacked as they are asked for. */
  readonly customers: () => Customer[];
}

/** Options that every report has. */
export interface ReadingOptions {
  readonly asOf?: PlainDate;
  readonly asKnownAt?: number;
  /** Judged by that version, as an earlier decision was; otherwise by the one in force that day. */
  readonly policyVersion?: number;
}

/** Opens the whole ledger as columns: reads grow with the ledger's cells, never with the question. */
export function readWhole(options: ReadingOptions): Reading {
  const ledger = openLedger("read");
  loadAll(ledger);
  const { accounts } = ledger.book;
  const told = new RecordCount();
  for (const account of accounts.values()) told.add(account.customer.id, recordsOf(account));
  if (lacksRecords(ledger, told))
    for (const [id, account] of accountsOfJournal(ledger)) accounts.set(id, account);
  return readingOf(ledger, options);
}

/** Opens the figures of the whole ledger as columns; no record of it is unpacked. */
export function readSums(options: ReadingOptions): SumReading {
  const ledger = openLedger("read");
  const lines = new Map<string, CustomerLine>();
  const records = new Map<string, () => Customer>();
  const asKnownAt = options.asKnownAt ?? ledger.book.head.seq;
  const { debtCarriedBy } = ledger.book.settings;
  const told = new RecordCount();
  const known = { knownAt: asKnownAt, debtCarriedBy };
  const asPacked = columnsOfFigures(noted(figuresOfAll(ledger), { lines, records, told }), known);
  const columns = lacksRecords(ledger, told) ? columnsOfJournal(ledger, { lines, records, known }) : asPacked;
  const asOf = options.asOf ?? todayIn(ledger);
  const customers = () => [...records.values()].map((record) => record());
  return { ledger, asOf, asKnownAt, policy: policyOn(ledger.book, asOf), columns, lines, customers };
}

interface Notes {
  readonly lines: Map<string, CustomerLine>;
  readonly records: Map<string, () => Customer>;
  readonly told: RecordCount;
}

/** The sources as they come, with each customer's names and records noted on the way. */
function* noted(sources: ReturnType<typeof figuresOfAll>, { lines, records, told }: Notes) {
  for (const source of sources) {
    lines.set(source.customer, source.line);
    if (source.customer !== UNIDENTIFIED) records.set(source.customer, source.record);
    told.add(source.customer, recordsInFigures(source.figures));
    yield source;
  }
}

/** Where packed accounts are gone, the journal has them: sums of everybody from it instead. */
function columnsOfJournal(ledger: Ledger, to: Omit<Notes, "told"> & { known: ColumnOptions }): Columns {
  const accounts = accountsOfJournal(ledger);
  for (const [id, { customer }] of accounts) {
    to.lines.set(id, customer);
    if (id !== UNIDENTIFIED) to.records.set(id, () => customer);
  }
  return columnsOf(accounts.values(), to.known);
}

/** What reports start from, over the accounts that are loaded. */
export function readingOf(ledger: Ledger, options: ReadingOptions): Reading {
  const asOf = options.asOf ?? todayIn(ledger);
  const asKnownAt = options.asKnownAt ?? ledger.book.head.seq;
  const { debtCarriedBy } = ledger.book.settings;
  const columns = columnsOf(ledger.book.accounts.values(), { knownAt: asKnownAt, debtCarriedBy });
  return { ledger, asOf, asKnownAt, policy: policyFor(ledger, asOf, options.policyVersion), columns };
}

/** As of when and by which rules a customer is judged: what core's decisions ask for. */
export function scopeOf({ ledger, asOf, asKnownAt: knownAt, policy }: Omit<Reading, "columns">) {
  return { asOf, knownAt, policy, settings: ledger.book.settings };
}

function policyFor({ book }: Ledger, asOf: PlainDate, version: number | undefined): Policy {
  if (version === undefined) return policyOn(book, asOf);
  const found = book.policies.find((policy) => policy.version === version);
  if (!found) throw new Refusal("policyUnknown", { version });
  return found;
}

/** Today's calendar day in the workbook's time zone. */
export function todayIn(ledger: Ledger): PlainDate {
  return dayIn(ledger.style.zone, new Date(now())) as PlainDate;
}

/** The hour of the day in the ledger's zone. */
export function hourIn(ledger: Ledger): number {
  return hourAt(ledger.style.zone, new Date(now()));
}

/**
 * The policy with ages from the due date: what is overdue 逾期 is past its due date, whatever the firm
 * counts the age of its documents from.
 */
export function byDueDate({ policy }: Reading): Policy {
  return { ...policy, agingBasis: "dueDate" };
}

/** Aging rows with the customers' codes and names. */
export function agingLines(reading: Reading, policy: Policy) {
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
    ...(ledger.state.verifiedOn ? { verifiedOn: plainDate(ledger.state.verifiedOn) } : {}),
    ...trustIn(ledger),
  };
}

/**
 * Where the journal is known to be damaged: figures are as of the views then. Else whether there is doubt:
 * the edit trigger met hands in a hidden tab, rows of the journal are gone, or accounts are torn or gone.
 * All of it was read anyway.
 */
export function trustIn({ state, damaged }: Ledger): { damagedRow?: number; doubt?: true } {
  if (state.damage) return { damagedRow: state.damage.row };
  const hasRows = state.journalRowsNow >= state.left.journalRows;
  return hasRows && damaged.length === 0 && state.doubt === "" ? {} : { doubt: true };
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
