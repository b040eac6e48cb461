import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CreditStanding,
  type Exposure,
  money,
  type OrderAsked,
  type OrderDecision,
  type OrderPolicy,
  orderCheckOf,
  plainDate,
} from "../../../core/index.ts";

const AS_OF = plainDate("2026-11-22");
const POLICY: OrderPolicy = {
  ...{ overdueWarnDays: 3, overdueHoldDays: 30, smallAmount: money(1_000), receiptLagDays: 3, staleDays: 14 },
  atOrder: { A: "allow", B: "allow", C: "allow", D: "allow", N: "allow" },
};

function used(yuan: number): Exposure {
  const zero = money(0);
  const open = money(yuan * 100);
  return {
    ...{ isKnown: true, total: open },
    parts: { open, delivered: zero, orders: zero, drafts: zero, unapplied: zero },
  };
}

const GOOD: CreditStanding = {
  customer: { limitType: "amount", limit: money(20_000) },
  exposure: used(100),
  grade: "A",
  overdue: { amount: money(0), oldestDays: 0 },
  disputed: money(0),
  brokenPromises: 0,
  holds: [],
  releases: [],
  receiptsEnteredThrough: AS_OF,
};

function check(
  yuan: number,
  more: Partial<CreditStanding> = {},
  order: Partial<OrderAsked> = {},
  policy = {},
) {
  return orderCheckOf(
    { amount: money(Math.round(yuan * 100)), ...order },
    { ...GOOD, ...more },
    { ...POLICY, ...policy },
    AS_OF,
  );
}

function overdue(yuan: number, oldestDays: number): Partial<CreditStanding> {
  return { overdue: { amount: money(yuan * 100), oldestDays } };
}

describe("the limit (E41, E42, E92, E93; strictly over, equality passes)", () => {
  it.each([
    ["notSet", undefined, 0, "unknown"],
    ["unlimited", undefined, 1_000_000, "allow"],
    ["amount", 0, 0, "hold"],
    ["amount", 200, 0, "allow"],
    ["amount", 200, 100, "allow"],
    ["amount", 200, 100.01, "hold"],
    ["amount", 200, 150, "hold"],
  ] as const)("%s %s, 100 used, order %s: %s", (limitType, limit, yuan, decision) => {
    const customer = { limitType, ...(limit === undefined ? {} : { limit: money(limit * 100) }) };
    expect(check(yuan, { customer }).decision).toBe(decision);
  });

  it("is unknown where nobody set it: without a type, or by amount without the amount", () => {
    expect(check(1, { customer: {} }).decision).toBe("unknown");
    expect(check(1, { customer: { limitType: "amount" } }).decision).toBe("unknown");
  });

  it("compares an order that counts already, and adds it once", () => {
    const customer = { limitType: "amount", limit: money(15_000) } as const;
    const running = check(50, { customer, exposure: used(150) }, { counted: money(5_000) });
    expect(running).toMatchObject({ decision: "allow", exposure: 15_000, available: 5_000 });
    expect(check(51, { customer, exposure: used(150) }, { counted: money(5_000) }).decision).toBe("hold");
  });

  it("holds from its last day on", () => {
    expect(check(1, { limitUntil: AS_OF }).decision).toBe("allow");
    expect(check(1, { limitUntil: plainDate("2026-11-21") })).toMatchObject({
      decision: "hold",
      reasons: [{ kind: "limitExpired" }],
      cure: [{ kind: "ask" }],
    });
  });
});

describe("overdue", () => {
  it("warns after some days and holds after many; within the margin it is only open (E91)", () => {
    const of = (days: number, yuan = 100) => check(1, overdue(yuan, days)).decision;
    expect([of(2), of(3), of(4), of(30), of(31)]).toEqual(["allow", "allow", "warn", "warn", "hold"]);
    expect(of(31, 10)).toBe("allow");
  });

  it("only warns where a receipt that is not entered yet could have paid it", () => {
    const behind = (day: string) =>
      check(1, { ...overdue(100, 40), receiptsEnteredThrough: plainDate(day) }).decision;
    expect(["2026-11-22", "2026-11-21", "2026-11-19", "2026-11-18"].map(behind)).toEqual([
      ...["hold", "warn", "warn", "hold"],
    ]);
  });
});

describe("what nobody can know", () => {
  it("is unknown, never allowed", () => {
    const { receiptsEnteredThrough, ...unstated } = GOOD;
    expect(receiptsEnteredThrough).toBe(AS_OF);
    expect(orderCheckOf({ amount: money(1) }, unstated, POLICY, AS_OF).decision).toBe("unknown");
    expect(check(1, { receiptsEnteredThrough: plainDate("2026-11-07") }).decision).toBe("unknown");
    expect(check(1, { receiptsEnteredThrough: plainDate("2026-11-08") }).decision).toBe("allow");
    const missing = [{ kind: "rateMissing", currency: "USD" }] as const;
    const gap = check(1, { exposure: { isKnown: false, missing } });
    expect(gap).toMatchObject({ decision: "unknown", cure: [{ kind: "ask" }] });
    expect([gap.exposure, gap.available]).toEqual([undefined, undefined]);
    // Over the limit by how much, and what would pay for it, nobody knows either.
    expect(check(1_000, { exposure: { isKnown: false, missing } })).toMatchObject({
      ...{ decision: "unknown", reasons: [{ kind: "gap" }], cure: [{ kind: "ask" }] },
    });
    // Nor is a limit in a currency without a rate one that nobody set.
    const foreign = { customer: { limitType: "amount" }, exposure: { isKnown: false, missing } } as const;
    expect(check(1, foreign)).toMatchObject({ decision: "unknown", reasons: [{ kind: "gap" }] });
  });
});

describe("who is asked about", () => {
  it("is calm about customers who pay cash, and lets prepaid orders pass", () => {
    expect(check(1e6, { customer: { onAccount: false } }).decision).toBe("notOnAccount");
    expect(check(1e6, { customer: { limitType: "none" } }).decision).toBe("notOnAccount");
    expect(check(1e6, { customer: {} }, { isPrepaid: true }).decision).toBe("allow");
  });

  it("holds no natural person and no draft by rule, but warns", () => {
    const natural = { customer: { ...GOOD.customer, naturalPerson: true } };
    expect(check(1_000, natural).decision).toBe("warn");
    expect(check(1_000, { ...natural, holds: [{ kind: "hold", reason: "x", by: "w" }] }).decision).toBe(
      "hold",
    );
    expect(check(1_000, {}, { isDraft: true }).decision).toBe("warn");
  });
});

describe("by hand", () => {
  const stop = { holds: [{ kind: "block", reason: "法务处理中", by: "张" } as const] };
  const release = { by: "张", ceiling: money(58_000), until: AS_OF, order: "SO-1" };

  it("stops above all, and a release does not lift a stop", () => {
    expect(check(1, stop)).toMatchObject({ decision: "block", reasons: [{ kind: "stopped" }, {}] });
    expect(check(1, { ...stop, releases: [release] }, { reference: "SO-1" }).decision).toBe("block");
  });

  it("sends nobody to ask for a release that would not help", () => {
    expect(check(1, stop).cure).toEqual([]);
    expect(check(300, stop).cure).toEqual([]);
    expect(check(300).cure).toContainEqual({ kind: "ask" });
  });

  it("releases one order up to its sum until its day", () => {
    const released = (yuan: number, reference: string, until = AS_OF) =>
      check(yuan, { releases: [{ ...release, until }] }, { reference }).decision;
    expect(released(580, "SO-1")).toBe("allow");
    expect(released(580.01, "SO-1")).toBe("hold");
    expect(released(580, "SO-2")).toBe("hold");
    expect(released(580, "SO-1", plainDate("2026-11-21"))).toBe("hold");
  });
});

describe("what is said", () => {
  it("ranks what can be acted on first, and says what would cure it", () => {
    const found = check(300, { ...overdue(120, 62), brokenPromises: 1, disputed: money(5_000) });
    expect(found.reasons.map(({ kind }) => kind)).toEqual([
      ...["overLimit", "overdue", "brokenPromise", "disputed"],
    ]);
    expect(found.cure).toEqual([{ kind: "pay", amount: 20_000 }, { kind: "ask" }]);
    expect(check(300).cure).toEqual([
      { kind: "pay", amount: 20_000 },
      { kind: "reduceTo", amount: 10_000 },
      { kind: "ask" },
    ]);
  });

  it("reduces an order of which a part was shipped to that part and what still fits", () => {
    // 400 of 1,000 are invoiced and open, 600 are to come; the limit is 800.
    const customer = { limitType: "amount", limit: money(80_000) } as const;
    const running = { counted: money(60_000), shipped: money(40_000) };
    const of = (yuan: number) => check(yuan, { customer, exposure: used(1_000) }, running);
    expect(of(1_000).cure).toContainEqual({ kind: "reduceTo", amount: 80_000 });
    expect([of(800).decision, of(800.01).decision]).toEqual(["allow", "hold"]);
  });

  it("cures what it says it cures", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (total, yuan) => {
        const { cure, decision } = check(yuan, { exposure: used(total) });
        fc.pre(decision === "hold");
        for (const each of cure) {
          if (each.kind === "pay")
            expect(check(yuan, { exposure: used(total - each.amount / 100) }).decision).toBe("allow");
          if (each.kind === "reduceTo")
            expect(check(each.amount / 100, { exposure: used(total) }).decision).toBe("allow");
        }
      }),
    );
  });

  it("holds nothing while it observes, and says what it would", () => {
    const observing = { observeUntil: AS_OF };
    expect(check(1_000, {}, {}, observing)).toMatchObject({ decision: "warn", wouldBe: "hold" });
    expect(check(1_000, {}, {}, { observeUntil: plainDate("2026-11-21") }).decision).toBe("hold");
    expect(check(1, { customer: {} }, {}, observing).decision).toBe("unknown");
    // What a rule would hold hides nothing that is not known, and a person's own hold holds.
    const both = { receiptsEnteredThrough: plainDate("2026-01-01") };
    expect(check(1_000, both, {}, observing)).toMatchObject({ decision: "unknown", wouldBe: "hold" });
    const holds = [{ kind: "hold", reason: "papers", by: "Bo" } as const];
    expect(check(1, { holds }, {}, observing).decision).toBe("hold");
  });
});

describe("laws", () => {
  const HARD: readonly OrderDecision[] = ["notOnAccount", "allow", "warn", "unknown", "hold", "block"];
  const standing = fc.record({
    limit: fc.nat(500),
    total: fc.nat(500),
    days: fc.nat(100),
    late: fc.nat(100),
    behind: fc.nat(30),
    grade: fc.constantFrom("A", "B", "C", "D", "N") as fc.Arbitrary<CreditStanding["grade"]>,
  });
  const of = (
    {
      limit,
      total,
      days,
      late,
      behind,
      grade,
    }: {
      limit: number;
      total: number;
      days: number;
      late: number;
      behind: number;
      grade: CreditStanding["grade"];
    },
    yuan: number,
  ) =>
    check(
      yuan,
      {
        ...overdue(late, days),
        ...{ customer: { limitType: "amount", limit: money(limit * 100) }, exposure: used(total), grade },
        receiptsEnteredThrough: plainDate(
          `2026-${behind > 21 ? "10" : "11"}-${String(behind > 21 ? 53 - behind : 22 - behind).padStart(2, "0")}`,
        ),
      },
      {},
      { atOrder: { A: "allow", B: "allow", C: "warn", D: "hold", N: "hold" } },
    ).decision;

  it("a better grade or limit, a smaller order, less used or overdue is never decided harder", () => {
    fc.assert(
      fc.property(standing, fc.nat(300), fc.nat(50), (one, yuan, by) => {
        const hard = HARD.indexOf(of(one, yuan));
        const better = [
          of({ ...one, limit: one.limit + by }, yuan),
          of({ ...one, total: Math.max(0, one.total - by) }, yuan),
          of({ ...one, late: Math.max(0, one.late - by) }, yuan),
          of({ ...one, days: Math.max(0, one.days - by) }, yuan),
          of({ ...one, grade: "A" }, yuan),
          of(one, Math.max(0, yuan - by)),
        ];
        for (const each of better) expect(HARD.indexOf(each)).toBeLessThanOrEqual(hard);
      }),
    );
  });
});
