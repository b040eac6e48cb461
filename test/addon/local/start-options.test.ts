import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = new URL("../../../", import.meta.url).pathname;

function start(lang: string, ...asked: string[]) {
  const ledger = join(mkdtempSync(join(tmpdir(), "onaccount-start-")), "ledger");
  const { status, stderr, stdout } = spawnSync(
    `${ROOT}node_modules/.bin/node`,
    ["addon/local/start.ts", "--ledger", ledger, ...asked],
    { cwd: ROOT, env: { ...process.env, LC_ALL: lang }, encoding: "utf8", timeout: 20_000 },
  );
  return { status, stdout, said: stderr.trim(), isMade: existsSync(ledger) };
}

/** What npm start does not understand is named in one line, beside what it does; nothing is made. */
test.each([
  [["--port", "abc"], "abc"],
  [["--port", "70000"], "70000"],
  [["--port="], "--port"],
  [["--nope"], "--nope"],
  [["extra"], "extra"],
] as const)("npm start with %j", (asked, named) => {
  const zh = start("zh_CN.UTF-8", ...asked);
  expect(zh).toMatchObject({ status: 1, stdout: "", isMade: false });
  expect(zh.said).toMatch(/^[^\n]*没有启动[^\n]*--ledger[^\n]*。$/);
  const en = start("en_US.UTF-8", ...asked);
  expect(en).toMatchObject({ status: 1, stdout: "", isMade: false });
  expect(en.said).toMatch(/^[^\n]*not opened[^\n]*--ledger[^\n]*\.$/);
  for (const { said } of [zh, en]) expect(said.split("--ledger")[0]).toContain(named);
});
