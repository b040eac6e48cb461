import {
  type Account,
  type Allocation,
  dateOfDayNumber,
  emptyAccount,
  type Known,
  money,
  type OpenItem,
  type Receipt,
} from "../../core/index.ts";

/** Two years of business, in day numbers: 2024-11-01 to 2026-10-31. */
const FIRST_DAY = 20_028;
const LAST_DAY = FIRST_DAY + 729;
/** The end of a month shortly before the end, so that later facts must be left out. */
export const AS_OF = LAST_DAY - 31;
export const MONTH = { from: AS_OF - 29, to: AS_OF };

const ITEMS_EACH = 40;
/** The open items of the largest customer of a real ledger. */
const ITEMS_OF_LARGEST = 2_459;

/** Draws the same numbers for the same seed (mulberry32). */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 up to and without the bound. */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  }

  isOneIn(odds: number): boolean {
    return this.below(odds) === 0;
  }
}

/** Accounts of a made-up ledger with so many items, one after the other, in the order of its customers. */
export function* accountsOfLedger(items: number, seed: number): Generator<Account> {
  const draw = new Draw(seed);
  let left = items;
  for (let n = 0; left > 0; n += 1) {
    const own = n === 1 && left > 2 * ITEMS_OF_LARGEST ? ITEMS_OF_LARGEST : Math.min(ITEMS_EACH, left);
    yield new AccountMaker(draw, n).account(own);
    left -= own;
  }
}

/** Makes one account: items through two years, receipts for one to three of them, a third left open. */
class AccountMaker {
  private readonly draw: Draw;
  private readonly made: Account;
  private readonly terms: number;
  private seq: number;

  constructor(draw: Draw, n: number) {
    this.draw = draw;
    this.seq = n + 1;
    this.made = emptyAccount({
      id: `c${this.seq}.0`,
      code: `K${100_000 + n}`,
      name: `杭州第${n}贸易有限公司`,
    });
    this.terms = 30 * (1 + draw.below(3));
  }

  account(items: number): Account {
    const days = Array.from({ length: items }, () => FIRST_DAY + this.draw.below(730)).sort((a, b) => a - b);
    for (const day of days) this.made.items.push(this.item(day));
    const payable = this.made.items.filter((item) => item.amount > 0);
    for (let at = 0; at < payable.length * 0.64; ) {
      const count = 1 + this.draw.below(3);
      this.pay(payable.slice(at, at + count));
      at += count;
    }
    for (const credit of this.made.items.filter((item) => item.amount < 0)) this.use(credit, payable);
    return { ...this.made, upTo: this.seq };
  }

  private item(day: number): Known<OpenItem> {
    const { draw } = this;
    this.seq += 1 + draw.below(3);
    const isCredit = draw.isOneIn(40);
    const amount = money((1_000 + draw.below(1_000) * draw.below(2_000)) * (isCredit ? -1 : 1));
    const due = draw.isOneIn(100) ? {} : { due: dateOfDayNumber(day + this.terms) };
    const basis = "due" in due ? ("documentDate" as const) : ("acceptance" as const);
    const half = money(Math.trunc(amount / 2));
    const lines = [{ amount, ...due, basis }];
    const split = [
      { amount: half, ...due, basis },
      { amount: money(amount - half), due: dateOfDayNumber(day + 365), basis: "retention" as const },
    ];
    return {
      id: `i${this.seq}.0`,
      customer: this.made.customer.id,
      kind: isCredit ? "creditNote" : "invoice",
      number: `FP-${this.seq}-${draw.below(1_000_000)}`,
      date: dateOfDayNumber(day),
      currency: "CNY",
      amount,
      lines: draw.isOneIn(30) ? split : lines,
      order: `DD-${draw.below(10_000_000)}`,
      ...(draw.isOneIn(100) ? { dispute: { since: dateOfDayNumber(day + 40), reason: "价格不符" } } : {}),
      ...(draw.isOneIn(4) ? { note: "随货同行单已签收" } : {}),
      seq: this.seq,
      voided: 0,
    };
  }

  /** A receipt some days after the last due date; now and then it leaves a part open, or some money over. */
  private pay(items: readonly Known<OpenItem>[]): void {
    const last = items[items.length - 1];
    if (!last) return;
    const { draw } = this;
    this.seq += 1;
    const date = dateOfDayNumber(dayOf(last) + this.terms + draw.below(45) - 5);
    const whole = items.reduce((sum, item) => sum + item.amount, 0);
    const isDraft = draw.isOneIn(30);
    const receipt: Known<Receipt> = {
      id: `r${this.seq}.0`,
      customer: this.made.customer.id,
      date,
      currency: "CNY",
      amount: money(draw.isOneIn(50) ? whole + 10_000 : whole),
      method: isDraft ? "bankDraft" : "transfer",
      bankReference: `HL${draw.below(1_000_000_000)}`,
      ...(isDraft ? { draft: { maturity: dateOfDayNumber(dayOf(last) + 210), state: "held" } } : {}),
      seq: this.seq,
      voided: 0,
    };
    this.made.receipts.push(receipt);
    for (const item of items) this.settle(receipt, item, draw.isOneIn(30) ? 1 : item.lines.length);
  }

  private settle(receipt: Known<Receipt>, item: Known<OpenItem>, lines: number): void {
    for (const [line, { amount }] of item.lines.slice(0, lines).entries())
      this.allocate({ from: receipt.id, item: item.id, line, amount, date: receipt.date });
  }

  /** A credit note goes on the first line that is large enough and not paid. */
  private use(credit: Known<OpenItem>, items: readonly Known<OpenItem>[]): void {
    const paid = new Set(this.made.allocations.map((allocation) => allocation.item));
    const item = items.find((each) => !paid.has(each.id) && (each.lines[0]?.amount ?? 0) >= -credit.amount);
    if (!item) return;
    this.seq += 1;
    const date = item.date > credit.date ? item.date : credit.date;
    this.allocate({ from: credit.id, item: item.id, line: 0, amount: money(-credit.amount), date });
  }

  private allocate(part: Pick<Allocation, "from" | "item" | "line" | "amount" | "date">): void {
    const { seq } = this;
    const id = `a${seq}.${this.made.allocations.length}`;
    const rule = { rule: "oldestDueFirst" as const, policyVersion: 1 };
    this.made.allocations.push({ id, customer: this.made.customer.id, ...part, ...rule, seq, voided: 0 });
  }
}

function dayOf({ date }: { date: string }): number {
  return Date.parse(date) / 86_400_000;
}
