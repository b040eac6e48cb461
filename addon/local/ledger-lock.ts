import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePrivateFolder, PRIVATE, writePrivate } from "./private-file.ts";

/** Who has a ledger's folder open: one process at a time. A host that serves tells how to reach it. */
export interface Holder {
  readonly pid: number;
  readonly host?: HostAddress;
}

/** How to reach a host that serves the ledger. */
export interface HostAddress {
  /** What to open in a browser. */
  readonly url: string;
  /** Where the command line hands its actions to, and the token by which it is known. */
  readonly commands: string;
  readonly commandToken: string;
}

/** Takes the folder for this process, or tells who has it. A holder that is gone is not minded. */
export function takeLedger(directory: string): Holder | undefined {
  makePrivateFolder(directory);
  const own = JSON.stringify({ pid: process.pid });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      makeWhole(holderFile(directory), own);
      return undefined;
    } catch (error) {
      if (!isExists(error)) throw error;
      const holder = readHolder(directory);
      if (holder && isAlive(holder.pid)) return holder;
      rmSync(holderFile(directory), { force: true });
    }
  }
  return readHolder(directory);
}

/**
 * Makes a file that is not there, with its content at once: nobody sees it empty and takes it for left over.
 * A disk that has no hard links gets it in two steps.
 */
function makeWhole(file: string, content: string): void {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, content, { mode: PRIVATE });
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (isExists(error)) throw error;
    writeFileSync(file, content, { flag: "wx", mode: PRIVATE });
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Tells other processes how to hand this one their actions. Readable by this user only. */
export function announceHost(directory: string, host: HostAddress): void {
  writePrivate(holderFile(directory), JSON.stringify({ pid: process.pid, host }));
}

/** Gives the folder free again. */
export function releaseLedger(directory: string): void {
  if (readHolder(directory)?.pid === process.pid) rmSync(holderFile(directory), { force: true });
}

function readHolder(directory: string): Holder | undefined {
  const file = holderFile(directory);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return text.endsWith("}") ? (JSON.parse(text) as Holder) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isExists(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function holderFile(directory: string): string {
  return join(directory, "host.json");
}
