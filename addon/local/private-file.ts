import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** Only the user of the computer who keeps the ledger may read and write its files. */
export const PRIVATE = 0o600;

/** Writes a private file whole, or leaves the old one as it is; returns when it would survive a power cut. */
export function writePrivate(path: string, text: string): void {
  const temporary = `${path}.new`;
  const file = openPrivate(temporary, "w");
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** Opens a private file; one that others could read, made by hand or by an earlier version, is closed to them. */
export function openPrivate(path: string, flags: "w" | "a"): number {
  const file = openSync(path, flags, PRIVATE);
  fchmodSync(file, PRIVATE);
  return file;
}
