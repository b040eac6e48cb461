import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build, type Plugin } from "vite";
import type { Reply } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { pseudoGerman } from "../addon/sidebar/pseudo-german.ts";

/** The sidebar's HTML as it is built for Google; with stretched words, the layout's stress test. */
export async function builtSidebar(words: "own" | "stretched" = "own"): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "onaccount-sidebar-"));
  const configFile = join(import.meta.dirname, "../../addon/sidebar/vite.config.ts");
  const plugins = words === "stretched" ? [stretchedEnglish()] : [];
  await build({ configFile, logLevel: "error", plugins, build: { outDir } });
  const html = readFileSync(join(outDir, "sidebar.html"), "utf8");
  rmSync(outDir, { recursive: true });
  return html;
}

/** English words as long as German ones: the values change, the code does not. */
function stretchedEnglish(): Plugin {
  return {
    name: "stretched-english",
    enforce: "pre",
    transform(code, id) {
      if (!/\/sidebar\/words\/(?:.*[-/])?en(?:-[\w-]+)?\.ts$/.test(id)) return null;
      return code.replace(/^(\s+"[\w.]+":\s+)"((?:[^"\\]|\\.)*)"/gm, (_, key: string, text: string) => {
        return `${key}${JSON.stringify(pseudoGerman(text))}`;
      });
    },
  };
}

/** What a call comes back as instead of the server's own answer. */
export type Interference = (name: string, input: unknown) => Reply<unknown> | "throw" | "hang" | undefined;

export interface OpenedSidebar {
  page: Page;
  context: BrowserContext;
  calls: { name: string; input: unknown }[];
  /** Requests to anywhere at all. */
  requests: string[];
  /** Errors and warnings of the browser's console. */
  complaints: string[];
  interfere: (how: Interference | undefined) => void;
  close: () => Promise<void>;
}

interface Options {
  readonly html: string;
  readonly bench: Bench;
  readonly size?: { width: number; height: number };
  readonly locale?: "zh-CN" | "en-GB";
  readonly hash?: string;
  readonly media?: { reducedMotion?: "reduce"; forcedColors?: "active" };
}

/** The built HTML in a browser, its google.script.run answered by the add-on's own bundle. */
export async function openSidebar(browser: Browser, options: Options): Promise<OpenedSidebar> {
  const { html, bench, size = { width: 300, height: 720 }, locale = "zh-CN", hash = "" } = options;
  const context = await browser.newContext({
    viewport: size,
    locale,
    timezoneId: "Asia/Shanghai",
    deviceScaleFactor: 2,
    ...options.media,
  });
  const page = await context.newPage();
  const calls: OpenedSidebar["calls"] = [];
  const requests: string[] = [];
  const complaints: string[] = [];
  let interference: Interference | undefined;
  const address = "http://sidebar.test/";
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url === address) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    requests.push(url);
    return route.abort();
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.exposeFunction("__rpc", async (name: string, input: unknown) => {
    calls.push({ name, input });
    const instead = interference?.(name, input);
    if (instead === "hang") return new Promise(() => {});
    if (instead === "throw") throw new Error("Exception: SCRIPT_TIMEOUT at rpc (Code:812:15)");
    return JSON.stringify(instead ?? bench.run(name, input).reply);
  });
  await page.addInitScript(installShim);
  await page.goto(address + hash);
  const interfere = (how: Interference | undefined) => {
    interference = how;
  };
  return { page, context, calls, requests, complaints, interfere, close: () => context.close() };
}

/** google.script as HtmlService has it, over the function that the test exposes. */
function installShim(): void {
  type Handler = (value: unknown) => void;
  const rpc = (name: string, input: unknown): Promise<string> => Reflect.get(window, "__rpc")(name, input);
  const runner = (success?: Handler, failure?: Handler) => ({
    withSuccessHandler: (handler: Handler) => runner(handler, failure),
    withFailureHandler: (handler: Handler) => runner(success, handler),
    rpc: (name: string, input: unknown) => void rpc(name, input).then(success, failure),
  });
  const host = { close: () => {}, editor: { focus: () => {} } };
  Reflect.set(window, "google", { script: { run: runner(), host } });
}

/** Waits until nothing is being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".skeleton").waitFor({ state: "detached" });
}
