import { describe, expect, it } from "vitest";
import { type Account, emptyAccount, money, overSettledOf, plainDate } from "../../../core/index.ts";

const date = plainDate("2026-01-05");
const known = { seq: 1, voided: 0, customer: "c1.0", date, currency: "CNY" };

/** An item of two lines of 60 and 40, a credit of 30, a receipt of 100 and a refund of 20. */
function account(allocated: readonly [from: string, item: string, line: number, amount: number][]): Account {
  const line = (amount: number) => ({ amount: money(amount), due: date, basis: "stated" as const });
  const lines = [line(60), line(40)];
  return {
    ...emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }),
    items: [
      { ...known, id: "i1.0", kind: "invoice", amount: money(100), lines },
      { ...known, id: "i1.1", kind: "creditNote", amount: money(-30), lines: [line(-30)] },
    ],
    receipts: [
      { ...known, id: "r1.0", amount: money(100), method: "cash" },
      { ...known, id: "r1.1", amount: money(-20), method: "cash" },
    ],
    allocations: allocated.map(([from, item, at, amount], i) => ({
      ...{ ...known, id: `a1.${i}`, from, item, line: at, amount: money(amount) },
      ...{ rule: "byHand" as const, policyVersion: 1 },
    })),
  };
}

const over = (...allocated: Parameters<typeof account>[0][number][]) =>
  Object.fromEntries([...overSettledOf(account(allocated))].map(([key, each]) => [key, each.over]));

describe("what is over-settled", () => {
  it("is nothing where every line and every credit has what is used of it", () => {
    expect(over()).toEqual({});
    expect(over(["r1.0", "i1.0", 0, 60], ["r1.0", "i1.0", 1, 40])).toEqual({});
    expect(over(["i1.1", "i1.0", 0, 30], ["r1.0", "i1.0", 0, 50], ["r1.1", "i1.0", 0, -20])).toEqual({});
  });

  it("is a line of which more is settled than it is, whatever its item still has open", () => {
    expect(over(["r1.0", "i1.0", 1, 41])).toEqual({ "i1.0 1": 1 });
  });

  it("is a line that is opened again beyond what was settled of it", () => {
    expect(over(["r1.1", "i1.0", 0, -20])).toEqual({ "i1.0 0": 20 });
  });

  it("is money, a credit and a refund of which more is used than there is", () => {
    expect(over(["i1.1", "i1.0", 0, 31])).toEqual({ "i1.1": 1 });
    expect(over(["r1.0", "i1.0", 0, 60], ["r1.0", "i1.0", 1, 40], ["r1.0", "i9.0", 0, 5])).toEqual({
      "r1.0": 5,
      "i9.0 0": 5,
    });
    expect(over(["r1.0", "i1.0", 0, 50], ["r1.1", "i1.0", 0, -21])).toEqual({ "r1.1": 1 });
  });
});
