import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** A policy 赊账政策 acts forward only, and one that is planned comes into force on its day. */
const TODAY = "2026-06-15";

describe("versions of the policy", () => {
  const save = (bench: TypedBench, policy: object) =>
    bench.run("savePolicy", { action: bench.action(), policy }).reply;
  /** What 抹零 settles of a receipt that is short by 15.00. */
  const isAllowed = (bench: TypedBench, customer: string, date: string) =>
    bench.call<Output<"previewReceipt">>("previewReceipt", {
      receipt: { customer, date, amount: 998_500, method: "cash" },
    }).differenceAllowed;

  it("keep one that is planned for a later day, whatever is changed today", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-01-05", 1_000_000);
    expect(save(bench, { effective: "2026-07-01", smallAmount: 2_000 })).toMatchObject({ ok: true });
    expect(save(bench, { bucketEdges: [30, 60] })).toMatchObject({ ok: true });
    expect(isAllowed(bench, customer, "2026-06-30")).toBe(false);
    expect(isAllowed(bench, customer, "2026-07-01")).toBe(true);
  });

  it("of the same day: the one that was made later is in force", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "N-1", "2026-01-05", 1_000_000);
    save(bench, { smallAmount: 2_000 });
    save(bench, { smallAmount: 500 });
    expect(isAllowed(bench, customer, TODAY)).toBe(false);
  });

  it("do not reach back: a day before today is refused, and nothing is written", () => {
    const { bench } = TypedBench.withCustomer();
    const before = JSON.stringify(bench.tab("_journal").cells);
    expect(save(bench, { effective: "2026-06-14", smallAmount: 2_000 })).toMatchObject({
      ...{ ok: false, why: "policyBackdated" },
      sentence: expect.stringContaining(TODAY),
    });
    expect(JSON.stringify(bench.tab("_journal").cells)).toBe(before);
    expect(save(bench, { effective: TODAY })).toMatchObject({ ok: true });
  });
});
