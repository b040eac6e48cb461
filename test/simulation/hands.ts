import { applyFollowed } from "../../addon/local/google/formula-refs.ts";
import type { Cell } from "../../addon/local/ops.ts";
import type { QuickBench } from "../addon/quick-bench.ts";
import { accountsOf } from "./invariants.ts";
import type { Random } from "./random.ts";

const TABS = ["客户", "应收明细", "收款"];
const KINDS = ["贷项通知单", "应收单", "退货", "送货单"];

interface Hands {
  readonly bench: QuickBench;
  readonly random: Random;
  readonly n: number;
}

const ACTS = [
  ...[typeItem, typeItem, typeReceipt, typeCustomer, typeNote, typeAmount, typeMachine],
  ...[typeWish, typeWish, typeDecision],
  ...[typeNonsense, clearCell, renameCustomer, typeDate, typeKind, pasteRows],
  ...[moveRecord, moveRecord, deleteRow, sortRows, copyRow, insertBlank, insertOwnColumn, moveColumn],
];

/** Something that a person does in the tabs, and what it was. */
export function randomHands(hands: Hands): string {
  const act = hands.random.of(ACTS) ?? typeItem;
  act(hands);
  return act.name;
}

function typeItem({ bench, random, n }: Hands): void {
  const amount = random.isLikely(50) ? 1 + random.below(900) : "1,234.50";
  const kind: Record<string, string> = random.isLikely(20) ? { 类型: random.of(KINDS) ?? "应收单" } : {};
  const values = {
    单号: `T-${n}`,
    客户编码: customerIn(bench, random),
    单据日期: random.day(),
    金额: amount,
  };
  typeRow(bench, "应收明细", { ...values, ...kind });
}

function typeReceipt({ bench, random }: Hands): void {
  const values = {
    收款日期: random.day(),
    客户编码: customerIn(bench, random),
    方式: "转账",
    金额: 1 + random.below(500),
  };
  typeRow(bench, "收款", values);
}

function typeCustomer({ bench, n }: Hands): void {
  typeRow(bench, "客户", { 编码: `T${n}`, 客户名称: `手工客户${n}` });
}

/** A limit or terms beside a customer: a wish. */
function typeWish({ bench, random, n }: Hands): void {
  const row = rowIn(bench, "客户", random);
  const [name, value] = random.of([
    ["信用额度", 100 + n] as const,
    ["付款条件", `${10 + (n % 80)}天`] as const,
    ["额度类型", "不赊账"] as const,
    ["付款条件", ""] as const,
  ]) ?? ["信用额度", 1];
  typeCell(bench, { tab: "客户", row, name, value });
}

/** A decision typed past the code: put back. */
function typeDecision({ bench, random }: Hands): void {
  const row = rowIn(bench, "审批", random);
  typeCell(bench, { tab: "审批", row, name: "状态", value: "已批准" });
}

function typeNote({ bench, random, n }: Hands): void {
  const tab = random.of(TABS) ?? "客户";
  typeCell(bench, { tab, row: rowIn(bench, tab, random), name: "备注", value: `=备注 ${n}` });
}

function typeAmount({ bench, random }: Hands): void {
  const row = rowIn(bench, "应收明细", random);
  typeCell(bench, { tab: "应收明细", row, name: "金额", value: 1 + random.below(2_000) });
}

function typeMachine({ bench, random }: Hands): void {
  const row = rowIn(bench, "应收明细", random);
  typeCell(bench, { tab: "应收明细", row, name: "未清金额", value: 7 });
}

/** A document or a receipt is given to another customer. */
function moveRecord({ bench, random }: Hands): void {
  const tab = random.of(["应收明细", "收款"]) ?? "收款";
  const row = rowIn(bench, tab, random);
  typeCell(bench, { tab, row, name: "客户编码", value: customerIn(bench, random) });
}

/** What nobody can read as an amount: listed, and never counted. */
function typeNonsense({ bench, random }: Hands): void {
  const tab = random.of(["应收明细", "收款"]) ?? "收款";
  const value = random.of(["500+300", "1.2万", "#REF!", "约 300", "2026-02-30"]) ?? "?";
  typeCell(bench, {
    tab,
    row: rowIn(bench, tab, random),
    name: random.isLikely(50) ? "金额" : "到期日",
    value,
  });
}

function clearCell({ bench, random }: Hands): void {
  const tab = random.of(TABS) ?? "客户";
  const name = random.of(["单号", "金额", "客户编码", "收款日期", "银行流水号", "客户名称"]) ?? "金额";
  typeCell(bench, { tab, row: rowIn(bench, tab, random), name, value: "" });
}

function renameCustomer({ bench, random, n }: Hands): void {
  typeCell(bench, { tab: "客户", row: rowIn(bench, "客户", random), name: "客户名称", value: `改名${n}` });
}

function typeDate({ bench, random }: Hands): void {
  const at = random.of([
    { tab: "应收明细", name: "单据日期" },
    { tab: "应收明细", name: "到期日" },
    { tab: "收款", name: "收款日期" },
  ]);
  if (at) typeCell(bench, { ...at, row: rowIn(bench, at.tab, random), value: random.day() });
}

function typeKind({ bench, random }: Hands): void {
  const value = random.of(KINDS) ?? "应收单";
  typeCell(bench, { tab: "应收明细", row: rowIn(bench, "应收明细", random), name: "类型", value });
}

/** Some rows at once, below what is there: two that are equal, one of a customer nobody knows. */
function pasteRows(hands: Hands): void {
  const { bench, random, n } = hands;
  const values = { 单号: `P-${n}`, 客户编码: customerIn(bench, random), 单据日期: random.day(), 金额: 250 };
  typeRow(bench, "应收明细", values);
  typeRow(bench, "应收明细", values);
  typeRow(bench, "应收明细", { ...values, 客户编码: "nobody", 单号: `Q-${n}` });
}

/** A column goes elsewhere, with its heading and format. */
function moveColumn({ bench, random }: Hands): void {
  const tab = bench.tab(random.of(TABS) ?? "客户");
  const [col, before] = [2 + random.below(8), 2 + random.below(8)];
  applyFollowed(bench.workbook, { do: "moveCols", tab: tab.id, col, before });
}

function deleteRow({ bench, random }: Hands): void {
  const name = random.of(TABS) ?? "客户";
  const row = rowIn(bench, name, random);
  if (row > 1) applyFollowed(bench.workbook, { do: "removeRows", tab: bench.tab(name).id, row, count: 1 });
}

function sortRows({ bench, random }: Hands): void {
  const tab = bench.tab(random.of([...TABS, "核销"]) ?? "客户");
  const filled = rowsIn(tab.cells);
  const [, ...rows] = tab.cells.slice(0, filled).map((row) => [...row]);
  const by = random.below(12);
  rows.sort((a, b) => String(a[by] ?? "").localeCompare(String(b[by] ?? "")));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, i): Cell => row[i] ?? ""));
  if (cells.length > 0) bench.workbook.apply({ do: "set", tab: tab.id, row: 2, col: 1, cells });
}

function copyRow({ bench, random }: Hands): void {
  const tab = bench.tab(random.of(["应收明细", "收款"]) ?? "收款");
  const row = rowIn(bench, tab.name, random);
  const cells = (tab.cells[row - 1] ?? []).map((cell) => (typeof cell === "object" ? cell.v : cell));
  if (row > 1) bench.type(tab.name, rowsIn(tab.cells) + 1, 1, [cells]);
}

function insertBlank({ bench, random }: Hands): void {
  const tab = bench.tab(random.of(TABS) ?? "客户");
  const row = 2 + random.below(Math.max(1, rowsIn(tab.cells) - 1));
  applyFollowed(bench.workbook, { do: "insertRows", tab: tab.id, row, count: 1 });
}

/** A column of the firm's own, in the midst of ours; three at most. */
function insertOwnColumn({ bench, random, n }: Hands): void {
  const tab = bench.tab(random.of(TABS) ?? "客户");
  if (tab.cols > 28) return;
  const col = 1 + random.below(10);
  applyFollowed(bench.workbook, { do: "insertCols", tab: tab.id, col, count: 1 });
  bench.type(tab.name, 1, col, [[`自用${n}`]]);
}

function typeRow(bench: QuickBench, tab: string, values: Record<string, string | number>): void {
  const row = rowsIn(bench.tab(tab).cells) + 1;
  for (const [name, value] of Object.entries(values)) typeCell(bench, { tab, row, name, value });
}

function typeCell(
  bench: QuickBench,
  at: { tab: string; row: number; name: string; value: string | number },
): void {
  const headings = bench.tab(at.tab).cells[0] ?? [];
  const col = headings.findIndex((heading) => String(heading).startsWith(at.name)) + 1;
  if (at.row > 1 && col > 0) bench.type(at.tab, at.row, col, [[at.value]]);
}

/** A customer as people write one: by code, in small letters, by name. */
function customerIn(bench: QuickBench, random: Random): string {
  const known = accountsOf(bench).filter(({ customer }) => customer.id !== "?");
  const { code, name } = random.of(known)?.customer ?? { code: "K0", name: "K0" };
  return random.of([code, code, code.toLowerCase(), name]) ?? code;
}

/** A filled row below the heading, 1 where there is none. */
function rowIn(bench: QuickBench, tab: string, random: Random): number {
  const filled = rowsIn(bench.tab(tab).cells);
  return filled < 2 ? 1 : 2 + random.below(filled - 1);
}

function rowsIn(cells: readonly Cell[][]): number {
  let filled = cells.length;
  while (filled > 0 && !cells[filled - 1]?.some((cell) => cell !== "" && cell !== undefined)) filled -= 1;
  return filled;
}
