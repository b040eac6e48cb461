import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HostAddress } from "../../../addon/local/ledger-lock.ts";

/** Who has a ledger's folder open, as far as it is told yet. */
export function holderOf(directory: string): { pid?: number; host?: HostAddress } {
  try {
    return JSON.parse(readFileSync(join(directory, "host.json"), "utf8")) as ReturnType<typeof holderOf>;
  } catch {
    return {}; // not there yet, or being written
  }
}

/** Looks again and again until there is something to see; a minute at most. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come about");
}
