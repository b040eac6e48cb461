import { type DayNumber, dayNumberOf, earlier, type PlainDate } from "../values/date.ts";
import type { Currency } from "../values/money.ts";
import type { Account } from "./book.ts";
import type { ItemKind, OpenItem } from "./open-item.ts";
import type { Receipt } from "./receipt.ts";

/** A day that is not there: no due date fixed, no dispute, no draft. Later than every day. */
export const NO_DAY: DayNumber = 0x7fffffff;

/** Stands for a record that the account does not hold. */
export const NO_RECORD = -1;

/**
 * The numbers of an account and nothing else: what sums of whole ledgers are computed from. A column
 * holds one value for each record, in the account's own order; days are day numbers, amounts minor units.
 * `count` says how many: columns that are used again for account after account may be longer.
 */
export interface Figures {
  readonly currencies: readonly Currency[];
  readonly items: ItemFigures;
  /** Due lines of all items, one item's after the other's. */
  readonly lines: LineFigures;
  readonly receipts: ReceiptFigures;
  readonly allocations: AllocationFigures;
  /** One for each item that a tax invoice covers. */
  readonly covers: CoverFigures;
}

/** From which place in the journal a fact is known, and until which. */
interface KnownFigures {
  readonly count: number;
  readonly seq: readonly number[];
  readonly voided: readonly number[];
}

export interface ItemFigures extends KnownFigures {
  /** Place of the first version with the same id. */
  readonly first: readonly number[];
  readonly currency: readonly number[];
  /** Place in {@link FIGURE_KINDS}. */
  readonly kind: readonly number[];
  readonly day: readonly DayNumber[];
  readonly disputedFrom: readonly DayNumber[];
  /** How many due lines the item has. */
  readonly lines: readonly number[];
}

export interface LineFigures {
  readonly count: number;
  readonly due: readonly DayNumber[];
  readonly amount: readonly number[];
}

export interface ReceiptFigures extends KnownFigures {
  readonly first: readonly number[];
  readonly currency: readonly number[];
  readonly day: readonly DayNumber[];
  readonly amount: readonly number[];
  /** Day until which its draft is held 在手: its maturity, or the day of its bounce; none where it is held no more. */
  readonly maturity: readonly DayNumber[];
}

export interface AllocationFigures extends KnownFigures {
  /** Place of the first version of the receipt; of an item with a credit, counted on after all receipts. */
  readonly from: readonly number[];
  /** Place of the first version of the item. */
  readonly item: readonly number[];
  readonly line: readonly number[];
  readonly day: readonly DayNumber[];
  readonly amount: readonly number[];
}

export interface CoverFigures extends KnownFigures {
  /** Place of the first version of the item. */
  readonly item: readonly number[];
}

/** Kinds by the number that stands for them in packed accounts: only ever add at the end. */
export const FIGURE_KINDS: readonly ItemKind[] = [
  "delivery",
  "invoice",
  "debitNote",
  "creditNote",
  "return",
  "rebate",
  "deduction",
  "adjustment",
  "opening",
];

/**
 * Takes the numbers out of an account.
 *
 * @example
 * figuresOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).lines.amount // => []
 */
export function figuresOf(account: Account): Figures {
  const { items, receipts } = account;
  const currencies = [...new Set([...items, ...receipts].map((fact) => fact.currency))];
  const currencyAt = new Map(currencies.map((currency, i) => [currency, i]));
  const currencyOf = (fact: { currency: Currency }) => currencyAt.get(fact.currency) ?? NO_RECORD;
  const itemAt = firstPlaces(items);
  const receiptAt = firstPlaces(receipts);
  return {
    currencies,
    items: { currency: items.map(currencyOf), ...itemFigures(items, itemAt) },
    lines: lineFigures(items),
    receipts: { currency: receipts.map(currencyOf), ...receiptFigures(receipts, receiptAt) },
    allocations: allocationFigures(account, itemAt, receiptAt),
    covers: coverFigures(account, itemAt),
  };
}

type Places = ReadonlyMap<string, number>;

function firstPlaces(facts: readonly { id: string }[]): Places {
  const places = new Map<string, number>();
  for (const [i, { id }] of facts.entries()) if (!places.has(id)) places.set(id, i);
  return places;
}

function itemFigures(items: Account["items"], places: Places): Omit<ItemFigures, "currency"> {
  return {
    ...knownFigures(items),
    first: items.map((item) => placeOf(places, item.id)),
    kind: items.map((item) => FIGURE_KINDS.indexOf(item.kind)),
    day: items.map((item) => dayNumberOf(item.date)),
    disputedFrom: items.map((item: OpenItem) => dayOr(item.dispute?.since)),
    lines: items.map((item) => item.lines.length),
  };
}

function lineFigures(items: Account["items"]): LineFigures {
  const lines = items.flatMap((item) => item.lines);
  const due = lines.map((line) => dayOr(line.due));
  return { count: lines.length, due, amount: lines.map((line) => line.amount) };
}

function receiptFigures(receipts: Account["receipts"], places: Places): Omit<ReceiptFigures, "currency"> {
  const bounces = new Map(receipts.flatMap(({ reverses, date }) => (reverses ? [[reverses, date]] : [])));
  return {
    ...knownFigures(receipts),
    first: receipts.map((receipt) => placeOf(places, receipt.id)),
    day: receipts.map((receipt) => dayNumberOf(receipt.date)),
    amount: receipts.map((receipt) => receipt.amount),
    maturity: receipts.map((receipt: Receipt) => dayOr(heldUntil(receipt, bounces.get(receipt.id)))),
  };
}

/**
 * A draft that was endorsed, discounted or collected is held on no day: nobody said since when. Reports of what
 * was known before still have it.
 */
function heldUntil({ draft }: Receipt, bounced: PlainDate | undefined): PlainDate | undefined {
  if (draft?.state === "held") return draft.maturity;
  if (draft?.state === "dishonoured" && bounced) return earlier(bounced, draft.maturity);
  return undefined;
}

function allocationFigures(account: Account, itemAt: Places, receiptAt: Places): AllocationFigures {
  const { allocations, receipts } = account;
  const fromOf = (id: string): number => {
    const item = placeOf(itemAt, id);
    return receiptAt.get(id) ?? (item === NO_RECORD ? NO_RECORD : receipts.length + item);
  };
  return {
    ...knownFigures(allocations),
    from: allocations.map((allocation) => fromOf(allocation.from)),
    item: allocations.map((allocation) => placeOf(itemAt, allocation.item)),
    line: allocations.map((allocation) => allocation.line),
    day: allocations.map((allocation) => dayNumberOf(allocation.date)),
    amount: allocations.map((allocation) => allocation.amount),
  };
}

function coverFigures({ taxInvoices }: Account, itemAt: Places): CoverFigures {
  const covers = taxInvoices.flatMap(({ covers: parts, seq, voided }) =>
    parts.map((part) => ({ item: placeOf(itemAt, part.item), seq, voided })),
  );
  return { ...knownFigures(covers), item: covers.map((cover) => cover.item) };
}

function knownFigures(facts: readonly { seq: number; voided: number }[]): KnownFigures {
  const [seq, voided] = [facts.map((fact) => fact.seq), facts.map((fact) => fact.voided)];
  return { count: facts.length, seq, voided };
}

function placeOf(places: Places, id: string): number {
  return places.get(id) ?? NO_RECORD;
}

function dayOr(day: PlainDate | undefined): DayNumber {
  return day ? dayNumberOf(day) : NO_DAY;
}
