import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/** Public data beside the repository, never in it. */
const BESIDE = resolve(import.meta.dirname, "../../../shared/data");

/** The path of a public file, or nothing and a printed line where it is not there. */
export function sharedFile(name: string): string | undefined {
  const path = resolve(BESIDE, name);
  if (existsSync(path)) return path;
  console.log(`skipped: no shared data (${name})`);
  return undefined;
}

/** A file's bytes, unpacked where they are packed. */
export function bytesOf(path: string): Buffer {
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}
