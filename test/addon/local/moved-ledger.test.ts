import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIfStale, bundledCode } from "../../../addon/local/build.ts";
import { LocalHost } from "../../../addon/local/host.ts";
import { NOBODY } from "../../../addon/local/host-port.ts";
import { Store } from "../../../addon/local/store.ts";
import type { Reply } from "../../../addon/protocol.ts";
import { holderOf, until } from "./started-host.ts";

/** A folder that was moved or copied asks what it is; what happened to the ledger meanwhile is not lost. */
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const WHO = { client: "test", ...NOBODY };
const code = await bundledCode();
const base = mkdtempSync(join(tmpdir(), "onaccount-moved-"));
const original = join(base, "original");

interface Identity {
  ledgerId: string;
  epoch: number;
}

beforeAll(() => {
  const host = open(original);
  call(host, "setup", { language: "zh" });
  const customer = { code: "K001", name: "深圳市鸿运达" };
  const { id } = call<{ id: string }>(host, "addCustomer", { action: "action-1", customer });
  addItem(host, id, "INV-1", 10_000);
  // An action that was killed after its entry was written: the state says nothing of it yet.
  const state = host.workbook.tabs.find(({ name }) => name === "_state");
  const before = state?.cells[1]?.map((cell) => cell) ?? [];
  addItem(host, id, "INV-2", 5_000);
  host.edit([{ do: "set", tab: state?.id ?? "", row: 2, col: 1, cells: [before] }], WHO);
  host.close();
});
afterAll(() => rmSync(base, { recursive: true }));

describe.each(["restored", "copied"] as const)(
  "a ledger that was changed before it is said to be %s",
  (as) => {
    it("has what was unfinished, what was typed meanwhile, and each once", () => {
      const folder = join(base, as);
      cpSync(original, folder, { recursive: true });
      const known = identityOf(original);
      const host = open(folder);
      expect(run(host, "status", {})).toMatchObject({ ok: false, why: "restoredOrCopied" });
      typeItem(host, 8, "INV-3", 2_000);
      const made = call<Identity>(host, "settleIdentity", { as });
      expect(made.epoch).toBe(as === "restored" ? known.epoch + 1 : 1);
      expect(made.ledgerId === known.ledgerId).toBe(as === "restored");
      call(host, "takeOver", { action: "action-t" });
      expect(balances(host)).toEqual([17_000]);
      expect(call(host, "settleIdentity", { as })).toEqual(made);
      const other = as === "restored" ? "copied" : "restored";
      expect(run(host, "settleIdentity", { as: other })).toMatchObject({ ok: false, why: "identitySettled" });
      expect(call(host, "check", {})).toMatchObject({ sound: true });
      host.close();
      const again = open(folder);
      expect(balances(again)).toEqual([17_000]);
      again.close();
    });
  },
);

describe("npm start on a ledger that was moved", { timeout: 240_000 }, () => {
  let child: ChildProcess | undefined;
  const folder = join(base, "moved");
  beforeAll(async () => {
    await buildIfStale();
    cpSync(original, join(base, "to-move"), { recursive: true });
    renameSync(join(base, "to-move"), folder);
  });
  afterAll(() => void child?.kill("SIGKILL"));

  it("puts no sample into it, and lets the question be answered while it is served", async () => {
    const before = cellsOf(folder);
    child = spawn("node_modules/.bin/node", ["addon/local/start.ts", "--ledger", folder], {
      cwd: ROOT,
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child?.on("exit", resolve));
    const { commands, commandToken } = await until(() => holderOf(folder).host);
    const ask = async (name: string, input: object) => {
      const headers = { "content-type": "application/json", "x-onaccount-token": commandToken };
      const body = JSON.stringify({ user: "", name: "rpc", args: [name, input] });
      const answer = (await (await fetch(commands, { method: "POST", headers, body })).json()) as {
        result: string;
      };
      return JSON.parse(answer.result) as Reply<unknown>;
    };
    expect(await ask("today", {})).toMatchObject({ ok: false, why: "restoredOrCopied" });
    expect(await ask("settleIdentity", { as: "restored" })).toMatchObject({ ok: true, value: { epoch: 2 } });
    expect(await ask("status", {})).toMatchObject({ ok: true, value: { facts: { sample: false } } });
    child.kill("SIGTERM");
    await ended;
    const after = cellsOf(folder);
    expect(after.filter((cells, i) => cells !== before[i])).toHaveLength(1);
  });
});

function open(directory: string): LocalHost {
  return new LocalHost({ directory, code, zone: "Asia/Shanghai" });
}

/** Each tab's cells as text; only the state's differ when a question was answered. */
function cellsOf(directory: string): string[] {
  const store = Store.open(directory);
  store.close();
  return store.workbook.tabs.map((tab) => JSON.stringify(tab.cells));
}

function identityOf(directory: string): Identity {
  const store = Store.open(directory);
  store.close();
  const cells = store.workbook.tabs.find(({ name }) => name === "_state")?.cells ?? [];
  return JSON.parse(String(cells[0]?.[1])) as Identity;
}

function run(host: LocalHost, name: string, input: object): Reply<unknown> {
  return JSON.parse(String(host.call("rpc", [name, input], WHO))) as Reply<unknown>;
}

function call<T>(host: LocalHost, name: string, input: object): T {
  const reply = run(host, name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value as T;
}

function addItem(host: LocalHost, customer: string, number: string, amount: number): void {
  const item = { customer, kind: "invoice", number, date: "2026-05-02", amount };
  call(host, "addItem", { action: `action-${number}`, item });
}

function typeItem(host: LocalHost, row: number, number: string, cents: number): void {
  const tab = host.workbook.tabs.find(({ name }) => name === "应收明细");
  const cells = ["", "", number, "K001", "", "", "2026-05-03", "", "", "", cents / 100];
  host.edit([{ do: "set", tab: tab?.id ?? "", row, col: 1, cells: [cells] }], WHO);
}

function balances(host: LocalHost): number[] {
  const { totals } = call<{ totals: { balance: number }[] }>(host, "aging", { asOf: "2026-12-31" });
  return totals.map(({ balance }) => balance);
}
