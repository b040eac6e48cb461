import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildAddon, buildIfStale } from "./build.ts";

/** What `npm run …` can do; each ends with the exit code of what it ran. */
const [name = "", ...args] = process.argv.slice(2);

const PROJECTS = ["core", "addon/server", "addon/sidebar", "addon/local", "addon/local/page", "test"];

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
    await buildAddon();
    run("vitest", ["run", "--config", "test/vitest.config.ts", ...args]);
  },
  ledger: async () => {
    await buildIfStale();
    run("node", ["--disable-warning=ExperimentalWarning", "addon/local/cli/main.ts", ...args]);
  },
};

await commands[name]?.();

function run(tool: string, rest: readonly string[]): void {
  const done = spawnSync(`node_modules/.bin/${tool}`, rest, { stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
