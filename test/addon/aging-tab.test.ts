import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

function owing() {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "XS-1", "2026-01-15", 100_000, { due: "2026-02-14" });
  bench.item(customer, "XS-2", "2026-03-01", 5_050, { due: "2026-03-31" });
  const other = bench.customer("=K2", "+恶意公式");
  bench.item(other, "XS-3", "2026-03-01", 700, { due: "2026-03-20" });
  return { bench, customer };
}

const WRITE = { asOf: "2026-03-20" };

describe("the aging report as a tab", () => {
  it("says as of when, by what, and each customer's sums: current + buckets + unapplied = balance", () => {
    const { bench } = owing();
    expect(bench.call("writeAging", WRITE)).toEqual({ tab: "账龄表", rows: 2 });
    const [about, headings, ...rows] = bench.cells("账龄表");
    expect(about?.slice(0, 3)).toEqual(["截止日", "2026-03-20", "按 到期日"]);
    expect(headings?.slice(0, 7)).toEqual([
      "客户编码",
      "客户名称",
      "币种",
      "余额",
      "未到期",
      "逾期 1–30 天",
      "逾期 31–60 天",
    ]);
    const own = rows.find((row) => row[0] === "K001");
    expect(own?.slice(2, 7)).toEqual(["CNY", 1050.5, 50.5, 0, 1000]);
    expect(rows.find((row) => row[1] === "合计")?.slice(3, 5)).toEqual([1057.5, 57.5]);
  });

  it("names what its rows are of, and has codes only where rows have some", () => {
    const { bench, customer } = owing();
    bench.customer("K3", "另一家", { salesperson: "王芳", payerCode: "K001" });
    bench.item(bench.customer("K4", "又一家", { salesperson: "王芳" }), "XS-4", "2026-03-01", 100);
    bench.receipt(300, "2026-03-02", { customer });
    bench.receipt(900, "2026-03-02");
    const headings = (by: string) => {
      bench.call("writeAging", { ...WRITE, by });
      return bench.cells("账龄表")[1]?.slice(0, 3);
    };
    expect(headings("payer")).toEqual(["客户编码", "付款单位", "币种"]);
    expect(headings("salesperson")).toEqual(["业务员", "币种", "余额"]);
    const names = bench
      .cells("账龄表")
      .slice(2)
      .map((row) => row[0]);
    expect(names.filter((name) => name !== "").sort()).toEqual(
      ["不明来款", "合计", "无业务员", "王芳"].sort(),
    );
  });

  it("says those without a salesperson and money of nobody in words, never as an empty name", () => {
    const { bench } = owing();
    bench.receipt(900, "2026-03-02");
    const lines = bench.call<Output<"aging">>("aging", { ...WRITE, by: "salesperson" }).customers;
    expect(lines.map(({ id, code, name }) => [id, code, name])).toEqual([
      ["", "", "无业务员"],
      ["?", "", "不明来款"],
    ]);
  });

  it("is written over, and leaves no row of the one before", () => {
    const { bench, customer } = owing();
    bench.call("writeAging", WRITE);
    const before = bench.cells("账龄表").filter((row) => row.some((cell) => cell !== "")).length;
    bench.receipt(105_050, "2026-03-02", { customer });
    bench.call("writeAging", WRITE);
    const after = bench.cells("账龄表").filter((row) => row.some((cell) => cell !== "")).length;
    expect([before, after]).toEqual([5, 4]);
  });

  it("writes names that look like formulas as text", () => {
    const { bench } = owing();
    bench.call("writeAging", WRITE);
    const row = bench.cells("账龄表").find((cells) => cells[1] === "+恶意公式");
    expect(row?.[0]).toBe("=K2");
  });

  it("does not touch somebody's own tab of that name", () => {
    const { bench } = owing();
    bench.workbook.apply({ do: "addTab", tab: "own", name: "账龄表", at: 0, rows: 10, cols: 5 });
    bench.type("账龄表", 1, 1, [["我的表"]]);
    const { reply } = bench.run("writeAging", WRITE);
    expect(reply).toMatchObject({ ok: false, why: "tabTaken" });
    expect(bench.cells("账龄表")[0]?.[0]).toBe("我的表");
  });

  it("takes as many calls for many customers as for a few", () => {
    const { bench } = owing();
    const first = bench.run("writeAging", WRITE).run.counts.calls;
    for (let i = 0; i < 40; i += 1) {
      const id = bench.customer(`C${i}`, `客户${i}`);
      bench.item(id, `N-${i}`, "2026-01-01", 100, { due: "2026-02-01" });
    }
    bench.call("writeAging", WRITE);
    const again = bench.run("writeAging", WRITE).run.counts.calls;
    expect(again).toBeLessThanOrEqual(first);
    expect(first).toBeLessThanOrEqual(24);
  });
});

describe("a tab that is to be seen", () => {
  const shown = (bench: TypedBench) =>
    bench.workbook.tabs.find(({ id }) => id === bench.world.selection?.tab)?.name;

  it("is brought before the person's eyes", () => {
    const { bench } = owing();
    bench.call("writeAging", WRITE);
    bench.call("showTab", { tab: "账龄表" });
    expect(shown(bench)).toBe("账龄表");
  });

  it("is none that is missing, and none of the add-on's own", () => {
    const { bench } = owing();
    bench.call("showTab", { tab: "客户" });
    for (const tab of ["账龄表", "_journal", "_state", "_accounts", ""])
      expect(bench.run("showTab", { tab }).reply).toMatchObject({ ok: false, why: "tabMissing" });
    expect(shown(bench)).toBe("客户");
  });
});
