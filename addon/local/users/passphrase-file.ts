import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { writePrivate } from "../private-file.ts";
import { KEPT } from "./passphrase.ts";

const Kept = z.record(
  z.string(),
  z.strictObject({ name: z.string(), hash: z.string().check(z.regex(KEPT)) }),
);

/** Hashes of passphrases by the id of the user, each with the name it was set for. */
type Passphrases = z.infer<typeof Kept>;

/**
 * `passphrases.json` beside the log: hashes stand there and nowhere else, so that journal, tabs,
 * exports and backups may be handed out. Two processes share it: the host reads what the command line
 * has written, and sees a change by the file's time.
 */
export class PassphraseFile {
  private readonly path: string;
  private readAt = "";
  private known: Passphrases = {};

  constructor(directory: string) {
    this.path = join(directory, "passphrases.json");
  }

  /**
   * The hash that was set for this user. An id alone is not enough: after a restore another person
   * may get an id that was given before.
   */
  hashFor(user: { id: string; name: string }): string | undefined {
    const kept = this.read()[user.id];
    return kept?.name === user.name ? kept.hash : undefined;
  }

  set(user: { id: string; name: string }, hash: string): void {
    this.write({ ...this.read(), [user.id]: { name: user.name, hash } });
  }

  forget(id: string): void {
    const { [id]: _, ...others } = this.read();
    this.write(others);
  }

  /** A damaged file is a fault and never "no passphrases": the ledger would stand open. */
  private read(): Passphrases {
    const stamp = this.stamp();
    if (stamp === this.readAt) return this.known;
    this.known = stamp === "" ? {} : Kept.parse(JSON.parse(readFileSync(this.path, "utf8")));
    this.readAt = stamp;
    return this.known;
  }

  private stamp(): string {
    const stat = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : "";
  }

  private write(passphrases: Passphrases): void {
    writePrivate(this.path, `${JSON.stringify(passphrases, null, 2)}\n`);
  }
}
