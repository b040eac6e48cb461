import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";

/** Only the user of the computer who keeps the ledger may read and write its files, and those made of it. */
export const PRIVATE = 0o600;

/** Makes a folder, those above it too, that only its user may look into; one that is there stays as it is. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Writes a private file whole, or leaves the old one as it is; returns when it would survive a power cut. */
export function writePrivate(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.new`;
  const file = openPrivate(temporary, "w");
  try {
    writeFileSync(file, content);
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
