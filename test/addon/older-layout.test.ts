import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

const NEW_COLUMNS = ["客户类别", "额度到期日", "信用冻结", "信用等级", "上次提醒"];

/** A ledger as the first version made it: without the tabs and columns that came since, and a column of the firm's own. */
function older(): { bench: TypedBench; customer: string } {
  const { bench, customer } = TypedBench.withCustomer({ limitType: "amount", limit: 100_000 });
  bench.item(customer, "A1", "2026-05-01", 40_000);
  for (const name of ["审批", "催收记录"]) bench.workbook.apply({ do: "removeTab", tab: bench.tab(name).id });
  const { id: tab } = bench.tab("客户");
  for (const heading of NEW_COLUMNS)
    bench.workbook.apply({ do: "removeCols", tab, col: bench.column("客户", heading), count: 1 });
  const last = (bench.cells("客户")[0] ?? []).filter((cell) => cell !== "").length;
  bench.type("客户", 1, last + 1, [["自用"], ["红"]]);
  const state = bench.tab("_state");
  const identity = JSON.parse(String(bench.cells("_state")[0]?.[1]));
  const left = JSON.parse((bench.cells("_state")[1] ?? []).slice(1).map(String).join(""));
  const { waiting: _, ...book } = left.book;
  const set = (row: number, col: number, cells: string[][]) =>
    bench.workbook.apply({ do: "set", tab: state.id, row, col, cells });
  set(1, 2, [[JSON.stringify({ ...identity, layout: 1 })]]);
  set(2, 2, [[JSON.stringify({ ...left, book })]]);
  set(13, 1, [Array<string>(9).fill(""), Array<string>(9).fill("")]);
  return { bench, customer };
}

describe("a ledger of the first version", () => {
  it.each(["read", "write"])(
    "gets what came since with the first %s, and nothing of its own is touched",
    (first) => {
      const { bench, customer } = older();
      if (first === "read") bench.call("today", {});
      bench.call("hold", { action: bench.action(), customer, kind: "hold", reason: "缺签收单" });
      expect(bench.cell("客户", 2, "信用冻结")).toBe("冻结");
      expect(bench.cell("客户", 2, "自用")).toBe("红");
      bench.call("requestApproval", {
        action: bench.action(),
        customer,
        subject: { kind: "grade", grade: "B" },
      });
      bench.decideAll();
      expect(bench.cell("审批", 2, "状态")).toBe("已批准");
      expect(bench.checkUp()).toMatchObject({ sound: true, toTake: 0, problems: [] });
    },
  );

  it("that is killed on the way is brought up to date by the next call", () => {
    const { bench } = older();
    const { calls } = bench.copy().run("today", {}).run.counts;
    for (let at = 1; at <= calls; at += process.env.DEEP === undefined ? 5 : 1) {
      const copy = bench.copy();
      copy.runKilled("today", {}, { at, mode: "before" });
      expect(copy.run("today", {}).reply, `killed before call ${at}`).toMatchObject({ ok: true });
      expect(copy.call("check", {}), `killed before call ${at}`).toMatchObject({ sound: true, problems: [] });
    }
  });
});
