import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnsOf,
  DEFAULT_DUNNING_POLICY,
  type Dunning,
  type DunningFacts,
  type DunningPolicy,
  dayNumberOf,
  daysAfter,
  dunningOf,
  money,
  openLinesOf,
  type PlainDate,
  plainDate,
  type Reminder,
  recordOf,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

const SMALL = () => money(1_000);

/** A customer's ledger, what was said to it, and what is due to be said on a day. */
class Said {
  readonly ledger = new TestLedger();
  readonly reminders: Reminder[] = [];
  private readonly policy: DunningPolicy;

  constructor(policy: Partial<DunningPolicy> = {}) {
    this.policy = { ...DEFAULT_DUNNING_POLICY, ...policy };
    this.ledger.customer("c1.0");
  }

  owes(yuan: number, due: string, more: { currency?: string } = {}): string {
    return this.ledger.item("c1.0", "2026-01-01", yuan, { due, ...more });
  }

  pays(item: string, day: string, yuan: number): void {
    const receipt = this.ledger.receipt("c1.0", day, yuan);
    this.ledger.allocate("c1.0", day, receipt, item, yuan);
  }

  on(day: string, more: Partial<DunningFacts> = {}): Dunning {
    const { ledger, reminders } = this;
    const columns = columnsOf([ledger.account("c1.0")], {
      knownAt: ledger.knownAt,
      debtCarriedBy: "invoice",
    });
    const facts: DunningFacts = {
      ...{ lines: openLinesOf(columns, dayNumberOf(plainDate(day))), reminders, smallAmountIn: SMALL },
      ...{ promised: new Set<string>(), onPlan: new Set<string>(), unapplied: new Map() },
      ...more,
    };
    return dunningOf(facts, this.policy, plainDate(day));
  }

  /** What a run on that day says is recorded as sent; gives the levels of its lines. */
  run(day: string, state: Reminder["state"] = "sent"): string[] {
    const { letters } = this.on(day);
    const lines = letters.flatMap((letter) => [...letter.lines, ...letter.soon]);
    if (lines.length === 0) return [];
    this.reminders.push({
      ...{ id: `m${this.reminders.length}.0`, customer: "c1.0", date: plainDate(day), state },
      lines: lines.map(({ line, level }) => ({ item: line.item.id, line: line.line, level })),
    });
    return lines.map(({ level }) => level);
  }
}

function levels({ letters }: Dunning): string[] {
  return letters.map(({ level }) => level);
}

function reasons({ leftOut }: Dunning): string[] {
  return leftOut.map(({ exclusion }) => exclusion.why);
}

const THREE = (...[one = 5, two = 20, three = 40]: number[]): DunningPolicy => ({
  ...DEFAULT_DUNNING_POLICY,
  ladder: [
    { level: "friendly", fromDays: one },
    { level: "firm", fromDays: two },
    { level: "formal", fromDays: three },
  ],
  gapDays: 0,
  escalation: "step",
});

describe("published cases", () => {
  it("E30: a level waits until the one before was sent; what is paid is gone", () => {
    const said = new Said(THREE());
    const item = said.owes(100, "2026-03-01");
    expect(levels(said.on("2026-03-05"))).toEqual([]);
    expect(levels(said.on("2026-03-06"))).toEqual(["friendly"]);
    expect(levels(said.on("2026-03-31"))).toEqual(["friendly"]);
    expect(said.run("2026-03-31")).toEqual(["friendly"]);
    expect(reasons(said.on("2026-03-31", { pausedUntil: plainDate("2026-03-31") }))).toEqual(["paused"]);
    expect(levels(said.on("2026-03-31"))).toEqual(["firm"]);
    said.pays(item, "2026-04-01", 100);
    expect(said.on("2026-04-20")).toEqual({ letters: [], leftOut: [] });
  });

  it("E32: an old debt climbs one level a run; a run dated earlier says nothing twice (theirs is an error)", () => {
    const said = new Said(THREE());
    said.owes(500, "2026-01-05");
    const runs = ["2026-06-22", "2026-10-22", "2026-12-22"].map((day) => said.run(day));
    expect(runs).toEqual([["friendly"], ["firm"], ["formal"]]);
    expect(said.run("2026-08-01")).toEqual([]);
  });

  it("E28: of two instalments only the one that is due; paid it is gone, taken back it is there again", () => {
    const said = new Said({ ladder: [{ level: "friendly", fromDays: 1 }], gapDays: 0 });
    const amount = money(5_000);
    const lines = ["2026-03-05", "2026-03-10"].map((due) => ({
      amount,
      due: plainDate(due),
      basis: "stated" as const,
    }));
    said.ledger.entry({
      put: "item",
      row: {
        ...{ id: "i9.0", customer: "c1.0", kind: "invoice", date: plainDate("2026-03-01"), currency: "CNY" },
        ...{ amount: money(10_000), lines },
      },
    });
    const first = said.on("2026-03-06");
    expect(first.letters).toMatchObject([{ total: 5_000, lines: [{ line: { line: 0 }, days: 1 }] }]);
    said.pays("i9.0", "2026-03-06", 50);
    expect(said.on("2026-03-06").letters).toEqual([]);
    for (const { id } of said.ledger.account("c1.0").allocations.map(recordOf))
      said.ledger.entry({ put: "void", row: { id, customer: "c1.0" } });
    expect(said.on("2026-03-06").letters).toEqual(first.letters);
  });

  it("E33, E35: only what is past due, from the day after the due date", () => {
    const said = new Said({ ladder: [{ level: "friendly", fromDays: 1 }], gapDays: 0 });
    said.owes(500, "2026-01-03");
    said.owes(1_000, "2026-02-07");
    expect(levels(said.on("2026-01-03"))).toEqual([]);
    expect(said.on("2026-01-04").letters).toMatchObject([{ total: 50_000, lines: [{ days: 1 }] }]);
    expect(said.on("2026-01-08").letters).toMatchObject([{ total: 50_000 }]);
  });

  it("E36: ours looks at each item, not at their sum: 50 and 1 are both below 50.99", () => {
    const said = new Said({ ladder: [{ level: "friendly", fromDays: 1 }], gapDays: 0 });
    said.owes(50, "2026-01-03");
    said.owes(1, "2026-01-03");
    const found = said.on("2026-02-01", { smallAmountIn: () => money(5_099) });
    expect([found.letters, reasons(found)]).toEqual([[], ["belowSmallAmount", "belowSmallAmount"]]);
    said.owes(51, "2026-01-03");
    expect(said.on("2026-02-01", { smallAmountIn: () => money(5_099) }).letters).toMatchObject([
      { total: 5_100 },
    ]);
  });

  it("E39: levels at 30, 40 and 50 days after 31 May begin on 30 June, 10 July and 20 July", () => {
    const said = new Said({ ...THREE(30, 40, 50), escalation: "jump" });
    said.owes(500, "2026-05-31");
    const days = ["2026-06-29", "2026-06-30", "2026-07-09", "2026-07-10", "2026-07-19", "2026-07-20"];
    expect(days.map((day) => levels(said.on(day))[0])).toEqual([
      ...[undefined, "friendly", "friendly", "firm", "firm", "formal"],
    ]);
  });
});

describe("who is left out, and why", () => {
  it("names each line with its reason", () => {
    const said = new Said({ gapDays: 0 });
    const promised = said.owes(100, "2026-02-01");
    const onPlan = said.owes(100, "2026-02-01");
    said.owes(9, "2026-02-01");
    said.ledger.item("c1.0", "2026-01-01", 100, { terms: { kind: "afterTaxInvoice", days: 30 } });
    const disputed = said.owes(100, "2026-02-01");
    const item = said.ledger
      .account("c1.0")
      .items.map(recordOf)
      .find(({ id }) => id === disputed);
    if (item)
      said.ledger.entry({
        put: "item",
        row: { ...item, dispute: { since: plainDate("2026-02-02"), reason: "短少" } },
      });
    const found = said.on("2026-03-01", { promised: new Set([promised]), onPlan: new Set([onPlan]) });
    expect(found.letters).toEqual([]);
    expect(reasons(found).sort()).toEqual([
      "belowSmallAmount",
      "disputed",
      "onPlan",
      "promised",
      "taxInvoiceNotReceived",
    ]);
  });

  it("asks for nothing that unapplied money covers, the oldest first, and for what it leaves", () => {
    const said = new Said({ gapDays: 0 });
    said.owes(100, "2026-02-01");
    said.owes(60, "2026-02-05", { currency: "USD" });
    said.owes(50, "2026-02-01", { currency: "USD" });
    const unapplied = new Map([
      ["CNY", money(10_000)],
      ["USD", money(7_000)],
    ]);
    const found = said.on("2026-03-03", { unapplied });
    expect(reasons(found)).toEqual(["covered", "covered"]);
    expect(found.letters).toMatchObject([
      { currency: "USD", total: 4_000, lines: [{ line: { open: 4_000 } }] },
    ]);
  });

  it("leaves days between two letters, but none after one that was skipped", () => {
    const said = new Said({ gapDays: 7, quietDays: "none" });
    said.owes(100, "2026-02-01");
    expect(said.run("2026-02-10")).toEqual(["friendly"]);
    said.owes(200, "2026-02-05");
    expect(said.on("2026-02-16")).toMatchObject({ letters: [], leftOut: [{}, {}] });
    expect(said.on("2026-02-16").leftOut[0]?.exclusion).toEqual({ why: "tooSoon", until: "2026-02-17" });
    expect(said.run("2026-02-17", "skipped").length).toBe(2);
    expect(said.on("2026-02-20")).toMatchObject({ letters: [{ lines: [{ level: "firm" }] }] });
  });

  it("is quiet in long holidays, or on every rest day, and says from which day on it is not", () => {
    const owing = (quietDays: DunningPolicy["quietDays"]) => {
      const said = new Said({ gapDays: 0, quietDays });
      said.owes(100, "2026-02-01");
      return said;
    };
    const said = owing("holidays");
    expect(said.on("2026-02-18").leftOut[0]?.exclusion).toEqual({ why: "quietDay", until: "2026-02-24" });
    expect(levels(said.on("2026-02-24"))).toEqual(["friendly"]);
    expect(levels(said.on("2026-03-07"))).toEqual(["friendly"]);
    expect(reasons(owing("restDays").on("2026-03-07"))).toEqual(["quietDay"]);
    expect(levels(owing("none").on("2026-02-18"))).toEqual(["friendly"]);
  });

  it("is quiet from an hour to an hour, across midnight too", () => {
    const at = (hour: number, quietHours: { from: number; to: number }) => {
      const said = new Said({ gapDays: 0, quietHours });
      said.owes(100, "2026-02-01");
      return reasons(said.on("2026-03-03", { hour }));
    };
    expect([20, 21, 23, 0, 7, 8].map((hour) => at(hour, { from: 21, to: 8 }).length)).toEqual([
      ...[0, 1, 1, 1, 1, 0],
    ]);
    expect([11, 12, 13].map((hour) => at(hour, { from: 12, to: 13 }).length)).toEqual([0, 1, 0]);
  });

  it("writes no letter about less than the least sum", () => {
    const said = new Said({ gapDays: 0 });
    said.owes(60, "2026-02-01");
    said.owes(39, "2026-02-01");
    const least = (yuan: number) => said.on("2026-03-03", { leastTotalIn: () => money(yuan * 100) });
    expect(reasons(least(100))).toEqual(["belowLeastTotal", "belowLeastTotal"]);
    expect(least(99).letters).toMatchObject([{ total: 9_900 }]);
  });

  it("asks only for what is past due, and names what falls due shortly beside it", () => {
    const said = new Said({ gapDays: 0 });
    said.owes(100, "2026-03-01");
    said.owes(70, "2026-03-05");
    expect(said.on("2026-03-04").letters).toMatchObject([
      {
        level: "friendly",
        total: 10_000,
        lines: [{}],
        soon: [{ level: "beforeDue", days: -1 }],
        soonTotal: 7_000,
      },
    ]);
    expect(said.on("2026-03-03").letters).toMatchObject([{ level: "beforeDue", total: 7_000, soon: [] }]);
  });

  it("does not make up for a letter before the due date after it", () => {
    const said = new Said({ gapDays: 0 });
    said.owes(100, "2026-02-10");
    expect(
      ["2026-02-06", "2026-02-07", "2026-02-10", "2026-02-11", "2026-02-13"].map(
        (day) => levels(said.on(day))[0],
      ),
    ).toEqual([...[undefined, "beforeDue", "beforeDue", undefined, "friendly"]]);
  });
});

describe("laws", () => {
  const days = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 12 });
  const debts = fc.array(fc.tuple(fc.integer({ min: 11, max: 900 }), fc.integer({ min: 0, max: 60 })), {
    ...{ minLength: 1, maxLength: 5 },
  });
  const START = plainDate("2026-01-01");
  const dayAt = (n: number): PlainDate => daysAfter(START, n);

  function owing(owed: readonly (readonly [yuan: number, due: number])[]): Said {
    const said = new Said({ gapDays: 0, quietDays: "none" });
    for (const [yuan, due] of owed) said.owes(yuan, dayAt(due));
    return said;
  }

  it("each thing is said once, however often it is run", () => {
    fc.assert(
      fc.property(debts, days, (owed, runs) => {
        const said = owing(owed);
        for (const day of [...runs, ...runs].sort((a, b) => a - b)) said.run(dayAt(day));
        const all = said.reminders.flatMap(({ lines }) => lines.map((each) => JSON.stringify(each)));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it("nothing is lost by days that were left out", () => {
    fc.assert(
      fc.property(debts, days, (owed, runs) => {
        const said = owing(owed);
        for (const day of runs) said.run(dayAt(day));
        for (let n = 0; n < 5; n += 1) said.run(dayAt(300));
        const last = said.reminders.flatMap(({ lines }) => lines.filter(({ level }) => level === "final"));
        expect(last.length).toBe(owed.length);
      }),
    );
  });
});
