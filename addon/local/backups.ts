import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Op } from "./ops.ts";
import { makePrivateFolder, writePrivate } from "./private-file.ts";
import { Store } from "./store.ts";
import { Workbook } from "./workbook.ts";

/** Daily copies are kept so many days. */
const DAYS_KEPT = 30;

/** Writes the workbook as one compressed file, named by the moment; returns its path. */
export function makeBackup(directory: string, workbook: Workbook): string {
  const folder = join(directory, "backups");
  makePrivateFolder(folder);
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const file = join(folder, `${stamp}.jsonl.gz`);
  const lines = [...workbook.asOps()].map((op) => JSON.stringify(op));
  writePrivate(file, gzipSync(lines.join("\n")));
  return file;
}

/** Makes today's copy if there is none yet, by the day of the zone, and drops copies older than thirty days. */
export function dailyBackup(directory: string, workbook: Workbook, zone: string): void {
  const today = dayOf(new Date(), zone);
  const names = listBackups(directory);
  if (!names.some((name) => dayOf(momentOf(name), zone) === today)) makeBackup(directory, workbook);
  const oldest = new Date(Date.now() - DAYS_KEPT * 86_400_000).toISOString().slice(0, 10);
  for (const name of names)
    if (name.slice(0, 10) < oldest) rmSync(join(directory, "backups", `${name}.jsonl.gz`));
}

/** The moment by which a copy is named: 2026-11-22T06-44-00-123Z. */
function momentOf(name: string): Date {
  return new Date(name.replace(/T(\d+)-(\d+)-(\d+)-(\d+)Z$/, "T$1:$2:$3.$4Z"));
}

function dayOf(moment: Date, zone: string): string {
  if (Number.isNaN(moment.getTime())) return "";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(moment);
}

/** The copies there are, oldest first, by the name that `restore --from` takes. */
export function listBackups(directory: string): string[] {
  const folder = join(directory, "backups");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl.gz"))
    .map((name) => name.slice(0, -".jsonl.gz".length))
    .sort();
}

/** The file of a backup that is named by its moment, or by a path; nothing where there is none. */
export function findBackup(directory: string, wanted: string): string | undefined {
  const files = [wanted, join(directory, "backups", `${wanted}.jsonl.gz`)];
  return files.find((file) => existsSync(file));
}

/** The workbook that a copy holds. */
export function readBackup(file: string): Workbook {
  const workbook = new Workbook();
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    if (line !== "") workbook.apply(JSON.parse(line) as Op);
  }
  return workbook;
}

/** Makes the ledger in a folder what a copy holds. The copy is read whole before anything is replaced. */
export function restoreBackup(directory: string, file: string): void {
  const workbook = readBackup(file);
  const store = Store.open(directory);
  store.replaceWith(workbook);
  store.close();
}
