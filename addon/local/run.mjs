// Runs under whatever Node is there, on a clone without node_modules: it installs what is missing and
// goes on under the pinned Node.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runToItsEnd } from "./child-process.mjs";
import { spoken } from "./spoken.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [command = "start", ...args] = process.argv.slice(2);

installIfNeeded();
await runUnderPinnedNode(`${root}addon/local/commands.ts`, [command, ...args]);

function installIfNeeded() {
  const marker = `${root}node_modules/.package-lock.json`;
  const isFresh =
    existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
  if (isFresh) return;
  console.error(
    spoken({
      zh: "正在安装 OnAccount 所需的软件（npm ci）…",
      en: "Installing what OnAccount needs (npm ci) …",
    }),
  );
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) {
    console.error(
      spoken({
        zh: "npm ci 没有完成。请检查到 npm 仓库的连接，再运行一次。",
        en: "npm ci did not finish. Check the connection to the npm registry and run the command again.",
      }),
    );
    process.exit(1);
  }
}

async function runUnderPinnedNode(file, rest) {
  const node = `${root}node_modules/node/bin/node`;
  const done = runToItsEnd(node, ["--disable-warning=ExperimentalWarning", file, ...rest], { cwd: root });
  process.exit(await done);
}
