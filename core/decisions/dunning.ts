import { isInLongHoliday, isWorkingDay } from "../calculations/calendar.ts";
import type { OpenLine } from "../calculations/open-amounts.ts";
import { isDisputedOn } from "../records/open-item.ts";
import { DUNNING_LEVELS, type DunningLevel, type DunningPolicy, type Reminder } from "../records/reminder.ts";
import { daysAfter, daysBetween, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, minus, plus, smaller, ZERO } from "../values/money.ts";

/** Why a due line, or a whole customer, gets no reminder. */
export type DunningExclusion =
  | { readonly why: "disputed" | "promised" | "onPlan" | "dueNotFixed" | "taxInvoiceNotReceived" }
  | { readonly why: "belowSmallAmount" | "covered" | "belowLeastTotal" | "quietHours" }
  | { readonly why: "paused" | "tooSoon"; readonly until: PlainDate }
  | { readonly why: "quietDay"; readonly until: PlainDate };

/** A due line at the level that is due and not yet done. */
export interface DunnedLine {
  readonly line: OpenLine;
  readonly level: DunningLevel;
  /** Days beyond terms; negative before it is due. */
  readonly days: number;
}

/** 催款函: one letter to one customer in one currency. */
export interface DunningLetter {
  readonly currency: Currency;
  /** The highest of its lines' levels sets the tone. */
  readonly level: DunningLevel;
  readonly lines: readonly DunnedLine[];
  readonly total: Money;
  /** What falls due shortly, named beside what is past due and not part of its sum. */
  readonly soon: readonly DunnedLine[];
  readonly soonTotal: Money;
}

/** A due line that is left out, and why. */
export interface LeftOut {
  readonly line: OpenLine;
  readonly exclusion: DunningExclusion;
}

/** What is due to be said to one customer, and what is not, with its reason. */
export interface Dunning {
  readonly letters: readonly DunningLetter[];
  readonly leftOut: readonly LeftOut[];
}

/** What there is to be said about: the open lines, what was said, and what keeps us from saying it. */
export interface DunningFacts {
  readonly lines: readonly OpenLine[];
  readonly reminders: readonly Reminder[];
  /** 暂停至: the customer is not reminded up to this day. */
  readonly pausedUntil?: PlainDate;
  /** Ids of items under a live promise or plan. */
  readonly promised: ReadonlySet<string>;
  readonly onPlan: ReadonlySet<string>;
  /** Money on nothing, positive, by currency: what it covers is not asked for. */
  readonly unapplied: ReadonlyMap<Currency, Money>;
  readonly smallAmountIn: (currency: Currency) => Money;
  /** The least that a letter asks for, by currency. */
  readonly leastTotalIn?: (currency: Currency) => Money | undefined;
  /** The hour of the day in the ledger's zone, where it matters: of a run for now. */
  readonly hour?: number;
}

/**
 * Dunning 催收 of one customer: what is due to be said and not yet done, by customer, line and level. It is computed from
 * what is open and what was said, never from "today is day N": a run that is repeated says nothing twice, a run that
 * was left out loses nothing. A letter before the due date is not made up for after it.
 *
 * @example
 * dunningOf({ lines: [], reminders: [], promised: new Set(), onPlan: new Set(), unapplied: new Map(), smallAmountIn: () => money(1000) }, DEFAULT_DUNNING_POLICY, plainDate("2026-11-22")) // => { letters: [], leftOut: [] }
 */
export function dunningOf(facts: DunningFacts, policy: DunningPolicy, asOf: PlainDate): Dunning {
  const done = doneLevels(facts.reminders);
  const leftOut: LeftOut[] = [];
  const due: DunnedLine[] = [];
  const unapplied = new Map(facts.unapplied);
  for (const line of facts.lines) {
    const left = notCovered(line, unapplied);
    const dunned = dunnedLine(left, done, policy, asOf);
    if (line.due !== undefined && !dunned) continue;
    const exclusion = exclusionOf(left, facts, asOf);
    if (exclusion) leftOut.push({ line, exclusion });
    else if (dunned) due.push(dunned);
  }
  const held = heldBack(facts, policy, asOf);
  if (held)
    return { letters: [], leftOut: [...leftOut, ...due.map(({ line }) => ({ line, exclusion: held }))] };
  return lettersOf(due, leftOut, facts);
}

/** A line less the money on nothing that would go to it, the oldest line first: what is asked for is what is owed. */
function notCovered(line: OpenLine, unapplied: Map<Currency, Money>): OpenLine {
  const { currency } = line.item;
  const covered = smaller(line.open, unapplied.get(currency) ?? ZERO);
  if (covered <= 0) return line;
  unapplied.set(currency, minus(unapplied.get(currency) ?? ZERO, covered));
  return { ...line, open: minus(line.open, covered) };
}

/** The level of a line that is reached and not done; nothing where there is none. */
function dunnedLine(
  line: OpenLine,
  done: ReadonlyMap<string, number>,
  { ladder, escalation }: DunningPolicy,
  asOf: PlainDate,
): DunnedLine | undefined {
  if (line.due === undefined) return undefined;
  const days = daysBetween(line.due, asOf);
  const last = done.get(keyOf(line.item.id, line.line)) ?? -1;
  const reached = ladder
    .filter(({ level, fromDays }) => days >= fromDays && (level !== "beforeDue" || days <= 0))
    .map(({ level }) => DUNNING_LEVELS.indexOf(level))
    .filter((level) => level > last)
    .sort((a, b) => a - b);
  const next = escalation === "jump" ? reached[reached.length - 1] : reached[0];
  const level = next === undefined ? undefined : DUNNING_LEVELS[next];
  return level && { line, level, days };
}

/** The highest level at which each line was ever named, later than the day of the run too; what was skipped is done. */
function doneLevels(reminders: readonly Reminder[]): ReadonlyMap<string, number> {
  const done = new Map<string, number>();
  for (const { item, line, level } of reminders.flatMap(({ lines }) => lines)) {
    const key = keyOf(item, line);
    done.set(key, Math.max(done.get(key) ?? -1, DUNNING_LEVELS.indexOf(level)));
  }
  return done;
}

function keyOf(item: string, line: number): string {
  return `${item} ${line}`;
}

function exclusionOf(
  { item, line, due, open }: OpenLine,
  { onPlan, promised, smallAmountIn }: DunningFacts,
  asOf: PlainDate,
): DunningExclusion | undefined {
  if (isDisputedOn(item, asOf)) return { why: "disputed" };
  if (due === undefined)
    return { why: item.lines[line]?.basis === "taxInvoice" ? "taxInvoiceNotReceived" : "dueNotFixed" };
  if (onPlan.has(item.id)) return { why: "onPlan" };
  if (promised.has(item.id)) return { why: "promised" };
  if (open === ZERO) return { why: "covered" };
  return open <= smallAmountIn(item.currency) ? { why: "belowSmallAmount" } : undefined;
}

/** What keeps any letter to the customer back: a pause, a letter that was sent only lately, a quiet day or hour. */
function heldBack(
  { pausedUntil, reminders, hour }: DunningFacts,
  policy: DunningPolicy,
  asOf: PlainDate,
): DunningExclusion | undefined {
  if (pausedUntil !== undefined && asOf <= pausedUntil) return { why: "paused", until: pausedUntil };
  const said = reminders.filter(({ state }) => state === "drafted" || state === "sent");
  const last = said.map(({ date }) => date).sort()[said.length - 1];
  const until = last && daysAfter(last, policy.gapDays);
  if (until !== undefined && asOf < until) return { why: "tooSoon", until };
  if (isQuietDay(asOf, policy)) return { why: "quietDay", until: dayAfterQuiet(asOf, policy) };
  return hour !== undefined && isQuietHour(hour, policy) ? { why: "quietHours" } : undefined;
}

function isQuietDay(day: PlainDate, { quietDays }: DunningPolicy): boolean {
  if (quietDays === "none") return false;
  return quietDays === "restDays" ? !isWorkingDay(day) : isInLongHoliday(day);
}

function dayAfterQuiet(day: PlainDate, policy: DunningPolicy): PlainDate {
  let next = daysAfter(day, 1);
  while (isQuietDay(next, policy)) next = daysAfter(next, 1);
  return next;
}

/** From nine in the evening to eight in the morning crosses midnight. */
function isQuietHour(hour: number, { quietHours }: DunningPolicy): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** A letter for each currency. */
function lettersOf(due: readonly DunnedLine[], leftOut: readonly LeftOut[], facts: DunningFacts): Dunning {
  const byCurrency = new Map<Currency, DunnedLine[]>();
  for (const each of due) {
    const { currency } = each.line.item;
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), each]);
  }
  const letters: DunningLetter[] = [];
  const without: LeftOut[] = [];
  for (const [currency, lines] of byCurrency) {
    const why = whyNone(totalOf(lines), currency, facts);
    if (why) without.push(...lines.map(({ line }): LeftOut => ({ line, exclusion: { why } })));
    else letters.push(letterOf(currency, lines));
  }
  return { letters, leftOut: [...leftOut, ...without] };
}

/** A letter about what is past due only names what is not; one about nothing past due asks for that. */
function letterOf(currency: Currency, all: readonly DunnedLine[]): DunningLetter {
  const late = all.filter(({ level }) => level !== "beforeDue");
  const early = all.filter(({ level }) => level === "beforeDue");
  const [lines, soon] = late.length > 0 ? [late, early] : [early, []];
  const totals = { total: totalOf(lines), soonTotal: totalOf(soon) };
  return { currency, level: highestOf(lines), lines, soon, ...totals };
}

function totalOf(lines: readonly DunnedLine[]): Money {
  return lines.reduce<Money>((sum, { line }) => plus(sum, line.open), ZERO);
}

/** A letter may ask for too little to be worth one. */
function whyNone(
  total: Money,
  currency: Currency,
  { leastTotalIn }: DunningFacts,
): "belowLeastTotal" | undefined {
  const least = leastTotalIn?.(currency);
  return least !== undefined && total < least ? "belowLeastTotal" : undefined;
}

function highestOf(lines: readonly DunnedLine[]): DunningLevel {
  const highest = Math.max(...lines.map(({ level }) => DUNNING_LEVELS.indexOf(level)));
  return DUNNING_LEVELS[highest] ?? "friendly";
}
