import { describe, expect, it } from "vitest";
import {
  creditStandingOf,
  DEFAULT_POLICY,
  DEFAULT_SETTINGS,
  knownOrderOf,
  money,
  type Order,
  orderCheckOf,
  orderPolicyOf,
  plainDate,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

/** An order of 1,000.00, as it is asked about by its number while it becomes deliveries and invoices. */
class OrderedLedger extends TestLedger {
  constructor() {
    super();
    this.customer("c1.0", { limitType: "amount", limit: money(150_000) });
    this.order("reported");
  }

  order(state: Order["state"]): void {
    const row = {
      ...{ id: "o2.0", customer: "c1.0", reference: "SO-1", date: plainDate("2026-11-01"), state },
      ...{ currency: "CNY", amount: money(100_000), basis: "gross" as const },
    };
    this.entry({ put: "order", row });
  }

  /** What the exposure comes to with the order. */
  asked(yuan: number): number | undefined {
    const policy = DEFAULT_POLICY;
    const scope = {
      asOf: plainDate("2026-11-22"),
      knownAt: this.knownAt,
      policy,
      settings: DEFAULT_SETTINGS,
    };
    const account = this.account("c1.0");
    const order = {
      ...{ amount: money(yuan * 100), reference: "SO-1" },
      ...knownOrderOf(account, "SO-1", scope),
    };
    const rules = orderPolicyOf(policy, "CNY");
    const { exposure } = orderCheckOf(order, creditStandingOf(account, scope), rules, scope.asOf);
    return exposure === undefined ? undefined : exposure / 100;
  }
}

describe("an order that the ledger knows", () => {
  it("is compared and not added, also once it is delivered and invoiced", () => {
    const ledger = new OrderedLedger();
    const told = [ledger.asked(1_000)];
    ledger.item("c1.0", "2026-11-10", 1_000, { kind: "delivery", number: "D-1", order: "SO-1" });
    told.push(ledger.asked(1_000));
    ledger.order("delivered");
    told.push(ledger.asked(1_000));
    ledger.item("c1.0", "2026-11-11", 1_000, { number: "I-1", order: "SO-1", delivery: "D-1" });
    told.push(ledger.asked(1_000));
    expect(told).toEqual([1_000, 1_000, 1_000, 1_000]);
    // What it is now to be more than was shipped comes on top.
    expect(ledger.asked(1_200)).toBe(1_200);
  });

  it("that was cancelled after a part of it was shipped adds the rest if it is taken up again", () => {
    const ledger = new OrderedLedger();
    ledger.item("c1.0", "2026-11-10", 400, { number: "I-1", order: "SO-1" });
    ledger.order("cancelled");
    expect([ledger.asked(400), ledger.asked(1_000)]).toEqual([400, 1_000]);
  });
});
