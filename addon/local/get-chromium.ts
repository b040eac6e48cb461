import { spawnSync } from "node:child_process";
import { findChromium } from "./print/chromium.ts";

/** Ways to get a Chromium, tried in order; each may not be possible on a given machine. */
const WAYS: readonly (readonly string[])[] = [
  ["npx", "playwright-core", "install", "chromium"],
  ["sh", "-c", "apt-get update && apt-get install -y chromium fonts-noto-cjk"],
];

/** Makes sure that tests and pictures have a real Chromium, or stops with one sentence that says how to get one. */
export async function needChromium(): Promise<void> {
  if (await isThere()) return;
  for (const [tool = "", ...args] of WAYS) {
    console.error(`Getting a Chromium: ${[tool, ...args].join(" ")}`);
    spawnSync(tool, args, { stdio: ["ignore", 2, 2], timeout: 600_000 });
    if (await isThere()) return;
  }
  console.error(
    "Tests and pictures need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.",
  );
  process.exit(1);
}

async function isThere(): Promise<boolean> {
  return (await findChromium()) !== undefined;
}
