import { describe, expect, it } from "vitest";
import {
  allocationDate,
  applyCash,
  columnsOf,
  DEFAULT_POLICY,
  isSmallDifference,
  money,
  openLinesOf,
  plainDate,
  remainderOf,
  reopened,
  smallAmountIn,
  type Terms,
} from "../../../core/index.ts";
import { day, TestLedger, yuan } from "../ledger.ts";

const linesOf = (ledger: TestLedger) =>
  openLinesOf(
    columnsOf(ledger.book.accounts.values(), { knownAt: ledger.knownAt, debtCarriedBy: "invoice" }),
    day("2030-01-01"),
  );

const part = (weight: number, days: number) => ({ weight, terms: { kind: "net" as const, days } });

const TEN_YUAN = { smallAmount: money(1000), smallShare: 50 };

describe("cash application", () => {
  it("E01: 100 in parts of 30/50/20, paid 40: the first is gone, 40 of the second is left, the third is open", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const terms: Terms = { kind: "split", parts: [part(30, 30), part(50, 60), part(20, 90)] };
    const item = ledger.item("c", "2026-01-01", 100, { terms });
    const applied = applyCash(yuan(40), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(applied.parts.map((each) => [each.line.line, each.amount])).toEqual([
      [0, 3000],
      [1, 1000],
    ]);
    const receipt = ledger.receipt("c", "2026-01-02", 40);
    for (const each of applied.parts)
      ledger.allocate("c", "2026-01-02", receipt, item, each.amount / 100, each.line.line);
    expect(linesOf(ledger).map((line) => line.open)).toEqual([4000, 2000]);
  });

  it("E02: parts of 60/100/40, paid 40, then a credit note of 100 goes on: 20 closed, 80 of the second", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const terms: Terms = { kind: "split", parts: [part(60, 30), part(100, 60), part(40, 90)] };
    const item = ledger.item("c", "2026-01-01", 200, { terms });
    const receipt = ledger.receipt("c", "2026-01-02", 40);
    ledger.allocate("c", "2026-01-02", receipt, item, 40, 0);
    expect(linesOf(ledger).map((line) => line.open)).toEqual([2000, 10_000, 4000]);
    const credit = applyCash(yuan(100), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(credit.parts.map((each) => [each.line.line, each.amount])).toEqual([
      [0, 2000],
      [1, 8000],
    ]);
  });

  it("fills a line that is stated, or designated, once: what is left is unapplied", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const item = ledger.item("c", "2026-01-01", 100, { number: "INV-1001" });
    for (const wishes of [
      { stated: "INV-1001" },
      { items: [item] },
      { items: [item, item], stated: "inv-1001" },
    ]) {
      const applied = applyCash(yuan(250), linesOf(ledger), wishes, DEFAULT_POLICY);
      expect(applied.parts.map((each) => each.amount)).toEqual([10_000]);
      expect(applied.unapplied).toBe(15_000);
    }
  });

  it("E25: a split of 200 and 36, both paid, settles both", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 236, { terms: { kind: "split", parts: [part(200, 30), part(36, 30)] } });
    const applied = applyCash(yuan(236), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(applied.parts.map((each) => each.amount)).toEqual([20_000, 3600]);
    expect(applied.unapplied).toBe(0);
  });

  it("E10: two parts of 50 and an advance of 50: the oldest due line takes it all (ours; ERPNext spreads it)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100, { terms: { kind: "split", parts: [part(50, 30), part(50, 60)] } });
    const applied = applyCash(yuan(50), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(applied.parts.map((each) => [each.line.line, each.amount])).toEqual([[0, 5000]]);
  });

  it("follows designation, then a stated number, then oldest due first (decision 7)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const old = ledger.item("c", "2026-01-01", 100, { number: "INV-0001" });
    const middle = ledger.item("c", "2026-02-01", 100, { number: "INV-0002" });
    const young = ledger.item("c", "2026-03-01", 100, { number: "INV-0003" });
    const applied = applyCash(
      yuan(250),
      linesOf(ledger),
      { items: [young], stated: "货款 inv-0002，谢谢" },
      DEFAULT_POLICY,
    );
    expect(applied.parts.map((each) => [each.line.item.id, each.amount, each.rule])).toEqual([
      [young, 10_000, "designated"],
      [middle, 10_000, "statedReference"],
      [old, 5_000, "oldestDueFirst"],
    ]);
  });

  it("does not let older debts swallow an advance for an order", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100);
    expect(applyCash(yuan(80), linesOf(ledger), { order: "SO-9" }, DEFAULT_POLICY)).toEqual({
      parts: [],
      unapplied: 8000,
    });
  });

  it("抹零: 10,003.40 paid as 10,000 may be settled; above 10 yuan or above 0.5 % may not (decision 13)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 10_003.4);
    const applied = applyCash(yuan(10_000), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(remainderOf(applied)).toBe(340);
    expect(isSmallDifference(money(340), yuan(10_003.4), TEN_YUAN)).toBe(true);
    expect(isSmallDifference(money(1000), yuan(10_000), TEN_YUAN)).toBe(true);
    expect(isSmallDifference(money(1001), yuan(10_000), TEN_YUAN)).toBe(false);
    expect(isSmallDifference(money(51), yuan(100), TEN_YUAN)).toBe(false);
    expect(isSmallDifference(money(0), yuan(100), TEN_YUAN)).toBe(false);
  });

  it("抹零: a currency has the small amount that is said for it, the ledger's own or another, or none", () => {
    const policy = { ...DEFAULT_POLICY, smallAmount: money(1000), smallAmounts: { USD: money(200) } };
    const inCurrency = (currency: string) => smallAmountIn(currency, policy, "CNY");
    expect([inCurrency("CNY"), inCurrency("USD"), inCurrency("JPY")]).toEqual([1000, 200, undefined]);
    expect(smallAmountIn("USD", DEFAULT_POLICY, "CNY")).toBe(100);
    expect(smallAmountIn("THB", DEFAULT_POLICY, "CNY")).toBeUndefined();
    expect(smallAmountIn("USD", DEFAULT_POLICY, "USD")).toBe(100);
  });

  it("puts an advance for an order on items of that order, and leaves the rest unapplied", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100);
    const lines = linesOf(ledger);
    const [old] = lines;
    if (!old) throw new Error("an open line");
    const ordered = { ...old, item: { ...old.item, id: "i9.0", order: "SO-9" } };
    const applied = applyCash(yuan(180), [...lines, ordered], { order: "SO-9" }, DEFAULT_POLICY);
    expect(applied).toEqual({
      parts: [{ line: ordered, amount: 10_000, rule: "designated" }],
      unapplied: 8_000,
    });
  });

  it("believes a stated number of four characters, not one of three, nor one that nobody stated", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const old = ledger.item("c", "2026-01-01", 100);
    const short = ledger.item("c", "2026-02-01", 100, { number: "123" });
    const long = ledger.item("c", "2026-03-01", 100, { number: "1234" });
    const paid = (stated: string) =>
      applyCash(yuan(100), linesOf(ledger), { stated }, DEFAULT_POLICY).parts.map((each) => [
        each.line.item.id,
        each.rule,
      ]);
    expect(paid("123")).toEqual([[old, "oldestDueFirst"]]);
    expect(paid("123/1234")).toEqual([[long, "statedReference"]]);
    expect(paid("")).toEqual([[old, "oldestDueFirst"]]);
    expect(short).not.toBe(long);
  });

  it("settles 1 fen where one fen is left of a line that one fen was paid of", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 0.01);
    const applied = applyCash(money(1), linesOf(ledger), {}, DEFAULT_POLICY);
    expect(applied.parts.map((each) => each.amount)).toEqual([1]);
  });

  it("counts the half per cent in whole fen, rounded down, its edge included", () => {
    const small = (difference: number, of: number) =>
      isSmallDifference(money(difference), money(of), TEN_YUAN);
    expect([small(50, 10_000), small(51, 10_000)]).toEqual([true, false]);
    expect([small(499, 99_999), small(500, 99_999)]).toEqual([true, false]);
    expect([small(1, 200), small(1, 199), small(-1, 10_000)]).toEqual([true, false, false]);
  });

  it("offers what is left on every line it touched, once for a line that it touched twice", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100);
    ledger.item("c", "2026-02-01", 50);
    const [one, two] = linesOf(ledger);
    if (!one || !two) throw new Error("two open lines");
    const part = (line: typeof one, amount: number) => ({
      line,
      amount: yuan(amount),
      rule: "byHand" as const,
    });
    const parts = [part(one, 30), part(two, 10), part(one, 20)];
    expect(remainderOf({ parts, unapplied: money(0) })).toBe(9_000);
  });

  it("takes parts back with their signs turned", () => {
    const parts = [
      { item: "i1.0", line: 0, amount: money(60) },
      { item: "i2.0", line: 1, amount: money(-5) },
    ];
    expect(reopened(parts)).toEqual([
      { item: "i1.0", line: 0, amount: -60 },
      { item: "i2.0", line: 1, amount: 5 },
    ]);
  });

  it("dates an allocation by the later document, and never into a closed period", () => {
    const [early, edge, late] = ["2026-01-05", "2026-01-31", "2026-02-10"].map(plainDate);
    if (!early || !edge || !late) throw new Error("three days");
    const closed = { closedThrough: edge };
    expect([allocationDate(early, late, {}), allocationDate(late, early, {})]).toEqual([late, late]);
    expect(allocationDate(edge, early, closed)).toBe("2026-02-01");
    expect(allocationDate(early, early, closed)).toBe("2026-02-01");
    expect(allocationDate(early, late, closed)).toBe(late);
    expect(allocationDate(early, edge, {})).toBe(edge);
  });
});
