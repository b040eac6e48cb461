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

  it("may be sent again as it is, with other settings", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", number: "N-1", date: "2026-01-05", amount: 1_000 };
    bench.call("addItem", { action: "item-0001", item });
    expect(bench.run("saveSettings", save("invoice")).reply).toMatchObject({ ok: true });
  });
});
