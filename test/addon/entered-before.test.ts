import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** Two customers of a ledger in CNY, and what comes of entering something. */
function entering() {
  const { bench, customer } = TypedBench.withCustomer();
  const other = bench.customer("K002", "另一家");
  const item = (more: object) =>
    bench.run("addItem", {
      action: bench.action(),
      item: { customer, kind: "invoice", date: "2026-02-01", amount: 10_000, ...more },
    }).reply;
  const receipt = (more: object) =>
    bench.run("addReceipt", {
      action: bench.action(),
      receipt: { customer, date: "2026-02-02", amount: 10_000, method: "transfer", ...more },
    }).reply;
  return { bench, other, item, receipt };
}

const ASKED = { ok: false, why: "duplicateSuspected" };
const BOOKED = { ok: true };

/** Rule: entered before is the same number in any spelling, or without one the same sum in one currency on one day. */
describe("what may have been entered before", () => {
  it("is a document of the same number, however it is spelt, whatever its currency", () => {
    const { item, other } = entering();
    expect(item({ number: "XS-1" })).toMatchObject(BOOKED);
    expect(item({ number: "ｘｓ-1", amount: 5 })).toMatchObject(ASKED);
    expect(item({ number: "XS-1", currency: "USD" })).toMatchObject(ASKED);
    expect(item({ number: "XS-1", customer: other })).toMatchObject(BOOKED);
  });

  it("is a document that had that number, day and sum before it was renumbered, while it stands", () => {
    const { bench, item } = entering();
    expect(item({ number: "XS-1" })).toMatchObject(BOOKED);
    bench.typeRow("应收明细", 2, { 单号: "XS-1A" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(item({ number: "xs-1" })).toMatchObject(ASKED);
    expect(item({ number: "XS-1", date: "2026-02-02" })).toMatchObject(BOOKED);
  });

  it("is typed as a row like that listed, and not booked", () => {
    const { bench, item } = entering();
    expect(item({ number: "XS-1" })).toMatchObject(BOOKED);
    bench.typeRow("应收明细", 2, { 单号: "XS-1A" });
    bench.takeOver();
    bench.typeRow("应收明细", 3, {
      单号: "XS-1",
      客户编码: "K001",
      类型: "应收单",
      单据日期: "2026-02-01",
      金额: 100,
    });
    expect(bench.takeOver()).toMatchObject({
      taken: 0,
      problems: [{ kind: "duplicateSuspected", found: "XS-1" }],
    });
  });

  it("is a document of the same sum on the same day, and not one of another currency", () => {
    const { item } = entering();
    expect(item({})).toMatchObject(BOOKED);
    expect(item({ currency: "USD" })).toMatchObject(BOOKED);
    expect(item({})).toMatchObject(ASKED);
    expect(item({ currency: "USD" })).toMatchObject(ASKED);
  });

  it("is a receipt of the same sum on the same day, and not one of another currency", () => {
    const { receipt } = entering();
    expect(receipt({})).toMatchObject(BOOKED);
    expect(receipt({ currency: "USD" })).toMatchObject(BOOKED);
    expect(receipt({ currency: "USD" })).toMatchObject(ASKED);
  });

  it("is a receipt of the same bank reference, however it is spelt and whoever paid", () => {
    const { receipt, other } = entering();
    expect(receipt({ bankReference: "BK-1" })).toMatchObject(BOOKED);
    expect(receipt({ bankReference: "bk-1", amount: 7 })).toMatchObject(ASKED);
    expect(receipt({ bankReference: "bk-1", amount: 7, customer: other })).toMatchObject(ASKED);
    expect(receipt({ bankReference: "BK-2", customer: other })).toMatchObject(BOOKED);
  });
});
