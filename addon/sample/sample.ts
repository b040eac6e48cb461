import {
  type Account,
  type Allocation,
  applyCash,
  type Book,
  type Change,
  columnsOf,
  DEFAULT_POLICY,
  dateFromParts,
  dayInMonthOf,
  daysAfter,
  dueLinesOf,
  type EntryDraft,
  earlier,
  emptyAccount,
  type ItemKind,
  isSmallDifference,
  later,
  type Money,
  minus,
  money,
  monthOf,
  monthsAfter,
  negated,
  type OpenItem,
  openLinesOf,
  type PlainDate,
  plus,
  type Receipt,
  remainderOf,
  smallAmountIn,
  yearOf,
  ZERO,
} from "../../core/index.ts";
import { type IdMaker, idsFor } from "../server/plan.ts";
import { type SampleCustomer, samplePeople } from "./people.ts";

/** Months of made-up history. */
const MONTHS = 18;

/** A ledger takes the sample once. */
export const SAMPLE_ACTION = "sample-ledger";

/** The made-up firm: a name in both languages, and one address and account, in the ledger's own. */
const FIRM = {
  name: "深圳市示例五金制品有限公司",
  nameEn: "Sample Hardware (Shenzhen) Co., Ltd.",
  phone: "0755-0000 0000",
};

const FIRM_IN = {
  zh: {
    address: "深圳市宝安区示例路 8 号",
    account: [
      "户名：深圳市示例五金制品有限公司",
      "开户行：示例银行深圳宝安支行",
      "账号：0000 0000 0000 0000",
    ],
  },
  en: {
    address: "8 Sample Road, Bao'an District, Shenzhen",
    account: [
      "Account name: Sample Hardware (Shenzhen) Co., Ltd.",
      "Bank: Sample Bank, Shenzhen Bao'an Branch",
      "Account number: 0000 0000 0000 0000",
    ],
  },
};

/** Always the same sample on the same day. */
const SEED = 20_261_122;

/**
 * The sample ledger 示例账本: invented customers and eighteen months of invoices, receipts, drafts,
 * disputes, opening balances and advances, ending on the given day. The same day gives the same sample.
 */
export function sampleEntry(book: Book, today: PlainDate): EntryDraft {
  return new SampleWriter(book, today).write();
}

class SampleWriter {
  private readonly accounts = new Map<string, Account>();
  private readonly due: { on: PlainDate; pay: (ids: IdMaker) => Change[] }[] = [];
  private readonly random = seededRandom(SEED);
  private readonly book: Book;
  private readonly today: PlainDate;
  private number = 0;

  constructor(book: Book, today: PlainDate) {
    this.book = book;
    this.today = today;
  }

  /** One entry: a sample is there whole, or not at all. */
  write(): EntryDraft {
    const ids = idsFor(this.book.head.seq + 1);
    const people = samplePeople();
    const changes = [...this.settings(), ...this.customers(people, ids)];
    const start = dateFromParts(yearOf(this.today), monthOf(this.today), 1) ?? this.today;
    for (let month = 0; month < MONTHS; month += 1) {
      const begins = monthsAfter(start, month - MONTHS + 1);
      for (const person of people) changes.push(...this.month(person, begins, month, ids));
      changes.push(...this.payments(earlier(dayInMonthOf(begins, 31), this.today), ids));
    }
    return { kind: "sample", action: SAMPLE_ACTION, key: "", changes };
  }

  private settings(): Change[] {
    const firm = { ...FIRM, ...FIRM_IN[this.book.settings.language] };
    const receiptsEnteredThrough = daysAfter(this.today, -1);
    return [{ put: "settings", row: { ...this.book.settings, sample: true, receiptsEnteredThrough, firm } }];
  }

  private customers(people: readonly SampleCustomer[], ids: IdMaker): Change[] {
    const idOf = new Map(people.map((person) => [person.code, ids.customer()]));
    return people.map((person) => {
      const { code, name, terms, cutOffDay, salesperson, payer, currency, language, naturalPerson } = person;
      const row = {
        id: idOf.get(code) ?? "",
        code,
        name,
        ...(payer ? { payer: idOf.get(payer) ?? "" } : {}),
        salesperson,
        ...(cutOffDay ? { cutOffDay } : {}),
        terms,
        ...(naturalPerson ? { naturalPerson } : {}),
        ...(language ? { language } : {}),
        ...(currency ? { currency } : {}),
      };
      this.accounts.set(code, emptyAccount(row));
      return { put: "customer", row };
    });
  }

  private month(person: SampleCustomer, begins: PlainDate, month: number, ids: IdMaker): Change[] {
    if (person.habit === "fresh" && month < MONTHS - 2) return [];
    if (person.habit === "quiet" && month > MONTHS - 6) return [];
    const opening = person.habit === "opening" && month === 0;
    const changes = opening ? [this.item(person, begins, "opening", this.amount(person.size * 2), ids)] : [];
    for (let i = 0; i < person.pace; i += 1) {
      const date = daysAfter(begins, Math.floor(this.random() * 27));
      if (date > this.today) continue;
      changes.push(this.item(person, date, "invoice", this.amount(person.size), ids));
      if (this.random() < 0.03)
        changes.push(this.item(person, daysAfter(date, 3), "return", this.amount(person.size / 20), ids));
    }
    return changes;
  }

  private item(person: SampleCustomer, date: PlainDate, kind: ItemKind, amount: Money, ids: IdMaker): Change {
    const account = this.account(person);
    const signed = kind === "return" ? negated(amount) : amount;
    this.number += 1;
    const prefix = { invoice: "XS", opening: "QC", return: "TH" }[kind as "invoice"] ?? "XS";
    const { cutOffDay } = person;
    const received = this.random() < 0.8 ? { events: { taxInvoice: daysAfter(date, 5) } } : {};
    const row: OpenItem = {
      id: ids.item(),
      customer: account.customer.id,
      kind,
      number: `${prefix}${date.slice(2, 4)}${date.slice(5, 7)}-${String(this.number).padStart(4, "0")}`,
      date,
      currency: person.currency ?? "CNY",
      amount: signed,
      lines: dueLinesOf(signed, person.terms, { date, ...(cutOffDay ? { cutOffDay } : {}), ...received }),
      salesperson: person.salesperson,
      ...(person.habit === "disputes" && kind === "invoice" && this.random() < 0.15
        ? { dispute: { since: daysAfter(date, 12), reason: "数量有争议" } }
        : {}),
      ...(kind === "invoice" && this.random() < 0.3 ? { goods: goodsOf(signed) } : {}),
    };
    account.items.push({ ...row, seq: 1, voided: 0 });
    if (kind !== "return") this.plan(person, row);
    return { put: "item", row };
  }

  /** When and how the customer will pay the document. */
  private plan(person: SampleCustomer, item: OpenItem): void {
    if (item.dispute) return;
    const base = item.lines[0]?.due ?? daysAfter(item.date, 45);
    const on = daysAfter(base, this.delay(person));
    if (person.habit === "veryLate" && this.random() < 0.25) return;
    const share = person.habit === "partial" && this.random() < 0.5 ? 0.6 : 1;
    const rounded = this.random() < 0.15 ? money(Math.floor(item.amount / 1000) * 1000) : item.amount;
    const extra = person.habit === "overpays" && this.random() < 0.3 ? money(50_000) : money(0);
    const amount = plus(money(Math.round(rounded * share)), extra);
    this.due.push({ on, pay: (ids) => this.receipt(person, on, amount, ids) });
  }

  private delay(person: SampleCustomer): number {
    const roll = this.random();
    if (person.habit === "late") return Math.floor(5 + roll * 40);
    if (person.habit === "veryLate") return Math.floor(40 + roll * 90);
    return Math.floor(-4 + roll * 8);
  }

  private payments(through: PlainDate, ids: IdMaker): Change[] {
    const now = this.due.filter((each) => each.on <= through).sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const each of now) this.due.splice(this.due.indexOf(each), 1);
    const unknown = through === this.today ? [this.unidentified(ids)] : [];
    return [...now.flatMap((each) => each.pay(ids)), ...unknown];
  }

  private unidentified(ids: IdMaker): Change {
    const date = daysAfter(this.today, -2);
    const row: Receipt = {
      id: ids.receipt(),
      date,
      currency: "CNY",
      amount: money(2_000_000),
      method: "transfer",
      payerName: "林志强",
      note: "货款",
    };
    return { put: "receipt", row };
  }

  private receipt(person: SampleCustomer, on: PlainDate, amount: Money, ids: IdMaker): Change[] {
    if (amount <= 0) return [];
    const account = this.account(person);
    const isDraft = person.habit === "drafts" && this.random() < 0.5;
    const row: Receipt = {
      id: ids.receipt(),
      customer: account.customer.id,
      date: on,
      currency: person.currency ?? "CNY",
      amount,
      method: isDraft ? "bankDraft" : "transfer",
      bankReference: `${on.replace(/-/g, "")}${String(Math.floor(this.random() * 1e8)).padStart(8, "0")}`,
      ...(isDraft ? { draft: this.draft(on) } : {}),
    };
    account.receipts.push({ ...row, seq: 1, voided: 0 });
    return [{ put: "receipt", row }, ...this.allocations(account, row, ids)];
  }

  private draft(on: PlainDate): NonNullable<Receipt["draft"]> {
    const maturity = monthsAfter(on, 6);
    const state = maturity < this.today ? "collected" : "held";
    return {
      number: `5${String(Math.floor(this.random() * 1e9)).padStart(9, "0")}`,
      acceptor: "示例银行",
      maturity,
      state,
    };
  }

  private allocations(account: Account, receipt: Receipt, ids: IdMaker): Change[] {
    const columns = columnsOf([account], { knownAt: 1, debtCarriedBy: "invoice" });
    const application = applyCash(receipt.amount, openLinesOf(columns, 0x7ffffff0), {}, DEFAULT_POLICY);
    const changes = application.parts.map(({ line, amount }) =>
      this.allocation(account, receipt, line.item, line.line, amount, ids),
    );
    const last = application.parts[application.parts.length - 1];
    const rest = remainderOf(application);
    const smallAmount = smallAmountIn(receipt.currency, DEFAULT_POLICY, "CNY") ?? ZERO;
    const policy = { ...DEFAULT_POLICY, smallAmount };
    if (!last || !isSmallDifference(rest, plus(receipt.amount, rest), policy)) return changes;
    const amount = negated(minus(last.line.open, last.amount));
    const row: OpenItem = {
      id: ids.item(),
      customer: account.customer.id,
      kind: "adjustment",
      date: receipt.date,
      currency: receipt.currency,
      amount,
      lines: [{ amount, due: receipt.date, basis: "stated" }],
      reason: "smallAmount",
    };
    account.items.push({ ...row, seq: 1, voided: 0 });
    return [
      ...changes,
      { put: "item", row },
      this.allocation(account, row, last.line.item, last.line.line, negated(amount), ids),
    ];
  }

  private allocation(
    account: Account,
    from: OpenItem | Receipt,
    item: OpenItem,
    line: number,
    amount: Money,
    ids: IdMaker,
  ): Change {
    const row: Allocation = {
      id: ids.allocation(),
      customer: account.customer.id,
      date: later(from.date, item.date),
      from: from.id,
      item: item.id,
      line,
      amount,
      rule: "oldestDueFirst",
      policyVersion: 1,
    };
    account.allocations.push({ ...row, seq: 1, voided: 0 });
    return { put: "allocation", row };
  }

  private account(person: SampleCustomer): Account {
    const account = this.accounts.get(person.code);
    return account ?? emptyAccount({ id: person.code, code: person.code, name: person.name });
  }

  /** An amount of fen around a size in yuan. */
  private amount(size: number): Money {
    return money(Math.max(100, Math.round(size * 100 * (0.4 + this.random() * 1.4))));
  }
}

function goodsOf(amount: Money): NonNullable<OpenItem["goods"]> {
  const first = money(Math.round(amount * 0.7));
  const price = (part: number, quantity: number) => (part / quantity / 100).toFixed(4);
  return [
    {
      name: "不锈钢合页",
      specification: "4 寸",
      unit: "付",
      quantity: "200",
      price: price(first, 200),
      amount: first,
    },
    {
      name: "自攻螺丝",
      specification: "M4×16",
      unit: "千支",
      quantity: "50",
      price: price(amount - first, 50),
      amount: minus(amount, first),
    },
  ];
}

/** A small generator with a fixed start (mulberry32): the sample must be the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
