import { applyFollowed } from "../../addon/local/google/formula-refs.ts";
import type { Bench } from "./bundle.ts";
import { QuickBench } from "./quick-bench.ts";

/** A writing call on a ledger that is ready for it. */
export interface Scene {
  readonly what: string;
  readonly bench: QuickBench;
  readonly name: string;
  readonly input: object;
}

interface Booked {
  readonly id: string;
}

export const ACTION = "try-0001";

/** Short tabs, that are quick to read: one customer, three invoices, a draft that settled the first of them, and money not put on anything. */
function smallLedger(): { bench: QuickBench; customer: string; draft: string; items: string[] } {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  for (const { id: tab, name } of bench.workbook.tabs)
    if (name !== "_state") bench.workbook.apply({ do: "removeRows", tab, row: 41, count: 960 });
  const customer = bench.call<Booked>("addCustomer", {
    action: "action-c1",
    customer: { code: "K001", name: "深圳市鸿运达", terms: { kind: "net", days: 30 } },
  }).id;
  const items = [100_000, 250_000, 75_050].map((amount, i) => {
    const item = { customer, kind: "invoice", number: `INV-${i}`, date: `2026-0${i + 1}-15`, amount };
    return bench.call<Booked>("addItem", { action: `action-i${i}`, item }).id;
  });
  const paid = { customer, date: "2026-03-01", amount: 120_000, method: "bankDraft" };
  const receipt = { ...paid, draft: { maturity: "2026-09-01", state: "held" } };
  const draft = bench.call<Booked>("addReceipt", { action: "action-r0", receipt }).id;
  return { bench, customer, draft, items };
}

const ledger = smallLedger();
export const { customer, draft, items } = ledger;

export function scene(
  what: string,
  name: string,
  input: object,
  prepare = (_bench: QuickBench): void => {},
): Scene {
  const bench = ledger.bench.copy();
  prepare(bench);
  return { what, bench, name, input };
}

function receipt(more: object, amount = 20_000): object {
  return { action: ACTION, receipt: { date: "2026-05-05", amount, method: "transfer", ...more } };
}

function monthsOf(...months: string[]): object[] {
  return months.map((month) => ({ customer, from: `2026-${month}-01`, to: `2026-${month}-28` }));
}

function closed(bench: QuickBench): void {
  bench.call("closePeriod", { action: "action-p1", through: "2026-01-31" });
}

/** Every call by which the books are written, as a form would send it. */
export function bookingScenes(): Scene[] {
  const item = { customer, kind: "invoice", number: "INV-9", date: "2026-04-01", amount: 5_000 };
  const terms = {
    kind: "split",
    parts: [0, 60].map((days) => ({ weight: 50, terms: { kind: "net", days } })),
  };
  const held = { maturity: "2026-11-05", state: "held", number: "B-1" };
  return [
    scene("addCustomer", "addCustomer", { action: ACTION, customer: { code: "K002", name: "广州恒通" } }),
    scene("addItem", "addItem", { action: ACTION, item: { ...item, terms } }),
    scene("addItem, a credit note", "addItem", { action: ACTION, item: { ...item, kind: "creditNote" } }),
    scene("addReceipt, 抹零", "addReceipt", receipt({ customer, settleDifference: "smallAmount" }, 305_000)),
    scene("addReceipt, designated", "addReceipt", receipt({ customer, items: [items[2], items[1]] }, 90_000)),
    scene("addReceipt, a draft", "addReceipt", receipt({ customer, method: "bankDraft", draft: held })),
    scene("addReceipt, a refund", "addReceipt", receipt({ customer }, -2_000)),
    scene("addReceipt, unidentified", "addReceipt", receipt({})),
    scene("addReceipt, unidentified again", "addReceipt", receipt({}), (bench) => {
      bench.call("addReceipt", { ...receipt({}, 5_000), action: "action-r1" });
    }),
    scene("apply", "apply", { action: ACTION, customer }, (bench) => {
      bench.call("addReceipt", { ...receipt({ customer }, 900_000), action: "action-r1" });
      bench.call("addItem", { action: "action-i8", item: { ...item, number: "INV-8" } });
      bench.call("addItem", { action: "action-i9", item });
    }),
    scene("dishonour", "dishonour", { action: ACTION, customer, receipt: draft, date: "2026-09-03" }),
    scene("markDraft", "markDraft", { action: ACTION, customer, receipt: draft, state: "discounted" }),
    scene(
      "changeUser",
      "changeUser",
      { action: ACTION, user: { name: "王芳", role: "approver" } },
      (bench) => {
        bench.call("addUser", { action: "action-u1", user: { name: "王芳", role: "controller" } });
      },
    ),
    scene("undo", "undo", { action: ACTION, of: "action-r0" }),
    scene("makeStatements, one", "makeStatements", { asks: monthsOf("02") }, (bench) => bench.nameFirm()),
    scene("makeStatements, two periods", "makeStatements", { asks: monthsOf("01", "02") }, (bench) =>
      bench.nameFirm(),
    ),
    scene("saveSettings", "saveSettings", {
      action: ACTION,
      settings: { firm: { name: "广州早茶有限公司" } },
    }),
    scene("savePolicy", "savePolicy", {
      action: ACTION,
      policy: { bucketEdges: [15, 45], smallAmount: 500 },
    }),
    scene("closePeriod", "closePeriod", { action: ACTION, through: "2026-01-31" }),
    scene("closePeriod, further", "closePeriod", { action: ACTION, through: "2026-02-28" }, closed),
    scene(
      "reopenPeriod, from a day on",
      "reopenPeriod",
      { action: ACTION, through: "2025-12-31", reason: "补记一张漏开的发票" },
      closed,
    ),
    scene("reopenPeriod, wholly", "reopenPeriod", { action: ACTION, reason: "关账日填错了" }, closed),
  ];
}

const opening = {
  action: "action-b1",
  source: "台账.xlsx",
  sourceHash: "h1",
  rows: 5,
  amounts: [],
  layout: "l",
};
const ROWS = Array.from({ length: 5 }, (_, i) => ({
  row: i + 2,
  occurrence: 1,
  currency: "CNY",
  customerName: i < 3 ? "深圳市鸿运达" : `新客户${i}`,
  date: `2026-05-0${i + 1}`,
  amount: 40_000 + i,
}));

function chunk(batch: string, kind: "items" | "receipts"): object {
  const own = (i: number) =>
    kind === "items" ? { number: `E-${i}`, settledAmount: i * 10_000 } : { bankReference: `BANK-${i}` };
  return { batch, kind, from: 0, rows: ROWS.map((row, i) => ({ ...row, ...own(i) })) };
}

/** Each step of an import, and taking it back. */
export function importScenes(): Scene[] {
  const steps = importSteps();
  const { bench: opened, input: close } = steps[2] ?? steps[0] ?? fail();
  const closed = opened.copy();
  closed.call("importClose", close);
  const undoBatch = { what: "undoBatch", bench: closed, name: "undoBatch" };
  const undoOpen = { what: "undoBatch, still open", bench: opened, name: "undoBatch" };
  const input = { action: ACTION, ...close };
  const whole = [
    { ...undoBatch, input },
    { ...undoOpen, input },
  ];
  return [...steps, ...whole, oneRowOf(closed), ...movedRows(steps[1] ?? fail())];
}

/** A row of an import that is still open goes to another customer, and stays the import's. */
function movedRows({ bench: opened, input }: Scene): Scene[] {
  return [
    { kind: "items", tab: "应收明细", row: "E-0" },
    { kind: "receipts", tab: "收款", row: "BANK-4" },
  ].map(({ kind, tab, row }) => {
    const bench = opened.copy();
    bench.call("importChunk", kind === "items" ? input : { ...input, ...chunk(batchIn(input), "receipts") });
    bench.call("addCustomer", { action: "action-c9", customer: { code: "K009", name: "佛山新合" } });
    const at = bench.tab(tab).cells.findIndex((cells) => cells.includes(row));
    typeIn(bench, tab, at + 1, { 客户编码: "K009" });
    return {
      what: `takeOver, ${kind} of an open import`,
      bench,
      name: "takeOver",
      input: { action: ACTION },
    };
  });
}

function batchIn(input: object): string {
  return "batch" in input ? String(input.batch) : fail();
}

/** One of the receipts that the import brought, with what it had settled. */
function oneRowOf(bench: QuickBench): Scene {
  const { timeline } = bench.call<{ timeline: { id: string; batch?: string }[] }>("customer", {
    id: customer,
  });
  const record = timeline.find(({ batch }) => batch !== undefined)?.id ?? fail();
  const input = { action: ACTION, customer, record };
  return { what: "voidImportedRow", bench: bench.copy(), name: "voidImportedRow", input };
}

function importSteps(): Scene[] {
  const opened = ledger.bench.copy();
  const { batch } = opened.call<{ batch: string }>("importOpen", opening);
  const filled = opened.copy();
  filled.call("importChunk", chunk(batch, "receipts"));
  return [
    { what: "importOpen", bench: ledger.bench.copy(), name: "importOpen", input: opening },
    { what: "importChunk, items", bench: opened, name: "importChunk", input: chunk(batch, "items") },
    { what: "importClose", bench: filled, name: "importClose", input: { batch } },
    { what: "importChunk, receipts", bench: opened, name: "importChunk", input: chunk(batch, "receipts") },
  ];
}

/** A receipt of nobody is given to its customer, and taken from it again. */
export function identifyScenes(): Scene[] {
  const nobody = ledger.bench.copy();
  const { id } = nobody.call<Booked>("addReceipt", { ...receipt({}), action: "action-r1" });
  const input = { action: ACTION, receipt: id, customer };
  const found = nobody.copy();
  found.call("identify", { ...input, action: "action-f1" });
  const undo = { action: ACTION, of: "action-f1" };
  return [
    { what: "identify", bench: nobody, name: "identify", input },
    { what: "undo of identify", bench: found, name: "undo", input: undo },
  ];
}

/** Documents whose due dates wait for an event that another document brings. */
export function clockScenes(): Scene[] {
  const item = { customer, kind: "invoice", amount: 5_000 };
  const waiting = (kind: string) => (bench: QuickBench) => {
    const terms = { kind, ...(kind === "nextDelivery" ? {} : { days: 30 }) };
    const dated = { ...item, number: "W-1", date: "2026-04-01", terms };
    bench.call("addItem", { action: "action-w1", item: dated });
  };
  const next = { ...item, number: "W-2", date: "2026-05-01" };
  return [
    scene("addItem, the next delivery", "addItem", { action: ACTION, item: next }, waiting("nextDelivery")),
    scene("takeOver, a received tax invoice", "takeOver", { action: ACTION }, (bench) => {
      waiting("afterTaxInvoice")(bench);
      const dated = { 开票日期: "2026-04-30", 客户签收日: "2026-05-05" };
      typeIn(bench, "发票", 2, {
        发票号码: "F-1",
        客户编码: "K001",
        ...dated,
        价税合计: 50,
        对应单号: "W-1",
      });
      typeIn(bench, "订单", 2, { 订单号: "SO-1", 客户编码: "K001", 日期: "2026-05-06", 金额: 900 });
      typeIn(bench, "用户", 2, { 姓名: "王芳", 角色: "会计" });
    }),
    scene("takeOver, a confirmed statement", "takeOver", { action: ACTION }, (bench) => {
      waiting("afterStatement")(bench);
      bench.nameFirm();
      bench.call("makeStatements", { asks: monthsOf("04") });
      typeIn(bench, "对账单", 2, { 确认日: "2026-05-03" });
    }),
  ];
}

/** What hands did in the tabs, to be taken over. */
export function handScenes(): Scene[] {
  const takeOver = (what: string, hands: (bench: QuickBench) => void) =>
    scene(`takeOver, ${what}`, "takeOver", { action: ACTION }, hands);
  return [
    takeOver("typed new rows", typeNewRows),
    takeOver("changed rows", (bench) => {
      typeIn(bench, "应收明细", 4, { 金额: 80, 到期日: "2026-08-01", 备注: "=1+1" });
      typeIn(bench, "客户", 2, { 业务员: "李" });
      typeIn(bench, "收款", 2, { 备注: "已核" });
    }),
    takeOver("a row that goes to another customer", (bench) => {
      typeIn(bench, "客户", 3, { 编码: "K009", 客户名称: "佛山新合" });
      bench.call("takeOver", { action: "action-t1" });
      bench.call("addReceipt", { ...receipt({}), action: "action-r1" });
      typeIn(bench, "应收明细", 4, { 客户编码: "K009" });
      typeIn(bench, "收款", 3, { 客户编码: "K001" });
    }),
    takeOver("copied rows", (bench) => {
      const copied = bench.tab("应收明细").cells[3] ?? [];
      bench.type("应收明细", 5, 1, [copied.map((cell) => (typeof cell === "object" ? cell.v : cell))]);
      typeIn(bench, "应收明细", 5, { 单号: "INV-2b" });
    }),
    takeOver("deleted rows and machine cells", (bench) => {
      const { id: tab } = bench.tab("应收明细");
      bench.workbook.apply({ do: "removeRows", tab, row: 2, count: 2 });
      typeIn(bench, "客户", 2, { 余额: 1 });
    }),
    takeOver("ids taken away", (bench) => bench.type("应收明细", 2, 1, [[""], [""]])),
    takeOver("a column removed and put back", (bench) => {
      const { id: tab, cells } = bench.tab("应收明细");
      const dates = cells.map((row) => [row[6] ?? ""]);
      applyFollowed(bench.workbook, { do: "removeCols", tab, col: 7, count: 1 });
      applyFollowed(bench.workbook, { do: "insertCols", tab, col: 7, count: 1 });
      bench.workbook.apply({ do: "set", tab, row: 1, col: 7, cells: dates });
    }),
  ];
}

function typeNewRows(bench: QuickBench): void {
  const dated = { 客户编码: "K001", 单据日期: "2026-05-02" };
  typeIn(bench, "客户", 3, { 编码: "K009", 客户名称: "佛山新合" });
  typeIn(bench, "应收明细", 5, { ...dated, 单号: "T-1", 金额: "1,200.50" });
  typeIn(bench, "应收明细", 6, { ...dated, 客户编码: "K009", 单号: "T-2", 金额: 800 });
  typeIn(bench, "收款", 3, { 收款日期: "2026-05-09", 客户编码: "K001", 方式: "转账", 金额: 3_000 });
}

/** Types values under the headings of one row. */
export function typeIn(bench: Bench, tab: string, row: number, values: Record<string, string | number>) {
  const headings = bench.cells(tab)[0] ?? [];
  for (const [name, value] of Object.entries(values)) {
    const at = headings.findIndex((heading) => String(heading).startsWith(name));
    if (at < 0) throw new Error(`no column ${name} in ${tab}`);
    bench.type(tab, row, at + 1, [[value]]);
  }
}

/** Calls that make or mend the workbook itself. */
export function keepingScenes(): Scene[] {
  const moved = ledger.bench.copy();
  const state = moved.tab("_state");
  const identity = JSON.stringify({ layout: 1, ledgerId: "l-0", epoch: 1, spreadsheetId: "elsewhere" });
  moved.workbook.apply({ do: "set", tab: state.id, row: 1, col: 2, cells: [[identity]] });
  const settle = (as: string): Scene => ({
    what: `settleIdentity, ${as}`,
    bench: moved,
    name: "settleIdentity",
    input: { as },
  });
  return [
    { what: "setup", bench: new QuickBench(), name: "setup", input: { language: "zh" } },
    settle("restored"),
    settle("copied"),
    scene("verify, an account found changed", "verify", {}, (bench) => {
      const { id: tab } = bench.tab("_accounts");
      bench.workbook.apply({ do: "set", tab, row: 2, col: 3, cells: [["别人"]] });
    }),
    scene("rebuild", "rebuild", {}, (bench) => {
      const { id: tab } = bench.tab("应收明细");
      bench.workbook.apply({ do: "removeRows", tab, row: 2, count: 2 });
      const packed = String(bench.tab("_accounts").cells[1]?.[4]).replace("INV-1", "INV-X");
      bench.workbook.apply({ do: "set", tab: bench.tab("_accounts").id, row: 2, col: 5, cells: [[packed]] });
    }),
  ];
}

/** A journal that hands have damaged: an amount, a user, and the row of the customer. */
export function damageScenes(): Scene[] {
  const bench = ledger.bench.copy();
  const { id: tab, cells } = bench.tab("_journal");
  const journal = cells.map((row) => [...row]);
  const dearer = String(cells[3]?.[9]).replaceAll("250000", "260000");
  bench.workbook.apply({ do: "set", tab, row: 4, col: 10, cells: [[dearer]] });
  bench.workbook.apply({ do: "set", tab, row: 5, col: 6, cells: [["somebody"]] });
  bench.workbook.apply({ do: "removeRows", tab, row: 2, count: 1 });
  const { seal } = bench.call<{ seal: string }>("previewReanchor", {});
  const marked = bench.copy();
  marked.call("check", {});
  const putBack = marked.copy();
  putBack.workbook.apply({ do: "set", tab, row: 1, col: 1, cells: journal });
  const input = { action: ACTION, reason: "已逐笔核对", seal };
  return [
    { what: "check, damage found", bench, name: "check", input: {} },
    { what: "verify, damage found", bench, name: "verify", input: {} },
    { what: "check, rows put back", bench: putBack, name: "check", input: {} },
    { what: "reanchor, damage not found before", bench, name: "reanchor", input },
    { what: "reanchor", bench: marked, name: "reanchor", input },
  ];
}

/** The sample into an empty ledger. */
export function sampleScene(): Scene {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  return { what: "loadSample", bench, name: "loadSample", input: {} };
}

function fail(): never {
  throw new Error("there are import steps");
}
