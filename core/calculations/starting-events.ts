import type { Account } from "../records/book.ts";
import type { TaxInvoice } from "../records/customer.ts";
import { isInForce, isKnownAt, type Known, recordOf } from "../records/known-fact.ts";
import type { DueLine, OpenItem } from "../records/open-item.ts";
import type { StartingEvent } from "../records/terms.ts";
import { daysAfter, type PlainDate } from "../values/date.ts";
import { type RestDayRule, shiftedDueDate } from "./calendar.ts";

/** Days on which the starting events of one document happened, as far as they have. */
export type HappenedOn = Partial<Record<StartingEvent, PlainDate>>;

const STARTING: ReadonlySet<string> = new Set<StartingEvent>([
  "taxInvoice",
  "statement",
  "acceptance",
  "nextDelivery",
]);

/**
 * Whether the line's due date runs from a starting event, happened or not.
 *
 * @example
 * runsFromEvent({ amount: money(100), basis: "taxInvoice", days: 30 }) // => true
 */
export function runsFromEvent(line: DueLine): boolean {
  return line.days !== undefined && STARTING.has(line.basis);
}

/**
 * Due lines with the dates that the starting events give them: an event that happened dates its lines,
 * one that was taken back leaves them open again. Other lines stay as they are.
 *
 * @example
 * redatedLines([{ amount: money(100), basis: "taxInvoice", days: 30 }], { taxInvoice: plainDate("2026-01-02") }) // => [{ amount: 100, basis: "taxInvoice", days: 30, due: "2026-02-01" }]
 */
export function redatedLines(
  lines: readonly DueLine[],
  events: HappenedOn,
  restDays: RestDayRule = "asIs",
): DueLine[] {
  return lines.map((line) => {
    if (!runsFromEvent(line)) return line;
    const happened = events[line.basis as StartingEvent];
    const { amount, basis, days = 0 } = line;
    if (!happened) return { amount, basis, days };
    return { amount, due: shiftedDueDate(daysAfter(happened, days), restDays), basis, days };
  });
}

/** An item whose lines wait for starting events, and the days on which these happened. */
interface Dated {
  readonly item: Known<OpenItem>;
  readonly events: HappenedOn;
}

/** Items that wait for starting events, by id. */
export type DatedItems = ReadonlyMap<string, Dated>;

/**
 * Live items of an account that wait for starting events, with the days on which these happened.
 *
 * @example
 * datedByEvents(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).size // => 0
 */
export function datedByEvents(account: Account): DatedItems {
  const waiting = account.items.filter((item) => isInForce(item) && item.lines.some(runsFromEvent));
  return new Map(waiting.map((item) => [item.id, { item, events: eventsOf(item, account) }]));
}

/**
 * Live items of an account whose due dates are not those that the starting events say now, with their
 * new lines: after a tax invoice was received 票到, a statement confirmed, goods accepted or the next
 * delivery made, or after any of these was taken back. A line whose event is the same as before keeps its
 * date: a rule for rest days decides dates to come.
 *
 * @example
 * redatedItems(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), new Map()) // => []
 */
export function redatedItems(
  account: Account,
  before: DatedItems,
  restDays: RestDayRule = "asIs",
): OpenItem[] {
  return [...datedByEvents(account).values()].flatMap(({ item, events }) => {
    const known = before.get(item.id);
    const dated = redatedLines(item.lines, events, restDays);
    const lines = dated.map((line) => (known && asBefore(line, known, events)) ?? line);
    const isSame = lines.every((line, i) => line.due === item.lines[i]?.due);
    return isSame ? [] : [{ ...recordOf(item), lines }];
  });
}

/** The line with the date that it had, where its event is the one by which it was dated. */
function asBefore(line: DueLine, before: Dated, now: HappenedOn): DueLine | undefined {
  const { amount, basis, days } = line;
  const event = basis as StartingEvent;
  if (before.events[event] !== now[event]) return undefined;
  const same = before.item.lines.find((each) => each.basis === basis && each.days === days && each.due);
  return runsFromEvent(line) && same ? { ...same, amount } : undefined;
}

/** On which days the events happened that an item's lines wait for. */
function eventsOf(item: Known<OpenItem>, account: Account): HappenedOn {
  const happened: { [E in StartingEvent]?: PlainDate } = {};
  for (const { basis } of item.lines) {
    const day = DAY_OF[basis as StartingEvent]?.(item, account);
    if (day) happened[basis as StartingEvent] = day;
  }
  return happened;
}

const DAY_OF: Readonly<
  Record<StartingEvent, (item: Known<OpenItem>, account: Account) => PlainDate | undefined>
> = {
  acceptance: (item) => item.acceptedOn,
  taxInvoice: (item, account) => coveredOn(item, account.taxInvoices),
  statement: confirmedOn,
  nextDelivery: nextDeliveryOf,
};

/** The day from which the tax invoices that the customer has received cover the whole item. */
function coveredOn(item: OpenItem, invoices: readonly Known<TaxInvoice>[]): PlainDate | undefined {
  const received = invoices
    .filter((invoice) => isInForce(invoice) && invoice.receivedOn)
    .sort((a, b) => ((a.receivedOn ?? "") < (b.receivedOn ?? "") ? -1 : 1));
  let covered = 0;
  for (const invoice of received) {
    for (const part of invoice.covers) if (part.item === item.id) covered += part.amount;
    if (covered >= item.amount) return invoice.receivedOn;
  }
  return undefined;
}

/** The day on which the customer confirmed the first statement that shows the item. */
function confirmedOn(item: Known<OpenItem>, account: Account): PlainDate | undefined {
  const first = Math.min(...account.items.filter((each) => each.id === item.id).map((each) => each.seq));
  const confirmed = account.statements.flatMap(({ currency, to, knownAt, confirmed: day }) =>
    day && currency === item.currency && to >= item.date && isKnownAt({ seq: first, voided: 0 }, knownAt)
      ? [day]
      : [],
  );
  return earliest(confirmed);
}

/** 压批: the day of the customer's next document of the same kind. */
function nextDeliveryOf(item: OpenItem, account: Account): PlainDate | undefined {
  const later = account.items.filter(
    (each) => isInForce(each) && each.kind === item.kind && each.amount > 0 && each.date > item.date,
  );
  return earliest(later.map((each) => each.date));
}

function earliest(days: readonly PlainDate[]): PlainDate | undefined {
  return days.reduce<PlainDate | undefined>((first, day) => (!first || day < first ? day : first), undefined);
}
