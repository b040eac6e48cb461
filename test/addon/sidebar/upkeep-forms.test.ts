import { describe, expect, it } from "vitest";
import { policyDraft, readPolicy, typedEdges, typedShare } from "../../../addon/sidebar/forms/policy-form.ts";
import { readSettings, settingsDraft } from "../../../addon/sidebar/forms/settings-form.ts";
import { typedAmountOrZero } from "../../../addon/sidebar/forms/typed.ts";
import { isAllTaken, sortedProblems } from "../../../addon/sidebar/hand-edits.ts";
import {
  DEFAULT_POLICY,
  emptyBook,
  money,
  type Problem,
  plainDate,
  problemText,
} from "../../../core/index.ts";

const today = plainDate("2026-11-22");
const ledger = { today, currency: "CNY", others: [] };

describe("typed rows", () => {
  const place = { table: "客户", row: 2 };
  const wish: Problem = { kind: "proposed", place, found: "30天", inForce: "" };
  const wrong: Problem = { kind: "cellMissing", place };

  it("wait for a decision, or were not taken: never both, and beside neither all is said to be taken", () => {
    expect(sortedProblems([wish, wrong])).toEqual({ waiting: [wish], notTaken: [wrong] });
    expect(isAllTaken([], [])).toBe(true);
    expect([isAllTaken([], [wish]), isAllTaken([], [wrong]), isAllTaken([{}], [])]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("name an empty cell in words", () => {
    expect(problemText(wish, "zh")).toContain("申请“30天”，现行为空。");
    expect(problemText(wish, "en")).toContain("“30天” is asked for; blank is in force.");
  });
});

describe("the policy form", () => {
  it("reads buckets in any of the usual separators, only when they rise", () => {
    for (const text of ["30, 60, 90", "30，60，90", "30 60 90", "30、60、90"])
      expect(typedEdges(text), text).toEqual({ value: [30, 60, 90] });
    for (const text of ["", "90, 30", "30, 30", "0, 30", "30.5", "-30", "a", "1 2 3 4 5 6 7 8 9 10"])
      expect(typedEdges(text), text).toEqual({ fault: { say: "fault.edges" } });
  });

  it("reads per cent as basis points, never rounded", () => {
    expect(typedShare("0.5")).toEqual({ value: 50 });
    expect(typedShare("0.29%")).toEqual({ value: 29 });
    expect(typedShare("100")).toEqual({ value: 10_000 });
    for (const text of ["", "100.01", "0.001", "-1", "5‰"])
      expect(typedShare(text), text).toEqual({ fault: { say: "fault.share" } });
  });

  it("takes no small difference at all as zero, and nothing typed as missing", () => {
    expect(typedAmountOrZero("0", "CNY")).toEqual({ value: 0 });
    expect(typedAmountOrZero("0.00", "CNY")).toEqual({ value: 0 });
    expect(typedAmountOrZero("", "CNY")).toEqual({ fault: { say: "fault.amountMissing" } });
    expect(typedAmountOrZero("-1", "CNY")).toEqual({ fault: { say: "fault.amountNotPositive" } });
  });

  it("sends what is in force where nothing was changed, from today", () => {
    const { bucketEdges, agingBasis, smallAmounts, smallShare } = DEFAULT_POLICY;
    const smallAmount = money(1000);
    expect(readPolicy(policyDraft("s-1", DEFAULT_POLICY, ledger), today, "CNY")).toEqual({
      faults: {},
      input: { bucketEdges, agingBasis, smallAmount, smallAmounts, smallShare, effective: today },
    });
  });

  it("says the small amount of each other currency; a blank one has none, those not shown stay", () => {
    const policy = {
      ...DEFAULT_POLICY,
      smallAmount: money(1000),
      smallAmounts: { USD: money(150), HKD: money(1000) },
    };
    const draft = policyDraft("s-1", policy, { ...ledger, others: ["EUR", "USD"] });
    expect(draft.amounts).toEqual({ EUR: "", USD: "1.50" });
    expect(readPolicy(draft, today, "CNY").input).toMatchObject({ smallAmounts: { HKD: 1000, USD: 150 } });
    const blank = { ...draft, amounts: { EUR: "2", USD: " " } };
    expect(readPolicy(blank, today, "CNY").input?.smallAmounts).toEqual({ HKD: 1000, EUR: 200 });
    const wrong = { ...draft, amounts: { EUR: "two", USD: "1" } };
    expect(readPolicy(wrong, today, "CNY")).toEqual({
      faults: { "amount-EUR": { say: "fault.amountUnreadable" } },
    });
  });

  it("acts forward only", () => {
    const draft = { ...policyDraft("s-1", DEFAULT_POLICY, ledger), effective: "2026-11-21" };
    expect(readPolicy(draft, today, "CNY").faults).toEqual({ effective: { say: "fault.effectivePast" } });
  });
});

describe("the settings form", () => {
  const { settings } = emptyBook();

  it("begins without a name in a new ledger, and asks for it", () => {
    const draft = settingsDraft("s-1", settings);
    expect(draft.name).toBe("");
    expect(readSettings(draft, today).faults).toEqual({ name: { say: "fault.firmMissing" } });
  });

  it("sends back what it was filled with", () => {
    const firm = {
      name: "鸿运达",
      nameEn: "Hongyunda",
      address: "深圳",
      phone: "0755",
      account: ["招行", "6225"],
    };
    const restDays = "nextWorkingDay" as const;
    const kept = { ...settings, firm, restDays, receiptsEnteredThrough: plainDate("2026-11-20") };
    expect(readSettings(settingsDraft("s-1", kept), today).input).toEqual({
      ...{
        firm,
        language: kept.language,
        baseCurrency: kept.baseCurrency,
        debtCarriedBy: kept.debtCarriedBy,
        restDays,
      },
      receiptsEnteredThrough: "2026-11-20",
    });
  });

  it("leaves due dates on the days that terms give, unless somebody says otherwise", () => {
    expect(settingsDraft("s-1", settings).restDays).toBe("asIs");
  });

  it("takes no word that receipts of days to come are entered", () => {
    const draft = { ...settingsDraft("s-1", settings), name: "鸿运达", through: "2026-11-23" };
    expect(readSettings(draft, today).faults).toEqual({ through: { say: "fault.throughFuture" } });
  });
});
