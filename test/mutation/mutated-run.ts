import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { CollectedTests } from "./collected-tests.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MADE = join(ROOT, "dist", `mutated-${process.pid}`);
const NATIVE = join(MADE, "native.cjs");
const ADDON = join(ROOT, "addon/server/index.ts");

/** A source text that stands for a file of the sources. */
export interface Changed {
  readonly file: string;
  readonly text: string;
}

/** A loop of a mutant that never ends is an error instead. */
const LOOPS = 20_000_000;
const guards = globalThis as { __loops?: number; __tests?: CollectedTests; __code?: string };
let run = 0;

/** The first failure of the tests where a file has another text; nothing where they do not notice. */
export async function failureWith(changed: Changed, tests: readonly string[]): Promise<unknown> {
  guards.__loops = 0;
  try {
    if (tests.some((test) => !test.startsWith("test/core/"))) guards.__code = await addonWith(changed);
    for (const test of tests) {
      const collected = new CollectedTests();
      guards.__tests = collected;
      await imported(await bundled(changed, test));
      if (collected.count === 0) throw new Error(`${test} has no tests`);
      const failure = await collected.failure();
      if (failure !== undefined) return failure;
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

/** An import of Node's own: the one of the test runner would read the sources instead. */
function imported(url: string): Promise<unknown> {
  const native = createRequire(import.meta.url)(NATIVE) as (url: string) => Promise<unknown>;
  return native(url);
}

async function bundled(changed: Changed, test: string): Promise<string> {
  mkdirSync(MADE, { recursive: true });
  const outfile = join(MADE, `run-${process.pid}-${run++}.mjs`);
  await build({
    ...{ entryPoints: [join(ROOT, test)], outfile, bundle: true, format: "esm", platform: "node" },
    ...{ packages: "external", plugins: [sources(changed)], logLevel: "silent" },
  });
  return pathToFileURL(outfile).href;
}

/** The add-on's `Code.js` with the change in it. */
async function addonWith(changed: Changed): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [ADDON], bundle: true, write: false, format: "iife", globalName: "__app" },
    ...{ target: "es2020", charset: "utf8", plugins: [sources(changed)], logLevel: "silent" },
  });
  const stubs = ["rpc", "onEdit", "onOpen"].map(
    (name) => `function ${name}() { return __app.${name}.apply(this, arguments); }`,
  );
  return `var __loops = 0;\n${outputFiles[0]?.text ?? ""}\n${stubs.join("\n")}\n`;
}

const SHIM = `export const { describe, it, test, expect, beforeEach } = globalThis.__tests.api;`;

function sources({ file, text }: Changed): Plugin {
  return {
    name: "mutated-sources",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: "vitest", namespace: "shim" }));
      onLoad({ filter: /.*/, namespace: "shim" }, () => ({ contents: SHIM, loader: "js" }));
      onLoad({ filter: /addon\/local\/build\.ts$/ }, () => ({
        contents: "export const bundledCode = async () => globalThis.__code;",
      }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path.includes("node_modules")) return undefined;
        const own = path === join(ROOT, file);
        const contents = own ? guarded(text) : readFileSync(path, "utf8");
        return { contents: located(contents, path), loader: "ts" };
      });
    },
  };
}

function located(text: string, path: string): string {
  return text
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
    .replaceAll("import.meta.dirname", JSON.stringify(resolve(path, "..")));
}

/** Counts the rounds of loops with a body of their own. */
function guarded(text: string): string {
  const count = `if ((globalThis.__loops = (globalThis.__loops || 0) + 1) > ${LOOPS}) throw new Error("endless");`;
  return text.replace(/^(\s*(?:for|while) \(.*\) \{)$/gm, `$1 ${count}`);
}

export function removeMutated(): void {
  rmSync(MADE, { recursive: true, force: true });
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** Leaves nothing of earlier runs. */
export function prepareMutated(): void {
  removeMutated();
  mkdirSync(MADE, { recursive: true });
  writeFileSync(NATIVE, "module.exports = (url) => import(url);\n");
}
