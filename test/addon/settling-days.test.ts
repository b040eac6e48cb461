import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { outOfBounds } from "../simulation/bounds-by-day.ts";
import { accountsOf } from "../simulation/invariants.ts";
import { Random } from "../simulation/random.ts";
import { TypedBench } from "./typed-bench.ts";

/**
 * Money settles a line from the day on which it was there, the line was, and the line was open: on every day that a
 * report may be asked for, what is open of a line lies between nothing and its amount. SEED repeats a run.
 */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const RUNS = Array.from({ length: process.env.DEEP === undefined ? 4 : 2_000 }, (_, run) => seed + run);
/** Money moved to a day before a bounce that only fits together with it; a new day that was refused for an old sum. */
const ONCE_BROKEN = [8, 1_574, 2_993];
console.log(`settling days: SEED=${seed}`);

const HELD = { method: "bankDraft", draft: { maturity: "2026-05-01", state: "held" } };

class Days {
  readonly bench: TypedBench;
  readonly customer: string;

  constructor(amount = 10_000) {
    ({ bench: this.bench, customer: this.customer } = TypedBench.withCustomer());
    this.bench.item(this.customer, "INV-1", "2026-01-01", amount, { due: "2026-01-31" });
  }

  pay(amount: number, date: string, more: object = {}): string {
    return this.bench.receipt(amount, date, { customer: this.customer, ...more });
  }

  bounce(receipt: string, date: string) {
    const { bench, customer } = this;
    bench.call("dishonour", { action: bench.action(), customer, receipt, date });
  }

  apply() {
    return this.bench.run("apply", { action: this.bench.action(), customer: this.customer }).reply;
  }

  /** Open amounts of the lines, and what stands on no document: money positive, what is owed negative. */
  on(asOf: string): [lines: number[], without: number[]] {
    const card = this.bench.call<Output<"customer">>("customer", { id: this.customer, asOf });
    const aging = this.bench.call<Output<"aging">>("aging", { asOf }).customers[0];
    const unapplied = card.unapplied.reduce((sum, { open }) => sum + open, 0);
    expect(aging?.unapplied ?? 0).toBe(unapplied === 0 ? 0 : -unapplied);
    return [card.open.map(({ open }) => open), card.unapplied.map(({ open }) => open)];
  }

  broken(): string[] {
    return accountsOf(this.bench).flatMap(outOfBounds);
  }
}

describe("the day from which money settles a line", () => {
  it("is that of the bounce which opened the line again, not an earlier one of the money", () => {
    const days = new Days();
    const draft = days.pay(10_000, "2026-02-01", HELD);
    days.bounce(draft, "2026-05-02");
    days.pay(10_000, "2026-04-01");
    expect(days.on("2026-04-30")).toEqual([[], [10_000]]);
    expect(days.on("2026-05-02")).toEqual([[], []]);
    expect(days.broken()).toEqual([]);
  });

  it("is the same for a credit note that is applied afterwards", () => {
    const days = new Days();
    const draft = days.pay(10_000, "2026-02-01", HELD);
    const note = {
      customer: days.customer,
      kind: "creditNote",
      number: "C-1",
      date: "2026-03-01",
      amount: -3_000,
    };
    days.bench.call("addItem", { action: days.bench.action(), item: note });
    days.bounce(draft, "2026-05-02");
    expect(days.apply()).toMatchObject({ ok: true });
    expect(days.on("2026-05-01")).toEqual([[], [3_000]]);
    expect(days.on("2026-05-02")).toEqual([[7_000], []]);
    expect(days.broken()).toEqual([]);
  });

  it("is that of the refund which opened the line again", () => {
    const days = new Days();
    days.pay(10_000, "2026-02-01");
    days.pay(-4_000, "2026-05-03");
    days.pay(4_000, "2026-03-03");
    expect(days.on("2026-05-02")).toEqual([[], [4_000]]);
    expect(days.on("2026-05-03")).toEqual([[], []]);
    expect(days.broken()).toEqual([]);
  });

  it("is not before the payment which a refund takes back", () => {
    const days = new Days();
    days.pay(10_000, "2026-03-25");
    days.pay(-4_000, "2026-03-03");
    expect(days.on("2026-03-24")).toEqual([[10_000], [-4_000]]);
    expect(days.on("2026-03-25")).toEqual([[4_000], []]);
    expect(days.broken()).toEqual([]);
  });

  it("follows a date that is typed otherwise no further than the line is open", () => {
    const days = new Days();
    const draft = days.pay(10_000, "2026-02-01", HELD);
    days.bounce(draft, "2026-05-02");
    days.pay(10_000, "2026-05-10");
    days.bench.typeRow("收款", 4, { 收款日期: "2026-04-10" });
    expect(days.bench.takeOver()).toMatchObject({ taken: 1 });
    expect(days.on("2026-05-01")).toEqual([[], [10_000]]);
    expect(days.on("2026-05-02")).toEqual([[], []]);
    expect(days.broken()).toEqual([]);
  });

  it("moves later payments and refunds along where an earlier payment is typed later", () => {
    const days = new Days();
    days.pay(10_000, "2026-02-01");
    days.pay(-4_000, "2026-03-01");
    days.pay(4_000, "2026-03-05");
    days.bench.typeRow("收款", 2, { 收款日期: "2026-06-01" });
    expect(days.bench.takeOver()).toMatchObject({ taken: 1 });
    expect(days.on("2026-12-31")).toEqual([[], []]);
    expect(days.broken()).toEqual([]);
  });

  it("does not change what a refund had opened before its draft bounced on an earlier day", () => {
    const days = new Days();
    const draft = days.pay(10_000, "2026-02-01", HELD);
    days.pay(-4_000, "2026-03-01");
    days.pay(4_000, "2026-03-05");
    days.bounce(draft, "2026-02-15");
    expect(days.on("2026-02-20")).toEqual([[10_000], []]);
    expect(days.on("2026-03-01")).toEqual([[10_000], [-4_000]]);
    expect(days.on("2026-12-31")).toEqual([[10_000], []]);
    expect(days.broken()).toEqual([]);
  });
});

describe("payments, refunds, bounces, undoing and typing with days in any order", () => {
  it.each([...ONCE_BROKEN, ...RUNS])(
    "leave no line and no money out of bounds on any day: SEED=%d",
    (run) => {
      const random = new Random(run);
      const days = new Days(300);
      const done: string[] = [];
      for (let n = 0; n < 45; n += 1) {
        const action = `${days.bench.action()}-r`;
        const [name, input] = act(random, days, n, done);
        const { reply } = days.bench.run(name, { action, ...input });
        expect(JSON.stringify(reply)).not.toContain('"fault"');
        if (reply.ok) done.push(action);
        expect(days.broken(), `SEED=${run} act ${n} ${name}`).toEqual([]);
      }
      expect(done.length).toBeGreaterThan(10);
      expect(days.bench.checkUp(), `SEED=${run}`).toMatchObject({ sound: true });
    },
  );
});

function act(random: Random, days: Days, n: number, done: readonly string[]): [name: string, input: object] {
  const { customer, bench } = days;
  const amount = 1 + random.below(400);
  const date = `2026-0${1 + random.below(6)}-${String(1 + random.below(28)).padStart(2, "0")}`;
  const receipt = (sum: number, more: object): [string, object] => [
    "addReceipt",
    { receipt: { customer, date, amount: sum, method: "transfer", bankReference: `B-${n}`, ...more } },
  ];
  const { drafts } = bench.call<Output<"drafts">>("drafts", {});
  const acts = [
    "item",
    "item",
    "credit",
    "money",
    "money",
    "draft",
    "draft",
    "refund",
    "refund",
    "bounce",
    "bounce",
  ];
  switch (random.of([...acts, "undo", "undo", "apply", "type"])) {
    case "item":
      return ["addItem", { item: { customer, kind: "invoice", number: `N-${n}`, date, amount } }];
    case "credit":
      return ["addItem", { item: { customer, kind: "creditNote", number: `C-${n}`, date, amount: -amount } }];
    case "money":
      return receipt(amount, {});
    case "draft":
      return receipt(amount, {
        ...HELD,
        ...(random.isLikely(30) ? { settleDifference: "smallAmount" } : {}),
      });
    case "refund":
      return receipt(-Math.ceil(amount / 3), {});
    case "bounce": {
      const draft = random.of(drafts);
      const on = draft && date > draft.date ? date : "2026-06-30";
      return ["dishonour", { customer, receipt: draft?.id ?? "r0.0", date: on }];
    }
    case "undo":
      return ["undo", { of: random.of(done) ?? "none" }];
    case "type":
      return typed(random, days, date);
    default:
      return ["apply", { customer }];
  }
}

/** Another day in a row that was booked. */
function typed(random: Random, { bench }: Days, date: string): [name: string, input: object] {
  const [tab, column] = random.of([
    ["收款", "收款日期"],
    ["应收明细", "单据日期"],
  ] as const) ?? ["收款", "收款日期"];
  const rows = bench.cells(tab).length - 1;
  if (rows > 0) bench.typeRow(tab, 2 + random.below(rows), { [column]: date });
  return ["takeOver", { all: true }];
}
