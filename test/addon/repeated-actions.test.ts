import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** What was taken back may happen again: an undone entry is no duplicate. */
const held = { method: "bankDraft", draft: { maturity: "2026-05-01", state: "held" } };

const reply = (bench: TypedBench, name: string, input: object) =>
  bench.run(name, { action: bench.action(), ...input }).reply;

describe("after it was taken back", () => {
  it("a bounce 退票 is booked again, however often", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "INV-1", "2026-01-01", 10_000);
    const receipt = bench.receipt(10_000, "2026-02-01", { customer, ...held });
    const bounce = { customer, receipt, date: "2026-05-02" };
    for (const round of [1, 2]) {
      bench.call("dishonour", { action: `bounce-${round}`, ...bounce });
      expect(reply(bench, "dishonour", bounce)).toMatchObject({ ok: false, why: "notADraft" });
      bench.call("undo", { action: `undo-000${round}`, of: `bounce-${round}` });
    }
    expect(reply(bench, "dishonour", { ...bounce, date: "2026-05-20" })).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(10_000);
    expect(bench.checkUp().sound).toBe(true);
  });

  it("a period is closed again", () => {
    const { bench } = TypedBench.withCustomer();
    for (const _ of [1, 2, 3]) {
      expect(reply(bench, "closePeriod", { through: "2026-03-31" })).toMatchObject({ ok: true });
      const back = { through: "2026-02-28", reason: "关账日填错了" };
      expect(reply(bench, "reopenPeriod", back)).toMatchObject({ ok: true });
    }
    expect(reply(bench, "closePeriod", { through: "2026-03-31" })).toMatchObject({ ok: true });
    expect(bench.call<Output<"settings">>("settings", {}).settings.closedThrough).toBe("2026-03-31");
  });

  it("a receipt is entered again without being asked about, and a third time it is asked", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const receipt = {
      customer,
      date: "2026-02-01",
      amount: 5_000,
      method: "transfer",
      bankReference: "BR-1",
    };
    bench.call("addReceipt", { action: "receipt-1", receipt });
    bench.call("undo", { action: "undo-0001", of: "receipt-1" });
    expect(bench.call("previewReceipt", { receipt })).not.toHaveProperty("alike");
    expect(reply(bench, "addReceipt", { receipt })).toMatchObject({ ok: true });
    expect(bench.call("previewReceipt", { receipt })).toHaveProperty("alike");
    expect(reply(bench, "addReceipt", { receipt })).toMatchObject({ ok: false, why: "duplicateSuspected" });
    expect(bench.balance("K001")).toBe(-5_000);
  });

  it("a document is entered again without being asked about, and a third time it is asked", () => {
    const { bench, customer } = TypedBench.withCustomer();
    const item = { customer, kind: "invoice", number: "INV-1", date: "2026-02-01", amount: 5_000 };
    bench.call("addItem", { action: "item-0001", item });
    bench.call("undo", { action: "undo-0001", of: "item-0001" });
    expect(reply(bench, "addItem", { item })).toMatchObject({ ok: true });
    expect(reply(bench, "addItem", { item })).toMatchObject({ ok: false, why: "duplicateSuspected" });
    expect(bench.balance("K001")).toBe(5_000);
  });
});
