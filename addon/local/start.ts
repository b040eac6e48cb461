import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { parseArgs } from "node:util";
import type { Reply } from "../protocol.ts";
import { dailyBackup } from "./backups.ts";
import { LocalHost } from "./host.ts";
import { NOBODY } from "./host-port.ts";
import { htmlFilesIn } from "./html-files.ts";
import { languageOf } from "./http/views.ts";
import { announceHost, releaseLedger, takeLedger } from "./ledger-lock.ts";
import { officeAddresses } from "./office-addresses.ts";
import { startServer } from "./server.ts";
import { addressesToShare, CannotShare, SHARED_PORT } from "./sharing.ts";
import { LedgerUsers } from "./users/ledger-users.ts";
import { Sessions } from "./users/sessions.ts";
import { userList } from "./users/user-list.ts";
import { hostWords, terminalLanguage } from "./words.ts";

/** `npm start`: opens the ledger in `ledger/`, filled with the sample if there is none, and serves it. */
const { values } = parseArgs({
  options: {
    ledger: { type: "string", default: "ledger" },
    port: { type: "string" },
    share: { type: "boolean", default: false },
    address: { type: "string" },
  },
});
const directory = values.ledger;

const holder = takeLedger(directory);
if (holder) {
  const words = hostWords(terminalLanguage());
  console.error(holder.host ? words.alreadyOpen(holder.host.url) : words.atWork);
  process.exit(1);
}

const built = new URL("../../dist/addon/", import.meta.url);
const code = readFileSync(new URL("Code.js", built), "utf8");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const host = new LocalHost({ directory, code, zone, files: htmlFilesIn(built) });
const users = new LedgerUsers({ directory, list: userList(host) });
const shared = sharedAt();
fillIfEmpty();
dailyBackup(directory, host.workbook);
const server = await startServer({
  host,
  port: Number(values.port ?? (values.share ? SHARED_PORT : 0)),
  addresses: ["127.0.0.1", ...shared],
  door: { users, sessions: new Sessions({ directory }), always: values.share },
  name: firmName(),
  sidebarHtml: new URL("sidebar.html", built).pathname,
  pageDir: new URL("../../dist/local", import.meta.url).pathname,
}).catch(portTaken);
const { url, port, commandToken } = server;
announceHost(directory, { url, commands: `http://127.0.0.1:${port}/api/command`, commandToken });
tellWhereItIs();

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());

/** A terminal and npm both send what Ctrl+C says: the second time must not cut the first one off. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  host.close();
  releaseLedger(directory);
  process.exit(0);
}

function sharedAt(): readonly string[] {
  try {
    const here = officeAddresses(networkInterfaces());
    return addressesToShare(values, { here, users, words: hostWords(languageNow()) });
  } catch (error) {
    if (error instanceof CannotShare) return giveUp(error.message, 1);
    throw error;
  }
}

function tellWhereItIs(): void {
  const words = hostWords(languageOf(host.workbook));
  const lines = ["", "OnAccount 挂账", "", ...server.urls.map((each) => `  ${each}`), ""];
  lines.push(words.opened(server.urls, directory));
  if (users.areAsked) lines.push(words.asks);
  if (values.share) lines.push(words.shared);
  console.log(lines.join("\n"));
}

/** The ledger's language; the terminal's where there is no ledger yet. */
function languageNow() {
  return host.workbook.properties.has("language") ? languageOf(host.workbook) : terminalLanguage();
}

/** A folder that was moved or copied is a ledger too: the page asks what it is. */
function fillIfEmpty(): void {
  const status = tryCall<{ isLedger: boolean }>("status", {});
  if (!status.ok && status.kind === "refusal" && status.why === "restoredOrCopied") return;
  if (status.ok && status.value.isLedger) return;
  call("setup", { language: terminalLanguage() });
  call("loadSample", {});
}

function firmName(): string {
  const status = tryCall<{ facts?: { firm: string } }>("status", {});
  return (status.ok && status.value.facts?.firm) || "OnAccount";
}

function tryCall<T>(name: string, input: object): Reply<T> {
  return JSON.parse(String(host.call("rpc", [name, input], { client: "start", ...NOBODY }))) as Reply<T>;
}

function call<T>(name: string, input: object): T {
  const reply = tryCall<T>(name, input);
  if (reply.ok) return reply.value;
  return giveUp(reply.kind === "refusal" ? reply.sentence : reply.report, reply.kind === "refusal" ? 1 : 2);
}

function portTaken(error: unknown): never {
  if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
  return giveUp(hostWords(languageOf(host.workbook)).portTaken, 1);
}

function giveUp(sentence: string, code: number): never {
  console.error(sentence);
  releaseLedger(directory);
  process.exit(code);
}
