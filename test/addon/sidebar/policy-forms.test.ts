import { describe, expect, it } from "vitest";
import { typedEdges } from "../../../addon/sidebar/forms/policy/aging-part.ts";
import {
  countsOf,
  largestFirst,
  type PolicyChange,
} from "../../../addon/sidebar/forms/policy/effect-order.ts";
import { isUnchanged, policyTexts, readPolicy } from "../../../addon/sidebar/forms/policy/policy-form.ts";
import { isStandard, standardTexts } from "../../../addon/sidebar/forms/policy/templates-part.ts";
import { typedPercent, typedWhole } from "../../../addon/sidebar/forms/policy/text-reader.ts";
import {
  type PolicyGround,
  rowsOf,
  type Texts,
  withoutRow,
} from "../../../addon/sidebar/forms/policy/texts.ts";
import { typedAmountOrZero } from "../../../addon/sidebar/forms/typed.ts";
import {
  type CreditPolicy,
  DEFAULT_CREDIT_POLICY,
  DEFAULT_POLICY,
  money,
  POLICY_PARTS,
  type PolicyPart,
  plainDate,
  policyFaultText,
} from "../../../core/index.ts";

const today = plainDate("2026-11-22");
const ground: PolicyGround = {
  ...{ policy: DEFAULT_POLICY, credit: DEFAULT_CREDIT_POLICY, today, currency: "CNY", others: [] },
  language: "zh",
};

/** A part's form, filled, with what somebody types over it. */
function typed(part: PolicyPart, texts: Texts, at: PolicyGround = ground) {
  return readPolicy(part, { ...policyTexts(part, at), ...texts }, at);
}

const inForce = (change: Partial<CreditPolicy>): PolicyGround => ({
  ...ground,
  credit: { ...DEFAULT_CREDIT_POLICY, ...change },
});

describe("what is typed into the policy", () => {
  it("are buckets in any of the usual separators, only when they rise", () => {
    for (const text of ["30, 60, 90", "30，60，90", "30 60 90", "30、60、90"])
      expect(typedEdges(text), text).toEqual({ value: [30, 60, 90] });
    for (const text of ["", "90, 30", "30, 30", "0, 30", "30.5", "-30", "a", "1 2 3 4 5 6 7 8 9 10"])
      expect(typedEdges(text), text).toEqual({ fault: { say: "fault.edges" } });
  });

  it("is per cent as basis points, never rounded: 30 is 30 %", () => {
    expect(typedPercent("30", 10_000)).toEqual({ value: 3_000 });
    expect(typedPercent("0.5", 10_000)).toEqual({ value: 50 });
    expect(typedPercent("0.29 %", 10_000)).toEqual({ value: 29 });
    expect(typedPercent("100％", 10_000)).toEqual({ value: 10_000 });
    expect(typedPercent("150", 100_000)).toEqual({ value: 15_000 });
    for (const text of ["", "100.01", "0.001", "-1", "5‰", "1e2"])
      expect(typedPercent(text, 10_000), text).toEqual({ fault: { say: "fault.percent", example: "0–100" } });
  });

  it("is a whole number of days within bounds, or nothing", () => {
    expect(typedWhole("30", 0, 365)).toEqual({ value: 30 });
    expect(typedWhole("-3", -60, 0)).toEqual({ value: -3 });
    for (const text of ["", "30.5", "366", "-1", "３０", "1e2", " "])
      expect(typedWhole(text, 0, 365), text).toEqual({ fault: { say: "fault.whole", example: "0–365" } });
  });

  it("is no small difference at all as zero, and nothing typed as missing", () => {
    expect(typedAmountOrZero("0.00", "CNY")).toEqual({ value: 0 });
    expect(typedAmountOrZero("", "CNY")).toEqual({ fault: { say: "fault.amountMissing" } });
    expect(typedAmountOrZero("-1", "CNY")).toEqual({ fault: { say: "fault.amountNotPositive" } });
  });
});

describe("the form of every part", () => {
  it.each(POLICY_PARTS)("gives back what is in force where nothing was typed: %s", (part) => {
    const { wish, faults, sentences } = typed(part, {});
    expect({ faults, sentences }).toEqual({ faults: {}, sentences: [] });
    const { credit = {}, effective, observeUntil, ...own } = wish ?? { effective: undefined };
    expect(effective).toBe(today);
    expect(observeUntil ?? "off").toBe("off");
    expect(DEFAULT_CREDIT_POLICY).toMatchObject(credit);
    expect({ ...DEFAULT_POLICY, smallAmount: 1_000 }).toMatchObject(own);
    expect(isUnchanged(part, policyTexts(part, ground), ground)).toBe(true);
  });

  it("acts forward only", () => {
    expect(typed("approvals", { effective: "2026-11-21" }).faults).toEqual({
      effective: { say: "fault.effectivePast" },
    });
    expect(typed("approvals", { effective: "2026-12-01" }).wish?.effective).toBe("2026-12-01");
    expect(
      isUnchanged("approvals", { ...policyTexts("approvals", ground), effective: "2026-12-01" }, ground),
    ).toBe(true);
  });
});

describe("aging and small differences", () => {
  it("say the small amount of each other currency; a blank one has none, those not shown stay", () => {
    const smallAmounts = { USD: money(150), HKD: money(1000) };
    const policy = { ...DEFAULT_POLICY, smallAmount: money(1000), smallAmounts };
    const abroad = { ...ground, policy, others: ["EUR", "USD"] };
    expect(policyTexts("aging", abroad)).toMatchObject({ "amount-EUR": "", "amount-USD": "1.50" });
    const blank = typed("aging", { "amount-EUR": "2", "amount-USD": " " }, abroad);
    expect(blank.wish?.smallAmounts).toEqual({ HKD: 1000, EUR: 200 });
    expect(typed("aging", { "amount-EUR": "two" }, abroad).faults).toEqual({
      "amount-EUR": { say: "fault.amountUnreadable" },
    });
  });
});

describe("grades and limits", () => {
  it("are read with their amounts, shares and days; a blank cap is none", () => {
    const { wish } = typed("grades", { "B-limitCap": "80,000.00", "A-limitCap": "", "C-deposit": "12.5" });
    expect(wish).toBeUndefined();
    const capped = { "C-limitCap": "5000", "D-limitCap": "0", "N-limitCap": "0", "B-limitCap": "80,000.00" };
    const { matrix } = typed("grades", { ...capped, "C-deposit": "12.5" }).wish?.credit ?? {};
    expect(matrix).toMatchObject({ B: { limitCap: 8_000_000 }, C: { limitCap: 500_000, deposit: 1_250 } });
    expect(matrix?.A).not.toHaveProperty("limitCap");
  });

  it("say at the field of the better grade that it gets less, in the sentence of the ledger", () => {
    const { wish, faults } = typed("grades", { "C-termDays": "75" });
    expect(wish).toBeUndefined();
    const found = { kind: "betterGivesLess", better: "B", worse: "C", what: "termDays" } as const;
    expect(faults).toEqual({
      "B-termDays": { say: "fault.policy", sentence: policyFaultText(found, "zh") },
    });
  });

  it("say at the cut points that they do not fall, and at the first weight that none is left", () => {
    expect(Object.keys(typed("grades", { "cut-B": "90" }).faults)).toEqual(["cut-B"]);
    const texts = policyTexts("grades", ground);
    const none = Object.keys(texts).filter((id) => id.startsWith("weight-"));
    const without = typed("grades", Object.fromEntries(none.map((id) => [id, "0"])));
    expect(Object.keys(without.faults)).toEqual(["weight-onTime"]);
  });
});

describe("order decisions", () => {
  it("observe until a day that is to come, or not at all", () => {
    expect(typed("orders", { observe: "until", observeUntil: "2026-12-31" }).wish).toMatchObject({
      observeUntil: "2026-12-31",
    });
    expect(typed("orders", { observe: "until", observeUntil: "2026-11-21" }).faults).toEqual({
      observeUntil: { say: "fault.observePast" },
    });
    const observing = { ...ground, policy: { ...DEFAULT_POLICY, observeUntil: plainDate("2026-12-22") } };
    expect(policyTexts("orders", observing)).toMatchObject({ observe: "until", observeUntil: "2026-12-22" });
    expect(typed("orders", { observe: "off" }, observing).wish?.observeUntil).toBe("off");
  });

  it("have a tax for net orders or none, and hold no sooner than they warn", () => {
    expect(typed("orders", { orderTax: "13" }).wish?.credit?.exposure).toMatchObject({ orderTax: 1_300 });
    expect(typed("orders", {}).wish?.credit?.exposure).not.toHaveProperty("orderTax");
    expect(Object.keys(typed("orders", { overdueHoldDays: "2" }).faults)).toEqual(["overdueHoldDays"]);
  });
});

describe("reminders", () => {
  it("leave out levels that are blank; only the first lies before the due date", () => {
    const { wish } = typed("dunning", { "level-firm": "", "level-final": " " });
    expect(wish?.credit?.dunning?.ladder.map(({ level }) => level)).toEqual([
      "beforeDue",
      "friendly",
      "formal",
    ]);
    expect(Object.keys(typed("dunning", { "level-friendly": "-1", "level-beforeDue": "1" }).faults)).toEqual([
      "level-beforeDue",
      "level-friendly",
    ]);
    const none = Object.keys(policyTexts("dunning", ground)).filter((id) => id.startsWith("level-"));
    expect(typed("dunning", Object.fromEntries(none.map((id) => [id, ""]))).faults).toEqual({
      "level-friendly": { say: "fault.ladderEmpty" },
    });
  });

  it("say at the level that comes too early, and at a segment that stands twice", () => {
    expect(Object.keys(typed("dunning", { "level-formal": "10" }).faults)).toEqual(["level-formal"]);
    const twice = { "segment-0": "VIP", "levels-0": "1", "segment-4": "VIP ", "levels-4": "2" };
    expect(Object.keys(typed("dunning", twice).faults)).toEqual(["segment-4"]);
  });

  it("keep rows of segments apart, and lose one whole", () => {
    const texts = {
      "segment-0": "VIP",
      "levels-0": "1",
      "segment-2": "老客户",
      "levels-2": "2",
      gapDays: "7",
    };
    expect(rowsOf(texts, "segment")).toEqual(["0", "2"]);
    expect(withoutRow(texts, ["segment", "levels"], "0")).toEqual({
      ...{ "segment-2": "老客户", "levels-2": "2", gapDays: "7" },
    });
    expect(typed("dunning", texts).wish?.credit?.dunning?.gentler).toEqual([
      { segment: "VIP", levels: 1 },
      { segment: "老客户", levels: 2 },
    ]);
  });

  it("have quiet hours only where they are set", () => {
    expect(typed("dunning", {}).wish?.credit?.dunning).not.toHaveProperty("quietHours");
    const set = { hours: "quiet", hoursFrom: "20", hoursTo: "8" };
    expect(typed("dunning", set).wish?.credit?.dunning?.quietHours).toEqual({ from: 20, to: 8 });
    expect(typed("dunning", { ...set, hoursTo: "20" }).faults).toEqual({
      hoursTo: { say: "fault.sameHour" },
    });
    expect(Object.keys(typed("dunning", { ...set, hoursFrom: "24" }).faults)).toEqual(["hoursFrom"]);
  });
});

describe("letter templates", () => {
  const OPENING = "opening-firm-zh-CN";

  it("are kept only where they are worded otherwise than ours", () => {
    expect(typed("templates", {}).wish?.credit?.dunning?.templates).toEqual([]);
    const { wish } = typed("templates", { [OPENING]: "{customer}：请付 {total}。" });
    expect(wish?.credit?.dunning?.templates).toMatchObject([
      { level: "firm", language: "zh-CN", opening: "{customer}：请付 {total}。" },
    ]);
    expect(wish?.credit?.dunning).toMatchObject({ ladder: DEFAULT_CREDIT_POLICY.dunning.ladder });
  });

  it("go back to ours", () => {
    const [own] = typed("templates", { [OPENING]: "{customer}" }).wish?.credit?.dunning?.templates ?? [];
    const at = inForce({ dunning: { ...DEFAULT_CREDIT_POLICY.dunning, templates: own ? [own] : [] } });
    const texts = policyTexts("templates", at);
    expect(isStandard(texts, "firm", "zh-CN")).toBe(false);
    const reset = { ...texts, ...standardTexts("firm", "zh-CN") };
    expect(isStandard(reset, "firm", "zh-CN")).toBe(true);
    expect(readPolicy("templates", reset, at).wish?.credit?.dunning?.templates).toEqual([]);
  });

  it("name nothing that cannot be filled in, and are not empty but for the closing", () => {
    expect(typed("templates", { [OPENING]: "{costumer}" }).faults).toEqual({
      [OPENING]: { say: "fault.templatePlace", example: "{costumer}" },
    });
    expect(typed("templates", { [OPENING]: " " }).faults).toEqual({
      [OPENING]: { say: "fault.templateEmpty" },
    });
    expect(typed("templates", { "closing-firm-zh-CN": "" }).wish).toBeDefined();
    expect(typed("templates", { "subject-firm-en": "x".repeat(501) }).faults).toEqual({
      "subject-firm-en": { say: "fault.templateLong" },
    });
  });
});

describe("exchange rates", () => {
  const row = (at: number, rate: string, currency = "USD", from = "2026-11-01") => ({
    ...{ [`rate-${at}`]: rate, [`currency-${at}`]: currency, [`from-${at}`]: from },
  });

  it("are read to six decimals, and never as nothing", () => {
    const { wish } = typed("rates", { ...row(0, "7.1034"), ...row(1, "0.046512", "JPY") });
    expect(wish?.credit?.rates).toEqual([
      { currency: "USD", from: "2026-11-01", millionths: 7_103_400 },
      { currency: "JPY", from: "2026-11-01", millionths: 46_512 },
    ]);
    for (const text of ["", "0", "-7", "7.1234567", "abc", "0.0000001"])
      expect(typed("rates", row(0, text)).faults, text).toEqual({ "rate-0": { say: "fault.rate" } });
  });

  it("are one for a currency and day", () => {
    expect(typed("rates", { ...row(0, "7.1"), ...row(1, "7.2") }).faults).toEqual({
      "from-1": { say: "fault.rateTwice" },
    });
    expect(typed("rates", { ...row(0, "7.1"), ...row(1, "7.2", "USD", "2026-12-01") }).wish).toBeDefined();
  });
});

describe("who changes", () => {
  const under = (grade: "A" | "B" | "C" | "D" | "N", limit: number, termDays = 30) => ({
    ...{ grade, limit: money(limit), termDays, decision: "allow" as const },
  });
  const change = (code: string, before: PolicyChange["before"], after: PolicyChange["after"]) => ({
    ...{ customer: `c${code}`, code, name: code, before, after },
  });
  const changes = [
    change("K4", under("N", 0), under("D", 0)),
    change("K2", under("B", 500), under("C", 200)),
    change("K1", under("C", 200), under("A", 900)),
    change("K3", under("B", 100), under("B", 100, 45)),
    change("K0", under("B", 300), under("C", 0)),
  ];

  it("is counted; a first grade is neither up nor down", () => {
    expect(countsOf(changes)).toEqual({
      ...{ gradeUp: 1, gradeDown: 2, graded: 1, ungraded: 0 },
      ...{ limitUp: 1, limitDown: 2, terms: 1, state: 0 },
    });
  });

  it("is listed with the largest change first, alike ones by code", () => {
    expect(largestFirst(changes).map(({ code }) => code)).toEqual(["K1", "K0", "K2", "K4", "K3"]);
  });
});
