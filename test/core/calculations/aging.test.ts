import { describe, expect, it } from "vitest";
import { agingOf, columnsOf, DEFAULT_POLICY, groupedBy, totalsOf } from "../../../core/index.ts";
import { day, TestLedger, yuan } from "../ledger.ts";

const aged = (ledger: TestLedger, asOf: string, policy = DEFAULT_POLICY, knownAt = ledger.knownAt) =>
  agingOf(columnsOf(ledger.book.accounts.values(), { knownAt, debtCarriedBy: "invoice" }), day(asOf), policy);

describe("aging", () => {
  it("E14: an item due exactly 30 days before is in 1–30, due today is current (decision 1)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100, { due: "2026-03-31" });
    expect(aged(ledger, "2026-03-31")[0]).toMatchObject({ current: 10_000, buckets: [0, 0, 0, 0, 0] });
    expect(aged(ledger, "2026-04-01")[0]?.buckets).toEqual([10_000, 0, 0, 0, 0]);
    expect(aged(ledger, "2026-04-30")[0]?.buckets).toEqual([10_000, 0, 0, 0, 0]);
    expect(aged(ledger, "2026-05-01")[0]?.buckets).toEqual([0, 10_000, 0, 0, 0]);
    expect(aged(ledger, "2026-09-27")[0]?.buckets).toEqual([0, 0, 0, 10_000, 0]);
    expect(aged(ledger, "2026-09-28")[0]?.buckets).toEqual([0, 0, 0, 0, 10_000]);
  });

  it("ages by document date where the policy says so", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100, { due: "2026-03-31" });
    const policy = { ...DEFAULT_POLICY, agingBasis: "documentDate" as const };
    expect(aged(ledger, "2026-02-15", policy)[0]?.buckets).toEqual([0, 10_000, 0, 0, 0]);
  });

  it("E05: an advance of 1,000 and no invoice is one row of −1,000 (ERPNext)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.receipt("c", "2026-01-01", 1000);
    expect(aged(ledger, "2026-01-01")).toMatchObject([
      { current: 0, unapplied: -100_000, balance: -100_000 },
    ]);
  });

  it("E07a: what happens tomorrow is not in today's aging, allocations included (decision 2)", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const item = ledger.item("c", "2026-01-01", 100);
    const receipt = ledger.receipt("c", "2026-01-02", 80);
    ledger.allocate("c", "2026-01-02", receipt, item, 80);
    ledger.item("c", "2026-01-02", -10, { kind: "return" });
    expect(aged(ledger, "2026-01-01")).toMatchObject([{ current: 10_000, unapplied: 0, balance: 10_000 }]);
    expect(aged(ledger, "2026-01-02")).toMatchObject([
      { buckets: [2_000, 0, 0, 0, 0], unapplied: -1_000, balance: 1_000 },
    ]);
  });

  it("an invoice of tomorrow is not in today's aging, due or not", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100, { due: "2026-01-31" });
    ledger.item("c", "2026-01-02", 50, { due: "2026-01-01" });
    expect(aged(ledger, "2026-01-01")).toMatchObject([{ current: 10_000, balance: 10_000 }]);
    expect(aged(ledger, "2026-01-02")).toMatchObject([{ buckets: [5_000, 0, 0, 0, 0], balance: 15_000 }]);
  });

  it("E12: two invoices 100 and 85 of one group make 185", () => {
    const ledger = new TestLedger();
    ledger.customer("p");
    ledger.customer("a", { payer: "p" });
    ledger.customer("b", { payer: "p" });
    ledger.item("a", "2026-01-01", 100);
    ledger.item("b", "2026-01-01", 85);
    const groups = groupedBy(
      aged(ledger, "2026-01-01"),
      (row) => ledger.account(row.customer).customer.payer ?? row.customer,
    );
    expect(groups).toMatchObject([{ customer: "p", balance: 18_500 }]);
  });

  it("E15: three buckets of two customers add up to their balances (Larkin accounting text)", () => {
    const ledger = new TestLedger();
    for (const [customer, amounts] of [
      ["A", [40_000, 17_500]],
      ["C", [14_500, 50_000, 10_000]],
    ] as const) {
      ledger.customer(customer);
      for (const [i, amount] of amounts.entries())
        ledger.item(customer, "2026-01-01", amount, { due: `2026-0${3 - i}-15` });
    }
    const rows = aged(ledger, "2026-03-31");
    expect(rows.map((row) => row.balance)).toEqual([yuan(57_500), yuan(74_500)]);
    expect(rows[1]).toMatchObject({ buckets: [yuan(14_500), yuan(50_000), yuan(10_000), 0, 0] });
    expect(totalsOf(rows)).toMatchObject([{ balance: yuan(132_000) }]);
  });

  it("keeps a due date that is not fixed current, and shows it apart", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2020-01-01", 100, { terms: { kind: "afterTaxInvoice", days: 30 } });
    expect(aged(ledger, "2026-01-01")[0]).toMatchObject({
      current: 10_000,
      ofWhich: { dueNotFixed: 10_000 },
    });
  });

  it("counts a delivery and its invoice once: the one that carries the debt", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100, { kind: "delivery" });
    ledger.item("c", "2026-01-31", 100, { kind: "invoice" });
    const by = (debtCarriedBy: "delivery" | "invoice") =>
      agingOf(
        columnsOf(ledger.book.accounts.values(), { knownAt: 9, debtCarriedBy }),
        day("2026-02-01"),
        DEFAULT_POLICY,
      );
    expect(by("invoice")).toMatchObject([{ balance: 10_000, ofWhich: { notInvoiced: 0 } }]);
    expect(by("delivery")).toMatchObject([{ balance: 10_000, ofWhich: { notInvoiced: 10_000 } }]);
  });

  it("never adds currencies up: a customer has a row for each", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    ledger.item("c", "2026-01-01", 100);
    ledger.item("c", "2026-01-01", 7, { currency: "USD" });
    expect(aged(ledger, "2026-01-01").map((row) => [row.currency, row.balance])).toEqual([
      ["CNY", 10_000],
      ["USD", 700],
    ]);
  });

  it("as known at an earlier place, shows the ledger as it was then", () => {
    const ledger = new TestLedger();
    ledger.customer("c");
    const item = ledger.item("c", "2026-01-01", 100);
    const before = ledger.knownAt;
    ledger.entry({ put: "void", row: { id: item, customer: "c" } });
    ledger.item("c", "2025-12-01", 30);
    expect(aged(ledger, "2026-01-01", DEFAULT_POLICY, before)[0]?.balance).toBe(10_000);
    expect(aged(ledger, "2026-01-01")[0]?.balance).toBe(3_000);
  });
});
