import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runImport } from "../../addon/importing/run-import.ts";
import { Store } from "../../addon/local/store.ts";
import type { CallName, Input, Output, Reply } from "../../addon/protocol.ts";
import {
  EMPTY_HEAD,
  type Entry,
  proposeMapping,
  type RawCell,
  readJournal,
  rowsOfEntry,
} from "../../core/index.ts";
import { QuickBench } from "../addon/quick-bench.ts";

/** The rules on which all else stands, each in its smallest case and fast: planted bugs are held against them. */
let bench: QuickBench;
let customer: string;

interface Booked {
  readonly id: string;
  readonly seq: number;
  readonly already: boolean;
  readonly completed: number;
}

beforeEach(() => {
  bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  customer = addCustomer("K001", "甲").id;
});

const addCustomer = (code: string, name: string) =>
  bench.call<Booked>("addCustomer", { action: `customer-${code}`, customer: { code, name } });
const itemInput = (number: string, amount: number, more: object = {}) => ({
  action: `item-${number}`,
  item: { customer, kind: "invoice", number, date: "2026-01-15", amount, ...more },
});
const addItem = (number: string, amount: number, more: object = {}) =>
  bench.call<Booked>("addItem", itemInput(number, amount, more));
const receiptInput = (action: string, amount: number) => ({
  action,
  receipt: { customer, date: "2026-03-01", amount, method: "transfer", bankReference: "B-1" },
});
const balance = () =>
  bench.call<{ totals: { balance: number }[] }>("aging", { asOf: "2026-12-31" }).totals[0]?.balance ?? 0;
const refusal = (reply: Reply<unknown>) =>
  reply.ok ? "no refusal" : reply.kind === "bug" ? reply.report : reply.why;

describe("booking", () => {
  it("is done once for its id, and the second time says so", () => {
    addItem("INV-1", 5_000);
    const first = bench.call<Booked>("addReceipt", receiptInput("receipt-1", 2_000));
    const again = bench.call<Booked>("addReceipt", receiptInput("receipt-1", 2_000));
    expect([first.already, again.already, again.seq]).toEqual([false, true, first.seq]);
    expect(balance()).toBe(3_000);
  });

  it("asks before the same bank reference is booked again", () => {
    bench.call("addReceipt", receiptInput("receipt-1", 2_000));
    expect(refusal(bench.run("addReceipt", receiptInput("receipt-2", 2_000)).reply)).toBe(
      "duplicateSuspected",
    );
    const insisted = { ...receiptInput("receipt-2", 2_000), allowDuplicate: true };
    expect(bench.run("addReceipt", insisted).reply).toMatchObject({ ok: true });
  });

  it("asks before a bank reference of another customer is booked", () => {
    bench.call("addReceipt", receiptInput("receipt-1", 2_000));
    const { id: other } = addCustomer("K002", "乙");
    const { receipt, action } = receiptInput("receipt-2", 700);
    expect(refusal(bench.run("addReceipt", { action, receipt: { ...receipt, customer: other } }).reply)).toBe(
      "duplicateSuspected",
    );
  });

  it("writes nothing while somebody else writes", () => {
    bench.world.lockHolder = bench.copy().run("status", {}).run;
    expect(refusal(bench.run("addItem", itemInput("INV-1", 5_000)).reply)).toBe("busy");
    bench.world.lockHolder = undefined;
    expect(balance()).toBe(0);
  });

  it("brings what it wrote to the workbook before it lets others in", () => {
    const { names } = bench.run("addItem", itemInput("INV-1", 5_000)).run.counts;
    expect(names.slice(-2)).toEqual(["flush", "releaseLock"]);
  });

  it("that was cut short behind the journal is completed by the next one", () => {
    const { names } = bench.copy().run("addItem", itemInput("INV-1", 5_000)).run.counts;
    const journal = names.findIndex((name) => name.includes("setValues")) + 1;
    bench.runKilled("addItem", itemInput("INV-1", 5_000), { at: journal, mode: "after" });
    expect(addItem("INV-2", 700).completed).toBe(1);
    expect(balance()).toBe(5_700);
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("in a file that was copied or restored is refused until it is said what it is", () => {
    Object.assign(bench.world, { spreadsheetId: "another" });
    expect(refusal(bench.run("addItem", itemInput("INV-1", 5_000)).reply)).toBe("restoredOrCopied");
  });

  it("is refused on the last day of a closed period, and not on the day after", () => {
    bench.call("closePeriod", { action: "close-0001", through: "2026-01-31" });
    const closed = itemInput("INV-1", 5_000, { date: "2026-01-31" });
    expect(refusal(bench.run("addItem", closed).reply)).toBe("periodClosed");
    addItem("INV-1", 5_000, { date: "2026-02-01" });
  });

  it("of a credit note, typed as a positive amount, makes less owed", () => {
    addItem("INV-1", 5_000);
    addItem("CN-1", 1_200, { kind: "creditNote" });
    expect(balance()).toBe(3_800);
  });

  it("is not undone under a receipt that has settled it", () => {
    addItem("INV-1", 5_000);
    bench.call("addReceipt", receiptInput("receipt-1", 2_000));
    const undo = { action: "undo-0001", of: "item-INV-1" };
    expect(refusal(bench.run("undo", undo).reply)).toBe("dependsOn");
    expect(balance()).toBe(3_000);
  });
});

describe("what stands in cells", () => {
  it("is never a formula that somebody else wrote", async () => {
    const cells = new URL("../../addon/server/cells.ts", import.meta.url).pathname;
    const { safeText } = (await import(cells)) as { safeText: (text: string) => string };
    const starts = ["=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "'=1", "＝1", "＋1", "－1", "＠1"];
    expect(starts.map(safeText)).toEqual(starts.map((text) => `'${text}`));
    expect(safeText("深圳=甲")).toBe("深圳=甲");
    addCustomer("K002", "=1+1");
    expect(bench.cells("客户")[2]).toContain("=1+1");
  });

  it("of a packed account is not believed where its seal does not fit", () => {
    addItem("INV-1", 5_000);
    const tab = bench.tab("_accounts");
    const cells = (tab.cells[1] ?? []).map((cell) => String(cell).replaceAll("INV-1", "INV-9"));
    expect(cells.join("")).toContain("INV-9");
    bench.workbook.apply({ do: "set", tab: tab.id, row: 2, col: 1, cells: [cells] });
    const card = bench.call<{ open: { number: string }[] }>("customer", { id: customer });
    expect(card.open.map(({ number }) => number)).toEqual(["INV-1"]);
  });
});

describe("what hands change", () => {
  const typed = (row: number, heading: string, value: number) => {
    const col = bench.cells("应收明细")[0]?.findIndex((cell) => String(cell).startsWith(heading)) ?? -1;
    bench.type("应收明细", row, col + 1, [[value]]);
  };
  const takeOver = () => bench.call("takeOver", { action: "take-0001", all: true });

  it("shows at once in the machine cells of its row, typed over as they may be", () => {
    addItem("INV-1", 10_000);
    typed(2, "金额", 250);
    typed(2, "未清金额", 7);
    expect(takeOver()).toMatchObject({ taken: 1, restored: 1 });
    expect(bench.cells("应收明细")[1]?.at(-2)).toBe(250);
    expect(bench.call("check", {})).toMatchObject({ sound: true, toRestore: 0 });
  });

  it("does not make a credit note less than what it has settled", () => {
    addItem("INV-1", 10_000);
    addItem("CN-1", 8_000, { kind: "creditNote" });
    bench.call("apply", { action: "apply-001", customer });
    typed(3, "金额", -10);
    expect(takeOver()).toMatchObject({ taken: 0, problems: [{ kind: "belowSettled", settled: "80.00" }] });
    expect(balance()).toBe(2_000);
  });
});

describe("the journal", () => {
  const entry = (seq: number): Entry => ({
    ...{ seq, action: `a${seq}`, key: "", at: "", user: "", knownBy: "nobody", kind: "setup" },
    changes: [{ put: "void", row: { id: `i${seq}.0`, customer: "c1.0" } }],
  });
  const first = rowsOfEntry(entry(1), EMPTY_HEAD);
  const second = rowsOfEntry(entry(2), first.head);
  const whole = [...first.rows, ...second.rows];
  const changed = (row: number, column: number, text: string) =>
    whole.map((cells, i) => (i === row ? cells.map((cell, at) => (at === column ? text : cell)) : cells));
  const faults = (rows: readonly (readonly string[])[]) =>
    readJournal(rows, EMPTY_HEAD).damage.map(({ row, why }) => `${row} ${why}`);

  it("is sound as it was written", () => expect(faults(whole)).toEqual([]));
  it("shows a changed payload", () =>
    expect(faults(changed(0, 9, '[{"put":"void","row":{"id":"i1.1","customer":"c1.0"}}]'))).toEqual([
      "1 payload",
    ]));
  it("shows a changed user", () => expect(faults(changed(0, 5, "somebody"))).toEqual(["1 chain"]));
  it("shows an entry to which the next one is not chained", () => {
    const other = rowsOfEntry(entry(2), { seq: 1, hash: "0".repeat(64) });
    expect(faults([...first.rows, ...other.rows])).toEqual(["1 chain"]);
  });
  it("shows a first entry that is chained to another head", () => {
    const other = rowsOfEntry(entry(1), { seq: 0, hash: "0".repeat(64) });
    expect(faults(other.rows)).toEqual(["1 chain"]);
  });
  it("shows that the last entry is another than the ledger remembers", () => {
    const known = { seq: 2, hash: "0".repeat(64) };
    expect(readJournal(whole, EMPTY_HEAD, known).damage.map(({ row, why }) => `${row} ${why}`)).toEqual([
      "2 chain",
    ]);
  });
  it("shows a missing end", () => {
    const { damage } = readJournal(first.rows, EMPTY_HEAD, second.head);
    expect(damage.map(({ row, why }) => `${row} ${why}`)).toEqual(["2 tail"]);
  });
  it("shows a missing entry", () => expect(faults(second.rows)).toEqual(["1 gap"]));
  it("begins with nothing before it", () => {
    expect(first.rows[0]?.slice(11, 12)).toEqual([""]);
  });
  it("writes what is longer than a cell below: its number, its part, its piece, and nothing else", () => {
    const value = "长".repeat(90_000);
    const long = { ...entry(1), changes: [{ put: "memory", row: { name: "m", value } } as const] };
    const { rows } = rowsOfEntry(long, EMPTY_HEAD);
    expect(rows.map((cells) => cells.length)).toEqual([13, 13, 13]);
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
      ["1", "1/3"],
      ["1", "2/3"],
      ["1", "3/3"],
    ]);
    for (const cells of rows.slice(1))
      expect([...cells.slice(2, 9), ...cells.slice(10)]).toEqual(Array(10).fill(""));
    expect(rows.map((cells) => cells[9]).join("")).toBe(JSON.stringify(long.changes));
    expect(readJournal(rows, EMPTY_HEAD)).toMatchObject({ damage: [], entries: [{ changes: long.changes }] });
  });
});

describe("an import", () => {
  const headings = ["客户名称", "单号", "单据日期", "金额"];
  const call = async <N extends CallName>(name: N, input: Input<N>) => bench.call<Output<N>>(name, input);
  const imported = (rows: RawCell[][], action: string) => {
    const table = { name: "台账.csv", rows: [headings, ...rows] };
    const mapping = proposeMapping(table, { kind: "items", currency: "CNY" })?.mapping;
    if (!mapping) throw new Error("no mapping");
    return runImport(call, { table, mapping, action });
  };

  it("takes both of two equal rows without a number, once", async () => {
    const twins = [1, 2].map(() => ["甲", "", "2026-01-05", 100]);
    expect(await imported(twins, "import-0001")).toMatchObject({ rowsTaken: 2 });
    expect(await imported(twins, "import-0002")).toMatchObject({ rowsTaken: 0, rowsKnown: 2 });
  });

  it("lists a known number with another amount", async () => {
    await imported([["甲", "INV-1", "2026-01-05", 100]], "import-0001");
    const again = await imported([["甲", "INV-1", "2026-01-05", 200]], "import-0002");
    expect(again).toMatchObject({ rowsTaken: 0, rowsListed: 1, rowsKnown: 0 });
    expect(balance()).toBe(10_000);
  });

  it("does not choose between two customers of one name", async () => {
    addCustomer("K002", "甲");
    const told = await imported([["甲", "INV-1", "2026-01-05", 100]], "import-0001");
    expect(told).toMatchObject({ rowsTaken: 0, rowsListed: 1 });
  });

  it("takes a chunk that comes twice once", () => {
    const source = { source: "台账.xlsx", sourceHash: "h1", rows: 1, amounts: [], layout: "l" };
    const { batch } = bench.call<{ batch: string }>("importOpen", { action: "import-0001", ...source });
    const row = { row: 2, occurrence: 1, currency: "CNY", customerName: "甲", date: "2026-01-05" };
    const chunk = { batch, kind: "items", from: 0, rows: [{ ...row, number: "E-1", amount: 100 }] };
    const [one, two] = [1, 2].map(() => bench.run("importChunk", chunk).reply);
    expect(one).toMatchObject({ ok: true, value: { done: 1, taken: 1 } });
    expect(two).toMatchObject({ ok: true, value: { done: 1, taken: 0 } });
  });
});

describe("the folder of a ledger", () => {
  it("does not believe a last line that is not whole", () => {
    const folder = mkdtempSync(join(tmpdir(), "onaccount-store-"));
    const store = Store.open(folder);
    store.append([{ do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 9, cols: 9 }]);
    store.append([{ do: "set", tab: "t0", row: 1, col: 1, cells: [["100"]] }]);
    store.close();
    const log = join(folder, readdirSync(folder).find((name) => name.startsWith("log-")) ?? "");
    writeFileSync(log, readFileSync(log, "utf8").replace('["100"]', '["900"]'));
    const again = Store.open(folder);
    expect(again.workbook.tabs[0]?.cells).toEqual([]);
    again.close();
    rmSync(folder, { recursive: true });
  });
});
