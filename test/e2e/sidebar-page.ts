import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build, type Plugin } from "vite";
import { fileReaderPage } from "../../addon/local/build.ts";
import { FRAME_POLICY } from "../../addon/local/http/frame.ts";
import type { Reply } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { pseudoGerman } from "../addon/sidebar/pseudo-german.ts";

/** The sidebar's HTML as it is built for Google; with stretched words, the layout's stress test. */
export async function builtSidebar(words: "own" | "stretched" = "own"): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "onaccount-sidebar-"));
  const configFile = join(import.meta.dirname, "../../addon/sidebar/vite.config.ts");
  const plugins = words === "stretched" ? [stretchedEnglish()] : [];
  // As for Google, whatever the environment of the tests says: the test build is a third larger.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({ configFile, logLevel: "error", plugins, build: { outDir } });
  process.env.NODE_ENV = NODE_ENV;
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
  bench: Bench;
  calls: { name: string; input: unknown }[];
  /** Requests to anywhere at all. */
  requests: string[];
  /** Errors and warnings of the browser's console. */
  complaints: string[];
  interfere: (how: Interference | undefined) => void;
  close: () => Promise<void>;
}

/** What is shown, and over which ledger. */
export interface Show {
  readonly html: string;
  readonly bench: Bench;
  readonly size?: { width: number; height: number };
  readonly hash?: string;
  readonly media?: { reducedMotion?: "reduce"; forcedColors?: "active" };
}

export type Locale = "zh-CN" | "en-GB";

/** A page that shows one sidebar after another: a new page for each would take most of the time. */
export interface Stage {
  show(what: Show): Promise<OpenedSidebar>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly scale?: number;
  /** Pauses of a second or two take none, so that a call that is tried again is so at once. */
  readonly isHurried?: boolean;
}

const ADDRESS = "http://sidebar.test/";

/**
 * The built HTML in a browser under the policy of the local host's frame, which allows no network and no
 * eval, its google.script.run answered by the add-on's own bundle.
 */
export async function openStage(
  browser: Browser,
  locale: Locale,
  { scale = 1, isHurried = false }: StageOptions = {},
): Promise<Stage> {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Shanghai", deviceScaleFactor: scale });
  const page = await context.newPage();
  if (isHurried) await page.addInitScript(shortenPauses);
  const reader = await readerPage();
  let shown: Showing | undefined;
  let shows = 0;
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(`${ADDRESS}?`))
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "content-security-policy": FRAME_POLICY },
        body: shown?.html ?? "",
      });
    shown?.requests.push(url);
    return route.abort();
  });
  page.on("pageerror", (error) => shown?.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") shown?.complaints.push(message.text());
  });
  await page.exposeFunction("__rpc", (name: string, input: unknown) => shown && answered(shown, name, input));
  await page.addInitScript(installShim);
  const show = async (what: Show): Promise<OpenedSidebar> => {
    const { html, bench, size = { width: 300, height: 720 }, hash = "", media = {} } = what;
    Object.assign(bench.world, { files: { sidebar: html, "file-reader": reader } });
    const own: Showing = { html, bench, calls: [], requests: [], complaints: [], interference: undefined };
    await page.evaluate(fallSilent);
    shown = own;
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: null, forcedColors: null, ...media });
    // Each at an address of its own: another hash alone would load nothing.
    shows += 1;
    await page.goto(`${ADDRESS}?${shows}${hash}`);
    const interfere: OpenedSidebar["interfere"] = (how) => {
      own.interference = how;
    };
    return { ...own, page, context, interfere, close: () => context.close() };
  };
  return { show, close: () => context.close() };
}

interface Showing {
  readonly html: string;
  readonly bench: Bench;
  readonly calls: OpenedSidebar["calls"];
  readonly requests: string[];
  readonly complaints: string[];
  interference: Interference | undefined;
}

async function answered(shown: Showing, name: string, input: unknown): Promise<string> {
  shown.calls.push({ name, input });
  const instead = shown.interference?.(name, input);
  if (instead === "hang") return new Promise(() => {});
  if (instead === "throw") throw new Error("Exception: SCRIPT_TIMEOUT at rpc (Code:812:15)");
  return JSON.stringify(instead ?? shown.bench.run(name, input).reply);
}

let reader: Promise<string> | undefined;

/** The reader of files, built once. */
function readerPage(): Promise<string> {
  reader ??= fileReaderPage();
  return reader;
}

function shortenPauses(): void {
  const wait = window.setTimeout.bind(window);
  const hurried = (work: () => void, delay = 0) => wait(work, delay > 200 && delay < 5_000 ? 20 : delay);
  Reflect.set(window, "setTimeout", hurried);
}

/** What the page before still asks for reaches nothing. */
function fallSilent(): void {
  Reflect.set(window, "__rpc", () => new Promise(() => {}));
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
