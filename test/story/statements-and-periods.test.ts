import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import type { Booked, Printed } from "./answers.ts";
import { LedgerFolder } from "./ledger-command.ts";

/** Statements 对账单 printed again, and periods closed and opened, from the command line: each step builds on the last. */
const base = mkdtempSync(join(tmpdir(), "onaccount-statements-"));
const ledger = new LedgerFolder(join(base, "ledger"));
afterAll(() => rmSync(base, { recursive: true }));

const ITEM = [
  "add-item",
  "--customer",
  "K001",
  "--kind",
  "invoice",
  "--date",
  "2026-01-10",
  "--amount",
  "10",
];
const FEBRUARY = [
  "statement",
  "--customer",
  "K001",
  "--from",
  "2026-02-01",
  "--to",
  "2026-02-28",
  "--format",
  "none",
];
const JANUARY = ["--customer", "K001", "--from", "2026-01-01", "--to", "2026-01-31", "--format", "html"];

async function refused(...words: string[]): Promise<string> {
  const { code, out, err } = await ledger.run(words);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err.trimEnd()).not.toContain("\n");
  return err;
}

const textOf = ([file = ""]: readonly string[] = []) => readFileSync(file, "utf8");

describe("statements", () => {
  it("have no letterhead while the firm has no name, and say so; later ones have it", async () => {
    await ledger.json("setup", "--language", "en");
    await ledger.json("add-customer", "--code", "K001", "--name", "Northgate Hardware");
    await ledger.json(...ITEM, "--number", "A", "--action", "first-item");
    const { code, err } = await ledger.run([...FEBRUARY, "--json"]);
    expect({ code, err: err.trimEnd().split("\n") }).toEqual({
      code: 0,
      err: [expect.stringContaining("firm --name")],
    });
    expect(await ledger.json("firm")).toEqual({ firm: { name: "" } });
    const named = ["--firm", "Ledger Trading", "--out", join(base, "one")];
    const { documents } = await ledger.json<Printed>("statement", ...JANUARY, ...named);
    expect(documents).toMatchObject([{ already: false, closing: 1_000 }]);
    expect(textOf(documents[0]?.files)).toContain("Ledger Trading");
    expect(await refused("statement", ...JANUARY, "--firm", "Another")).toContain("Ledger Trading");
  });

  it("are printed again by their number as they were frozen, in the customer's language", async () => {
    const account = ["--account", "Bank of China; 6225 0000"];
    const { firm } = await ledger.json<{ firm: object }>("firm", "--phone", "020 1234", ...account);
    expect(firm).toEqual({
      ...{ name: "Ledger Trading", phone: "020 1234" },
      account: ["Bank of China", "6225 0000"],
    });
    await ledger.json(...ITEM, "--number", "B");
    const { statements } = await ledger.json<Output<"madeStatements">>("statements", "--customer", "K001");
    const number = statements[0]?.number ?? "?";
    const words = ["--number", number, "--format", "html", "--out", join(base, "again")];
    const { documents } = await ledger.json<Printed>("statement", ...words);
    expect(documents).toMatchObject([{ already: true, number, closing: 1_000 }]);
    const again = textOf(documents[0]?.files);
    expect(again).toBe(textOf([join(base, "one", `${number}.html`)]));
    expect(again).toContain("Statement of account");
  });

  it("of a number that is none, or asked for by number and period at once, are refused", async () => {
    expect(await refused("statement", "--number", "DZ-0")).toContain("DZ-0");
    expect(await refused("statement", "--number", "DZ-0", "--day", "2026-01-31")).toContain("--day");
  });
});

describe("a period", () => {
  it("is closed, keeps its documents, and is opened again with a reason only", async () => {
    await ledger.json("close-period", "--through", "2026-01-31");
    expect(await refused("close-period", "--through", "2025-12-31")).toContain("reopen-period");
    expect(await refused("undo", "--of", "first-item")).toContain("reopen");
    expect(await refused("reopen-period", "--through", "2025-12-31")).toContain("--reason");
    const words = ["--through", "2025-12-31", "--reason", "An invoice was left out"];
    await ledger.json<Booked>("reopen-period", ...words);
    const { periods } = await ledger.json<Output<"check">>("check");
    expect(periods).toMatchObject([
      { through: "2026-01-31" },
      { through: "2025-12-31", reason: "An invoice was left out" },
    ]);
    await ledger.json("undo", "--of", "first-item");
  });
});
