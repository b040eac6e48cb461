import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { creditPolicyOf, DEFAULT_CREDIT_POLICY, DEFAULT_POLICY } from "../../core/index.ts";
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

const save = (bench: TypedBench, policy: object, more: object = {}) =>
  bench.run("savePolicy", { action: bench.action(), policy, ...more }).reply;
const settingsOf = (bench: TypedBench) => bench.call<Output<"settings">>("settings", {});
const previewed = (bench: TypedBench, policy: object) =>
  bench.call<Output<"previewPolicy">>("previewPolicy", { policy });
const { matrix, orders } = DEFAULT_CREDIT_POLICY;

/** Customers who pay on the day, ten days late and not at all: five invoices each, monthly from January. */
function graded(late: readonly (number | undefined)[]) {
  const bench = new TypedBench();
  bench.call("setup", { language: "zh" });
  const customers = late.map((days, i) => {
    const limit = { limitType: "amount", limit: 500_000 };
    const customer = bench.customer(`K${i}`, `客户${i}`, { terms: { kind: "net", days: 30 }, ...limit });
    for (let month = 1; month <= 5; month += 1) {
      const date = `2026-0${month}-01`;
      bench.item(customer, `A${i}-${month}`, date, 100_000, { due: date });
      if (days === undefined) continue;
      const day = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
      bench.receipt(100_000, day, { customer });
    }
    return customer;
  });
  bench.call("saveSettings", { action: bench.action(), settings: { receiptsEnteredThrough: TODAY } });
  return { bench, customers };
}

describe("a part of the policy", () => {
  it("is given alone, and every other part stays as it is on the day from which it holds", () => {
    const { bench } = TypedBench.withCustomer();
    const later = { ...matrix, C: { ...matrix.C, termDays: 45 } };
    save(bench, { effective: "2026-07-01", credit: { matrix: later } });
    save(bench, { effective: "2026-07-02", credit: { approvals: { answerDays: 9, releaseDays: 3 } } });
    save(bench, { credit: { toleratedDays: 7 } });
    const now = settingsOf(bench);
    expect(now.credit).toEqual({ ...DEFAULT_CREDIT_POLICY, toleratedDays: 7 });
    expect(now.planned).toEqual([
      { version: 2, effective: "2026-07-01" },
      { version: 3, effective: "2026-07-02" },
    ]);
    const { versions } = bench.call<Output<"policyVersions">>("policyVersions", {});
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [4, "inForce"],
      [3, "planned"],
      [2, "planned"],
      [1, "past"],
    ]);
    const changed = versions.map(({ changes }) => changes.map(({ path, after }) => [path.join("."), after]));
    expect(changed).toEqual([
      [["toleratedDays", 7]],
      [
        ["answerDays", 9],
        ["releaseDays", 3],
      ],
      [["matrix.C.termDays", 45]],
      [],
    ]);
  });

  it("put in force before a planned version holds until that one comes: the preview says so", () => {
    const { bench } = TypedBench.withCustomer();
    expect(previewed(bench, { smallShare: 60 })).not.toHaveProperty("followedBy");
    save(bench, { effective: "2026-07-01", smallAmount: 2_000 });
    expect(previewed(bench, { smallShare: 60 })).toMatchObject({
      ...{ version: 3, effective: TODAY },
      followedBy: { version: 2, effective: "2026-07-01" },
    });
    expect(previewed(bench, { effective: "2026-07-01", smallShare: 60 })).not.toHaveProperty("followedBy");
  });

  it("with faults is refused in one sentence each, previewed or saved, and nothing is written", () => {
    const { bench } = TypedBench.withCustomer();
    const before = JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells));
    const wrong = {
      bucketEdges: [60, 30],
      credit: { matrix: { ...matrix, A: { ...matrix.A, termDays: 30 } } },
    };
    const refused = {
      ...{ ok: false, why: "policyUnfit" },
      sentence: "账龄区间须从小到大，请改正。A 级的最长付款天数不如 B 级，请改成不低于下一级。",
    };
    expect(save(bench, wrong)).toMatchObject(refused);
    expect(bench.run("previewPolicy", { policy: wrong }).reply).toMatchObject(refused);
    expect(JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells))).toBe(before);
    expect(settingsOf(bench).policy.version).toBe(1);
  });

  it("is decided by those who decide, by name where the ledger has users", () => {
    const { bench } = TypedBench.withCustomer();
    bench.call("addUser", { action: bench.action(), user: { name: "王芳", role: "controller" } });
    bench.call("addUser", { action: bench.action(), user: { name: "李强", role: "clerk" } });
    expect(settingsOf(bench)).toMatchObject({ deciders: ["王芳"], asksName: true });
    for (const more of [{}, { by: "李强" }])
      expect(save(bench, { smallShare: 60 }, more)).toMatchObject({ ok: false, why: "deciderNeeded" });
    expect(save(bench, { smallShare: 60 }, { by: "王芳" })).toMatchObject({ ok: true });
    save(bench, { smallShare: 70 }, { by: "王芳" });
    const { versions } = bench.call<Output<"policyVersions">>("policyVersions", {});
    expect(versions.map(({ by }) => by)).toEqual(["王芳", "王芳", undefined]);
  });
});

describe("the policy of a new ledger", () => {
  it("observes for thirty days, and observing ends when somebody says so", () => {
    const { bench } = TypedBench.withCustomer();
    expect(settingsOf(bench).policy).toMatchObject({ version: 1, observeUntil: "2026-07-15" });
    save(bench, { smallShare: 60 });
    expect(settingsOf(bench).policy).toMatchObject({ version: 2, observeUntil: "2026-07-15" });
    save(bench, { observeUntil: "2026-06-20" });
    expect(settingsOf(bench).policy).toMatchObject({ observeUntil: "2026-06-20" });
    save(bench, { observeUntil: "off" });
    expect(settingsOf(bench).policy).not.toHaveProperty("observeUntil");
    expect(creditPolicyOf(settingsOf(bench).policy)).toEqual(creditPolicyOf(DEFAULT_POLICY));
  });
});

describe("a preview", () => {
  const stricter = {
    observeUntil: "off",
    credit: {
      scorecard: {
        ...DEFAULT_CREDIT_POLICY.scorecard,
        ...{ cutPoints: { A: 99, B: 90, C: 60 }, fewPayments: 0, fewMonths: 0 },
      },
      matrix: { ...matrix, C: { ...matrix.C, needShare: 2_000, termDays: 15 } },
      orders: { ...orders, overdueHoldDays: 10 },
    },
  };

  /** Grade, limit, terms and decision of everybody, as the ledger says them. */
  function judged(bench: TypedBench, customers: readonly string[]) {
    return customers.map((customer) => {
      const { grade, decision } = bench.call<Output<"standing">>("standing", { customer });
      const [line] = bench.call<Output<"grade">>("grade", { customer }).customers;
      return {
        ...{ customer, grade: grade.override?.grade ?? grade.grade, limit: line?.suggestedLimit },
        ...{ termDays: line?.suggestedTerms.days, decision },
      };
    });
  }

  it("says of everybody what happens once it is saved, and names nobody who stays the same", () => {
    const { bench, customers } = graded([0, 4, 25, undefined]);
    const before = judged(bench, customers);
    const { changes, customers: all } = previewed(bench, stricter);
    expect(all).toBe(4);
    expect(save(bench, stricter)).toMatchObject({ ok: true });
    const after = judged(bench, customers);
    const found = customers.flatMap((customer, i) => {
      const [was, is] = [before[i], after[i]];
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ customer, was, is }];
    });
    expect(found.length, "customers who changed").toBeGreaterThan(1);
    expect(
      changes.map(({ customer, before: was, after: is }) => ({
        customer,
        was: { customer, ...was },
        is: { customer, ...is },
      })),
    ).toEqual(found);
    expect(previewed(bench, stricter).changes).toEqual([]);
  });

  it("writes nothing", () => {
    const { bench } = graded([0]);
    const before = JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells));
    previewed(bench, stricter);
    expect(JSON.stringify(bench.workbook.tabs.map(({ cells }) => cells))).toBe(before);
  });
});

describe("an earlier decision", () => {
  it("made again by its version of the policy is the same, whatever is in force by now", () => {
    const { bench, customers } = graded([25]);
    const [customer] = customers;
    save(bench, { observeUntil: "off" });
    const asked = { customer, amount: 100_000, order: "SO-1" };
    const first = bench.call<Output<"orderCheck">>("orderCheck", asked);
    const grades = bench.call<Output<"grade">>("grade", { customer });
    save(bench, {
      credit: {
        matrix: { ...matrix, D: { ...matrix.D, needShare: 500 } },
        orders: { ...orders, overdueWarnDays: 0 },
      },
      smallAmount: 0,
    });
    save(bench, { credit: { scorecard: { ...DEFAULT_CREDIT_POLICY.scorecard, leastPayments: 50 } } });
    const { asOf, asKnownAt, policyVersion } = first;
    expect(policyVersion).toBe(2);
    const then = { asOf, asKnownAt, policyVersion };
    expect(bench.call("orderCheck", { ...asked, ...then })).toEqual(first);
    expect(bench.call("grade", { customer, ...then })).toEqual(grades);
    expect(bench.call("orderCheck", asked)).not.toEqual(first);
  });
});

describe("exchange rates", () => {
  it("make the exposure of a customer who owes in another currency known, from their day on", () => {
    const bench = new TypedBench();
    bench.call("setup", { language: "zh" });
    const limit = { limitType: "amount", limit: 200_000 };
    const customer = bench.customer("K001", "Pacific", { currency: "USD", ...limit });
    bench.item(customer, "US-1", "2026-06-01", 100_000, { currency: "USD" });
    const standing = (asOf: string) => bench.call<Output<"standing">>("standing", { customer, asOf });
    expect(standing(TODAY)).not.toHaveProperty("exposure");
    const rates = [
      { currency: "USD", from: "2026-06-10", millionths: 7_100_000 },
      { currency: "USD", from: "2026-07-01", millionths: 7_200_000 },
    ];
    save(bench, { credit: { rates } });
    expect(standing(TODAY)).toMatchObject({ exposure: 710_000, limit: 1_420_000, available: 710_000 });
    expect(standing("2026-07-01")).toMatchObject({ exposure: 720_000 });
    expect(standing("2026-06-14"), "a policy acts forward only").not.toHaveProperty("exposure");
    expect(save(bench, { credit: { rates: [...rates, { ...rates[0], millionths: 1 }] } })).toMatchObject({
      ...{ ok: false, why: "policyUnfit", sentence: "USD 在同一天有两个汇率，请删去一个。" },
    });
  });
});
