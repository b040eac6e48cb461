import type { DayNumber } from "../values/date.ts";
import { NumberReader, NumberWriter } from "../values/number-text.ts";
import {
  type AllocationFigures,
  type Figures,
  type ItemFigures,
  NO_DAY,
  type ReceiptFigures,
} from "./figures.ts";

/** What parts the currencies, and the numbers from them; no number has it. */
const BAR = "|";

/**
 * Figures as text: the currencies, then column after column. {@link figuresFromText} reads the columns in
 * the order in which they are written here; another order is another version of packed accounts.
 *
 * @example
 * textOfFigures(figuresOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }))) // => "|AAAAA"
 */
export function textOfFigures({ currencies, items, lines, receipts, allocations, covers }: Figures): string {
  const numbers = new NumberWriter();
  for (const facts of [items, lines, receipts, allocations, covers]) numbers.number(facts.count);
  writeItems(numbers, items);
  writeLines(numbers, lines, items);
  writeReceipts(numbers, receipts);
  writeAllocations(numbers, allocations);
  numbers.rising(covers.seq).column(covers.voided).rising(covers.item);
  return `${currencies.join(BAR)}${BAR}${numbers.text}`;
}

function writeItems(to: NumberWriter, items: ItemFigures): void {
  to.rising(items.seq).column(items.voided).rising(items.first).column(items.currency).column(items.kind);
  to.rising(items.day).column(items.disputedFrom).column(items.lines);
}

/** A due date as days after its document's, so that a customer's terms are one number. */
function writeLines(to: NumberWriter, { due, amount }: Figures["lines"], items: ItemFigures): void {
  const start = items.lines.flatMap((count, i) => Array<DayNumber>(count).fill(items.day[i] ?? 0));
  to.column(due.map((day, i) => (day === NO_DAY ? NO_DAY : day - (start[i] ?? 0)))).column(amount);
}

function writeReceipts(to: NumberWriter, receipts: ReceiptFigures): void {
  to.rising(receipts.seq).column(receipts.voided).rising(receipts.first).column(receipts.currency);
  to.rising(receipts.day).column(receipts.amount).column(receipts.maturity);
}

function writeAllocations(to: NumberWriter, allocations: AllocationFigures): void {
  to.rising(allocations.seq).column(allocations.voided).rising(allocations.from).rising(allocations.item);
  to.column(allocations.line).rising(allocations.day).column(allocations.amount);
}

/** Figures whose columns are filled again and again. */
export type FigureSpace = ReturnType<typeof figureSpace>;

/**
 * Empty columns to read figures into, account after account.
 *
 * @example
 * figureSpace().items.count // => 0
 */
export function figureSpace() {
  const known = () => ({ count: 0, seq: [] as number[], voided: [] as number[], first: [] as number[] });
  const dated = () => ({ ...known(), day: [] as number[], currency: [] as number[] });
  return {
    currencies: [] as string[],
    items: { ...dated(), kind: [] as number[], disputedFrom: [] as number[], lines: [] as number[] },
    lines: { count: 0, due: [] as number[], amount: [] as number[] },
    receipts: { ...dated(), amount: [] as number[], maturity: [] as number[] },
    allocations: { ...known(), ...allocationColumns() },
    covers: { ...known(), item: [] as number[] },
  };
}

function allocationColumns() {
  const none = (): number[] => [];
  return { from: none(), item: none(), line: none(), day: none(), amount: none() };
}

/**
 * Reads the figures that {@link textOfFigures} wrote into the space and gives it back; the text must be
 * whole. What the space held before is gone.
 *
 * @example
 * figuresFromText("CNY|AAAAA", figureSpace()).currencies // => ["CNY"]
 */
export function figuresFromText(text: string, into: FigureSpace): Figures {
  const end = text.lastIndexOf(BAR);
  into.currencies = end > 0 ? text.slice(0, end).split(BAR) : [];
  const from = new NumberReader(text, end + 1);
  const { items, lines, receipts, allocations, covers } = into;
  items.count = from.number();
  lines.count = from.number();
  receipts.count = from.number();
  allocations.count = from.number();
  covers.count = from.number();
  readItems(from, items);
  readLines(from, lines, items);
  readReceipts(from, receipts);
  readAllocations(from, allocations);
  readCovers(from, covers);
  return into;
}

function readItems(from: NumberReader, items: FigureSpace["items"]): void {
  const { count } = items;
  from.rising(items.seq, count);
  from.column(items.voided, count);
  from.rising(items.first, count);
  from.column(items.currency, count);
  from.column(items.kind, count);
  from.rising(items.day, count);
  from.column(items.disputedFrom, count);
  from.column(items.lines, count);
}

function readLines(
  from: NumberReader,
  { count, due, amount }: FigureSpace["lines"],
  items: ItemFigures,
): void {
  from.column(due, count);
  from.column(amount, count);
  let line = 0;
  for (let item = 0; item < items.count; item += 1) {
    const day = items.day[item] ?? 0;
    for (const end = line + (items.lines[item] ?? 0); line < end; line += 1) {
      const days = due[line] ?? NO_DAY;
      if (days !== NO_DAY) due[line] = day + days;
    }
  }
}

function readReceipts(from: NumberReader, receipts: FigureSpace["receipts"]): void {
  const { count } = receipts;
  from.rising(receipts.seq, count);
  from.column(receipts.voided, count);
  from.rising(receipts.first, count);
  from.column(receipts.currency, count);
  from.rising(receipts.day, count);
  from.column(receipts.amount, count);
  from.column(receipts.maturity, count);
}

function readAllocations(from: NumberReader, allocations: FigureSpace["allocations"]): void {
  const { count } = allocations;
  from.rising(allocations.seq, count);
  from.column(allocations.voided, count);
  from.rising(allocations.from, count);
  from.rising(allocations.item, count);
  from.column(allocations.line, count);
  from.rising(allocations.day, count);
  from.column(allocations.amount, count);
}

function readCovers(from: NumberReader, covers: FigureSpace["covers"]): void {
  from.rising(covers.seq, covers.count);
  from.column(covers.voided, covers.count);
  from.rising(covers.item, covers.count);
}
