import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import type { Cell, Op } from "../../addon/local/ops.ts";
import { type RunningServer, startServer } from "../../addon/local/server.ts";
import { LedgerHost } from "../addon/local/ledger-host.ts";

/** Builds the page once into a folder of its own; the caller removes it. */
export async function buildPage(): Promise<{ pageDir: string; remove(): void }> {
  const pageDir = mkdtempSync(join(tmpdir(), "onaccount-page-"));
  const configFile = join(import.meta.dirname, "../../addon/local/page/vite.config.ts");
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({ configFile, logLevel: "error", build: { outDir: pageDir } });
  process.env.NODE_ENV = NODE_ENV;
  return { pageDir, remove: () => rmSync(pageDir, { recursive: true, force: true }) };
}

export interface OpenedLedger {
  host: LedgerHost;
  server: RunningServer;
  context: BrowserContext;
  /** Errors of the page's own scripts, and of the server. */
  faults: string[];
  /** Requests that the browser made to anywhere but the server. */
  strangers: string[];
  page(): Promise<Page>;
  close(): Promise<void>;
}

/** A server over a ledger, and a browser window that may open pages of it. */
export async function openLedger(
  browser: Browser,
  pageDir: string,
  ops: readonly Op[],
): Promise<OpenedLedger> {
  const host = new LedgerHost(ops);
  const sidebarHtml = join(mkdtempSync(join(tmpdir(), "onaccount-sidebar-")), "sidebar.html");
  writeFileSync(sidebarHtml, SIDEBAR);
  const faults: string[] = [];
  const onFault = (fault: unknown) => faults.push(String(fault));
  const server = await startServer({
    host,
    port: 0,
    name: () => "鸿运达贸易",
    sidebarHtml,
    pageDir,
    onFault,
  });
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  context.on("weberror", (error) => faults.push(String(error.error().stack)));
  const strangers: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`http://127.0.0.1:${server.port}/`) && !/^(data|blob|about):/.test(url))
      strangers.push(url);
  });
  return {
    host,
    server,
    context,
    faults,
    strangers,
    page: async () => {
      const page = await context.newPage();
      await page.goto(server.url);
      return page;
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** A tab of open items: a text column, names, dates and amounts, under one frozen row of headers. */
export function itemsTab(rows: number, cols = 12): Op[] {
  const headers = ["编号", "客户", "到期日", "金额（元）", "已收（元）", "未清（元）"];
  const head = Array.from({ length: cols }, (_, at) => headers[at] ?? `列 ${at + 1}`);
  const body = Array.from({ length: rows - 1 }, (_, at) => itemRow(at + 1, cols));
  const columns: [number, string][] = [
    [1, "@"],
    [3, "yyyy-mm-dd"],
    [4, "#,##0.00"],
    [5, "#,##0.00"],
    [6, "#,##0.00"],
  ];
  return [
    { do: "addTab", tab: "items", name: "应收明细", at: 0, rows: rows + 50, cols },
    { do: "set", tab: "items", row: 1, col: 1, cells: [head, ...body] },
    ...columns.map(
      ([col, format]): Op => ({ do: "format", tab: "items", row: 2, col, rows: 0, cols: 1, format }),
    ),
    {
      do: "style",
      tab: "items",
      row: 1,
      col: 1,
      rows: 1,
      cols,
      style: { bold: true, background: "#eef3f7" },
    },
    { do: "freeze", tab: "items", rows: 1, cols: 0 },
    { do: "width", tab: "items", col: 2, pixels: 220 },
    { do: "addTab", tab: "customers", name: "客户", at: 1, rows: 60, cols: 4 },
    {
      do: "set",
      tab: "customers",
      row: 1,
      col: 1,
      cells: [
        ["编号", "名称"],
        ["K001", "恒通商贸有限公司"],
      ],
    },
    { do: "addTab", tab: "journal", name: "journal", at: 2, rows: 10, cols: 2 },
    { do: "hideTab", tab: "journal", hidden: true },
    { do: "property", key: "language", value: "zh" },
  ];
}

function itemRow(number: number, cols: number): Cell[] {
  const known = [
    String(number).padStart(5, "0"),
    `恒通商贸有限公司第 ${number % 97} 分公司`,
    46_000 + (number % 300),
    (number * 137) % 90_000,
    0,
    (number * 137) % 90_000,
  ];
  return Array.from({ length: cols }, (_, at) => known[at] ?? `值 ${at + 1}`);
}

const SIDEBAR = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>sidebar</title>
<style>body { font: 14px/1.6 sans-serif; margin: 0; padding: 16px; } button { width: 100%; min-height: 34px; }</style>
</head><body>
<h2>今天</h2>
<p id="out">准备好</p>
<p><input id="field" aria-label="field"></p>
<button id="act">登记收款</button>
<script>
const out = document.getElementById("out");
const show = (result, box) => { (box || out).textContent = JSON.stringify(result); };
google.script.run.withSuccessHandler(show).withUserObject(out).greet("挂账");
document.getElementById("act").onclick = () =>
  google.script.run.withSuccessHandler(show).withFailureHandler((error) => { out.textContent = error.message; }).act();
</script>
</body></html>`;
