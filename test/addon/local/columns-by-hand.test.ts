import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundledCode } from "../../../addon/local/build.ts";
import { LocalHost } from "../../../addon/local/host.ts";
import type { Op } from "../../../addon/local/ops.ts";
import type { Reply } from "../../../addon/protocol.ts";

/** What a person does to the columns, rows and names of tabs: the ledger's own formulas go along, as at Google. */
const code = await bundledCode();
const WANG = { client: "a", user: "wang@example.com", knownBy: "command line" } as const;

const NOTHING = { rows: 0, tabs: [] };

let directory: string;
let host: LocalHost;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "onaccount-columns-"));
  host = open();
  call("setup", { language: "zh" });
  const customer = { code: "K001", name: "深圳市鸿运达" };
  const { id } = call<{ id: string }>("addCustomer", { action: "action-1", customer });
  const item = { customer: id, kind: "invoice", number: "INV-1", date: "2026-05-02", amount: 10_000 };
  call("addItem", { action: "action-2", item });
});

afterEach(() => {
  host.close();
  rmSync(directory, { recursive: true });
});

const SHAPES: [string, () => Op[]][] = [
  ["a column inserted before the ids", () => [{ do: "insertCols", tab: tab().id, col: 1, count: 1 }]],
  ["columns inserted before the amounts", () => [{ do: "insertCols", tab: tab().id, col: 7, count: 3 }]],
  [
    "an own column inserted and removed again",
    () => [
      { do: "insertCols", tab: tab().id, col: 1, count: 2 },
      { do: "removeCols", tab: tab().id, col: 1, count: 2 },
    ],
  ],
  ["the ids moved to the right", () => [{ do: "moveCols", tab: tab().id, col: 1, before: 6 }]],
  ["the amounts moved to the left", () => [{ do: "moveCols", tab: tab().id, col: 11, before: 2 }]],
];

describe("what hands do to columns", () => {
  it.each(SHAPES)("%s: nothing is missing, and the next action finds everything", (_what, shape) => {
    host.edit(shape(), WANG);
    expect(typed()).toEqual(NOTHING);
    expect(call<{ sound: boolean }>("check", {}).sound).toBe(true);
    const customer = { code: "K002", name: "乙" };
    const { id } = call<{ id: string }>("addCustomer", { action: "action-3", customer });
    const item = { customer: id, kind: "invoice", number: "INV-2", date: "2026-05-03", amount: 5_000 };
    call("addItem", { action: "action-4", item });
    expect(typed()).toEqual(NOTHING);
    expect(call<{ sound: boolean }>("check", {}).sound).toBe(true);
  });

  it.each(SHAPES)("%s: a row deleted afterwards is missed", (_what, shape) => {
    host.edit(shape(), WANG);
    host.edit([{ do: "removeRows", tab: tab().id, row: 2, count: 1 }], WANG);
    expect(typed()).toEqual({ rows: 1, tabs: ["应收明细"] });
  });

  it("is the same when the ledger is opened again", () => {
    host.edit([{ do: "insertCols", tab: tab().id, col: 1, count: 1 }], WANG);
    host.close();
    host = open();
    expect(typed()).toEqual(NOTHING);
  });

  it("the id column removed: one sentence names the tab and the column, and nothing is written", () => {
    host.edit([{ do: "removeCols", tab: tab().id, col: 1, count: 1 }], WANG);
    const before = JSON.stringify([...host.workbook.asOps()]);
    const item = { customer: "?", kind: "invoice", number: "INV-3", date: "2026-05-04", amount: 1 };
    const calls: [string, object][] = [
      ["check", {}],
      ["handEdits", {}],
      ["takeOver", { action: "action-5" }],
      ["addItem", { action: "action-6", item }],
    ];
    for (const [name, input] of calls) {
      const reply = run(name, input);
      expect([name, reply]).toMatchObject([name, { ok: false, kind: "refusal" }]);
    }
    const reply = run("check", {});
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "columnMissing" });
    expect(reply).toMatchObject({ sentence: expect.stringMatching(/应收明细.*ID|ID.*应收明细/) });
    expect(JSON.stringify([...host.workbook.asOps()])).toBe(before);
  });

  it("the id column removed: the tab is listed as touched", () => {
    host.edit([{ do: "removeCols", tab: tab().id, col: 1, count: 1 }], WANG);
    expect(typed()).toEqual({ rows: 1, tabs: ["应收明细"] });
  });

  it("the dates removed and put back under its heading: the ledger goes on as before", () => {
    host.edit([{ do: "removeCols", tab: tab().id, col: 7, count: 1 }], WANG);
    host.edit([{ do: "insertCols", tab: tab().id, col: 7, count: 1 }], WANG);
    host.edit(
      [{ do: "set", tab: tab().id, row: 1, col: 7, cells: [["单据日期 Date"], ["2026-05-02"]] }],
      WANG,
    );
    expect(typed().tabs).toEqual(["应收明细"]);
    call("takeOver", { action: "action-7" });
    expect(typed()).toEqual(NOTHING);
    expect(call<{ sound: boolean }>("check", {}).sound).toBe(true);
    host.edit([{ do: "removeRows", tab: tab().id, row: 2, count: 1 }], WANG);
    expect(typed()).toEqual({ rows: 1, tabs: ["应收明细"] });
  });

  it("a person's own formulas go along too, and lose what was removed", () => {
    const own = host.workbook.tabs.find(({ name }) => name === "联系人")?.id ?? "";
    const formulas = [
      ["=SUM('应收明细'!$K$2:K9)+应收明细!K2", '=A1&"A1:K9"&SUM(应收明细!2:4)', "=应收明细!B2"],
    ].map((line) => line.map((f) => ({ f, v: "" })));
    host.edit([{ do: "set", tab: own, row: 30, col: 2, cells: formulas }], WANG);
    host.edit([{ do: "insertCols", tab: tab().id, col: 3, count: 1 }], WANG);
    host.edit([{ do: "insertRows", tab: tab().id, row: 3, count: 2 }], WANG);
    host.edit([{ do: "removeCols", tab: tab().id, col: 2, count: 1 }], WANG);
    host.edit([{ do: "insertCols", tab: own, col: 1, count: 1 }], WANG);
    host.edit([{ do: "renameTab", tab: tab().id, name: "O'Neil" }], WANG);
    const cells = host.workbook.tab(own).cells[29]?.slice(2, 5);
    expect(cells?.map((cell) => (typeof cell === "object" ? cell.f : cell))).toEqual([
      "=SUM('O''Neil'!$K$2:K11)+'O''Neil'!K2",
      "=B1&\"A1:K9\"&SUM('O''Neil'!2:6)",
      "=#REF!",
    ]);
  });
});

function open(): LocalHost {
  return new LocalHost({ directory, code, zone: "Asia/Shanghai" });
}

function tab() {
  const found = host.workbook.tabs.find(({ name }) => name === "应收明细");
  if (!found) throw new Error("no items tab");
  return found;
}

function run(name: string, input: object): Reply<unknown> {
  return JSON.parse(String(host.call("rpc", [name, input], WANG))) as Reply<unknown>;
}

function call<T = unknown>(name: string, input: object): T {
  const reply = run(name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value as T;
}

/** How many rows hands changed, in which tabs, as the state tells it. */
function typed(): { rows: number; tabs: string[] } {
  return call<{ notTakenOver: { rows: number; tabs: string[] } }>("aging", {}).notTakenOver;
}
