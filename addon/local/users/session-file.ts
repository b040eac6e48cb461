import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { writePrivate } from "../private-file.ts";

const Kept = z.array(
  z.strictObject({
    id: z.string(),
    keyHash: z.string(),
    user: z.string(),
    passphrase: z.string(),
    opened: z.number(),
    used: z.number(),
  }),
);

/** One browser that has logged in, as it is kept. */
export interface KeptSession {
  /** Hash of the cookie: the session's name. */
  readonly id: string;
  /** Hash of the key; "" once the session has ended, when it only tells that the browser is known. */
  readonly keyHash: string;
  readonly user: string;
  /** Hash of what was kept of the passphrase at the log-in: a new passphrase ends the session. */
  readonly passphrase: string;
  readonly opened: number;
  readonly used: number;
}

/** `sessions.json` beside the log: hashes only. */
export class SessionFile {
  private readonly path: string;

  constructor(directory: string) {
    this.path = join(directory, "sessions.json");
  }

  /** What is damaged is worth nothing: everybody logs in again. */
  read(): KeptSession[] {
    if (!existsSync(this.path)) return [];
    const read = Kept.safeParse(parsed(readFileSync(this.path, "utf8")));
    return read.success ? read.data : [];
  }

  write(sessions: readonly KeptSession[]): void {
    writePrivate(this.path, JSON.stringify(sessions));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // as an empty file
  }
}
