import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closingsOf, payerStatementOf, statementOf } from "../../../core/documents/statement.ts";
import { previousStatementOf, statementPeriod } from "../../../core/documents/statement-period.ts";
import { type Statement, StatementShape } from "../../../core/documents/statement-shape.ts";
import {
  isKnownAt,
  later,
  money,
  plainDate,
  type StatementHead,
  smaller,
  sumOf,
} from "../../../core/index.ts";
import { CUSTOMER, invoice, type Ledger, ledgerOf, optionsFor, receipt, voided } from "./sample.ts";

/** Prints a statement: makes it and keeps its head, as the action does. */
function printedFrom(ledger: Ledger, knownAt: number, more: Parameters<typeof optionsFor>[1]) {
  const account = ledger.account(CUSTOMER);
  const from = more?.from ?? optionsFor(0).from;
  const previous = previousStatementOf(account, { currency: "CNY", from });
  const statement = statementOf(account, { ...optionsFor(knownAt, more), ...(previous ? { previous } : {}) });
  const { from: first, to, opening, closing, number } = statement;
  ledger.write((id) => ({
    put: "statement",
    row: {
      id: id(0),
      number,
      customer: CUSTOMER,
      currency: "CNY",
      from: first,
      to,
      opening,
      closing,
      knownAt,
      hash: "",
    },
  }));
  return statement;
}

const OCTOBER = { number: "DZ-10", from: plainDate("2026-10-01"), to: plainDate("2026-10-31") };
const NOVEMBER = { number: "DZ-11", from: plainDate("2026-11-01"), to: plainDate("2026-11-30") };

describe("statementOf", () => {
  it("opens with the balance before the period, when there was no statement", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("A", "2026-09-01", 10_000));
    ledger.write(receipt("2026-09-20", 4_000));
    const known = ledger.write(invoice("B", "2026-11-02", 2_500));
    const statement = statementOf(ledger.account(CUSTOMER), optionsFor(known, NOVEMBER));
    expect(statement).toMatchObject({
      opening: 6_000,
      earlier: 0,
      increases: 2_500,
      decreases: 0,
      closing: 8_500,
    });
    expect(statement.inCapitals).toBe("人民币捌拾伍元整");
    expect(statement.groups[0]?.movements.map((entry) => entry.balance)).toEqual([8_500]);
  });

  it("shows what was entered or taken back later as earlier-dated items, and opens as printed", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("A", "2026-10-02", 10_000));
    const b = ledger.write(invoice("B", "2026-10-03", 700));
    const october = printedFrom(ledger, b, OCTOBER);
    ledger.write(invoice("LATE", "2026-10-30", 300));
    ledger.write(voided("x3.0"));
    const known = ledger.write(receipt("2026-11-05", 1_000));
    const november = printedFrom(ledger, known, NOVEMBER);
    expect(october.closing).toBe(10_700);
    expect(november).toMatchObject({
      opening: 10_700,
      earlier: -400,
      increases: 0,
      decreases: -1_000,
      closing: 9_300,
    });
    expect(november.groups[0]?.previous).toBe("DZ-10");
    expect(november.groups[0]?.earlier).toMatchObject([
      { number: "LATE", why: "enteredLater", amount: 300, balance: 11_000 },
      { number: "B", why: "takenBack", amount: -700, balance: 10_300 },
    ]);
  });

  it("keeps silent about a correction that moves nothing, and lists one that does", () => {
    const ledger = ledgerOf();
    const known = ledger.write(invoice("A", "2026-10-02", 10_000));
    printedFrom(ledger, known, OCTOBER);
    const again = (amount: number) => () => ({
      ...invoice("A", "2026-10-02", amount, { order: "SO-1" })(() => "x2.0"),
    });
    const noted = ledger.write(again(10_000));
    expect(
      statementOf(ledger.account(CUSTOMER), { ...optionsFor(noted, NOVEMBER), previous: headOf(ledger) })
        .groups[0]?.earlier,
    ).toEqual([]);
    const changed = ledger.write(again(9_000));
    const statement = statementOf(ledger.account(CUSTOMER), {
      ...optionsFor(changed, NOVEMBER),
      previous: headOf(ledger),
    });
    expect(statement.groups[0]?.earlier.map((entry) => entry.amount)).toEqual([9_000, -10_000]);
    expect(statement).toMatchObject({ opening: 10_000, earlier: -1_000, closing: 9_000 });
  });

  it("bridges a printed balance that the settings of today cannot rebuild", () => {
    const ledger = ledgerOf();
    const known = ledger.write(invoice("A", "2026-10-02", 10_000));
    const previous = { ...headOf(ledger, { ...OCTOBER, knownAt: known }), closing: money(12_345) };
    const statement = statementOf(ledger.account(CUSTOMER), { ...optionsFor(known, NOVEMBER), previous });
    expect(statement).toMatchObject({ opening: 12_345, earlier: -2_345, closing: 10_000 });
    expect(statement.groups[0]?.earlier).toMatchObject([
      { kind: "restatement", why: "restated", balance: 10_000 },
    ]);
  });

  it("counts only the document that carries the debt, only one currency, and nothing dated later", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("D", "2026-11-02", 500, { kind: "delivery" }));
    ledger.write(invoice("USD", "2026-11-02", 900, { currency: "USD" }));
    ledger.write(invoice("DEC", "2026-12-01", 800));
    const known = ledger.write(invoice("A", "2026-11-03", 100));
    expect(statementOf(ledger.account(CUSTOMER), optionsFor(known, NOVEMBER)).closing).toBe(100);
    const dollars = statementOf(
      ledger.account(CUSTOMER),
      optionsFor(known, { ...NOVEMBER, currency: "USD" }),
    );
    expect(dollars).toMatchObject({ closing: 900, currency: "USD", aging: { balance: 900 } });
    expect(dollars.inCapitals).toBeUndefined();
  });

  it("lists open lines with days past due, a due date not fixed, parts and disputes", () => {
    const ledger = ledgerOf();
    const lines = [
      { amount: money(600), due: plainDate("2026-11-10"), basis: "stated" as const },
      { amount: money(400), basis: "taxInvoice" as const },
    ];
    const known = ledger.write(
      invoice("A", "2026-10-05", 1_000, { lines, dispute: { since: plainDate("2026-11-20"), reason: "x" } }),
    );
    const statement = statementOf(ledger.account(CUSTOMER), optionsFor(known, NOVEMBER));
    expect(statement.groups[0]?.open).toMatchObject([
      { part: { n: 1, of: 2 }, daysPastDue: 20, disputed: true, open: 600 },
      { part: { n: 2, of: 2 }, daysPastDue: 0, basis: "taxInvoice", open: 400 },
    ]);
    expect(statement.groups[0]?.open[1]).not.toHaveProperty("due");
    expect(statement).toMatchObject({
      pastDue: 600,
      aging: { disputed: 1_000, dueNotFixed: 400, balance: 1_000 },
    });
  });

  it("prints neither interest nor notes", () => {
    const ledger = ledgerOf();
    const known = ledger.write(invoice("A", "2026-01-05", 1_000, { note: "悄悄话" }));
    const text = JSON.stringify(statementOf(ledger.account(CUSTOMER), optionsFor(known, NOVEMBER)));
    expect(text).not.toMatch(/悄悄话|interest|penalty/);
  });

  it("is plain JSON that reads back to the same text", () => {
    const ledger = ledgerOf();
    const goods = [{ amount: money(100), price: "1.00", name: "螺丝", quantity: "100" }];
    const known = ledger.write(invoice("A", "2026-11-05", 100, { goods, order: "SO", delivery: "SH" }));
    const statement = statementOf(ledger.account(CUSTOMER), optionsFor(known, NOVEMBER));
    const text = JSON.stringify(statement);
    expect(JSON.stringify(StatementShape.parse(JSON.parse(text)))).toBe(text);
  });
});

function headOf(ledger: Ledger, more: Partial<StatementHead> = {}): StatementHead {
  const head = ledger.account(CUSTOMER).statements.at(-1);
  if (head) return head;
  const [opening, closing] = [money(0), money(0)];
  return {
    id: "s",
    customer: CUSTOMER,
    currency: "CNY",
    ...NOVEMBER,
    opening,
    closing,
    knownAt: 0,
    hash: "",
    ...more,
  };
}

describe("payerStatementOf", () => {
  it("groups by shop with what has none last, and adds up", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("A", "2026-11-01", 100, { shop: "南山" }));
    ledger.write(invoice("B", "2026-11-02", 200, { shop: "福田" }));
    const known = ledger.write(receipt("2026-11-03", 50));
    const account = ledger.account(CUSTOMER);
    const statement = payerStatementOf([account], {
      ...optionsFor(known, NOVEMBER),
      payer: account.customer,
      groupBy: "shop",
    });
    expect(statement.groups.map((group) => [group.shop, group.closing])).toEqual([
      ["南山", 100],
      ["福田", 200],
      [undefined, -50],
    ]);
    expect(closingsOf(statement)).toEqual([{ customer: CUSTOMER, opening: 0, closing: 250 }]);
    expect(statement.aging.balance).toBe(250);
  });

  it("opens each customer with its own printed balance", () => {
    const ledger = ledgerOf();
    ledger.write(() => ({
      put: "customer",
      row: { id: "c9.0", code: "K9", name: "分公司", payer: CUSTOMER },
    }));
    ledger.write(invoice("A", "2026-10-01", 100));
    const known = ledger.write(invoice("B", "2026-10-02", 200, { customer: "c9.0" }));
    const late = ledger.write(invoice("C", "2026-10-03", 5, { customer: "c9.0" }));
    const accounts = [ledger.account(CUSTOMER), ledger.account("c9.0")];
    const head = (customer: string, closing: number) =>
      headOf(ledger, { ...OCTOBER, customer, knownAt: known, closing: money(closing) });
    const statement = payerStatementOf(accounts, {
      ...optionsFor(late, NOVEMBER),
      payer: accounts[0]?.customer ?? { id: "", code: "", name: "" },
      previous: [head(CUSTOMER, 100), head("c9.0", 200)],
    });
    expect(closingsOf(statement)).toEqual([
      { customer: CUSTOMER, opening: 100, closing: 100 },
      { customer: "c9.0", opening: 200, closing: 205 },
    ]);
    expect(statement).toMatchObject({ opening: 300, earlier: 5, closing: 305 });
  });
});

describe("statementPeriod", () => {
  it("follows without gap or overlap, for every cut-off day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 3000 }), (cutOff, offset) => {
        const day = new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
        const period = statementPeriod(plainDate(day), cutOff);
        expect(period.from <= day && day <= period.to).toBe(true);
        const next = new Date(Date.parse(period.to) + 86_400_000).toISOString().slice(0, 10);
        expect(statementPeriod(plainDate(next), cutOff).from).toBe(next);
      }),
    );
  });
});

interface Booking {
  readonly do: "invoice" | "credit" | "receipt";
  readonly day: number;
  readonly amount: number;
  readonly shop: number;
}

interface Change {
  readonly do: "void" | "correct";
  readonly which: number;
  readonly amount: number;
}

type Act = Booking | Change | { readonly do: "allocate"; readonly which: number };

const ACT: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom("invoice" as const, "credit" as const, "receipt" as const),
    day: fc.integer({ min: 0, max: 120 }),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    shop: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    do: fc.constantFrom("void" as const, "correct" as const),
    which: fc.nat(50),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  fc.record({ do: fc.constant("allocate" as const), which: fc.nat(50) }),
);

/** Does what a clerk might do, in any order; dates know nothing of the order. */
function perform(ledger: Ledger, act: Act): void {
  if (act.do === "allocate") allocate(ledger, act.which);
  else if ("day" in act) book(ledger, act);
  else change(ledger, act);
}

function book(ledger: Ledger, { do: kind, day, amount, shop }: Booking): void {
  const date = new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10);
  const more = shop > 0 ? { shop: `S${shop}` } : {};
  if (kind === "receipt") ledger.write(receipt(date, amount));
  else if (kind === "invoice") ledger.write(invoice(`N${day}`, date, amount, more));
  else ledger.write(invoice(`N${day}`, date, -amount, { kind: "creditNote", ...more }));
}

function change(ledger: Ledger, act: Change): void {
  const { items, receipts } = ledger.account(CUSTOMER);
  const facts = [...items, ...receipts].filter((fact) => fact.voided === 0);
  const fact = facts[act.which % Math.max(1, facts.length)];
  if (!fact) return;
  if (act.do === "void") ledger.write(voided(fact.id));
  else if ("lines" in fact && fact.amount > 0) {
    ledger.write(() => invoice(fact.number ?? "", fact.date, act.amount)(() => fact.id));
  }
}

function allocate(ledger: Ledger, which: number): void {
  const account = ledger.account(CUSTOMER);
  const used = new Set(account.allocations.flatMap((allocation) => [allocation.item, allocation.from]));
  const item = account.items.find((of) => of.voided === 0 && of.amount > 0 && !used.has(of.id));
  const paid = account.receipts.filter((of) => of.voided === 0 && !used.has(of.id));
  const from = paid[which % Math.max(1, paid.length)];
  if (!item || !from) return;
  const date = later(item.date, from.date);
  const amount = smaller(item.amount, from.amount);
  ledger.write((id) => ({
    put: "allocation",
    row: {
      id: id(0),
      customer: CUSTOMER,
      date,
      from: from.id,
      item: item.id,
      line: 0,
      amount,
      rule: "byHand",
      policyVersion: 1,
    },
  }));
}

/** The balance by first principles. */
function balanceOf(ledger: Ledger, to: string, knownAt: number): number {
  const { items, receipts } = ledger.account(CUSTOMER);
  const owed = items.filter((item) => isKnownAt(item, knownAt) && item.date <= to).map((item) => item.amount);
  const paid = receipts.filter((of) => isKnownAt(of, knownAt) && of.date <= to).map((of) => of.amount);
  return sumOf(owed) - sumOf(paid);
}

function expectSound(statement: Statement): void {
  for (const group of statement.groups) {
    const rows = [...group.earlier, ...group.movements];
    let balance: number = group.opening;
    for (const row of rows) {
      balance += row.amount;
      expect(row.balance).toBe(balance);
    }
    expect(balance).toBe(group.closing);
    for (const row of group.movements)
      expect(row.date >= statement.from && row.date <= statement.to).toBe(true);
  }
  const { opening, earlier, increases, decreases, closing, aging } = statement;
  expect(opening + earlier + increases + decreases).toBe(closing);
  expect(aging.balance).toBe(closing);
  expect(aging.current + sumOf(aging.buckets) + aging.unapplied).toBe(closing);
  const open = sumOf(statement.groups.flatMap((group) => group.open.map((line) => line.open)));
  expect(open + aging.unapplied).toBe(closing);
}

describe("laws", () => {
  const months = ["2026-08", "2026-09", "2026-10", "2026-11"].map((month) =>
    statementPeriod(plainDate(`${month}-15`), 31),
  );

  it("opening(t) = printed closing(t-1), and every statement adds up, whatever is entered late or taken back", () => {
    const acts = fc.array(fc.array(ACT, { maxLength: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(acts, fc.constantFrom("customer" as const, "shop" as const), (rounds, groupBy) => {
        const ledger = ledgerOf();
        let printed: Statement | undefined;
        for (const [i, round] of rounds.entries()) {
          for (const act of round) perform(ledger, act);
          const knownAt = ledger.book.head.seq;
          const number = `DZ-${i}`;
          const statement = printedFrom(ledger, knownAt, { ...(months[i] ?? NOVEMBER), number, groupBy });
          if (printed) expect(statement.opening).toBe(printed.closing);
          expect(statement.closing).toBe(balanceOf(ledger, statement.to, knownAt));
          expectSound(statement);
          printed = statement;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a statement made again from the same place in the journal is the same, to the letter", () => {
    fc.assert(
      fc.property(fc.array(ACT, { maxLength: 15 }), fc.array(ACT, { maxLength: 8 }), (before, after) => {
        const ledger = ledgerOf();
        for (const act of before) perform(ledger, act);
        const knownAt = ledger.book.head.seq;
        const make = () =>
          JSON.stringify(statementOf(ledger.account(CUSTOMER), optionsFor(knownAt, NOVEMBER)));
        const first = make();
        for (const act of after) perform(ledger, act);
        expect(make()).toBe(first);
      }),
      { numRuns: 100 },
    );
  });
});
