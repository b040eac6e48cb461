import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

type Standing = Output<"standing">;
type Check = Output<"orderCheck">;

/** A customer over its limit of 1,000.00, with receipts entered to the day and nothing observed any more. */
function overLimit() {
  const { bench, customer } = TypedBench.withCustomer({ limitType: "amount", limit: 100_000 });
  bench.item(customer, "A1", "2026-09-01", 150_000, { due: "2026-10-01" });
  bench.call("savePolicy", { action: bench.action(), policy: { observeUntil: "off" } });
  bench.call("saveSettings", { action: bench.action(), settings: { receiptsEnteredThrough: "2026-06-15" } });
  return { bench, customer };
}

describe("what the ledger thinks of a customer", () => {
  it("says whether a name must be asked for: of nobody known, and of who is not among its users", () => {
    const { bench, customer } = overLimit();
    const acting = (user: string) => bench.call<Standing>("standing", { customer }, user).acting;
    expect(acting("wang@example.com")).toEqual({
      ...{ asksName: false, asksDecider: false, users: [], deciders: [] },
    });
    expect(acting("")).toMatchObject({ asksName: true, asksDecider: true });
    for (const [name, role] of [
      ["王芳", "controller"],
      ["李强", "clerk"],
    ] as const)
      bench.call("addUser", { action: bench.action(), user: { name, role } });
    expect(acting("wang@example.com")).toEqual({
      ...{ asksName: false, asksDecider: true, users: ["王芳", "李强"], deciders: ["王芳"] },
    });
    expect(acting("王芳")).toMatchObject({ asksName: false, asksDecider: false });
  });

  it("says what is overdue, in days and in the ledger's own currency", () => {
    const { bench, customer } = overLimit();
    const { overdue } = bench.call<Standing>("standing", { customer, asOf: "2026-10-11" });
    expect(overdue).toEqual({ amount: 150_000, oldestDays: 10 });
  });

  it("counts the days of payments in the currency with most of them", () => {
    const { bench, customer } = TypedBench.withCustomer();
    bench.item(customer, "C1", "2026-01-01", 1_000, { due: "2026-01-31" });
    bench.receipt(1_000, "2026-02-05", { customer });
    for (const month of [1, 2, 3]) {
      const date = `2026-0${month}-10`;
      bench.item(customer, `U${month}`, date, 5_000, { due: date, currency: "USD" });
      bench.receipt(5_000, `2026-0${month}-25`, { customer, currency: "USD" });
    }
    const { history, histogram } = bench.call<Standing>("standing", { customer, asOf: "2026-06-01" });
    expect(history.map(({ currency, payments }) => [currency, payments])).toEqual([
      ["USD", 3],
      ["CNY", 1],
    ]);
    // Fifteen days late, three times.
    expect(histogram.filter(({ payments }) => payments > 0)).toEqual([
      { from: 10, payments: 3, amount: 15_000 },
    ]);
  });
});

describe("an order that is held", () => {
  it("says that its own release waits, and not another's", () => {
    const { bench, customer } = overLimit();
    const check = (order: string) => bench.call<Check>("orderCheck", { customer, amount: 5_000, order });
    expect(check("SO-1").waiting).toBeUndefined();
    bench.call("requestApproval", {
      ...{ action: bench.action(), customer, subject: { kind: "release", order: "SO-1" }, amount: 5_000 },
    });
    expect(check("SO-1").waiting).toMatchObject({ by: "wang@example.com" });
    expect(check("SO-2").waiting).toBeUndefined();
    bench.decideAll("refused");
    expect(check("SO-1").waiting).toBeUndefined();
  });

  it("says until when it is only observed", () => {
    const { bench, customer } = overLimit();
    const check = () => bench.call<Check>("orderCheck", { customer, amount: 5_000 });
    expect(check().observeUntil).toBeUndefined();
    bench.call("savePolicy", { action: bench.action(), policy: { observeUntil: "2099-12-31" } });
    expect(check()).toMatchObject({ decision: "warn", observeUntil: "2099-12-31" });
  });

  it("names nobody in brackets where nobody is known", () => {
    const { bench, customer } = overLimit();
    const hold = { action: bench.action(), customer, kind: "hold", reason: "换法人" };
    bench.call("hold", hold, "");
    const { reasons } = bench.call<Check>("orderCheck", { customer, amount: 5_000 });
    expect(reasons.map(({ text }) => text)).toContain("暂停：换法人");
  });
});
