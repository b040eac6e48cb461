import { mkdtempSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, type ServerOptions, startServer } from "../../../addon/local/server.ts";
import { LedgerHost } from "./ledger-host.ts";

export interface Served {
  host: LedgerHost;
  server: RunningServer;
  base: string;
  faults: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A server over a small ledger with a page of one line and a sidebar of one line. */
export async function serve(options: Partial<ServerOptions> & { host?: LedgerHost } = {}): Promise<Served> {
  const host = options.host ?? smallLedger();
  const faults: unknown[] = [];
  const dir = mkdtempSync(join(tmpdir(), "onaccount-"));
  await mkdir(join(dir, "assets"));
  writeFileSync(join(dir, "index.html"), "<p>page</p>");
  writeFileSync(join(dir, "assets", "page-1.js"), "export {};");
  writeFileSync(join(dir, "sidebar.html"), "<p>sidebar</p>");
  const server = await startServer({
    port: 0,
    name: () => "鸿运达",
    sidebarHtml: join(dir, "sidebar.html"),
    pageDir: dir,
    onFault: (fault) => faults.push(fault),
    ...options,
    host,
  });
  const base = `http://127.0.0.1:${server.port}`;
  const own = { "x-onaccount-token": server.token };
  return {
    host,
    server,
    base,
    faults,
    get: (path, headers = {}) => fetch(base + path, { headers: { ...own, ...headers } }),
    post: (path, body, headers = {}) =>
      fetch(base + path, {
        method: "POST",
        headers: { ...own, "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
}

/** One tab "items" of 20 rows with a text column, and a hidden one. */
export function smallLedger(): LedgerHost {
  return new LedgerHost([
    { do: "addTab", tab: "items", name: "应收明细", at: 0, rows: 20, cols: 4 },
    { do: "addTab", tab: "journal", name: "journal", at: 1, rows: 5, cols: 2 },
    { do: "hideTab", tab: "journal", hidden: true },
    { do: "format", tab: "items", row: 2, col: 1, rows: 0, cols: 1, format: "@" },
    {
      do: "set",
      tab: "items",
      row: 1,
      col: 1,
      cells: [
        ["编号", "客户", "金额"],
        ["00123", "恒通", 1200],
      ],
    },
    { do: "property", key: "language", value: "zh" },
    { do: "property", key: "secret", value: "s3cr3t" },
  ]);
}
