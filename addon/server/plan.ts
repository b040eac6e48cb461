import {
  type Account,
  afterRefunds,
  type Change,
  columnsOf,
  type EntryDraft,
  isCurrency,
  type OpenCredit,
  type OpenLine,
  openCreditsOf,
  openLinesOf,
  type PlainDate,
  type Settings,
} from "../../core/index.ts";
import { Refusal } from "../refusal.ts";

/** Ids for the records that one entry makes: they tell their place in the journal, "i12.0". */
export interface IdMaker {
  readonly seq: number;
  item(): string;
  receipt(): string;
  allocation(): string;
  customer(): string;
  batch(): string;
  statement(): string;
  approval(): string;
  hold(): string;
  review(): string;
  reminder(): string;
  promise(): string;
  other(): string;
}

/** Ids of the entry with that number in the journal. */
export function idsFor(seq: number): IdMaker {
  let count = 0;
  const next = (letter: string) => `${letter}${seq}.${count++}`;
  return {
    seq,
    item: () => next("i"),
    receipt: () => next("r"),
    allocation: () => next("a"),
    customer: () => next("c"),
    batch: () => next("b"),
    statement: () => next("s"),
    approval: () => next("p"),
    hold: () => next("h"),
    review: () => next("v"),
    reminder: () => next("n"),
    promise: () => next("w"),
    other: () => next("o"),
  };
}

/** Names of so many documents make a sentence; more make a list that nobody reads. */
const MOST_NAMED = 8;

/** Documents that stand in the way, as a refusal names them. */
export function named(documents: readonly string[]): string {
  return documents.slice(0, MOST_NAMED).join(", ");
}

/** Beyond every date: what is open now, whenever it is dated. */
const END_OF_TIME = 0x7ffffff0;

/** Everything open on an account now. */
export interface Position {
  readonly lines: readonly OpenLine[];
  readonly credits: readonly OpenCredit[];
}

export function positionOf(account: Account, settings: Settings, currency: string): Position {
  const columns = columnsOf([account], { knownAt: Number.MAX_SAFE_INTEGER - 1, ...settings });
  return {
    lines: openLinesOf(columns, END_OF_TIME).filter((line) => line.item.currency === currency),
    credits: afterRefunds(openCreditsOf(columns, END_OF_TIME)).filter((each) => each.currency === currency),
  };
}

/** Refuses a date inside a closed period 已关账. */
export function refuseClosed(date: PlainDate, settings: Settings): void {
  refuseInClosed("periodClosed", date, settings);
}

/** The same for taking back: no other date helps there, only opening the period or an entry against it. */
export function refuseClosedUndo(date: PlainDate, settings: Settings): void {
  refuseInClosed("undoClosed", date, settings);
}

function refuseInClosed(why: "periodClosed" | "undoClosed", date: PlainDate, settings: Settings): void {
  const { closedThrough } = settings;
  if (closedThrough && date <= closedThrough) throw new Refusal(why, { date, closedThrough });
}

/** Refuses a currency that is not known; what an account holds in one, as earlier versions took it, goes on. */
export function refuseUnknownCurrency(code: string | undefined, account?: Account): void {
  if (code === undefined || isCurrency(code) || (account && isHeld(account, code))) return;
  throw new Refusal("currencyUnknown", { found: code });
}

function isHeld({ customer, items, receipts }: Account, code: string): boolean {
  return customer.currency === code || [...items, ...receipts].some(({ currency }) => currency === code);
}

/** An entry of one action. */
export function draftOf(kind: string, action: string, key: string, changes: readonly Change[]): EntryDraft {
  return { kind, action, key, changes };
}
