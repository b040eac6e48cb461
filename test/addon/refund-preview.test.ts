import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { Random } from "../simulation/random.ts";
import { TypedBench } from "./typed-bench.ts";

/**
 * 退款: before money is paid back it is shown what unapplied money it uses up, which documents it opens again, and
 * what of it is owed without a document; booked is exactly that. SEED repeats a run.
 */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`refund preview: SEED=${seed}`);

type Effect = NonNullable<Output<"previewReceipt">["refund"]>;

class Paid {
  readonly bench: TypedBench;
  readonly customer: string;

  constructor() {
    ({ bench: this.bench, customer: this.customer } = TypedBench.withCustomer());
  }

  item(number: string, date: string, amount: number, more: object = {}): void {
    this.bench.item(this.customer, number, date, amount, more);
  }

  pay(amount: number, date: string, more: object = {}): string {
    return this.bench.receipt(amount, date, { customer: this.customer, ...more });
  }

  preview(amount: number, date: string, more: object = {}): Output<"previewReceipt"> {
    const receipt = { customer: this.customer, date, amount, method: "transfer", ...more };
    return this.bench.call<Output<"previewReceipt">>("previewReceipt", { receipt });
  }

  effect(amount: number, date: string, more: object = {}): Effect {
    const { refund } = this.preview(amount, date, more);
    if (!refund) throw new Error("nothing is said of the refund");
    return refund;
  }

  card(): Output<"customer"> {
    return this.bench.call<Output<"customer">>("customer", { id: this.customer, asOf: "2026-12-31" });
  }

  /** Open amounts of one currency by document and due date, and what is on none: to the credit, and owed. */
  stands(currency = "CNY") {
    const { open, unapplied } = this.card();
    const own = open.filter((line) => line.currency === currency);
    const loose = unapplied.filter((each) => each.currency === currency).map((each) => each.open);
    return {
      lines: new Map(own.map((line) => [lineOf(line), line.open])),
      unapplied: sum(loose.filter((each) => each > 0)),
      owed: 0 - sum(loose.filter((each) => each < 0)),
    };
  }

  /** Pays back, and says what that changed on the customer's card in the words of the preview. */
  refunded(amount: number, date: string, more: object = {}) {
    const { currency } = { currency: "CNY", ...more };
    const before = this.stands(currency);
    this.pay(amount, date, more);
    const after = this.stands(currency);
    const grown = [...after.lines].map(
      ([line, open]) => [line, open - (before.lines.get(line) ?? 0)] as const,
    );
    return {
      usesUp: before.unapplied - after.unapplied,
      unappliedLeft: after.unapplied,
      reopens: new Map(grown.filter(([, by]) => by !== 0)),
      withoutDocument: after.owed - before.owed,
    };
  }
}

/** A line as a person tells it from others: a document and its due date. */
function lineOf({ item, due = "" }: { readonly item: string; readonly due?: string }): string {
  return `${item} ${due}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}

function told({ reopens, ...rest }: Effect) {
  return { ...rest, reopens: new Map(reopens.map((each) => [lineOf(each), each.amount])) };
}

describe("what is said of a refund before it is booked", () => {
  it("is what it takes of unapplied money, and what is left of that", () => {
    const paid = new Paid();
    paid.item("A", "2026-01-05", 1_000);
    paid.pay(1_500, "2026-02-01");
    expect(paid.effect(-200, "2026-03-01")).toEqual({
      ...{ usesUp: 200, unappliedLeft: 300, reopens: [], withoutDocument: 0 },
    });
  });

  it("is which documents are open again, with number, due date and amount: what was settled last first", () => {
    const paid = new Paid();
    paid.item("A", "2026-01-05", 600, { due: "2026-02-04" });
    paid.item("B", "2026-01-06", 400, { due: "2026-02-05" });
    paid.pay(600, "2026-02-10");
    paid.pay(500, "2026-02-20");
    const { reopens, ...rest } = paid.effect(-700, "2026-03-01");
    expect(rest).toEqual({ usesUp: 100, unappliedLeft: 0, withoutDocument: 0 });
    expect(reopens.map(({ number, kind, due, amount }) => [number, kind, due, amount])).toEqual([
      ["B", "invoice", "2026-02-05", 400],
      ["A", "invoice", "2026-02-04", 200],
    ]);
  });

  it("is what is owed without a document where nothing is settled any more", () => {
    const paid = new Paid();
    expect(paid.effect(-50, "2026-03-01")).toEqual({
      ...{ usesUp: 0, unappliedLeft: 0, reopens: [], withoutDocument: 50 },
    });
    paid.pay(-50, "2026-03-01");
    expect(paid.effect(-30, "2026-03-02")).toMatchObject({ withoutDocument: 30 });
  });

  it("takes credits as it takes money, and only those of its own currency", () => {
    const paid = new Paid();
    paid.item("C", "2026-01-05", -300, { kind: "creditNote" });
    paid.pay(900, "2026-02-01", { currency: "USD" });
    expect(paid.effect(-1_000, "2026-03-01")).toMatchObject({ usesUp: 300, withoutDocument: 700 });
    expect(paid.effect(-200, "2026-03-01", { currency: "USD" })).toMatchObject({
      ...{ usesUp: 200, unappliedLeft: 700, withoutDocument: 0 },
    });
  });

  it("is said of nothing else: neither of money that comes in, nor of what goes back to nobody known", () => {
    const paid = new Paid();
    expect(paid.preview(100, "2026-03-01")).not.toHaveProperty("refund");
    const receipt = { date: "2026-03-01", amount: -100, method: "transfer" };
    expect(paid.bench.call("previewReceipt", { receipt })).not.toHaveProperty("refund");
  });

  it("writes nothing", () => {
    const paid = new Paid();
    paid.item("A", "2026-01-05", 600);
    paid.pay(600, "2026-02-10");
    paid.effect(-200, "2026-03-01");
    expect(paid.stands()).toMatchObject({ unapplied: 0, owed: 0, lines: new Map() });
  });
});

describe("what is booked of a refund", () => {
  it.each([
    [-100, "all of it unapplied", [300], [900]],
    [-700, "some unapplied, the rest settled", [300, 200], [700]],
    [-2_000, "more than ever came in", [300], [500]],
    [-250, "nothing unapplied", [300, 300], [600]],
  ] as const)("is what was said before: %i, %s", (amount, _, items, receipts) => {
    const paid = new Paid();
    for (const [i, each] of items.entries()) paid.item(`N-${i}`, `2026-01-0${i + 1}`, each);
    for (const [i, each] of receipts.entries()) paid.pay(each, `2026-02-0${i + 1}`);
    const said = told(paid.effect(amount, "2026-03-01"));
    expect(paid.refunded(amount, "2026-03-01")).toEqual(said);
  });

  it.each(Array.from({ length: process.env.DEEP === undefined ? 3 : 300 }, (_, run) => seed + run))(
    "is what was said before, after whatever came before it: SEED=%d",
    (run) => {
      const random = new Random(run);
      const paid = new Paid();
      const drafts: string[] = [];
      for (let n = 0; n < 24; n += 1) {
        act(paid, random, drafts, n);
        const more = { currency: currencyOf(random), bankReference: `R-${n}` };
        const [back, on] = [-50 * (1 + random.below(20)), random.day()];
        const said = paid.effect(back, on, more);
        const where = `SEED=${run} act ${n}`;
        const { usesUp, withoutDocument, reopens } = said;
        expect(usesUp + withoutDocument + sum(reopens.map((each) => each.amount)), where).toBe(-back);
        if (random.isLikely(60)) expect(paid.refunded(back, on, more), where).toEqual(told(said));
      }
      expect(paid.bench.checkUp(), `SEED=${run}`).toMatchObject({ sound: true });
    },
  );
});

const DRAFT = { method: "commercialDraft", draft: { maturity: "2026-08-01", state: "held" } };

const SPLIT = {
  kind: "split",
  parts: [0, 60].map((days) => ({ weight: 50, terms: { kind: "net", days } })),
};

const currencyOf = (random: Random) => (random.isLikely(25) ? "USD" : "CNY");

/** Something that happens to the customer: a document, a credit, money, a draft, or one that bounces. */
function act(paid: Paid, random: Random, drafts: string[], n: number): void {
  const own = { currency: currencyOf(random) };
  const [amount, day] = [100 * (1 + random.below(12)), random.day()];
  const money = { ...own, bankReference: `B-${n}` };
  const bounced = drafts[0];
  const acts = [
    () => paid.item(`N-${n}`, day, amount, own),
    () => paid.item(`S-${n}`, day, amount, { ...own, terms: SPLIT }),
    () => paid.item(`C-${n}`, day, -amount, { ...own, kind: "creditNote" }),
    () => void paid.pay(amount, day, money),
    () => void paid.pay(amount, day, money),
    () => void drafts.push(paid.pay(amount, day, { ...DRAFT, ...money })),
    () => {
      if (bounced !== undefined) bounce(paid, bounced);
      drafts.shift();
    },
  ];
  random.of(acts)?.();
}

function bounce({ bench, customer }: Paid, receipt: string): void {
  bench.call("dishonour", { action: bench.action(), customer, receipt, date: "2026-08-02" });
}
