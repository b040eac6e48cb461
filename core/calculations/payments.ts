import type { Account } from "../records/book.ts";
import { isKnownAt, isThereAt, type Known } from "../records/known-fact.ts";
import { isDisputedOn, type OpenItem } from "../records/open-item.ts";
import type { Allocation, Receipt } from "../records/receipt.ts";
import { daysBetween, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, minus, money, plus, smaller, ZERO } from "../values/money.ts";
import { compareText } from "../values/text.ts";
import { type ColumnOptions, carriesDebt } from "./column-shape.ts";
import { lineKey } from "./over-settled.ts";

/** Why lateness is not the customer's: the delivery is disputed, or our tax invoice came after the due date. */
export type NotTheirs = "dispute" | "taxInvoice";

/** So much of a due line, and when it was paid; past due and still open, it has no day of payment yet. */
export interface Payment {
  readonly item: string;
  readonly line: number;
  readonly due: PlainDate;
  readonly paid?: PlainDate;
  /** 超账期天数 days beyond terms, so far where it is still open; negative when it came early. */
  readonly days: number;
  readonly amount: Money;
  readonly notTheirs?: NotTheirs;
}

/** Which of an account's facts are looked at: of one currency, by the end of a day, as known at a place. */
export interface PaymentScope extends ColumnOptions {
  readonly currency: Currency;
  readonly asOf: PlainDate;
}

/**
 * How a customer paid 付款记录: every part of a due line that money settled, by the day of the money, and what is past
 * due and open. Offsets and credits are no payments. A draft pays on the day it was received; what bounced never paid,
 * and what was refunded is taken from the latest payment of its line. Lines without a fixed due date are left out.
 *
 * @example
 * paymentsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { currency: "CNY", asOf: plainDate("2026-11-22"), knownAt: 1, debtCarriedBy: "invoice" }) // => []
 */
export function paymentsOf(account: Account, scope: PaymentScope): Payment[] {
  const isThere = (fact: Known<{ date: PlainDate }>) => isThereAt(fact, scope);
  const money = moneyIn(account.receipts.filter(isThere));
  const settling = settlingsByLine(account.allocations.filter(isThere));
  const fault = faultsIn(account, scope);
  return account.items
    .filter((item) => isThere(item) && isPayable(item, scope))
    .flatMap((item) =>
      item.lines.flatMap(({ amount, due }, line) =>
        due === undefined
          ? []
          : paymentsOfLine(
              { item, line, due, amount },
              settling.get(lineKey({ item: item.id, line })) ?? [],
              {
                asOf: scope.asOf,
                money,
                notTheirs: fault(item, due),
              },
            ),
      ),
    );
}

function isPayable(item: OpenItem, scope: PaymentScope): boolean {
  const owes = item.amount > 0 && item.kind !== "adjustment";
  return owes && item.currency === scope.currency && carriesDebt(item, scope);
}

interface Line {
  readonly item: OpenItem;
  readonly line: number;
  readonly due: PlainDate;
  readonly amount: Money;
}

interface Around {
  readonly asOf: PlainDate;
  /** Receipts that are payments, by id. */
  readonly money: ReadonlyMap<string, Receipt>;
  readonly notTheirs: NotTheirs | undefined;
}

function paymentsOfLine(line: Line, settling: readonly Allocation[], around: Around): Payment[] {
  const { item, due } = line;
  const of = (amount: Money, until: PlainDate, paid?: PlainDate): Payment => {
    const days = daysBetween(due, until);
    return {
      ...{ item: item.id, line: line.line, due, days, amount },
      ...(paid ? { paid } : {}),
      ...(around.notTheirs && days > 0 ? { notTheirs: around.notTheirs } : {}),
    };
  };
  const paid = paidParts(settling, around.money).map(({ date, amount }) => of(amount, date, date));
  const open = settling.reduce((left, { amount }) => minus(left, amount), line.amount);
  return open > 0 && due < around.asOf ? [...paid, of(open, around.asOf)] : paid;
}

interface Part {
  readonly date: PlainDate;
  readonly amount: Money;
}

/** What money settled of a line, the earliest first, less what refunds opened again, the latest first. */
function paidParts(settling: readonly Allocation[], receipts: ReadonlyMap<string, Receipt>): Part[] {
  const parts: Part[] = [];
  for (const { from, date, amount } of settling) {
    if (!receipts.has(from)) continue;
    if (amount > 0) parts.push({ date, amount });
    else takeBack(parts, money(-amount));
  }
  return parts;
}

function takeBack(parts: Part[], amount: Money): void {
  let left = amount;
  while (left > 0) {
    const last = parts.pop();
    if (!last) return;
    const taken = smaller(left, last.amount);
    left = minus(left, taken);
    if (taken < last.amount) parts.push({ ...last, amount: minus(last.amount, taken) });
  }
}

/** Receipts that are money; a draft that bounced by that day and what takes it back are none, nor are offsets. */
function moneyIn(receipts: readonly Known<Receipt>[]): ReadonlyMap<string, Receipt> {
  const bounced = new Set(receipts.flatMap(({ reverses = [] }) => reverses));
  const isMoney = ({ id, method, reverses }: Receipt) =>
    method !== "offset" && reverses === undefined && !bounced.has(id);
  return new Map(receipts.filter(isMoney).map((receipt) => [receipt.id, receipt]));
}

function settlingsByLine(allocations: readonly Known<Allocation>[]): ReadonlyMap<string, Allocation[]> {
  const byLine = new Map<string, Allocation[]>();
  for (const each of [...allocations].sort((a, b) => compareText(a.date, b.date))) {
    const key = lineKey(each);
    const known = byLine.get(key);
    if (known) known.push(each);
    else byLine.set(key, [each]);
  }
  return byLine;
}

/** Says of an item whether lateness beyond a due date is ours. */
function faultsIn(
  { taxInvoices }: Account,
  { asOf, knownAt }: PaymentScope,
): (item: OpenItem, due: PlainDate) => NotTheirs | undefined {
  const received = new Map<string, PlainDate>();
  for (const invoice of taxInvoices) {
    const { receivedOn } = invoice;
    if (!receivedOn || receivedOn > asOf || !isKnownAt(invoice, knownAt)) continue;
    for (const { item } of invoice.covers) {
      const known = received.get(item);
      received.set(item, known && known > receivedOn ? known : receivedOn);
    }
  }
  return (item, due) => {
    if (isDisputedOn(item, asOf)) return "dispute";
    return (received.get(item.id) ?? due) > due ? "taxInvoice" : undefined;
  };
}

/**
 * Adds payments up: their sum in minor units.
 *
 * @example
 * paymentsTotal([]) // => 0
 */
export function paymentsTotal(payments: readonly Payment[]): Money {
  return payments.reduce<Money>((sum, { amount }) => plus(sum, amount), ZERO);
}
