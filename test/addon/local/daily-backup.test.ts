import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { dailyBackup, listBackups } from "../../../addon/local/backups.ts";
import { Workbook } from "../../../addon/local/workbook.ts";

afterEach(() => vi.useRealTimers());

/** How many copies there are after starts at these moments, one after another. */
function copiesAfter(zone: string, ...starts: string[]): number {
  const directory = mkdtempSync(join(tmpdir(), "copies-"));
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const start of starts) {
    vi.setSystemTime(new Date(start));
    dailyBackup(directory, new Workbook(), zone);
  }
  return listBackups(directory).length;
}

/** Rule: one copy at the first start of a day, as the clock on the wall counts days. */
test("each day of the machine's zone gets its copy, also when it is another day in London", () => {
  expect(copiesAfter("Asia/Shanghai", "2026-11-22T15:30:00+08:00", "2026-11-23T07:30:00+08:00")).toBe(2);
  expect(copiesAfter("Asia/Shanghai", "2026-11-22T07:30:00+08:00", "2026-11-22T08:30:00+08:00")).toBe(1);
  expect(copiesAfter("America/New_York", "2026-11-22T18:00:00-05:00", "2026-11-22T20:00:00-05:00")).toBe(1);
});
