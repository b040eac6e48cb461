import { readFileSync } from "node:fs";
import { dailyBackup } from "./backups.ts";
import { LocalHost } from "./host.ts";
import { NOBODY } from "./host-port.ts";
import { htmlFilesIn } from "./html-files.ts";
import { announceHost, releaseLedger } from "./ledger-lock.ts";
import { ledgerName } from "./ledger-name.ts";
import type { OwnBooks } from "./own-books.ts";
import { replyOf } from "./reply-of.ts";
import { type RunningServer, startServer } from "./server.ts";
import { LedgerUsers } from "./users/ledger-users.ts";
import { Sessions } from "./users/sessions.ts";
import { userList } from "./users/user-list.ts";

const BUILT = new URL("../../dist/addon/", import.meta.url);
const PAGE = new URL("../../dist/local", import.meta.url);

/** A ledger's folder that this process has taken: the add-on over it, and who may log in. */
export interface OpenedLedger {
  readonly directory: string;
  readonly host: LocalHost;
  readonly users: LedgerUsers;
}

export function openLedger(directory: string): OpenedLedger {
  const code = readFileSync(new URL("Code.js", BUILT), "utf8");
  const zone = ownZone();
  const host = new LocalHost({ directory, code, zone, files: htmlFilesIn(BUILT) });
  return { directory, host, users: new LedgerUsers({ directory, list: userList(host) }) };
}

/** The time zone of this computer. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export interface Serving {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Addresses besides 127.0.0.1. */
  readonly shared: readonly string[];
  /** Log in even where there are no users yet. */
  readonly always: boolean;
  readonly ownBooks?: OwnBooks;
}

/** Serves a ledger to browsers, and tells the command line where it is. */
export async function serveLedger(opened: OpenedLedger, serving: Serving): Promise<RunningServer> {
  const { directory, host, users } = opened;
  dailyBackup(directory, host.workbook, ownZone());
  const server = await startServer({
    host,
    port: serving.port,
    addresses: ["127.0.0.1", ...serving.shared],
    door: { users, sessions: new Sessions({ directory }), always: serving.always },
    name: ledgerName(host),
    sidebarHtml: new URL("sidebar.html", BUILT).pathname,
    pageDir: PAGE.pathname,
    ...(serving.ownBooks ? { ownBooks: serving.ownBooks } : {}),
  });
  const { url, port, commandToken } = server;
  announceHost(directory, { url, commands: `http://127.0.0.1:${port}/api/command`, commandToken });
  return server;
}

/** Before the first page asks: what changed in the folder meanwhile is said beside the first figures. */
export function verifyFolder({ host }: OpenedLedger): void {
  replyOf(host, "verify", {}, { client: "start", ...NOBODY });
}

export function closeLedger({ host, directory }: OpenedLedger): void {
  host.close();
  releaseLedger(directory);
}
