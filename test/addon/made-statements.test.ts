import { beforeEach, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { hashOf } from "../../core/index.ts";
import { TypedBench } from "./typed-bench.ts";

/** Statements 对账单 that were made: found again, and shown as they were frozen. */
let bench: TypedBench;
let customer: string;

const january = { from: "2026-01-01", to: "2026-01-31" };
const february = { from: "2026-02-01", to: "2026-02-28" };

type Made = Output<"makeStatements">["made"][number];

function make(ask: object): Made {
  const [made] = bench.call<Output<"makeStatements">>("makeStatements", { asks: [ask] }).made;
  if (!made) throw new Error("nothing was made");
  return made;
}
const listed = (input: object = {}) => bench.call<Output<"madeStatements">>("madeStatements", input);
const again = (id: string) => bench.call<Output<"statement">>("statement", { id });

beforeEach(() => {
  ({ bench, customer } = TypedBench.withCustomer());
  bench.nameFirm();
  bench.item(customer, "A", "2026-01-10", 1_000);
});

describe("a statement that was made", () => {
  it("is the same, byte for byte, whatever happened to the ledger since", () => {
    const first = make({ customer, ...january });
    bench.item(customer, "B", "2026-01-20", 500);
    bench.receipt(300, "2026-01-25", { customer });
    bench.call("saveSettings", { action: bench.action(), settings: { firm: { name: "改名后的公司" } } });
    bench.typeRow("客户", 2, { 客户名称: "改名后的客户" });
    bench.takeOver();
    bench.call("rebuild", {});
    const shown = again(first.id);
    expect(JSON.stringify(shown.statement)).toBe(JSON.stringify(first.statement));
    expect(shown.hash).toBe(first.hash);
    expect(hashOf(JSON.stringify(shown.statement))).toBe(first.hash);
    expect(shown.statement).toMatchObject({ closing: 1_000, firm: { name: "广州早茶有限公司" } });
  });

  it("is listed under its number, the latest first, of everybody and of one customer", () => {
    const other = bench.customer("K002", "门店");
    bench.item(other, "C", "2026-02-03", 70);
    const [one, two, third] = [
      make({ customer, ...january }),
      make({ customer, ...february }),
      make({ customer: other, ...february }),
    ];
    expect(listed().statements.map(({ id }) => id)).toEqual([third.id, two.id, one.id]);
    expect(listed({ customer }).statements).toMatchObject([
      { id: two.id, number: two.statement.number, closing: 1_000, ...february, covers: 1 },
      { id: one.id, number: one.statement.number, closing: 1_000, ...january, code: "K001" },
    ]);
    expect(listed({ number: two.statement.number })).toMatchObject({
      total: 1,
      statements: [{ id: two.id }],
    });
    expect(listed({ number: "DZ-?" })).toEqual({ total: 0, statements: [] });
    expect(listed({ skip: 1 })).toMatchObject({ total: 3, statements: [{ id: two.id }, { id: one.id }] });
  });

  it("of a payer is one sheet with the whole sum, also from the card of whom it pays for", () => {
    const shop = bench.customer("K002", "门店", { payerCode: "K001" });
    bench.item(shop, "C", "2026-01-11", 500);
    const sheet = make({ customer, ...january, forPayer: true });
    for (const input of [{}, { customer }, { customer: shop }])
      expect(listed(input)).toMatchObject({
        total: 1,
        statements: [{ id: sheet.id, customer, closing: 1_500, covers: 2 }],
      });
  });

  it("of the payer alone is not listed with whom it pays for", () => {
    const shop = bench.customer("K002", "门店", { payerCode: "K001" });
    bench.item(shop, "C", "2026-01-11", 500);
    make({ customer, ...january, forPayer: true });
    make({ customer, ...january });
    expect(listed({ customer: shop }).total).toBe(1);
    expect(listed({ customer }).total).toBe(2);
  });

  it("says in which language its customer reads", () => {
    const other = bench.customer("K003", "Ann Ltd", { language: "en" });
    bench.item(other, "D", "2026-01-11", 10);
    expect(make({ customer: other, ...january }).language).toBe("en");
    expect(again(make({ customer, ...january }).id).language).toBe("zh");
  });

  it("is none where the id is another entry's, or nobody's", () => {
    for (const id of ["s1.0", "i3.0", "s999.0", "", "s"])
      expect(bench.run("statement", { id }).reply).toMatchObject({ ok: false, why: "statementUnknown" });
  });
});

describe("a firm without a name", () => {
  it("makes no statement, writes nothing, and says where the name goes", () => {
    const { bench: nameless, customer: id } = TypedBench.withCustomer();
    nameless.item(id, "A", "2026-01-10", 1_000);
    const { reply, run } = nameless.run("makeStatements", { asks: [{ customer: id, ...january }] });
    expect(reply).toMatchObject({ ok: false, why: "firmMissing" });
    expect(run.applied).toEqual([]);
    expect(nameless.run("previewStatement", { customer: id, ...january }).reply).toMatchObject({ ok: true });
    nameless.nameFirm();
    expect(nameless.run("makeStatements", { asks: [{ customer: id, ...january }] }).reply).toMatchObject({
      ok: true,
    });
  });
});
