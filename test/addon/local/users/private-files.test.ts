import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeBackup } from "../../../../addon/local/backups.ts";
import { actions, readCommand } from "../../../../addon/local/cli/actions.ts";
import { openSession } from "../../../../addon/local/cli/open-session.ts";
import { announceHost, releaseLedger, takeLedger } from "../../../../addon/local/ledger-lock.ts";
import type { Op } from "../../../../addon/local/ops.ts";
import { Store } from "../../../../addon/local/store.ts";
import { PassphraseFile } from "../../../../addon/local/users/passphrase-file.ts";
import { Sessions } from "../../../../addon/local/users/sessions.ts";

const FIRST: Op = { do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 10, cols: 3 };
const typed = (n: number): Op => ({ do: "set", tab: "t0", row: 1, col: 1, cells: [[n]] });
const HASH = `scrypt$5$8$1$${"a".repeat(22)}$${"b".repeat(43)}`;
const HOST = { url: "http://127.0.0.1:1/", commands: "http://127.0.0.1:1/api/command", commandToken: "t" };

let directory: string;
let mask: number;
// With no mask at all a file that forgets its mode is open to everybody.
beforeAll(() => {
  mask = process.umask(0);
});
afterAll(() => {
  process.umask(mask);
});
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "onaccount-")), "ledger");
});

function modes(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, mode(join(folder, name))]));
}

function mode(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

test("every file of a ledger is its user's alone, and so is the folder", () => {
  takeLedger(directory);
  const store = Store.open(directory);
  store.workbook.apply(FIRST);
  store.append([FIRST]);
  expect(modes(directory)).toEqual({ "host.json": "600", "log-0.jsonl": "600" });
  store.checkpoint();
  store.append([typed(1)]);
  announceHost(directory, HOST);
  new PassphraseFile(directory).set({ id: "o1.0", name: "王芳" }, HASH);
  new Sessions({ directory }).open("o1.0", HASH);
  makeBackup(directory, store.workbook);
  store.close();
  expect(modes(directory)).toEqual({
    backups: "700",
    "checkpoint.jsonl": "600",
    "host.json": "600",
    "log-1.jsonl": "600",
    "passphrases.json": "600",
    "sessions.json": "600",
  });
  expect(Object.values(modes(join(directory, "backups")))).toEqual(["600"]);
  expect(mode(directory)).toBe("700");
  releaseLedger(directory);
});

/** One command of the command line on the ledger, by nobody at a terminal. */
async function command(...argv: string[]): Promise<void> {
  const args = readCommand([...argv, "--ledger", directory]);
  const keyboard = { isTerminal: false, line: async () => undefined, close: () => undefined };
  const session = openSession(args, { keyboard });
  await actions[args.action]?.run(session);
  session.close();
}

test("what is written out of a ledger is its user's alone too, in folders of its own or in one that is there", async () => {
  const there = join(directory, "..", "there");
  mkdirSync(there, { mode: 0o755 });
  writeFileSync(join(there, "ledger.xlsx"), "an older one", { mode: 0o644 });
  const made = join(directory, "..", "made", "today");
  await command("setup", "--language", "zh");
  await command("sample");
  await command("export", "--to", there);
  await command("export", "--to", made, "--format", "csv");
  for (const format of ["text", "html"])
    await command("statement", "--customer", "K001", "--format", format, "--out", made);
  await command("backup");
  expect(modes(there)).toEqual({ "ledger.xlsx": "600" });
  expect(new Set(Object.values(modes(made)))).toEqual(new Set(["600"]));
  expect(readdirSync(made).map((name) => name.split(".").at(-1))).toEqual(
    expect.arrayContaining(["csv", "txt", "html"]),
  );
  expect([there, made, join(made, "..")].map(mode)).toEqual(["755", "700", "700"]);
  expect(Object.values(modes(join(directory, "backups")))).toEqual(["600"]);
});

test("a log that others could read is closed to them when the ledger is opened", () => {
  const store = Store.open(directory);
  store.append([FIRST]);
  store.close();
  chmodSync(join(directory, "log-0.jsonl"), 0o644);
  Store.open(directory).close();
  expect(mode(join(directory, "log-0.jsonl"))).toBe("600");
});

test("a log that was torn is cut off into a private file", () => {
  const store = Store.open(directory);
  store.append([FIRST]);
  store.close();
  const log = join(directory, "log-0.jsonl");
  writeFileSync(log, "torn", { flag: "a" });
  // What an interrupted run had left lies open.
  writeFileSync(`${log}.new`, "left over", { mode: 0o666 });
  const reopened = Store.open(directory);
  expect(reopened.workbook.tabs.map(({ id }) => id)).toEqual(["t0"]);
  reopened.close();
  expect(mode(log)).toBe("600");
});
