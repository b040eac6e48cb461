import { networkInterfaces } from "node:os";
import { parseArgs } from "node:util";
import { CannotFill, fillIfEmpty } from "./first-filling.ts";
import { languageOf } from "./http/views.ts";
import { usualFolder } from "./ledger-folder.ts";
import { releaseLedger, takeLedger } from "./ledger-lock.ts";
import { officeAddresses } from "./office-addresses.ts";
import { closeLedger, type OpenedLedger, openLedger, serveLedger, verifyFolder } from "./opened-ledger.ts";
import { BooksBesideSample } from "./own-books.ts";
import { addressesToShare, CannotShare, SHARED_PORT } from "./sharing.ts";
import { spokenLanguage } from "./spoken.mjs";
import { LogDamaged } from "./store.ts";
import { hostWords } from "./words.ts";

/**
 * `npm start`: opens the ledger in `ledger/`, filled with the sample if there is none, and serves it; the
 * firm's own in `my-ledger/`, once it is there.
 */
const values = said();
const directory = values.ledger;

const holder = takeLedger(directory);
if (holder) {
  const words = hostWords(spokenLanguage);
  console.error(holder.host ? words.alreadyOpen(holder.host.url) : words.atWork);
  process.exit(1);
}

const opened = openedLedger();
const { host, users } = opened;
const shared = sharedAt();
fill();
const ownBooks = new BooksBesideSample(opened, tellOwn);
const server = await serveLedger(opened, {
  port: Number(values.port ?? (values.share ? SHARED_PORT : 0)),
  shared,
  always: values.share,
  ownBooks,
}).catch(portTaken);

// Other processes know of it by now, and may stop it.
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
tellWhereItIs();

// Once it can be stopped, and before the first page asks: what changed in the folder is said beside the first figures.
verifyFolder(opened);

/** What was asked for; an option that there is not, or a port that is none, is said, and nothing is started. */
function said() {
  const options = {
    ledger: { type: "string", default: usualFolder() },
    empty: { type: "boolean", default: false },
    port: { type: "string" },
    share: { type: "boolean", default: false },
    address: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  try {
    const { values: asked } = parseArgs({ options });
    if (asked.help) tellOptions();
    if (isPort(asked.port ?? "0")) return asked;
    return refuse(`--port ${asked.port}`);
  } catch (error) {
    // Node says in English what is wrong, and quotes it.
    return refuse(/'(.+?)'/.exec(String(error))?.[1] ?? "");
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function tellOptions(): never {
  console.log(hostWords(spokenLanguage).startOptions);
  process.exit(0);
}

function refuse(found: string): never {
  console.error(hostWords(spokenLanguage).startRefused(found.trim()));
  process.exit(1);
}

/** A terminal and npm both send what Ctrl+C says: the second time must not cut the first one off. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([server.close(), ownBooks.close()]);
  closeLedger(opened);
  process.exit(0);
}

function openedLedger(): OpenedLedger {
  try {
    return openLedger(directory);
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return giveUp(hostWords(spokenLanguage).logDamaged(error.file, error.line), 1);
  }
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

function fill(): void {
  try {
    fillIfEmpty(host, values.empty ? "empty" : "sample", spokenLanguage);
  } catch (error) {
    if (!(error instanceof CannotFill)) throw error;
    giveUp(error.message, error.isFault ? 2 : 1);
  }
}

function tellWhereItIs(): void {
  const words = hostWords(languageOf(host.workbook));
  const lines = ["", "OnAccount 挂账", "", ...server.urls.map((each) => `  ${each}`), ""];
  lines.push(words.opened(server.urls, directory));
  if (ownBooks.isOffered()) lines.push(words.isSample);
  if (users.areAsked) lines.push(words.asks);
  if (values.share) lines.push(words.shared);
  console.log(lines.join("\n"));
}

function tellOwn(own: string, folder: string): void {
  const words = hostWords(languageNow());
  const lines = ["", words.ownOpened(own, folder)];
  if (usualFolder() === folder) lines.push(words.ownIsUsual(directory));
  console.log(lines.join("\n"));
}

/** The ledger's language; the terminal's where there is no ledger yet. */
function languageNow() {
  return host.workbook.properties.has("language") ? languageOf(host.workbook) : spokenLanguage;
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
