import { beforeEach, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** Whose statement 对账单 is whose: the payer's sheet with all it pays for, and each customer's own. */
let bench: TypedBench;
let payer: string;
let shop: string;

const january = { from: "2026-01-01", to: "2026-01-31" };
const february = { from: "2026-02-01", to: "2026-02-28" };

beforeEach(() => {
  ({ bench, customer: payer } = TypedBench.withCustomer());
  bench.nameFirm();
  shop = bench.customer("K002", "门店", { payerCode: "K001" });
  bench.item(payer, "A", "2026-01-10", 1_000);
  bench.item(shop, "B", "2026-01-11", 500);
});

function make(customer: string, more: object = {}) {
  const [made] = bench.call<Output<"makeStatements">>("makeStatements", {
    asks: [{ customer, ...january, ...more }],
  }).made;
  if (!made) throw new Error("nothing was made");
  const { already, id, statement } = made;
  const whose = statement.groups.map((group) => group.customer.code);
  return {
    already,
    id,
    whose,
    closing: statement.closing,
    opening: statement.opening,
    number: statement.number,
  };
}

const whole = { whose: ["K001", "K002"], closing: 1_500 };

describe("a statement that was made already", () => {
  it("is the payer's only for the payer's, and the own only for the own", () => {
    expect(make(payer, { forPayer: true })).toMatchObject({ already: false, ...whole });
    expect(make(payer)).toMatchObject({ already: false, whose: ["K001"], closing: 1_000 });
    expect(make(shop)).toMatchObject({ already: false, whose: ["K002"], closing: 500 });
    expect(make(payer, { forPayer: true })).toMatchObject({ already: true, ...whole });
    expect(make(payer)).toMatchObject({ already: true, whose: ["K001"] });
    expect(make(shop)).toMatchObject({ already: true, whose: ["K002"] });
    expect(bench.checkUp().sound).toBe(true);
  });

  it("the other way round as well, each under a number of its own", () => {
    const own = make(payer);
    const sheet = make(payer, { forPayer: true });
    expect(sheet).toMatchObject({ already: false, ...whole });
    expect(sheet.number).not.toBe(own.number);
    expect(make(payer)).toEqual({ ...own, already: true });
  });

  it("is another one once the payer pays for one more", () => {
    make(payer, { forPayer: true });
    const third = bench.customer("K003", "新店", { payerCode: "K001" });
    bench.item(third, "C", "2026-01-12", 70);
    expect(make(payer, { forPayer: true })).toMatchObject({ already: false, closing: 1_570 });
  });

  it("is found for a payer that has nothing of its own on it", () => {
    const other = bench.customer("K009", "总部");
    const branch = bench.customer("K010", "分店", { payerCode: "K009" });
    bench.item(branch, "D", "2026-01-12", 70);
    const made = make(other, { forPayer: true });
    expect(make(other, { forPayer: true })).toEqual({ ...made, already: true });
    expect(make(other)).toMatchObject({ already: false, closing: 0 });
  });

  it("leaves a customer a candidate for its own", () => {
    make(payer, { forPayer: true });
    const { candidates } = bench.call<Output<"statementCandidates">>("statementCandidates", {
      day: "2026-01-31",
    });
    expect(candidates.map(({ code }) => code).sort()).toEqual(["K001", "K002"]);
  });

  it("is told by the preview of the same sheet, and of no other", () => {
    const { id } = make(payer, { forPayer: true });
    const preview = (more: object) =>
      bench.call<Output<"previewStatement">>("previewStatement", { customer: payer, ...january, ...more });
    expect(preview({ forPayer: true }).made).toBe(id);
    expect(preview({})).not.toHaveProperty("made");
    expect(preview({ forPayer: true, to: "2026-01-30" })).not.toHaveProperty("made");
  });

  it("is what the next one opens with, whoever's that was", () => {
    make(payer, { forPayer: true });
    expect(make(payer, february)).toMatchObject({ opening: 1_000 });
    expect(make(payer, { ...february, forPayer: true })).toMatchObject({ opening: 1_500 });
  });
});

describe("a period", () => {
  /** Their periods end on the 25th. */
  it.each([
    [{ day: "2026-03-10" }, "2026-01-26", "2026-02-25"],
    [{ from: "2026-02-03", day: "2026-03-10" }, "2026-02-03", "2026-02-25"],
    [{ to: "2026-02-10" }, "2026-01-26", "2026-02-10"],
    [{ to: "2026-02-10", day: "2026-05-10" }, "2026-01-26", "2026-02-10"],
    [{ from: "2026-02-03", to: "2026-02-10" }, "2026-02-03", "2026-02-10"],
  ])("of which %o is said has its other end from the customer's own", (said, from, to) => {
    const customer = bench.customer("K007", "廿五", { cutOffDay: 25 });
    const { statement } = bench.call<Output<"previewStatement">>("previewStatement", { customer, ...said });
    expect(statement).toMatchObject({ from, to });
  });

  it.each(["previewStatement", "makeStatements"])("that begins after its end is refused by %s", (name) => {
    const ask = { customer: payer, from: "2026-04-30", to: "2026-04-01" };
    const { reply } = bench.run(name, name === "makeStatements" ? { asks: [ask] } : ask);
    expect(reply).toMatchObject({ ok: false, why: "periodReversed" });
    expect(reply).toMatchObject({ sentence: expect.stringContaining("2026-04-30") });
  });
});

describe("what a statement carries on from", () => {
  it("is the customer's own sheet before, whatever the payer's said of its account since", () => {
    expect(make(shop)).toMatchObject({ closing: 500 });
    bench.receipt(200, "2026-01-20", { customer: shop });
    expect(make(payer, { ...february, forPayer: true })).toMatchObject({ closing: 1_300 });
    expect(make(shop, { from: "2026-03-01", to: "2026-03-31" })).toMatchObject({
      opening: 500,
      closing: 300,
    });
  });

  it("is the payer's sheet before for the payer's next", () => {
    make(payer, { forPayer: true });
    bench.receipt(200, "2026-01-20", { customer: shop });
    make(shop, february);
    const march = { from: "2026-03-01", to: "2026-03-31", forPayer: true };
    expect(make(payer, march)).toMatchObject({ opening: 1_500, closing: 1_300 });
  });
});

describe("a payer that another one pays for", () => {
  it("carries on from the sheet that it was sent, not from the other one's on which it stands", () => {
    bench.customer("K009", "总公司");
    const parent = bench.call<{ id: string }>("findCustomer", { code: "K009" }).id;
    bench.typeRow("客户", 2, { 付款单位编码: "K009" });
    expect(bench.takeOver()).toMatchObject({ taken: 1 });
    expect(make(payer, { forPayer: true })).toMatchObject(whole);
    bench.receipt(200, "2026-01-20", { customer: payer });
    expect(make(parent, { ...february, forPayer: true }).whose).toContain("K001");
    const march = { from: "2026-03-01", to: "2026-03-31", forPayer: true };
    expect(make(payer, march)).toMatchObject({ opening: 1_500, closing: 1_300 });
  });
});
