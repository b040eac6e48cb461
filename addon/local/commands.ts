import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildAddon, buildIfStale } from "./build.ts";
import { runToItsEnd } from "./child-process.mjs";
import { needChromium } from "./get-chromium.ts";
import { spoken } from "./spoken.mjs";

/** What `npm run …` can do; each ends with the exit code of what it ran. */
const [name = "", ...args] = process.argv.slice(2);

const PROJECTS = [
  "core",
  "addon/files",
  "addon/server",
  "addon/sidebar",
  "addon/local",
  "addon/local/page",
  "test",
];

const commands: Record<string, () => Promise<void> | void> = {
  build: () => buildAddon(),
  start: async () => {
    await buildIfStale();
    await run("node", ["--disable-warning=ExperimentalWarning", "addon/local/start.ts", ...args]);
  },
  check: async () => {
    for (const project of PROJECTS)
      if (existsSync(`${project}/tsconfig.json`)) await run("tsc", ["-p", project]);
    await run("biome", ["check", "--error-on-warnings"]);
  },
  test: async () => {
    await commands.check?.();
    await needChromium();
    await buildIfStale();
    await run("vitest", ["run", "--config", "test/vitest.config.ts", ...args]);
  },
  "test:deep": async () => {
    await needChromium();
    await buildIfStale();
    await run("vitest", ["run", "--config", "test/vitest.config.ts", ...args], { DEEP: "1" });
  },
  bench: async () => {
    installForBench();
    await run("tsc", ["-p", "test/bench"]);
    await run("node", ["--disable-warning=ExperimentalWarning", "test/bench/main.ts", ...args]);
  },
  payers: () => run("node", ["--disable-warning=ExperimentalWarning", "test/payers/report.ts", ...args]),
  pictures: async () => {
    await needChromium();
    await buildIfStale();
    await run("node", ["--disable-warning=ExperimentalWarning", "test/e2e/pictures.ts", ...args]);
  },
  push: async () => {
    await buildAddon();
    await run("clasp", ["push", ...args]);
  },
  ledger: async () => {
    await buildIfStale();
    await run("node", ["--disable-warning=ExperimentalWarning", "addon/local/cli/main.ts", ...args]);
  },
};

const command = commands[name];
if (!command) {
  const there = Object.keys(commands);
  console.error(
    spoken({
      zh: `没有命令 ${name}。可用：${there.join("、")}。`,
      en: `There is no command ${name}. There are: ${there.join(", ")}.`,
    }),
  );
}
process.exitCode = command ? 0 : 1;
await command?.();

/** What the bench compares with stands in a package of its own, so that npm ci of the product does not bring it. */
function installForBench(): void {
  if (existsSync("test/bench/node_modules")) return;
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: "test/bench", stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

async function run(tool: string, rest: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const code = await runToItsEnd(`node_modules/.bin/${tool}`, rest, { env: { ...process.env, ...env } });
  if (code !== 0) process.exit(code);
}
