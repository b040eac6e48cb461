import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { accountsOf, overAllocated } from "../simulation/invariants.ts";
import { Random } from "../simulation/random.ts";
import { TypedBench } from "./typed-bench.ts";

/**
 * No due line is ever open beyond its amount, or below nothing, whatever is paid, paid back, bounces and is undone:
 * what a line cannot be is owed, or is to the customer's credit, without one. SEED repeats a run.
 */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`line bounds: SEED=${seed}`);

const DRAFT = { method: "commercialDraft", draft: { maturity: "2026-08-01", state: "held" } };

class Paid {
  readonly bench: TypedBench;
  readonly customer: string;

  constructor() {
    ({ bench: this.bench, customer: this.customer } = TypedBench.withCustomer());
  }

  pay(amount: number, date: string, more: object = {}): string {
    return this.bench.receipt(amount, date, { customer: this.customer, ...more });
  }

  bounce(receipt: string, date: string): string {
    const action = this.bench.action();
    this.bench.call("dishonour", { action, customer: this.customer, receipt, date });
    return action;
  }

  /** Open amounts of lines, and what stands without one. */
  stands(asOf = "2026-12-31"): [lines: number[], without: number[]] {
    const card = this.bench.call<Output<"customer">>("customer", { id: this.customer, asOf });
    return [card.open.map(({ open }) => open), card.unapplied.map(({ open }) => open)];
  }
}

describe("a draft that was partly paid back, and bounces", () => {
  it("opens its document whole and no further: what was paid back is owed without one", () => {
    const paid = new Paid();
    paid.bench.item(paid.customer, "N-1", "2026-01-01", 400);
    const draft = paid.pay(400, "2026-02-01", DRAFT);
    paid.pay(-100, "2026-03-01");
    expect(paid.stands()).toEqual([[100], []]);
    const bounced = paid.bounce(draft, "2026-04-01");
    expect(paid.stands()).toEqual([[400], [-100]]);
    expect(paid.stands("2026-03-31")).toEqual([[100], []]);
    expect(paid.bench.balance("K001")).toBe(500);
    expect(paid.bench.checkUp()).toMatchObject({ sound: true, toTake: 0 });
    paid.bench.call("undo", { action: paid.bench.action(), of: bounced });
    expect(paid.stands()).toEqual([[100], []]);
  });

  it("is paid with what comes next: document and refund", () => {
    const paid = new Paid();
    paid.bench.item(paid.customer, "N-1", "2026-01-01", 400);
    const draft = paid.pay(400, "2026-02-01", DRAFT);
    paid.pay(-100, "2026-03-01");
    paid.bounce(draft, "2026-04-01");
    paid.pay(500, "2026-05-01");
    expect(paid.stands()).toEqual([[], []]);
    expect(paid.bench.balance("K001")).toBe(0);
  });

  it("does so however many drafts settled it, and bounce", () => {
    const paid = new Paid();
    paid.bench.item(paid.customer, "N-1", "2026-01-01", 400);
    const first = paid.pay(400, "2026-02-01", DRAFT);
    paid.pay(-100, "2026-03-01");
    const second = paid.pay(100, "2026-03-05", DRAFT);
    paid.bounce(first, "2026-04-01");
    expect(paid.stands()).toEqual([[400], []]);
    paid.bounce(second, "2026-04-02");
    expect(paid.stands()).toEqual([[400], [-100]]);
  });

  it("tells beforehand what of its document will be open again", () => {
    const paid = new Paid();
    paid.bench.item(paid.customer, "N-1", "2026-01-01", 400);
    const draft = paid.pay(400, "2026-02-01", DRAFT);
    paid.pay(-100, "2026-03-01");
    const told = paid.bench.call<Output<"draft">>("draft", { customer: paid.customer, receipt: draft });
    expect(told).toMatchObject({ reopens: [{ number: "N-1", amount: 300 }], refunded: 100, unapplied: 0 });
  });
});

describe("refunds of more than ever came in", () => {
  it("are paid with the money that comes first; the rest stays owed without a line, and nothing is left to apply", () => {
    const paid = new Paid();
    paid.pay(-50, "2026-01-01");
    paid.pay(-50, "2026-01-02");
    paid.bench.item(paid.customer, "N-1", "2026-01-03", 300);
    paid.pay(60, "2026-01-04");
    expect(paid.stands()).toEqual([[300], [-40]]);
    const applied = paid.bench.run("apply", { action: paid.bench.action(), customer: paid.customer });
    expect(applied.reply).toMatchObject({ why: "nothingToApply" });
    expect(paid.stands()).toEqual([[300], [-40]]);
    expect(paid.bench.balance("K001")).toBe(340);
  });
});

describe("lines under payments, refunds, bounces and undoing at random", () => {
  it.each([0, 1, 2, 3])("are open between nothing and their amount: run %d", (run) => {
    const random = new Random(seed + run);
    const paid = new Paid();
    const done: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      const action = `${paid.bench.action()}-r`;
      const [name, input] = act(random, paid, n, done);
      const { reply } = paid.bench.run(name, { action, ...input });
      if (reply.ok) done.push(action);
      const broken = accountsOf(paid.bench).flatMap(overAllocated);
      expect(broken, `SEED=${seed} run ${run} act ${n} ${name}`).toEqual([]);
    }
    expect(paid.bench.checkUp()).toMatchObject({ sound: true });
  });
});

function act(random: Random, paid: Paid, n: number, done: readonly string[]): [name: string, input: object] {
  const { customer, bench } = paid;
  const amount = 1 + random.below(400);
  const date = `2026-02-${String(1 + (n % 28)).padStart(2, "0")}`;
  const receipt = (sum: number, more: object) =>
    ["addReceipt", { receipt: { customer, date, amount: sum, method: "transfer", ...more } }] as [
      string,
      object,
    ];
  const drafts = bench.call<Output<"drafts">>("drafts", {}).drafts;
  switch (
    random.of(["item", "money", "draft", "draft", "refund", "refund", "bounce", "bounce", "undo", "apply"])
  ) {
    case "item":
      return [
        "addItem",
        { item: { customer, kind: "invoice", number: `N-${n}`, date: "2026-01-01", amount } },
      ];
    case "money":
      return receipt(amount, { bankReference: `B-${n}` });
    case "draft":
      return receipt(amount, { ...DRAFT, bankReference: `B-${n}`, settleDifference: "smallAmount" });
    case "refund":
      return receipt(-amount, { bankReference: `B-${n}` });
    case "bounce":
      return ["dishonour", { customer, receipt: random.of(drafts)?.id ?? "r0.0", date: "2026-03-01" }];
    case "undo":
      return ["undo", { of: random.of(done) ?? "none" }];
    default:
      return ["apply", { customer }];
  }
}
