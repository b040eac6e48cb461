import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Reply } from "../protocol.ts";
import { dailyBackup } from "./backups.ts";
import { LocalHost } from "./host.ts";
import { announceHost, releaseLedger, takeLedger } from "./ledger-lock.ts";
import { startServer } from "./server.ts";

/** `npm start`: opens the ledger in `ledger/`, filled with the sample if there is none, and serves it. */
const { values } = parseArgs({
  options: { ledger: { type: "string", default: "ledger" }, port: { type: "string", default: "0" } },
});
const directory = values.ledger;

const holder = takeLedger(directory);
if (holder) {
  console.error(
    holder.port
      ? `This ledger is open already: http://127.0.0.1:${holder.port}/?token=${holder.token}`
      : "Another command is working on this ledger. Wait until it has finished and try again.",
  );
  process.exit(1);
}

const code = readFileSync(new URL("../../dist/addon/Code.js", import.meta.url), "utf8");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const host = new LocalHost({ directory, code, zone });
fillIfEmpty();
dailyBackup(directory, host.workbook);
const server = await startServer({
  host,
  port: Number(values.port),
  name: firmName(),
  sidebarHtml: new URL("../../dist/addon/sidebar.html", import.meta.url).pathname,
  pageDir: new URL("../../dist/local", import.meta.url).pathname,
});
announceHost(directory, server);
console.log(
  `\nOnAccount 挂账\n\n  ${server.url}\n\nOpen this address in a browser. Ctrl+C stops it; the ledger is in ${directory}/.`,
);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await server.close();
  host.close();
  releaseLedger(directory);
  process.exit(0);
}

function fillIfEmpty(): void {
  if (call<{ isLedger: boolean }>("status", {}).isLedger) return;
  const language = process.env.LANG?.startsWith("en") ? "en" : "zh";
  call("setup", { language });
  call("loadSample", {});
}

function firmName(): string {
  return call<{ facts?: { firm: string } }>("status", {}).facts?.firm ?? "OnAccount";
}

function call<T>(name: string, input: object): T {
  const text = host.call("rpc", [name, input], { client: "start", user: "" });
  const reply = JSON.parse(String(text)) as Reply<T>;
  if (reply.ok) return reply.value;
  console.error(reply.kind === "refusal" ? reply.sentence : reply.report);
  releaseLedger(directory);
  process.exit(reply.kind === "refusal" ? 1 : 2);
}
