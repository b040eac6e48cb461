import { expect, it } from "vitest";
import type { ImportReport } from "../../addon/importing/import-report.ts";
import { runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { proposeMapping, type RawTable } from "../../core/index.ts";
import { QuickBench } from "./quick-bench.ts";

/** Four chunks of three rows, in each of them something that cannot be taken, and one row that is known. */
const table: RawTable = {
  name: "旧账.csv",
  rows: [
    ["客户名称", "单号", "单据日期", "金额"],
    ["鸿运达", "A-1", "2026-01-05", 100],
    ["鸿运**", "A-2", "2026-01-05", 100],
    ["鸿运达", "A-3", "2026-01-05", 100],
    ["鸿运达", "A-1", "2026-01-05", 70],
    ["鸿运达", "A-5", "2026-01-05", 100],
    ["新客户", "A-6", "2026-01-05", 100],
    ["新客户", "A-7", "2026-01-05", "500+300"],
    ["鸿运达", "OLD", "2026-01-02", 50],
    ["甲**", "A-9", "2026-01-05", 100],
    ["新客户", "A-10", "2026-01-05", 100],
    ["新客户", "A-6", "2026-01-06", 100],
    ["鸿运达", "A-12", "2026-01-05", 100],
    ["鸿运达", "A-13", "2026-01-05", 100],
  ],
};
const CALLS = 6;

const ANSWERS = ["before it runs", "after it ran, the answer lost"] as const;
const stops = Array.from({ length: CALLS }, (_, at) => ANSWERS.map((when) => ({ at, when }))).flat();

it.each(stops)("an import that stopped at call $at $when tells all when it is carried on", async (stop) => {
  const whole = await carriedOut(ledger());
  expect(whole).toMatchObject({ rowsRead: 13, rowsTaken: 7, rowsKnown: 1, rowsListed: 6 });
  expect(whole.problems).toHaveLength(5);
  const bench = ledger();
  await expect(carriedOut(bench, stop)).rejects.toThrow("stopped");
  const { batch: _, ...told } = await carriedOut(bench);
  const isClosed = stop.at === CALLS - 1 && stop.when !== ANSWERS[0];
  const { batch: __, ...wanted } = whole;
  // Where the close had been carried out the file comes a second time: the same is listed, the rest is known.
  expect(told).toMatchObject(isClosed ? { rowsTaken: 0, rowsKnown: 8, problems: whole.problems } : wanted);
});

interface Stop {
  readonly at: number;
  readonly when: (typeof ANSWERS)[number];
}

async function carriedOut(bench: QuickBench, stop?: Stop): Promise<ImportReport> {
  const mapping = proposeMapping(table, { kind: "items", currency: "CNY" })?.mapping;
  if (!mapping) throw new Error("no headings");
  let calls = 0;
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const isStopped = calls++ === stop?.at;
    if (isStopped && stop?.when === ANSWERS[0]) throw new Error("stopped");
    const value = bench.call<Output<N>>(name, input);
    if (isStopped) throw new Error("stopped");
    return value;
  };
  return runImport(call, { table, mapping, action: `import-${stop?.at}`, chunkRows: 3 });
}

function ledger(): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  const customer = { code: "H", name: "鸿运达" };
  const { id } = bench.call<{ id: string }>("addCustomer", { action: "action-h", customer });
  const item = { customer: id, kind: "invoice", number: "OLD", date: "2026-01-02", amount: 5_000 };
  bench.call("addItem", { action: "action-old", item });
  return bench;
}
