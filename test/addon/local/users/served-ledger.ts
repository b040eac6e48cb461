import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledCode } from "../../../../addon/local/build.ts";
import { LocalHost } from "../../../../addon/local/host.ts";
import { NOBODY } from "../../../../addon/local/host-port.ts";
import { type RunningServer, startServer } from "../../../../addon/local/server.ts";
import { LedgerUsers } from "../../../../addon/local/users/ledger-users.ts";
import { Sessions } from "../../../../addon/local/users/sessions.ts";
import { userList } from "../../../../addon/local/users/user-list.ts";
import type { Reply } from "../../../../addon/protocol.ts";
import type { Role } from "../../../../addon/rights.ts";

const code = await bundledCode();

/** One guess in a thousandth of the time: tests make many. */
export const CHEAP = { logN: 5, r: 8, p: 1 };

/** A browser that talks to the served ledger: its cookie, its key, and a name of its own. */
export class Browser {
  readonly client: string;
  cookie = "";
  key = "";
  readonly #base: string;

  constructor(base: string, client: string) {
    this.#base = base;
    this.client = client;
  }

  async logIn(name: string, passphrase: string): Promise<Response> {
    const response = await this.post("/api/login", { name, passphrase });
    const [cookie = ""] = response.headers.getSetCookie();
    if (!response.ok) return response;
    this.cookie = cookie.split(";")[0] ?? "";
    this.key = (await response.clone().json()).key;
    return response;
  }

  get(path: string): Promise<Response> {
    return fetch(this.#base + path, { headers: this.#headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#base + path, {
      method: "POST",
      headers: { ...this.#headers, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** One call of the add-on, as its sidebar makes it. */
  async call(name: string, input: object): Promise<Reply<Record<string, unknown>>> {
    const response = await this.post("/api/call", { client: this.client, name: "rpc", args: [name, input] });
    const answer = await response.json();
    if (typeof answer.result !== "string") throw new Error(JSON.stringify(answer));
    return JSON.parse(answer.result);
  }

  get #headers(): Record<string, string> {
    return { cookie: this.cookie, "x-onaccount-token": this.key };
  }
}

interface Served {
  always?: boolean;
  pageDir?: string;
  /** Names besides 127.0.0.1, as an office network has them. */
  names?: readonly string[];
}

/** A real ledger in a folder of its own, its users, and a server over it on 127.0.0.1. */
export class ServedLedger {
  readonly directory = mkdtempSync(join(tmpdir(), "onaccount-users-"));
  readonly host: LocalHost;
  readonly users: LedgerUsers;
  readonly waits: number[] = [];
  readonly faults: unknown[] = [];
  /** Keeps the answers to wrong log-ins back for as long as a test likes. */
  hold: (() => Promise<void>) | undefined;
  now = Date.parse("2026-11-22T08:00:00Z");
  #tabs = 0;
  #server: RunningServer | undefined;

  constructor() {
    this.host = new LocalHost({ directory: this.directory, code, zone: "Asia/Shanghai" });
    this.users = new LedgerUsers({ directory: this.directory, list: userList(this.host), cost: CHEAP });
    this.call("setup", { language: "zh" });
  }

  async start({ pageDir, always = false, names = [] }: Served = {}): Promise<this> {
    const page = mkdtempSync(join(tmpdir(), "onaccount-page-"));
    writeFileSync(join(page, "index.html"), "<p>page</p>");
    writeFileSync(join(page, "sidebar.html"), "<p>sidebar</p>");
    const now = () => this.now;
    this.#server = await startServer({
      host: this.host,
      port: 0,
      name: () => "鸿运达",
      sidebarHtml: join(page, "sidebar.html"),
      pageDir: pageDir ?? page,
      names,
      now,
      wait: async (milliseconds) => {
        this.waits.push(milliseconds);
        await this.hold?.();
      },
      onFault: (fault) => this.faults.push(fault),
      door: { users: this.users, sessions: new Sessions({ directory: this.directory, now }), always },
    });
    return this;
  }

  get server(): RunningServer {
    if (!this.#server) throw new Error("the server was not started");
    return this.#server;
  }

  async stop(): Promise<void> {
    await this.server.close();
    this.host.close();
  }

  /** A call from beside the door, as the command line of the folder's keeper makes it. */
  call<T = unknown>(name: string, input: object): T {
    const reply = JSON.parse(String(this.host.call("rpc", [name, input], { client: "test", ...NOBODY })));
    if (!reply.ok) throw new Error(reply.sentence ?? reply.report);
    return reply.value;
  }

  async addUser(name: string, role: Role, passphrase: string): Promise<void> {
    this.call("addUser", { action: randomUUID(), user: { name, role } });
    const user = this.users.named(name);
    if (!user) throw new Error(`no user ${name}`);
    await this.users.setPassphrase(user, passphrase);
  }

  browser(client: string): Browser {
    return new Browser(`http://127.0.0.1:${this.server.port}`, client);
  }

  async loggedIn(name: string, passphrase: string): Promise<Browser> {
    this.#tabs += 1;
    const browser = this.browser(`tab-${this.#tabs}`);
    const response = await browser.logIn(name, passphrase);
    if (!response.ok) throw new Error(await response.text());
    return browser;
  }

  /** Who stands behind each entry of the journal: kind, user, and how known. */
  get journal(): string[] {
    const cells = this.host.workbook.tabs.find((tab) => tab.name === "_journal")?.cells ?? [];
    const [head = [], ...rows] = cells;
    const at = (key: string) => head.indexOf(key);
    return rows
      .filter((row) => row[at("kind")] !== "" && row[at("kind")] !== undefined)
      .map((row) => `${row[at("kind")]}: ${row[at("user")]} (${row[at("knownBy")]})`);
  }
}
