import { type Call, runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { CUSTOMERS, findColumns, ITEMS, likeliestMapping, type RawTable } from "../../core/index.ts";
import type { Bench } from "../addon/bundle.ts";
import { RunningBench } from "../addon/running-bench.ts";
import { sampleLedger } from "../addon/sidebar/sample.ts";

export type LedgerName = "none" | "empty" | "sample" | "busy" | "waiting" | "abroad";

/** The workbooks that scenes are played on, each made once and copied for a scene. */
export async function ledgersIn(language: "zh" | "en"): Promise<Record<LedgerName, Bench>> {
  const empty = new RunningBench();
  empty.call("setup", { language });
  const { bench: sample } = sampleLedger(language, new RunningBench());
  return {
    none: withOwnTab(new RunningBench(), language),
    empty,
    sample,
    busy: await busy(sample.copy(), language),
    waiting: waiting(sample.copy(), language),
    abroad: abroad(sample.copy()),
  };
}

/** A table of the firm's own: what it calls its columns, a slip of the pen, and a total of its own. */
export function ownTable(language: "zh" | "en"): RawTable {
  const [name, head, customers] =
    language === "zh"
      ? [
          "十月应收",
          ["客户名称", "单据日期", "单据编号", "应收金额"],
          ["深圳市鸿运达电子科技有限公司", "广州恒通贸易有限公司"],
        ]
      : ["October", ["Customer", "Date", "Invoice no.", "Amount"], ["Northgate Hardware", "Meridian Foods"]];
  const rows = [
    [customers[0] ?? "", "2026-09-03", "A-101", 12_000],
    [customers[0] ?? "", "2026-10-08", "A-102", 3450.5],
    [customers[1] ?? "", "2026-10-11", "A-103", 8_800],
    [customers[1] ?? "", "2026-02-30", "A-104", 950],
  ];
  return { name: String(name), rows: [[...head], ...rows] };
}

function withOwnTab(bench: Bench, language: "zh" | "en"): Bench {
  const { name, rows } = ownTable(language);
  bench.workbook.apply({ do: "addTab", tab: "own", name, at: 1, rows: 100, cols: 10 });
  bench.workbook.apply({ do: "set", tab: "own", row: 1, col: 1, cells: rows.map((row) => [...row]) });
  return bench;
}

/** Work that was left lying about: an import cut short, one that is done, typed rows, unidentified money. */
async function busy(bench: Bench, language: "zh" | "en"): Promise<Bench> {
  const call: Call = async <N extends CallName>(name: N, input: Input<N>) =>
    bench.call<Output<N>>(name, input);
  const table = ownTable(language);
  const mapping = likeliestMapping(table, "CNY")?.mapping;
  if (!mapping) throw new Error("the table of the scenes has no headings");
  await runImport(call, { table, mapping, action: "scene-import-1" });
  bench.call("importOpen", {
    ...{ action: "scene-import-2", source: language === "zh" ? "旧账 2025" : "Old ledger 2025" },
    ...{ sourceHash: "00", rows: 2400, amounts: [{ currency: "CNY", amount: 61_500_000 }], layout: "00" },
  });
  bench.call("addReceipt", {
    action: "scene-receipt-1",
    receipt: {
      ...{ date: "2026-11-18", amount: 1_280_000, method: "transfer", bankReference: "ICBC-20417" },
      ...{
        payerName: language === "zh" ? "东莞市长安镇某某五金店（个体工商户）" : "Changan Hardware Shop",
        note: "A-103",
      },
    },
  });
  typeRows(bench, language);
  return bench;
}

/** What waits for somebody to decide: terms and limits typed beside customers; and users who may. */
function waiting(bench: Bench, language: "zh" | "en"): Bench {
  const [first, second, third] =
    language === "zh" ? ["王芳", "李强", "陈静"] : ["Fang Wang", "Qiang Li", "Jing Chen"];
  const team = language === "zh" ? "财务" : "Finance";
  const users = [
    { name: first, role: "controller", team },
    { name: second, role: "clerk", team },
    { name: third, role: "sales" },
  ];
  for (const [i, user] of users.entries()) bench.call("addUser", { action: `scene-user-${i}`, user });
  bench.call("removeUser", { action: "scene-user-retired", name: third });
  typeBeside(bench, language, "K001", { terms: language === "zh" ? "月结60天" : "Net 60", limit: 250_000 });
  typeBeside(bench, language, "K003", { limit: 800_000 });
  bench.call("takeOver", { action: "scene-take-over" });
  return bench;
}

/** A customer who owes in two currencies and pays for an outlet, and dollars of nobody known. */
function abroad(bench: Bench): Bench {
  const customer = { code: "K007", name: "Pacific Lighting Imports LLC" };
  const { id } = bench.call<{ id: string }>("addCustomer", { action: "scene-abroad-1", customer });
  const outlet = { code: "K008", name: "Pacific Lighting Outlet", payerCode: "K007", currency: "USD" };
  bench.call("addCustomer", { action: "scene-abroad-2", customer: outlet });
  const items = [
    { number: "US-1", date: "2026-08-03", due: "2026-09-02", currency: "USD", amount: 500_000 },
    { number: "US-2", date: "2026-09-07", due: "2026-10-07", currency: "USD", amount: 1_240_000 },
    { number: "CN-1", date: "2026-09-09", due: "2026-10-09", currency: "CNY", amount: 86_000 },
  ];
  for (const [i, item] of items.entries())
    bench.call("addItem", { action: `scene-abroad-i${i}`, item: { customer: id, kind: "invoice", ...item } });
  const paid = { date: "2026-11-19", amount: 640_000, currency: "USD", method: "transfer" };
  const receipt = { ...paid, payerName: "PACIFIC LIGHTING", bankReference: "BOC-7731" };
  bench.call("addReceipt", { action: "scene-abroad-r1", receipt });
  return bench;
}

/** Types cells of a known customer's row, by the columns' keys. */
export function typeBeside(
  bench: Bench,
  language: "zh" | "en",
  code: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const name = CUSTOMERS.name[language];
  const cells = bench.cells(name);
  const places = findColumns(CUSTOMERS.columns, (cells[0] ?? []).map(String));
  const row = cells.findIndex((each) => each[places.get("code") ?? 0] === code) + 1;
  for (const [key, value] of Object.entries(values))
    bench.type(name, row, (places.get(key) ?? 0) + 1, [[value]]);
}

/** One row that can be taken over, and one with a day that does not exist. */
function typeRows(bench: Bench, language: "zh" | "en"): void {
  const name = ITEMS.name[language];
  const cells = bench.cells(name);
  const places = findColumns(ITEMS.columns, (cells[0] ?? []).map(String));
  const used = cells.filter((row) => row.some((cell) => cell !== "" && cell !== null)).length;
  const rows = [
    {
      customer: "K002",
      kind: language === "zh" ? "应收单" : "Invoice",
      number: "T-301",
      date: "2026-11-02",
      amount: 1_500,
    },
    {
      customer: "K002",
      kind: language === "zh" ? "应收单" : "Invoice",
      number: "T-302",
      date: "2026-11-31",
      amount: 700,
    },
  ];
  for (const [down, row] of rows.entries())
    for (const [key, value] of Object.entries(row))
      bench.type(name, used + 1 + down, (places.get(key) ?? 0) + 1, [[value]]);
}
