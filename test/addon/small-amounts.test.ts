import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

type Preview = Output<"previewReceipt">;

/** A customer who owes one invoice, and pays it but for a little. */
function owing(currency: string, owed: number, base = "CNY") {
  const bench = new TypedBench();
  bench.call("setup", { language: "zh" });
  bench.call("saveSettings", { action: "settings-01", settings: { baseCurrency: base } });
  const customer = bench.customer("K001", "深圳市鸿运达");
  const dated = { customer, currency, date: "2026-01-05" };
  bench.call("addItem", {
    action: "item-0001",
    item: { ...dated, kind: "invoice", number: "A-1", amount: owed },
  });
  const paid = (amount: number) => ({ ...dated, date: "2026-01-06", amount, method: "cash" });
  const rounded = (amount: number) =>
    bench.run("addReceipt", {
      action: "receipt-01",
      receipt: { ...paid(amount), settleDifference: "smallAmount" },
    }).reply;
  const preview = (amount: number) => bench.call<Preview>("previewReceipt", { receipt: paid(amount) });
  return { bench, preview, rounded };
}

describe("抹零 in another currency than the ledger's", () => {
  it("is neither offered nor done while the policy says no amount in that currency", () => {
    const { bench, preview, rounded } = owing("THB", 100_000);
    const small = { differenceAllowed: false, smallAmountMissing: true };
    expect(preview(99_700)).toMatchObject({ difference: 300, ...small });
    expect(preview(50_000)).toMatchObject({ difference: 50_000, ...small, smallAmountMissing: false });
    const before = JSON.stringify(bench.tab("_journal").cells);
    expect(rounded(99_700)).toMatchObject({
      ...{ ok: false, why: "noSmallAmount" },
      sentence: expect.stringContaining("THB"),
    });
    expect(JSON.stringify(bench.tab("_journal").cells)).toBe(before);
  });

  it("goes by the amount that the policy says for it, and by the share", () => {
    const { bench, preview, rounded } = owing("USD", 100_000);
    bench.call("savePolicy", { action: "policy-01", policy: { smallAmounts: { USD: 300 } } });
    const today = preview(99_700);
    expect(today.differenceAllowed, "a policy acts forward only").toBe(false);
    expect(preview(99_900)).toMatchObject({ difference: 100, differenceAllowed: true });
    expect(preview(99_899).differenceAllowed, "1.00 dollar, and not 10.00").toBe(false);
    const later = (amount: number) =>
      bench.call<Preview>("previewReceipt", {
        receipt: {
          ...{ customer: customerOf(bench), currency: "USD", method: "cash", amount },
          date: bench.call<Output<"status">>("status", {}).facts?.today,
        },
      });
    expect(later(99_700)).toMatchObject({ differenceAllowed: true });
    expect(later(99_699)).toMatchObject({ differenceAllowed: false, smallAmountMissing: false });
    expect(rounded(99_700)).toMatchObject({ ok: false, why: "differenceTooLarge" });
  });
});

describe("抹零 in the ledger's currency", () => {
  it("is previewed with that limit where it is above it, and without one where there is nothing to say", () => {
    const { preview } = owing("CNY", 1_000_000);
    expect(preview(998_900)).toMatchObject({ difference: 1_100, differenceLimit: 1_000 });
    expect(preview(999_000)).toMatchObject({ difference: 1_000, differenceAllowed: true });
    for (const paid of [999_000, 1_000_000]) expect(preview(paid)).not.toHaveProperty("differenceLimit");
    expect(owing("CNY", 10_000).preview(9_900)).toMatchObject({ differenceLimit: 50 });
    expect(owing("THB", 10_000).preview(5_000)).not.toHaveProperty("differenceLimit");
  });

  it.each([
    ["JPY", 200, 201],
    ["USD", 100, 101],
    ["TWD", 4_000, 4_001],
  ])("%s is as much as it is in a ledger of another currency", (currency, most, more) => {
    const owed = 10_000_000;
    const inLedgersOwn = owing(currency, owed, currency).preview;
    const inAnother = owing(currency, owed).preview;
    for (const preview of [inLedgersOwn, inAnother]) {
      expect(preview(owed - most)).toMatchObject({ differenceAllowed: true });
      expect(preview(owed - more)).toMatchObject({ differenceAllowed: false, differenceLimit: most });
    }
  });

  it("is none where nobody has said one, and one as soon as the policy does", () => {
    const { bench, preview, rounded } = owing("KWD", 1_000_000, "KWD");
    expect(preview(999_999)).toMatchObject({ differenceAllowed: false, smallAmountMissing: true });
    expect(rounded(999_999)).toMatchObject({ ok: false, why: "noSmallAmount" });
    bench.call("savePolicy", { action: "policy-01", policy: { smallAmounts: { USD: 300 } } });
    expect(bench.call("settings", {})).not.toHaveProperty("policy.smallAmount");
    bench.call("savePolicy", { action: "policy-02", policy: { smallAmount: 250 } });
    expect(bench.call("settings", {})).toMatchObject({ policy: { smallAmount: 250 } });
  });

  it("stays as it is when only other currencies are given theirs", () => {
    const { bench } = owing("JPY", 1_000, "JPY");
    bench.call("savePolicy", { action: "policy-01", policy: { smallAmounts: { USD: 300 } } });
    expect(bench.call("settings", {})).toMatchObject({ policy: { smallAmount: 200 } });
  });

  it("is refused with the limit that holds for this sum: the share, where it is less than the amount", () => {
    const { preview, rounded } = owing("CNY", 10_000);
    expect(preview(9_900)).toMatchObject({ differenceAllowed: false, smallAmountMissing: false });
    expect(rounded(9_900)).toMatchObject({
      ...{ ok: false, why: "differenceTooLarge" },
      sentence: expect.stringContaining("0.50"),
    });
  });
});

function customerOf(bench: ReturnType<typeof owing>["bench"]): string {
  return bench.call<Output<"customers">>("customers", {}).customers[0]?.id ?? "";
}
