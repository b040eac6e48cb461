import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { filledFolder } from "./filled-folder.ts";
import { spoken } from "./spoken.mjs";

const OUT = new URL("../../dist/addon/", import.meta.url);
const PAGE = new URL("../../dist/local/", import.meta.url);
/** Written last. */
const STAMP = new URL("../../dist/.built-from", import.meta.url);
const ENTRY = new URL("../server/index.ts", import.meta.url);
const READER = new URL("../sidebar/importing/file-reader-page.ts", import.meta.url);

/** Builds what clasp pushes: `Code.js`, `appsscript.json` and the HTML files, and nothing else. */
export async function buildAddon(out = OUT): Promise<void> {
  if (out === OUT) await forgetOtherBuild();
  const manifest = await readFile(new URL("../server/appsscript.json", import.meta.url));
  await filledFolder(out, async (fresh) => {
    await writeFile(new URL("Code.js", fresh), await bundledCode());
    await writeFile(new URL("appsscript.json", fresh), manifest);
    await writeFile(new URL("file-reader.html", fresh), await fileReaderPage());
    await buildSidebar(fileURLToPath(fresh));
  });
}

/** The reader of files as an HTML file of its own: three times as large as the sidebar, and seldom wanted. */
export async function fileReaderPage(): Promise<string> {
  const result = await build({
    entryPoints: [READER.pathname],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
  });
  return `<!doctype html>\n<script>${result.outputFiles[0]?.text ?? ""}</script>\n`;
}

/** The sidebar as one HTML file, `sidebar.html`; the same file serves as dialog. */
export async function buildSidebar(outDir: string): Promise<void> {
  // Only here: who needs the bundled code alone does not wait for vite.
  const vite = await import("vite");
  const configFile = new URL("../sidebar/vite.config.ts", import.meta.url).pathname;
  await vite.build({ configFile, logLevel: "error", build: { outDir, emptyOutDir: false } });
}

/** Builds add-on and local page, unless what is built comes from just these sources. */
export async function buildIfStale(): Promise<void> {
  const sources = await sourcesHash();
  if ((await builtFrom()) === sources) return;
  console.error(spoken({ zh: "正在构建…", en: "Building …" }));
  await buildAddon();
  await filledFolder(PAGE, buildPage);
  await writeFile(STAMP, sources);
}

async function buildPage(out: URL): Promise<void> {
  const vite = await import("vite");
  const configFile = new URL("page/vite.config.ts", import.meta.url).pathname;
  await vite.build({ configFile, logLevel: "error", build: { outDir: fileURLToPath(out) } });
}

/** What is built from other sources than the page beside it is not what the stamp says. */
async function forgetOtherBuild(): Promise<void> {
  const known = await builtFrom();
  if (known !== "" && known !== (await sourcesHash())) await rm(STAMP, { force: true });
}

/** The hash of the sources that all of `dist` comes from; "" where it was not built to the end. */
function builtFrom(): Promise<string> {
  return readFile(STAMP, "utf8").catch(() => "");
}

/** One hash of every file that the built ones are made of. */
async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  const root = new URL("../../", import.meta.url);
  for (const folder of ["core", "addon"]) {
    const names = await readdir(new URL(folder, root), { recursive: true });
    for (const name of names.sort()) {
      if (!/\.(ts|tsx|css|html|json)$/.test(name)) continue;
      hash.update(name).update(await readFile(new URL(`${folder}/${name}`, root)));
    }
  }
  return hash.update(await readFile(new URL("package-lock.json", root))).digest("hex");
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
