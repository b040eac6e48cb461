import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

function withUnidentified() {
  const { bench, customer } = TypedBench.withCustomer({ terms: { kind: "net", days: 30 } });
  bench.item(customer, "XS-1", "2026-01-15", 100_000);
  const receipt = bench.receipt(60_000, "2026-02-01", { payerName: "王芳" });
  return { bench, customer, receipt };
}

const unidentified = (bench: TypedBench) =>
  bench.call<{ receipts: { id: string; amount: number }[] }>("unidentified", {}).receipts;

describe("an unidentified receipt 不明来款", () => {
  it("is given to its customer 认领 under its own id, and pays what is open there", () => {
    const { bench, customer, receipt } = withUnidentified();
    expect(unidentified(bench)).toMatchObject([{ id: receipt, amount: 60_000, payerName: "王芳" }]);
    bench.call("identify", { action: "identify-1", receipt, customer });
    expect(unidentified(bench)).toEqual([]);
    expect(bench.balance("K001")).toBe(40_000);
    expect(
      bench
        .cells("收款")
        .slice(1)
        .filter((row) => row[0] !== ""),
    ).toHaveLength(1);
    expect(bench.cell("收款", 2, "客户编码")).toBe("K001");
    expect(bench.cell("收款", 2, "未核销")).toBe(0);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is nobody's again after an undo, and can be given once more", () => {
    const { bench, customer, receipt } = withUnidentified();
    bench.call("identify", { action: "identify-1", receipt, customer });
    bench.call("undo", { action: "undo-0001", of: "identify-1" });
    expect(unidentified(bench)).toMatchObject([{ id: receipt }]);
    expect(bench.balance("K001")).toBe(100_000);
    expect(bench.cell("收款", 2, "客户编码")).toBe("");
    expect(bench.checkUp()).toMatchObject({ sound: true });
    bench.call("identify", { action: "identify-2", receipt, customer });
    expect(bench.balance("K001")).toBe(40_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is refused a second customer", () => {
    const { bench, customer, receipt } = withUnidentified();
    bench.call("identify", { action: "identify-1", receipt, customer });
    const { reply } = bench.run("identify", { action: "identify-2", receipt, customer });
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "receiptUnknown" });
  });

  it("is identified by typing the customer's code beside it", () => {
    const { bench } = withUnidentified();
    bench.typeRow("收款", 2, { 客户编码: "K001" });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(unidentified(bench)).toEqual([]);
    expect(bench.balance("K001")).toBe(40_000);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("goes to another customer by typing only while none of it is used", () => {
    const { bench, customer } = withUnidentified();
    bench.customer("K002", "广州恒通");
    bench.receipt(9_000, "2026-03-01", { customer, bankReference: "B-2" });
    bench.typeRow("收款", 3, { 客户编码: "K002" });
    expect(bench.takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled" }] });
    expect(bench.balance("K001")).toBe(91_000);
  });
});
