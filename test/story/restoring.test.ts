import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { LedgerFolder } from "./ledger-command.ts";

/** A copy of a ledger, restored in its own folder and in another, from the command line. */
const base = mkdtempSync(join(tmpdir(), "onaccount-restore-"));
const ledger = new LedgerFolder(join(base, "ledger"));
let copy: string;

const item = (number: string, amount: string) => [
  ...["add-item", "--customer", "K001", "--date", "2026-10-01", "--number", number, "--amount", amount],
];
const owed = async (of: LedgerFolder) =>
  (await of.json<Output<"aging">>("aging")).totals.map(({ balance }) => balance);

beforeAll(async () => {
  await ledger.json("setup");
  await ledger.json("add-customer", "--code", "K001", "--name", "鸿运达");
  await ledger.json(...item("A-1", "100"));
  copy = (await ledger.json<{ file: string }>("backup")).file;
  await ledger.json(...item("A-2", "50"));
}, 120_000);
afterAll(() => rmSync(base, { recursive: true }));

describe("a restored copy", { timeout: 120_000 }, () => {
  it("goes on in its own folder as the ledger that it is, and what it replaced is kept", async () => {
    expect(await owed(ledger)).toEqual([15_000]);
    const done = await ledger.json<{ kept: string }>("restore", "--from", copy);
    expect(Object.keys(done)).toEqual(["restored", "kept"]);
    expect(await owed(ledger)).toEqual([10_000]);
    await ledger.json(...item("A-3", "7"));
    await ledger.json("restore", "--from", done.kept);
    expect(await owed(ledger)).toEqual([15_000]);
  });

  it("is asked about in another folder, where nothing is written before it is answered", async () => {
    const other = new LedgerFolder(join(base, "other"));
    await other.json("setup");
    expect(await other.json("restore", "--from", copy)).toMatchObject({ asks: true });
    const refused = await other.run(item("A-9", "1"));
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("identity") });
    await other.json("identity", "--copied");
    expect(await owed(other)).toEqual([10_000]);
    await other.json(...item("A-9", "1"));
    expect(await owed(other)).toEqual([10_100]);
    expect(await owed(ledger)).toEqual([15_000]);
  });
});
