import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildAddon, buildIfStale } from "./build.ts";
import { needChromium } from "./get-chromium.ts";

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
    run("node", ["--disable-warning=ExperimentalWarning", "addon/local/start.ts", ...args]);
  },
  check: () => {
    for (const project of PROJECTS) if (existsSync(`${project}/tsconfig.json`)) run("tsc", ["-p", project]);
    run("biome", ["check", "--error-on-warnings"]);
  },
  test: async () => {
    await commands.check?.();
    await needChromium();
    await buildIfStale();
    run("vitest", ["run", "--config", "test/vitest.config.ts", ...args]);
  },
  "test:deep": () => {
    run("vitest", ["run", "--config", "test/vitest.config.ts", ...args], { DEEP: "1" });
  },
  bench: () => {
    installForBench();
    run("tsc", ["-p", "test/bench"]);
    run("node", ["--disable-warning=ExperimentalWarning", "test/bench/main.ts", ...args]);
  },
  pictures: async () => {
    await needChromium();
    await buildIfStale();
    run("node", ["--disable-warning=ExperimentalWarning", "test/e2e/pictures.ts", ...args]);
  },
  push: async () => {
    await buildAddon();
    run("clasp", ["push", ...args]);
  },
  ledger: async () => {
    await buildIfStale();
    run("node", ["--disable-warning=ExperimentalWarning", "addon/local/cli/main.ts", ...args]);
  },
};

const command = commands[name];
if (!command) console.error(`There is no command ${name}. There are: ${Object.keys(commands).join(", ")}.`);
process.exitCode = command ? 0 : 1;
await command?.();

/** What the bench compares with stands in a package of its own, so that npm ci of the product does not bring it. */
function installForBench(): void {
  if (existsSync("test/bench/node_modules")) return;
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: "test/bench", stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function run(tool: string, rest: readonly string[], env: Record<string, string> = {}): void {
  const done = spawnSync(`node_modules/.bin/${tool}`, rest, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
