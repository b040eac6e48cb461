import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Approval,
  approvalStateOf,
  brokenPromisesOf,
  customerAfter,
  DEFAULT_POLICY,
  dateOfDayNumber,
  decidedOf,
  limitOn,
  mayDecide,
  money,
  nameKey,
  type PlainDate,
  plainDate,
  releasesInForce,
  requestOf,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

const TODAY = plainDate("2026-06-15");
const asked = (more: Partial<Parameters<typeof requestOf>[0]> = {}): Approval =>
  requestOf(
    {
      ...{ id: "p1.0", customer: "c1.0", subject: { kind: "release", order: "SO-1" }, currency: "CNY" },
      ...{ amount: money(10_000), by: "Li", ...more },
    },
    DEFAULT_POLICY,
    TODAY,
  );
const granted = (approval: Approval, more: object = {}, on: PlainDate = TODAY): Approval => {
  const decided = decidedOf(approval, { as: "granted", by: "Bo", ...more }, DEFAULT_POLICY, on);
  if (typeof decided === "string") throw new Error(decided);
  return decided;
};

describe("an approval", () => {
  it("waits to the end of its last day, then has lapsed and can be decided no more", () => {
    const approval = asked();
    expect(approval.answerBy).toBe("2026-07-15");
    expect(approvalStateOf(approval, plainDate("2026-07-15"))).toBe("waiting");
    expect(approvalStateOf(approval, plainDate("2026-07-16"))).toBe("lapsed");
    const late = decidedOf(approval, { as: "granted", by: "Bo" }, DEFAULT_POLICY, plainDate("2026-07-16"));
    expect(late).toBe("lapsed");
  });

  it("stands on a day as it stood then: what is decided or taken back later is not yet", () => {
    const on = (approval: Approval, day: string) => approvalStateOf(approval, plainDate(day));
    const decided = granted(asked(), {}, plainDate("2026-06-20"));
    expect([on(decided, "2026-06-19"), on(decided, "2026-06-20")]).toEqual(["waiting", "granted"]);
    const taken = { ...asked(), withdrawnOn: plainDate("2026-06-20") };
    expect([on(taken, "2026-06-19"), on(taken, "2026-06-20")]).toEqual(["waiting", "withdrawn"]);
    // A clock that is set back decides nothing twice.
    const again = decidedOf(decided, { as: "refused", by: "Cy" }, DEFAULT_POLICY, plainDate("2026-06-19"));
    expect(again).toBe("decided");
  });

  it("nobody grants their own, however the name is spelt; who asked may refuse it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(" ", "．", "-", ""), (name, mark) => {
        fc.pre(nameKey(name) !== "");
        const spelt = `${mark}${name.toUpperCase()}${mark}`;
        const own = asked({ by: name });
        if (nameKey(spelt) !== nameKey(name)) return;
        expect(decidedOf(own, { as: "granted", by: spelt }, DEFAULT_POLICY, TODAY)).toBe("ownRequest");
        expect(mayDecide(own, spelt)).toBe(false);
        expect(decidedOf(own, { as: "refused", by: spelt }, DEFAULT_POLICY, TODAY)).toHaveProperty("steps");
      }),
    );
  });

  it("a decided one is decided for good", () => {
    for (const as of ["granted", "refused"] as const) {
      const decided = decidedOf(asked(), { as, by: "Bo" }, DEFAULT_POLICY, TODAY);
      if (typeof decided === "string") throw new Error(decided);
      expect(decidedOf(decided, { as: "granted", by: "Cy" }, DEFAULT_POLICY, TODAY)).toBe("decided");
      expect(approvalStateOf(decided, TODAY)).toBe(as);
    }
  });

  it("of a limit gives the ceiling and never more than was asked for", () => {
    const sums = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(sums, sums, (sum, ceiling) => {
        const subject = { kind: "limit", limitType: "amount", limit: money(sum) } as const;
        const approval = asked({ subject, amount: money(sum) });
        const made = { as: "granted", by: "Bo", ceiling: money(ceiling) } as const;
        const decided = decidedOf(approval, made, DEFAULT_POLICY, TODAY);
        if (ceiling > sum) {
          expect(decided).toBe("ceilingTooHigh");
          return;
        }
        const after = customerAfter({ id: "c1.0", code: "K1", name: "Ann" }, granted(approval, made));
        expect(after).toMatchObject({ limitType: "amount", limit: ceiling, limitSince: TODAY });
      }),
    );
  });

  it("of no limit at all gives the ceiling where there is one", () => {
    const subject = { kind: "limit", limitType: "unlimited" } as const;
    const { amount, ...approval } = asked({ subject });
    expect(amount).toBe(10_000);
    const customerWith = (made: object) =>
      customerAfter({ id: "c1.0", code: "K1", name: "Ann" }, granted(approval, made));
    expect(customerWith({ ceiling: money(50_000) })).toMatchObject({ limitType: "amount", limit: 50_000 });
    expect(customerWith({})).toMatchObject({ limitType: "unlimited" });
    expect(customerWith({})).not.toHaveProperty("limit");
  });
});

describe("releases in force", () => {
  it("of no order's number are used up by the first one reported, for whatever day", () => {
    const ledger = new TestLedger();
    ledger.customer("c1.0");
    const release = asked({ subject: { kind: "release" } });
    ledger.entry({ put: "approval", row: release });
    ledger.entry({ put: "approval", row: granted(release) });
    const row = {
      ...{ id: `o${ledger.knownAt + 1}.0`, customer: "c1.0", reference: "SO-7", currency: "CNY" },
      ...{
        date: plainDate("2026-06-20"),
        amount: money(5_000),
        basis: "gross" as const,
        state: "reported" as const,
      },
    };
    const orders = () =>
      releasesInForce(ledger.account("c1.0"), { asOf: TODAY, knownAt: ledger.knownAt }).map(
        ({ order }) => order,
      );
    expect(orders()).toEqual([undefined]);
    ledger.entry({ put: "order", row });
    expect(orders()).toEqual(["SO-7"]);
  });

  it("hold from the day of the decision to their last day, as they are known", () => {
    const ledger = new TestLedger();
    ledger.customer("c1.0");
    ledger.entry({ put: "approval", row: asked() });
    const before = ledger.knownAt;
    ledger.entry({ put: "approval", row: granted(asked()) });
    const on = (day: string, knownAt = ledger.knownAt) =>
      releasesInForce(ledger.account("c1.0"), { asOf: plainDate(day), knownAt }).length;
    expect([on("2026-06-14"), on("2026-06-15"), on("2026-06-22"), on("2026-06-23")]).toEqual([0, 1, 1, 0]);
    expect(on("2026-06-15", before)).toBe(0);
  });
});

describe("an approval of something else", () => {
  it("is no release, though it has a sum and a last day", () => {
    const ledger = new TestLedger();
    ledger.customer("c1.0");
    const subject = { kind: "limit", limitType: "amount", limit: money(10_000) } as const;
    const until = plainDate("2026-06-30");
    ledger.entry({ put: "approval", row: granted(asked({ subject }), { until, ceiling: money(9_000) }) });
    const scope = { asOf: TODAY, knownAt: ledger.knownAt };
    expect(releasesInForce(ledger.account("c1.0"), scope)).toEqual([]);
  });
});

describe("the limit in force", () => {
  it("is the one of that day and that place in the journal, whatever was decided later", () => {
    const ledger = new TestLedger();
    ledger.customer("c1.0", { limitType: "amount", limit: money(100) });
    expect(limitOn(ledger.account("c1.0"), { asOf: TODAY, knownAt: 1 }).limit).toBe(100);
    const first = ledger.knownAt;
    const later = { limitType: "amount", limit: money(300), limitSince: plainDate("2026-06-10") } as const;
    ledger.customer("c1.0", later);
    const { limitSince: _, ...name } = later;
    ledger.customer("c1.0", { ...name, limitSince: plainDate("2026-06-20"), limit: money(50) });
    const on = (day: string, knownAt = ledger.knownAt) =>
      limitOn(ledger.account("c1.0"), { asOf: plainDate(day), knownAt }).limit;
    expect(["2026-06-09", "2026-06-10", "2026-06-19", "2026-06-20"].map((day) => on(day))).toEqual([
      ...[100, 300, 300, 50],
    ]);
    expect(on("2026-06-30", first)).toBe(100);
    expect(on("2026-06-30", 0)).toBeUndefined();
  });
});

describe("broken promises", () => {
  const day = (n: number) => dateOfDayNumber(20_000 + n);

  it("count since the last one that was kept; live ones do not", () => {
    const states = (...all: ("live" | "kept" | "partlyKept" | "broken")[]) =>
      brokenPromisesOf(all.map((state, n) => ({ state, until: day(n) })));
    expect(states("broken", "broken")).toBe(2);
    expect(states("broken", "kept", "broken", "partlyKept")).toBe(2);
    expect(states("broken", "kept", "live")).toBe(0);
    expect(states("live")).toBe(0);
  });
});
