import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** Which kind of document carries the debt is settled before the first document: changed later, every balance would be another. */
describe("what carries the debt", () => {
  const save = (debtCarriedBy: string) => ({
    action: `settings-${debtCarriedBy}`,
    settings: { debtCarriedBy },
  });

  it("may be chosen while there are no documents, and not once there are", () => {
    const { bench, customer } = TypedBench.withCustomer();
    expect(bench.run("saveSettings", save("delivery")).reply).toMatchObject({ ok: true });
    const item = { customer, kind: "delivery", number: "D-1", date: "2026-01-05", amount: 1_000 };
    bench.call("addItem", { action: "item-0001", item });
    expect(bench.run("saveSettings", save("invoice")).reply).toMatchObject({
      ok: false,
      why: "debtCarrierFixed",
    });
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("is said to be fixed once there are documents, even when they were undone, at no cost that grows", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const fixed = () => bench.call<{ debtCarrierFixed: boolean }>("settings", {}).debtCarrierFixed;
    expect(fixed()).toBe(false);
    const item = { customer, kind: "invoice", number: "N-1", date: "2026-01-05", amount: 1_000 };
    bench.call("addItem", { action: "item-0001", item });
    expect(fixed()).toBe(true);
    const cells = () => bench.run("settings", {}).run.counts;
    const few = cells();
    for (let i = 2; i < 30; i += 1)
      bench.item(bench.customer(`C${i}`, `客户${i}`), `N-${i}`, "2026-01-05", 100);
    expect(cells()).toEqual(few);
    const undone = TypedBench.withCustomer();
    undone.bench.call("addItem", { action: "item-0001", item: { ...item, customer: undone.customer } });
    undone.bench.call("undo", { action: "undo-0001", of: "item-0001" });
    expect(undone.bench.call("settings", {})).toMatchObject({ debtCarrierFixed: true });
    expect(undone.bench.run("saveSettings", save("delivery")).reply).toMatchObject({ ok: false });
  });

  it("may be sent again as it is, with other settings", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", number: "N-1", date: "2026-01-05", amount: 1_000 };
    bench.call("addItem", { action: "item-0001", item });
    expect(bench.run("saveSettings", save("invoice")).reply).toMatchObject({ ok: true });
  });
});

describe("the ledger's own currency 本位币", () => {
  const save = (baseCurrency: string) => ({ action: `settings-${baseCurrency}`, settings: { baseCurrency } });
  const items = { kind: "invoice", number: "N-1", date: "2026-01-05", amount: 1_000 };

  it("may be chosen while there are no amounts", () => {
    const { bench } = TypedBench.withCustomer();
    expect(bench.run("saveSettings", save("USD")).reply).toMatchObject({ ok: true });
    expect(bench.call("settings", {})).toMatchObject({ settings: { baseCurrency: "USD" } });
  });

  it.each([
    ["a document", "addItem", { item: items }],
    ["money that came in", "addReceipt", { receipt: { date: "2026-01-05", amount: 500, method: "cash" } }],
  ])("is fixed with %s: every sum without a currency would be another", (_, name, what) => {
    const { bench, customer } = TypedBench.withCustomer();
    const input = Object.fromEntries(Object.entries(what).map(([key, row]) => [key, { customer, ...row }]));
    bench.call(name, { action: "action-001", ...input });
    expect(bench.run("saveSettings", save("JPY")).reply).toMatchObject({
      ...{ ok: false, why: "baseCurrencyFixed" },
      sentence: expect.stringContaining("CNY"),
    });
    expect(bench.run("saveSettings", save("CNY")).reply).toMatchObject({ ok: true });
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });
});
