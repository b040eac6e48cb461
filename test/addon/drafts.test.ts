import { beforeEach, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** Drafts 票据: what may become of one, and what a bounced one would open again. */
let bench: TypedBench;
let customer: string;
let receipt: string;

const HELD = { number: "B-77", acceptor: "招商银行", maturity: "2026-09-01", state: "held" };

beforeEach(() => {
  const terms = {
    kind: "split",
    parts: [30, 60].map((days) => ({ weight: 1, terms: { kind: "net", days } })),
  };
  ({ bench, customer } = TypedBench.withCustomer({ terms }));
  bench.item(customer, "XS-1", "2026-01-15", 100_000);
  receipt = bench.receipt(120_000, "2026-03-01", { customer, method: "bankDraft", draft: HELD });
});

const draft = (id = receipt) => bench.call<Output<"draft">>("draft", { customer, receipt: id });
const card = () => bench.call<Output<"customer">>("customer", { id: customer, asOf: "2026-12-01" });
const mark = (state: string, id = receipt) =>
  bench.run("markDraft", { action: bench.action(), customer, receipt: id, state }).reply;
const undo = (of: number | undefined) => bench.run("undo", { action: bench.action(), of }).reply;
const dishonour = (date = "2026-09-03") =>
  bench.run("dishonour", { action: bench.action(), customer, receipt, date }).reply;

describe("a draft", () => {
  it("says beforehand which lines open again, with their old due dates, and what was on none", () => {
    const { draft: facts, reopens, unapplied } = draft();
    expect(facts).toMatchObject({ ...HELD, amount: 120_000, method: "bankDraft", currency: "CNY" });
    expect(reopens).toMatchObject([
      { number: "XS-1", line: 0, due: "2026-02-14", amount: 50_000 },
      { number: "XS-1", line: 1, due: "2026-03-16", amount: 50_000 },
    ]);
    expect(unapplied).toBe(20_000);
  });

  it("is listed among those of all customers, each with its customer's name, the next to mature first", () => {
    const other = bench.customer("K002", "广州恒通");
    const sooner = { ...HELD, maturity: "2026-08-01" };
    const next = bench.receipt(500, "2026-03-02", {
      customer: other,
      method: "commercialDraft",
      draft: sooner,
    });
    const gone = { ...HELD, state: "collected" };
    bench.receipt(600, "2026-03-03", { customer: other, method: "bankDraft", draft: gone });
    const { drafts } = bench.call<Output<"drafts">>("drafts", {});
    expect(drafts.map(({ id, customerName, maturity }) => [id, customerName, maturity])).toEqual([
      [next, "广州恒通", "2026-08-01"],
      [receipt, "深圳市鸿运达", "2026-09-01"],
    ]);
  });

  it("says whose it is", () => {
    expect(draft().customerName).toBe("深圳市鸿运达");
  });

  it("that bounces opens exactly what was said, and is on the card no more", () => {
    const said = draft().reopens.map(({ due, amount }) => ({ due, open: amount }));
    expect(card().open).toEqual([]);
    expect(dishonour()).toMatchObject({ ok: true });
    expect(card().open).toMatchObject(said);
    expect(card().drafts).toEqual([]);
    const events = card().timeline.map(({ what, amount, draft: state, voided }) => [
      what,
      amount,
      state,
      voided,
    ]);
    expect(events).toEqual([
      ["receipt", -120_000, undefined, false],
      ["receipt", 120_000, "dishonoured", false],
      ["item", 100_000, undefined, false],
    ]);
  });

  it.each(["endorsed", "discounted", "collected"] as const)(
    "is marked %s, and undo puts it back",
    (state) => {
      const balance = card().aging[0]?.balance;
      expect(mark(state)).toMatchObject({ ok: true });
      expect(card().aging[0]?.balance).toBe(balance);
      expect(card().drafts.map((each) => each.state)).toEqual(state === "collected" ? [] : [state]);
      const [latest] = card().timeline.filter((event) => event.draft === state);
      expect(undo(latest?.seq)).toMatchObject({ ok: true });
      expect(draft().draft.state).toBe("held");
      expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
    },
  );

  it("bounces, and undo takes that back", () => {
    dishonour();
    expect(undo(card().timeline[0]?.undoes)).toMatchObject({ ok: true });
    expect(card().open).toEqual([]);
    expect(draft().draft.state).toBe("held");
    expect(bench.checkUp()).toMatchObject({ sound: true, problems: [] });
  });

  it("bounces for good once something else has settled what it opened", () => {
    dishonour();
    const bounced = card().timeline[0]?.undoes;
    bench.receipt(100_000, "2026-10-01", { customer, method: "cash" });
    expect(undo(bounced)).toMatchObject({ ok: false, why: "dependsOn" });
    expect(card().open).toEqual([]);
  });

  it("that was marked and then bounced is not marked back", () => {
    mark("endorsed");
    const [marked] = card().timeline.filter((event) => event.draft === "endorsed");
    dishonour();
    expect(undo(marked?.seq)).toMatchObject({ ok: false, why: "dependsOn" });
    expect(card().drafts).toEqual([]);
  });

  it("that was endorsed or discounted may still bounce", () => {
    mark("discounted");
    expect(dishonour()).toMatchObject({ ok: true });
    expect(card().open).toHaveLength(2);
  });

  it("is none that bounced, none that another receipt took back, and no transfer", () => {
    const transfer = bench.receipt(100, "2026-03-02", { customer });
    dishonour();
    const back = card().timeline.find((event) => event.amount < 0)?.id ?? "";
    for (const id of [receipt, back, transfer, "r0.0"]) {
      expect(bench.run("draft", { customer, receipt: id }).reply).toMatchObject({
        ok: false,
        why: "notADraft",
      });
      expect(mark("collected", id)).toMatchObject({ ok: false, why: "notADraft" });
    }
    expect(dishonour()).toMatchObject({ ok: false, why: "notADraft" });
  });

  it("does not bounce into a closed period", () => {
    bench.call("closePeriod", { action: bench.action(), through: "2026-05-31" });
    expect(dishonour("2026-05-20")).toMatchObject({ ok: false, why: "periodClosed" });
    expect(dishonour("2026-10-01")).toMatchObject({ ok: true });
  });

  it("in hand near its maturity is a thing to do, by its receipt", () => {
    const { toDo } = bench.call<Output<"today">>("today", { asOf: "2026-08-30" });
    expect(toDo.filter(({ kind }) => kind === "draft")).toMatchObject([{ customer, receipt, days: -2 }]);
    mark("collected");
    const later = bench.call<Output<"today">>("today", { asOf: "2026-08-30" }).toDo;
    expect(later.filter(({ kind }) => kind === "draft")).toEqual([]);
  });
});
