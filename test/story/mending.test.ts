import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Op } from "../../addon/local/ops.ts";
import { Store } from "../../addon/local/store.ts";
import type { Output } from "../../addon/protocol.ts";
import { LedgerFolder } from "./ledger-command.ts";

/** A damaged journal on a computer: rows from a backup, or a re-anchoring, from the command line. */
let folder: string;
let ledger: LedgerFolder;
let backup: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "onaccount-mend-"));
  ledger = new LedgerFolder(join(folder, "ledger"));
  await ledger.json("setup");
  await ledger.json("add-customer", "--code", "K001", "--name", "鸿运达");
  await item("A-1", "100");
  await item("A-2", "250.50");
  backup = (await ledger.json<{ file: string }>("backup")).file;
  await item("A-3", "75");
}, 120_000);

afterEach(() => rmSync(folder, { recursive: true }));

const item = (number: string, amount: string) =>
  ledger.json(
    ...["add-item", "--customer", "K001", "--date", "2026-10-01", "--due", "2026-10-31"],
    ...["--number", number, "--amount", amount],
  );
const check = () => ledger.json<Output<"check">>("check");

/** Somebody changes the file while nobody has it open. */
function hands(change: (tab: string) => Op[]): void {
  const store = Store.open(ledger.folder);
  const tab = store.workbook.tabs.find(({ name }) => name === "_journal");
  store.append(change(tab?.id ?? ""));
  store.close();
}

const deleted = (row: number) => hands((tab) => [{ do: "removeRows", tab, row, count: 1 }]);

describe("rows that hands have damaged", { timeout: 120_000 }, () => {
  it("come from a backup, and what was entered since stays", async () => {
    deleted(3);
    hands((tab) => [{ do: "set", tab, row: 3, col: 6, cells: [["somebody"]] }]);
    expect((await check()).damage.map(({ why }) => why)).toEqual(["gap", "chain"]);
    const refused = await ledger.run(["add-customer", "--code", "K002", "--name", "恒通"]);
    expect(refused.code).toBe(1);
    expect(await ledger.json("mend", "--from", backup)).toMatchObject({ mended: [3, 3], sound: true });
    expect(await check()).toMatchObject({ sound: true, entries: 4, totals: [{ balance: 42_550 }] });
    await item("A-4", "1");
  });

  it("are not taken from a backup that does not have them", async () => {
    deleted(5);
    const { code, err } = await ledger.run(["mend", "--from", backup]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("does not hold") });
    expect((await check()).damage).toMatchObject([{ seq: 4, why: "tail" }]);
  });

  it("are vouched for under the seal of the preview, with a reason", async () => {
    deleted(5);
    const { seal, lost } = await ledger.json<Output<"previewReanchor">>("reanchor");
    expect(lost).toEqual([{ from: 4, through: 4 }]);
    const unnamed = await ledger.run(["reanchor", "--reason", "no backup has it", "--seal", seal]);
    expect(unnamed.code).toBe(1);
    await ledger.json("reanchor", "--reason", "no backup has it", "--seal", seal, "--by", "王芳");
    expect((await check()).reanchorings).toMatchObject([{ reason: "no backup has it", by: "王芳" }]);
    expect((await check()).totals).toMatchObject([{ balance: 35_050 }]);
  });

  it("are not looked for on a sound ledger", async () => {
    const { code, err } = await ledger.run(["mend", "--from", backup]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("nothing to mend") });
  });
});
