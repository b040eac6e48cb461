import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Exposure,
  type ExposurePolicy,
  exposureOf,
  money,
  type Order,
  plainDate,
  recordOf,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

const POLICY: ExposurePolicy = {
  ...{ countsDrafts: true, countsUnapplied: true, countsDisputed: true, horizonDays: 90, orderTax: 1300 },
};

function ledger() {
  const own = new TestLedger();
  own.customer("c1.0");
  return own;
}

function order(own: TestLedger, yuan: number, more: Partial<Order> = {}): string {
  const id = more.id ?? `o${own.knownAt + 1}.0`;
  const row: Order = {
    ...{ id, customer: "c1.0", reference: "SO-1", date: plainDate("2026-11-01"), currency: "CNY" },
    ...{ amount: money(yuan * 100), basis: "gross", state: "reported", ...more },
  };
  own.entry({ put: "order", row });
  return id;
}

interface Asked {
  readonly policy?: Partial<ExposurePolicy>;
  readonly asOf?: string;
  readonly debtCarriedBy?: "invoice" | "delivery";
  readonly rates?: { currency: string; from: ReturnType<typeof plainDate>; millionths: number }[];
}

function exposure(own: TestLedger, asked: Asked = {}): Exposure {
  return exposureOf(
    own.account("c1.0"),
    { ...POLICY, ...asked.policy },
    {
      ...{ asOf: plainDate(asked.asOf ?? "2026-11-22"), baseCurrency: "CNY", rates: asked.rates ?? [] },
      ...{ knownAt: own.knownAt, debtCarriedBy: asked.debtCarriedBy ?? "invoice" },
    },
  );
}

function total(own: TestLedger, asked: Asked = {}): number | undefined {
  const found = exposure(own, asked);
  return found.isKnown ? found.total / 100 : undefined;
}

describe("exposure 信用敞口", () => {
  it("is what is open, ordered and held in drafts, less unapplied money", () => {
    const own = ledger();
    const item = own.item("c1.0", "2026-10-01", 100, { due: "2026-10-31" });
    const draft = own.receipt("c1.0", "2026-10-05", 30, {
      ...{ method: "bankDraft", draft: { maturity: plainDate("2027-01-05"), state: "held" } },
    });
    own.allocate("c1.0", "2026-10-05", draft, item, 30);
    own.receipt("c1.0", "2026-11-01", 20);
    order(own, 50);
    expect(exposure(own)).toEqual({
      isKnown: true,
      total: 13_000,
      parts: { open: 7_000, delivered: 0, orders: 5_000, drafts: 3_000, unapplied: -2_000 },
    });
    expect(total(own, { policy: { countsDrafts: false } })).toBe(100);
    expect(total(own, { policy: { countsUnapplied: false } })).toBe(150);
    expect(total(own, { asOf: "2027-01-05" })).toBe(100);
  });

  it("does not change when an order becomes a delivery becomes an invoice, in parts (E42)", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom("invoice" as const, "delivery" as const),
        (amounts, debtCarriedBy) => {
          const own = ledger();
          own.item("c1.0", "2026-10-01", 100, { due: "2026-10-31", kind: "opening" });
          const sum = amounts.reduce((a, b) => a + b, 0);
          const id = order(own, sum);
          const before = total(own, { debtCarriedBy });
          expect(before).toBe(100 + sum);
          for (const [i, amount] of amounts.entries()) {
            own.item("c1.0", "2026-11-10", amount, { kind: "delivery", number: `D-${i}`, order: "SO-1" });
            expect(total(own, { debtCarriedBy })).toBe(before);
          }
          order(own, sum, { id, state: "delivered" });
          expect(total(own, { debtCarriedBy })).toBe(before);
          for (const [i, amount] of amounts.entries()) {
            own.item("c1.0", "2026-11-11", amount, { number: `I-${i}`, order: "SO-1", delivery: `D-${i}` });
            expect(total(own, { debtCarriedBy })).toBe(before);
          }
        },
      ),
    );
  });

  it("counts what is left of a delivery that was invoiced in part, and once whatever the number's spelling", () => {
    const own = ledger();
    own.item("c1.0", "2026-11-10", 100, { kind: "delivery", number: "D-1" });
    expect(total(own)).toBe(100);
    own.item("c1.0", "2026-11-11", 40, { number: "I-1", delivery: "d-1" });
    expect(exposure(own)).toMatchObject({ total: 10_000, parts: { open: 4_000, delivered: 6_000 } });
    own.item("c1.0", "2026-11-12", 60, { number: "I-2", delivery: "D-1" });
    expect(exposure(own)).toMatchObject({ total: 10_000, parts: { open: 10_000, delivered: 0 } });
  });

  it("goes down by a credit that names a delivery, not by the delivery too", () => {
    for (const kind of ["creditNote", "return"] as const) {
      const own = ledger();
      own.item("c1.0", "2026-11-10", 100, { kind: "delivery", number: "D-1" });
      own.item("c1.0", "2026-11-11", -10, { kind, delivery: "D-1" });
      expect(total(own)).toBe(90);
    }
  });

  it("has a draft that bounced on the days before it bounced", () => {
    const own = ledger();
    const draft = { maturity: plainDate("2027-01-05"), state: "held" } as const;
    const id = own.receipt("c1.0", "2026-11-01", 30, { method: "bankDraft", draft });
    for (const held of own.account("c1.0").receipts.map(recordOf))
      own.entry({ put: "receipt", row: { ...held, draft: { ...draft, state: "dishonoured" } } });
    own.receipt("c1.0", "2026-11-14", -30, { reverses: id });
    const drafts = (asOf: string) => {
      const found = exposure(own, { asOf });
      return found.isKnown ? found.parts.drafts : undefined;
    };
    expect(["2026-10-31", "2026-11-01", "2026-11-13", "2026-11-14"].map(drafts)).toEqual([
      0, 3_000, 3_000, 0,
    ]);
  });

  it("leaves out orders that are delivered, cancelled, lapsed or too far off", () => {
    const own = ledger();
    for (const state of ["delivered", "cancelled", "lapsed"] as const)
      order(own, 10, { reference: state, state });
    order(own, 10, { reference: "far", date: plainDate("2027-02-21") });
    expect(total(own)).toBe(0);
    expect(total(own, { asOf: "2026-11-23" })).toBe(10);
  });

  it("adds the policy's tax to a net order, and is unknown without one", () => {
    const own = ledger();
    order(own, 100, { basis: "net" });
    expect(total(own)).toBe(113);
    const { orderTax, ...untaxed } = POLICY;
    expect(orderTax).toBe(1300);
    expect(
      exposureOf(own.account("c1.0"), untaxed, {
        ...{ asOf: plainDate("2026-11-22"), baseCurrency: "CNY", rates: [] },
        ...{ knownAt: own.knownAt, debtCarriedBy: "invoice" },
      }),
    ).toEqual({ isKnown: false, missing: [{ kind: "orderTaxMissing", order: "SO-1" }] });
  });

  it("is unknown without a rate, never without the amount", () => {
    const own = ledger();
    own.item("c1.0", "2026-10-01", 100, { due: "2026-10-31", currency: "USD" });
    expect(exposure(own)).toEqual({ isKnown: false, missing: [{ kind: "rateMissing", currency: "USD" }] });
    const rates = [{ currency: "USD", from: plainDate("2026-01-01"), millionths: 7_100_000 }];
    expect(total(own, { rates })).toBe(710);
    expect(exposure(own, { rates: [{ ...rates[0], from: plainDate("2026-11-23") } as never] }).isKnown).toBe(
      false,
    );
  });

  it("counts what is disputed unless the policy says otherwise", () => {
    const own = ledger();
    own.item("c1.0", "2026-10-01", 100, { due: "2026-10-31" });
    const dispute = { since: plainDate("2026-11-01"), reason: "短少" };
    for (const item of own.account("c1.0").items.map(recordOf))
      own.entry({ put: "item", row: { ...item, dispute } });
    expect([total(own), total(own, { policy: { countsDisputed: false } })]).toEqual([100, 0]);
  });
});
