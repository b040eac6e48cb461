import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Op } from "./ops.ts";
import { makePrivateFolder, openPrivate, writePrivate } from "./private-file.ts";
import { Workbook } from "./workbook.ts";

const CHECKPOINT = "checkpoint.jsonl";

/** Lines in the log after which the next opening writes a new checkpoint. */
const LINES_PER_CHECKPOINT = 2_000;

/** A line of the log is not as it was written, and whole ones stand behind it: nothing was opened or changed. */
export class LogDamaged extends Error {
  override name = "LogDamaged";
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number) {
    super(`line ${line} of ${file} is damaged`);
    this.file = file;
    this.line = line;
  }
}

/**
 * A workbook on disk: a checkpoint and a log of what came after it, one line an action, each with a
 * checksum and on the disk before the action is acknowledged. A line torn off by a power cut is not
 * there at the next opening; nothing that was acknowledged is lost. A damaged line before others is not
 * one that was torn off: such a log stays as it is, and is not opened.
 */
export class Store {
  readonly workbook: Workbook;
  private readonly directory: string;
  private generation: number;
  private log: number;
  private lines = 0;

  private constructor(directory: string, opened: Opened) {
    this.directory = directory;
    this.workbook = opened.workbook;
    this.generation = opened.generation;
    this.lines = opened.lines;
    this.log = openPrivate(logPath(directory, opened.generation), "a");
  }

  /**
   * Opens the ledger's folder, making it where there is none.
   *
   * @throws LogDamaged
   */
  static open(directory: string): Store {
    makePrivateFolder(directory);
    const store = new Store(directory, load(directory));
    if (store.lines >= LINES_PER_CHECKPOINT) store.checkpoint();
    return store;
  }

  /** Puts the operations of one action on the disk; returns when they would survive a power cut. */
  append(ops: readonly Op[]): void {
    if (ops.length === 0) return;
    writeSync(this.log, lineOf(ops));
    fdatasyncSync(this.log);
    this.lines += 1;
  }

  /** Makes the folder hold another workbook, as a restore does. */
  replaceWith(workbook: Workbook): void {
    this.checkpoint(workbook);
  }

  /** Writes the whole workbook beside the old one and turns over to it in one rename. */
  checkpoint(workbook: Workbook = this.workbook): void {
    const next = this.generation + 1;
    const temporary = join(this.directory, `${CHECKPOINT}.new`);
    const file = openPrivate(temporary, "w");
    writeSync(file, `${JSON.stringify({ generation: next })}\n`);
    for (const op of workbook.asOps()) writeSync(file, `${JSON.stringify(op)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, join(this.directory, CHECKPOINT));
    closeSync(this.log);
    this.generation = next;
    this.lines = 0;
    this.log = openPrivate(logPath(this.directory, next), "a");
    removeOldLogs(this.directory, next);
  }

  close(): void {
    closeSync(this.log);
  }
}

interface Opened {
  readonly workbook: Workbook;
  readonly generation: number;
  readonly lines: number;
}

function load(directory: string): Opened {
  const workbook = new Workbook();
  const generation = loadCheckpoint(directory, workbook);
  const path = logPath(directory, generation);
  const lines = existsSync(path) ? replay(path, workbook) : 0;
  return { workbook, generation, lines };
}

function loadCheckpoint(directory: string, workbook: Workbook): number {
  const path = join(directory, CHECKPOINT);
  if (!existsSync(path)) return 0;
  const [head = "{}", ...ops] = readFileSync(path, "utf8").split("\n");
  for (const line of ops) if (line !== "") workbook.apply(JSON.parse(line) as Op);
  return (JSON.parse(head) as { generation: number }).generation;
}

/** Applies the log; a torn last line is cut off. */
function replay(path: string, workbook: Workbook): number {
  const text = readFileSync(path, "utf8");
  let good = 0;
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const ops = end < 0 ? undefined : opsOfLine(text.slice(at, end));
    if (!ops) break;
    for (const op of ops) workbook.apply(op);
    count += 1;
    at = end + 1;
    good = at;
  }
  if (!isLastLine(text, good)) throw new LogDamaged(path, count + 1);
  if (good < text.length) writePrivate(path, text.slice(0, good));
  return count;
}

/** Whether nothing stands behind the line that begins there: each is written when the one before it is on the disk. */
function isLastLine(text: string, at: number): boolean {
  const end = text.indexOf("\n", at);
  return end < 0 || end === text.length - 1;
}

function lineOf(ops: readonly Op[]): string {
  const json = JSON.stringify(ops);
  return `${checksum(json)} ${json}\n`;
}

function opsOfLine(line: string): Op[] | undefined {
  const json = line.slice(17);
  return checksum(json) === line.slice(0, 16) ? (JSON.parse(json) as Op[]) : undefined;
}

function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function logPath(directory: string, generation: number): string {
  return join(directory, `log-${generation}.jsonl`);
}

function removeOldLogs(directory: string, generation: number): void {
  for (const name of readdirSync(directory)) {
    const match = /^log-(\d+)\.jsonl$/.exec(name);
    if (match && Number(match[1]) < generation) rmSync(join(directory, name));
  }
}
