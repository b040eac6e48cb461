import { describe, expect, it } from "vitest";
import { money, type PromiseToPay, plainDate, promiseStateOf } from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

const PROMISE: PromiseToPay = {
  ...{ id: "w1.0", customer: "c1.0", madeOn: plainDate("2026-03-01"), until: plainDate("2026-03-10") },
  ...{ currency: "CNY", amount: money(10_000) },
};

function state(receipts: [day: string, yuan: number][], asOf: string, bounced = false) {
  const ledger = new TestLedger();
  ledger.customer("c1.0");
  const ids = receipts.map(([day, yuan]) => ledger.receipt("c1.0", day, yuan));
  const [first] = ids;
  if (bounced && first) ledger.receipt("c1.0", "2026-03-09", -(receipts[0]?.[1] ?? 0), { reverses: first });
  return promiseStateOf(ledger.account("c1.0"), PROMISE, { asOf: plainDate(asOf), knownAt: ledger.knownAt });
}

describe("a promise to pay 付款承诺", () => {
  it("is live through its day, and broken or partly kept after it", () => {
    expect([state([], "2026-03-10"), state([], "2026-03-11")]).toEqual(["live", "broken"]);
    expect(state([["2026-03-05", 40]], "2026-03-10")).toBe("live");
    expect(state([["2026-03-05", 40]], "2026-03-11")).toBe("partlyKept");
  });

  it("is kept by money of its days only, as soon as it is all there", () => {
    expect(
      state(
        [
          ["2026-03-05", 40],
          ["2026-03-07", 60],
        ],
        "2026-03-07",
      ),
    ).toBe("kept");
    expect(state([["2026-02-28", 100]], "2026-03-11")).toBe("broken");
    expect(state([["2026-03-11", 100]], "2026-03-12")).toBe("broken");
    expect(state([["2026-03-10", 100]], "2026-03-12")).toBe("kept");
  });

  it("is not kept by a draft that bounced", () => {
    expect(state([["2026-03-05", 100]], "2026-03-11", true)).toBe("broken");
    expect(state([["2026-03-05", 100]], "2026-03-08", true)).toBe("kept");
  });
});
