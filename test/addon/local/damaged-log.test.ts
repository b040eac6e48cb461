import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSession } from "../../../addon/local/cli/open-session.ts";
import type { Op } from "../../../addon/local/ops.ts";
import { LogDamaged, Store } from "../../../addon/local/store.ts";

const tabs = ["t0", "t1", "t2"].map(
  (tab): Op => ({ do: "addTab", tab, name: tab, at: 0, rows: 10, cols: 10 }),
);

/** A ledger's folder in whose log each of three actions made a tab. */
function folderOfThree(): { directory: string; log: string } {
  const directory = mkdtempSync(join(tmpdir(), "log-"));
  const store = Store.open(directory);
  for (const op of tabs) store.append([op]);
  store.close();
  return { directory, log: join(directory, "log-0.jsonl") };
}

function rotLine(log: string, at: number): string {
  const lines = readFileSync(log, "utf8").split("\n");
  const text = lines.map((line, i) => (i === at ? line.replace(/t(\d)/, "x$1") : line)).join("\n");
  writeFileSync(log, text);
  return text;
}

/** Rule: what was acknowledged is never overwritten; only a torn last line is no action. */
test.each([0, 1])("a log with a damaged line %i before others is not opened, and stays as it is", (at) => {
  const { directory, log } = folderOfThree();
  const text = rotLine(log, at);
  const files = readdirSync(directory);
  expect(() => Store.open(directory)).toThrow(LogDamaged);
  expect(() => Store.open(directory)).toThrow(`line ${at + 1} of ${log} is damaged`);
  expect(readFileSync(log, "utf8")).toBe(text);
  expect(readdirSync(directory)).toEqual(files);
});

test.each(["", "\n"])("a torn last line is dropped, and what is done next follows the whole ones", (end) => {
  const { directory, log } = folderOfThree();
  const whole = readFileSync(log, "utf8");
  writeFileSync(log, `${whole.slice(0, -9)}${end}`);
  const store = Store.open(directory);
  expect(store.workbook.tabs.map(({ id }) => id).sort()).toEqual(["t0", "t1"]);
  store.append(tabs.slice(2));
  store.close();
  expect(readFileSync(log, "utf8")).toBe(whole);
});

test("the command line says which line it is and what to do, and gives the folder free", () => {
  const { directory, log } = folderOfThree();
  rotLine(log, 0);
  const args = { action: "today", options: { ledger: directory }, flags: new Set<string>() };
  const keyboard = { isTerminal: false, line: async () => undefined, close: () => {} };
  const open = () => openSession(args, { keyboard });
  expect(open).toThrow(`Line 1 of ${log} is damaged`);
  expect(open).toThrow("restore --from");
  expect(readdirSync(directory)).not.toContain("host.json");
});
