import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const OUT = new URL("../../dist/addon/", import.meta.url);
const ENTRY = new URL("../server/index.ts", import.meta.url);

/** Builds what clasp pushes: `Code.js`, `appsscript.json` and the HTML files, and nothing else. */
export async function buildAddon(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  await writeFile(new URL("Code.js", OUT), await bundledCode());
  await writeFile(
    new URL("appsscript.json", OUT),
    await readFile(new URL("../server/appsscript.json", import.meta.url)),
  );
}

/** The server as one script with a global function for each of its exports: Google calls them by name. */
export async function bundledCode(): Promise<string> {
  const result = await build({
    entryPoints: [ENTRY.pathname],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "__app",
    target: "es2020",
    charset: "utf8",
    minifySyntax: true,
    legalComments: "none",
  });
  const names = await exportsOf(ENTRY.pathname);
  const stubs = names.map((name) => `function ${name}() { return __app.${name}.apply(this, arguments); }`);
  return `${result.outputFiles[0]?.text ?? ""}\n${stubs.join("\n")}\n`;
}

async function exportsOf(entry: string): Promise<string[]> {
  const result = await build({ entryPoints: [entry], write: false, format: "esm", metafile: true });
  return Object.values(result.metafile.outputs).flatMap((output) => output.exports);
}
