import { describe, expect, it } from "vitest";
import { ImportBench } from "./import-bench.ts";

/** While an import is open its rows stand in the tabs, say so, and show nothing that reports do not count. */
const ITEM = { number: "N-1", date: "2026-01-05", amount: 4_000 };
const PART = { ...ITEM, number: "N-2", settledAmount: 1_000, settledOn: "2026-02-01" };
const RECEIPT = { bankReference: "B-1", date: "2026-02-05", amount: 300 };
const OPEN = "导入未完成";

const shown = (bench: ImportBench, row: number) => [
  bench.cell("应收明细", row, "未清金额"),
  bench.cell("应收明细", row, "状态"),
];

describe("rows of an import that is still open", () => {
  it("say so, and have nothing open; from the close they say what counts", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport(2);
    bench.send(batch, "items", [ITEM, PART]);
    expect([shown(bench, 2), shown(bench, 3)]).toEqual([
      ["", OPEN],
      ["", OPEN],
    ]);
    expect(bench.cell("核销", 2, "状态")).toBe(OPEN);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
    bench.call("importClose", { batch });
    expect([shown(bench, 2), shown(bench, 3)]).toEqual([
      [40, "未清"],
      [30, "部分核销"],
    ]);
    expect(bench.cell("核销", 2, "状态")).toBe("已结清");
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
    expect(bench.call("rebuild", {})).toMatchObject({ restored: 0 });
  });

  it("of receipts have nothing unapplied until then", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport();
    bench.send(batch, "receipts", [RECEIPT]);
    expect([bench.cell("收款", 2, "未核销"), bench.cell("收款", 2, "状态")]).toEqual(["", OPEN]);
    bench.call("importClose", { batch });
    expect([bench.cell("收款", 2, "未核销"), bench.cell("收款", 2, "状态")]).toEqual([3, "未清"]);
  });

  it("of many are written at the close as well", () => {
    const { bench } = ImportBench.withCustomer();
    const rows = Array.from({ length: 12 }, (_, i) => ({ ...ITEM, number: `N-${i}` }));
    bench.imported("items", rows);
    for (let row = 2; row <= 13; row += 1) expect(shown(bench, row)).toEqual([40, "未清"]);
  });

  it("are void once it is discarded", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport();
    bench.send(batch, "items", [ITEM]);
    bench.call("undoBatch", { action: bench.action(), batch });
    expect(shown(bench, 2)).toEqual([0, "已撤销"]);
  });

  it("leave the row of a document that they will settle as it counts now", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", "2026-01-01", 300);
    const other = bench.customer("K002", "乙");
    bench.item(other, "XS-2", "2026-01-01", 900);
    const batch = bench.openImport();
    bench.send(batch, "receipts", [RECEIPT]);
    bench.typeRow("收款", 2, { 客户编码: "K002" });
    bench.takeOver();
    expect(shown(bench, 3)).toEqual([9, "未清"]);
    bench.call("importClose", { batch });
    expect(shown(bench, 3)).toEqual([6, "部分核销"]);
    expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
  });
});
