import { spawnSync } from "node:child_process";
import { findChromium } from "./print/chromium.ts";
import { spoken } from "./spoken.mjs";

/** Ways to get a Chromium, tried in order; each may not be possible on a given machine. */
const WAYS: readonly (readonly string[])[] = [
  ["npx", "playwright-core", "install", "chromium"],
  ["sh", "-c", "apt-get update && apt-get install -y chromium fonts-noto-cjk"],
];

/** Makes sure that tests and pictures have a real Chromium, or stops with one sentence that says how to get one. */
export async function needChromium(): Promise<void> {
  if (await isThere()) return;
  for (const [tool = "", ...args] of WAYS) {
    const line = [tool, ...args].join(" ");
    console.error(spoken({ zh: `正在获取 Chromium：${line}`, en: `Getting a Chromium: ${line}` }));
    spawnSync(tool, args, { stdio: ["ignore", 2, 2], timeout: 600_000 });
    if (await isThere()) return;
  }
  console.error(
    spoken({
      zh: "测试和截图需要 Chromium。请安装（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROMIUM 指明路径。",
      en: "Tests and pictures need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.",
    }),
  );
  process.exit(1);
}

async function isThere(): Promise<boolean> {
  return (await findChromium()) !== undefined;
}
