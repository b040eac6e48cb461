import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Everything that a run writes lies in one folder of its own, which goes with it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "onaccount-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
