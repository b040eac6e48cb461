import { describe, expect, it } from "vitest";
import { statedSettlement } from "../../../core/importing/stated-settlement.ts";
import { money } from "../../../core/index.ts";

/** Of a snapshot of open documents, what came in and what is open must make the amount. */
function stated(amount: number, settledAmount: number | undefined, openAmount: number) {
  const row = {
    ...{ row: 2, currency: "CNY", amount: money(amount), openAmount: money(openAmount) },
    ...(settledAmount === undefined ? {} : { settledAmount: money(settledAmount) }),
  };
  return statedSettlement(row, money(openAmount), "openItems");
}

describe("a snapshot that says amount, received and open", () => {
  it("is unclear where they do not add up", () => {
    expect(stated(20_000, 5_000, 16_000)).toBe("unclear");
    expect(stated(-5_000, 0, -4_000)).toBe("unclear");
  });

  it("is taken where they do, where one is not said, and for credits and overpaid ones", () => {
    expect(stated(20_000, 5_000, 15_000)).toEqual({ settled: 0, open: 15_000 });
    expect(stated(20_000, undefined, 16_000)).toEqual({ settled: 0, open: 16_000 });
    expect(stated(-5_000, -1_000, -4_000)).toEqual({ settled: 0, open: 4_000 });
    expect(stated(-5_000, 1_000, -4_000)).toEqual({ settled: 0, open: 4_000 });
    expect(stated(100, 120, -20)).toEqual({ settled: 0, open: 20 });
  });
});
