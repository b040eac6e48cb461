import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../addon/importing/import-report.ts";
import { CHUNK_ROWS, runImport } from "../../addon/importing/run-import.ts";
import type { Fault } from "../../addon/local/google/runtime.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { type ColumnMapping, hashOf, proposeMapping, type RawCell, type RawTable } from "../../core/index.ts";
import { Bench } from "./bundle.ts";

function tableOf(count: number, name = "台账.csv"): RawTable {
  const rows: RawCell[][] = [["客户编码", "客户名称", "单号", "单据日期", "到期日", "金额"]];
  for (let i = 0; i < count; i += 1) {
    const day = String((i % 27) + 1).padStart(2, "0");
    rows.push([`K${i % 7}`, `客户${i % 7}`, `INV-${i}`, `2026-01-${day}`, `2026-02-${day}`, (i + 1) / 4]);
  }
  return { name, rows };
}

function mappingOf(table: RawTable): ColumnMapping {
  const proposal = proposeMapping(table, { kind: "items", currency: "CNY" });
  expect(proposal?.questions).toEqual([]);
  if (!proposal) throw new Error("no proposal");
  return proposal.mapping;
}

async function callOf(bench: Bench) {
  return async <N extends CallName>(name: N, input: Input<N>) => bench.call<Output<N>>(name, input);
}

async function imported(
  bench: Bench,
  table: RawTable,
  chunkRows = CHUNK_ROWS,
  mapping = mappingOf(table),
): Promise<ImportReport> {
  return runImport(await callOf(bench), {
    table,
    mapping,
    action: `import-${hashOf(JSON.stringify(table)).slice(0, 8)}`,
    chunkRows,
  });
}

function ledger(): Bench {
  const bench = new Bench();
  bench.call("setup", { language: "zh" });
  return bench;
}

const balance = (bench: Bench) =>
  bench.call<{ totals: { balance: number }[] }>("aging", { asOf: "2026-12-31" }).totals[0]?.balance ?? 0;

describe("an import", () => {
  it("takes every row, and its total is the file's own sum", async () => {
    const bench = ledger();
    const report = await imported(bench, tableOf(100), 30);
    expect(report).toMatchObject({ rowsRead: 100, rowsTaken: 100, rowsListed: 0, amountTaken: 126_250 });
    expect(balance(bench)).toBe(126_250);
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("adds nothing the second time, and only the new rows of an overlapping file", async () => {
    const bench = ledger();
    await imported(bench, tableOf(40));
    expect(await imported(bench, tableOf(40))).toMatchObject({ rowsTaken: 0, rowsKnown: 40 });
    expect(await imported(bench, tableOf(50, "另一份.csv"))).toMatchObject({ rowsTaken: 10, rowsKnown: 40 });
    expect(balance(bench)).toBe((50 * 51 * 25) / 2);
  });

  it("lists a known number with other content and leaves the ledger as it was", async () => {
    const bench = ledger();
    await imported(bench, tableOf(5));
    const changed = tableOf(5);
    const rows = changed.rows.map((row, i) => (i === 2 ? [...row.slice(0, 5), 999] : row));
    const report = await imported(bench, { ...changed, rows });
    expect(report).toMatchObject({ rowsTaken: 0, rowsListed: 5, rowsKnown: 4 });
    expect(report.problems).toMatchObject([
      { kind: "knownNumberDiffers", place: { row: 3 }, number: "INV-1" },
    ]);
    expect(balance(bench)).toBe((5 * 6 * 25) / 2);
  });

  it("takes exact duplicates without a number, each once however often the file comes", async () => {
    const rows: RawTable["rows"] = [
      ["客户编码", "单据日期", "到期日", "金额"],
      ...Array.from({ length: 3 }, () => ["K1", "2026-01-05", "2026-02-05", 100]),
    ];
    const bench = ledger();
    const table = { name: "旧账.csv", rows };
    expect(await imported(bench, table)).toMatchObject({ rowsTaken: 3 });
    expect(await imported(bench, table)).toMatchObject({ rowsTaken: 0, rowsKnown: 3 });
    expect(await imported(bench, { name: "旧账2.csv", rows: [...rows, rows[1] ?? []] })).toMatchObject({
      rowsTaken: 1,
      rowsKnown: 3,
    });
    expect(balance(bench)).toBe(40_000);
  });

  it("counts nothing until it is closed, and is taken back whole", async () => {
    const bench = ledger();
    const table = tableOf(20);
    const call = await callOf(bench);
    const stopped = runImport(
      async (name, input) => {
        if (name === "importClose") throw new Error("the window was closed");
        return call(name, input);
      },
      { table, mapping: mappingOf(table), action: "import-1", chunkRows: 10 },
    );
    await expect(stopped).rejects.toThrow("closed");
    expect(balance(bench)).toBe(0);
    expect(bench.call("today", {})).toMatchObject({ toDo: [{ kind: "batch", count: 0 }] });
    const report = await imported(bench, table);
    expect(report.rowsTaken).toBe(20);
    expect(balance(bench)).toBe((20 * 21 * 25) / 2);
    bench.call("undoBatch", { action: "undo-batch", batch: report.batch });
    expect(balance(bench)).toBe(0);
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("refuses to take a batch back whose items later receipts settle", async () => {
    const bench = ledger();
    const report = await imported(bench, tableOf(7));
    const { id } = bench.call<{ id: string }>("findCustomer", { code: "K3" });
    bench.call("addReceipt", {
      action: "action-r1",
      receipt: { customer: id, date: "2026-02-01", amount: 50, method: "cash" },
    });
    expect(bench.run("undoBatch", { action: "undo-batch", batch: report.batch }).reply).toMatchObject({
      ok: false,
      why: "dependsOn",
    });
  });

  it("puts imported receipts on the items they settle, by stated number and then oldest due first", async () => {
    const bench = ledger();
    await imported(bench, tableOf(14));
    const table: RawTable = {
      name: "银行.csv",
      rows: [
        ["客户编码", "收款日期", "金额", "银行流水号", "摘要"],
        ["K3", "2026-02-20", 3.5, "B1", "货款"],
        ["K4", "2026-02-20", 1, "B2", ""],
      ],
    };
    const proposal = proposeMapping(table, { kind: "receipts", currency: "CNY" });
    if (!proposal) throw new Error("no proposal");
    const report = await imported(bench, table, CHUNK_ROWS, proposal.mapping);
    expect(report).toMatchObject({ rowsTaken: 2, amountTaken: 450 });
    const aged = bench.call<{ customers: { code: string; balance: number; unapplied: number }[] }>("aging", {
      asOf: "2026-12-31",
    });
    expect(aged.customers.filter((line) => ["K3", "K4"].includes(line.code))).toMatchObject([
      { balance: 375 - 350 - 0 + 0, unapplied: 0 },
      { balance: 425 - 100, unapplied: 0 },
    ]);
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });
});

describe("an import killed on the way", () => {
  it("resumes behind the last chunk that arrived, at every call of every step", async () => {
    const table = tableOf(12);
    const mapping = mappingOf(table);
    const clean = ledger();
    await imported(clean, table, 6, mapping);
    const wanted = { balance: balance(clean), rows: filled(clean) };
    const base = ledger();
    let kills = 0;
    const modes: Fault["mode"][] = process.env.DEEP ? ["before", "after", "torn"] : ["before"];
    for (const mode of modes) {
      for (let step = 0; step < 4; step += 1) {
        for (let at = 1; at <= 40; at += 1) {
          const bench = base.copy();
          if (!(await killedAt(bench, table, mapping, step, { at, mode }))) break;
          await imported(bench, table, 6, mapping);
          expect(
            { balance: balance(bench), rows: filled(bench) },
            `${mode}, step ${step}, call ${at}`,
          ).toEqual(wanted);
          kills += 1;
        }
      }
    }
    console.log(`import: ${kills} kills, 0 lost, doubled or half`);
    expect(kills).toBeGreaterThan(40);
  }, 300_000);
});

const filled = (bench: Bench) => bench.cells("应收明细").filter((row) => (row[0] ?? "") !== "").length;

/** Runs an import whose n-th call is killed; false when that call ends before its server call `at`. */
async function killedAt(
  bench: Bench,
  table: RawTable,
  mapping: ColumnMapping,
  step: number,
  fault: Fault,
): Promise<boolean> {
  let calls = 0;
  let killed = false;
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    calls += 1;
    if (calls - 1 !== step) return bench.call<Output<N>>(name, input);
    killed = bench.runKilled(name, input, fault).killed;
    throw new Error("stopped");
  };
  await runImport(call, { table, mapping, action: "import-k", chunkRows: 6 }).catch(() => undefined);
  return killed;
}

describe("a file of documents with their goods 品名 规格 数量 单价", () => {
  const table: RawTable = {
    name: "送货.csv",
    rows: [
      ["客户名称", "单号", "单据日期", "品名", "规格", "数量", "单价", "金额"],
      ["深圳市鸿运达", "SH-1", "2026-01-05", "轴承", "6204", "20", "35.00", 700],
      ["深圳市鸿运达", "SH-1", "2026-01-05", "螺栓", "M8", "100", "0.50", 50],
      ["深圳市鸿运达", "SH-2", "2026-01-06", "轴承", "6205", "2", "40.00", 80],
    ],
  };

  it("keeps them with the document, and the statement shows them", async () => {
    const bench = ledger();
    const report = await imported(bench, table);
    expect(report).toMatchObject({ rowsRead: 3, rowsTaken: 3, rowsListed: 0, amountTaken: 83_000 });
    const { id } = bench.call<{ id: string }>("findCustomer", { code: "深圳市鸿运达" });
    const { statement } = bench.call<{ statement: unknown }>("previewStatement", {
      customer: id,
      from: "2026-01-01",
      to: "2026-01-31",
    });
    const text = JSON.stringify(statement);
    expect(text).toContain(
      '{"name":"轴承","specification":"6204","quantity":"20","price":"35.00","amount":70000}',
    );
    expect(text).toContain(
      '{"name":"螺栓","specification":"M8","quantity":"100","price":"0.50","amount":5000}',
    );
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });
});

describe("a list of customers", () => {
  it("brings their terms and limits; a limit of 0 says nothing", async () => {
    const bench = ledger();
    const rows = [
      ["客户编码", "客户名称", "付款条件", "信用额度"],
      ["K1", "深圳市鸿运达", "月结30天", 50_000],
      ["K2", "广州恒通", "", 0],
    ];
    const proposal = proposeMapping({ name: "客户.csv", rows }, { kind: "customers", currency: "CNY" });
    if (!proposal) throw new Error("no proposal");
    await imported(bench, { name: "客户.csv", rows }, CHUNK_ROWS, proposal.mapping);
    const customerOf = (code: string) => {
      const { id } = bench.call<{ id: string }>("findCustomer", { code });
      return bench.call<{ customer: object }>("customer", { id }).customer;
    };
    expect(customerOf("K1")).toMatchObject({
      terms: { kind: "monthEnd", months: 0, days: 30 },
      limitType: "amount",
      limit: 5_000_000,
    });
    expect(customerOf("K2")).not.toHaveProperty("limitType");
  });
});
