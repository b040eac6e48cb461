import { describe, expect, it } from "vitest";
import type { Output } from "../../../addon/protocol.ts";
import { type AgingOrder, orderedLines } from "../../../addon/sidebar/parts/aging-order.ts";
import { bucketLabel } from "../../../addon/sidebar/parts/bucket-label.ts";
import { owedFiguresOf } from "../../../addon/sidebar/parts/owed-figures.ts";
import { wordsOf } from "../../../addon/sidebar/words/words.ts";
import { AGING_TAB } from "../../../addon/words/aging-tab.ts";
import { type Money, money } from "../../../core/index.ts";
import { Bench } from "../bundle.ts";

type Line = Output<"aging">["customers"][number];

const NONE: Line["ofWhich"] = {
  ...{ disputed: money(0), notInvoiced: money(0) },
  ...{ dueNotFixed: money(0), draftsHeld: money(0) },
};

/** A row of an aging with one bucket. */
function line(name: string, currency: string, current: number, late: number, unapplied = 0): Line {
  const [now, past, paid]: Money[] = [current, late, unapplied].map(money);
  const sums = { current: now ?? money(0), buckets: [past ?? money(0)], unapplied: paid ?? money(0) };
  return {
    id: name,
    code: name,
    name,
    currency,
    ...sums,
    balance: money(current + late + unapplied),
    ofWhich: NONE,
  };
}

const LINES = [
  line("b", "USD", 0, 900),
  line("c", "CNY", 5_000, 10),
  line("a", "CNY", 0, 300),
  line("d", "CNY", 0, 200, -200),
  line("e", "AUD", 0, 5_000),
];

const ordered = (order: AgingOrder, bucket?: number) =>
  orderedLines(LINES, { order, bucket, own: "CNY", language: "en" }).map(
    ({ currency, lines }) => `${currency}: ${lines.map(({ name }) => name).join(" ")}`,
  );

describe("the list under an aging", () => {
  it("stands in the order that was chosen, the ledger's own currency first and never two in one order", () => {
    expect(ordered("overdue")).toEqual(["CNY: a d c", "AUD: e", "USD: b"]);
    expect(ordered("balance")).toEqual(["CNY: c a d", "AUD: e", "USD: b"]);
    expect(ordered("name")).toEqual(["CNY: a c d", "AUD: e", "USD: b"]);
  });

  it("has only who owes in the bucket that was picked, by what is owed in it", () => {
    expect(ordered("overdue", 1)).toEqual(["CNY: a d c", "AUD: e", "USD: b"]);
    expect(ordered("balance", 0)).toEqual(["CNY: c"]);
  });
});

describe("the buckets of an aging", () => {
  it.each(["zh", "en"] as const)(
    "are named as in its tab: by document date nothing is due, in %s",
    (language) => {
      const edges = [30, 60];
      const named = (basis: "dueDate" | "documentDate") =>
        [0, 1, 2, 3].map((bucket) => bucketLabel(bucket, { edges, basis }, wordsOf(language)));
      expect(named("dueDate")).toEqual([AGING_TAB.current[language], "1–30", "31–60", "60+"]);
      expect(named("documentDate")).toEqual([AGING_TAB.ofThatDay[language], "1–30", "31–60", "60+"]);
      expect(bucketLabel(0, { edges }, wordsOf(language))).toBe(AGING_TAB.current[language]);
    },
  );
});

describe("the figures of the first screen", () => {
  const bench = new Bench();
  bench.call("setup", { language: "en" });
  const customer = { code: "K1", name: "Northgate", terms: { kind: "net", days: 0 } };
  const { id } = bench.call<{ id: string }>("addCustomer", { action: "figures-c", customer });
  const item = { customer: id, kind: "invoice", date: "2026-01-05", due: "2026-01-05" };
  const receipt = { date: "2026-01-06", method: "cash" };
  bench.call("addItem", { action: "figures-1", item: { ...item, amount: 10_000 } });
  bench.call("addItem", { action: "figures-2", item: { ...item, amount: 700, currency: "AUD" } });
  bench.call("addReceipt", { action: "figures-3", receipt: { ...receipt, amount: 8_000 } });
  bench.call("addReceipt", {
    action: "figures-4",
    receipt: { ...receipt, amount: 90, currency: "USD", customer: id },
  });
  const figures = owedFiguresOf(bench.call<Output<"today">>("today", {}));

  it("begin with the ledger's own currency", () => {
    expect(figures.map(({ currency }) => currency)).toEqual(["CNY", "AUD", "USD"]);
  });

  it("never show a whole that is smaller than its part: money of nobody known stands beside it", () => {
    expect(figures[0]).toMatchObject({ owed: 10_000, overdue: 10_000, unidentified: -8_000, balance: 2_000 });
    expect(figures[2]).toMatchObject({ owed: 0, overdue: 0, unapplied: -90, unidentified: 0 });
    for (const { owed, overdue, owedAgain, unapplied, unidentified, balance } of figures) {
      expect(overdue).toBeLessThanOrEqual(owed);
      expect(owed + owedAgain + unapplied + unidentified).toBe(balance);
    }
  });
});
