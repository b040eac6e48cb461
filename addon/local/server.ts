import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Host } from "./host-port.ts";
import { sendJson } from "./http/bodies.ts";
import { Door, type UsersAtDoor } from "./http/door.ts";
import { Lease } from "./http/lease.ts";
import { Live } from "./http/live.ts";
import { Refused, refusalOf } from "./http/refusals.ts";
import type { Room } from "./http/room.ts";
import { answer } from "./http/routes.ts";
import { languageOf } from "./http/views.ts";
import { closed, listenAt } from "./listening.ts";
import type { OwnBooks } from "./own-books.ts";

export interface ServerOptions {
  readonly host: Host;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The addresses of this computer at which it listens; by default 127.0.0.1 alone. */
  readonly addresses?: readonly string[];
  /** Names besides those addresses to which it answers, such as a forwarded address. */
  readonly names?: readonly string[];
  /** Who may log in; without it the ledger asks nobody. */
  readonly door?: UsersAtDoor;
  /** Waits before a wrong log-in is answered; tests do not wait. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** The ledger's name, shown at the top of the page: it follows the settings. */
  readonly name: () => string;
  /** The way from a sample to one's own books. */
  readonly ownBooks?: OwnBooks;
  /** Path of the add-on's built sidebar; read anew each time it is asked for. */
  readonly sidebarHtml: string;
  /** Folder of the built page: index.html and assets/. */
  readonly pageDir: string;
  /** Hears of our own faults; by default they are printed. */
  readonly onFault?: (fault: unknown) => void;
  /** Milliseconds; the lease runs by it. */
  readonly now?: () => number;
}

export interface RunningServer {
  /** The address to print: where nobody is asked it carries the token of this start. */
  readonly url: string;
  /** One for each address at which it listens. */
  readonly urls: readonly string[];
  readonly token: string;
  /** For the command line alone. */
  readonly commandToken: string;
  readonly port: number;
  /** Shows an HTML document of the add-on as a dialog, in one browser tab. */
  showDialog(client: string, html: string): void;
  /** Breaks every connection off, as a sleeping computer does; pages come back by themselves. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** Serves the ledger to browsers: those on this computer, unless more addresses are said. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, name, sidebarHtml, pageDir, now = Date.now, onFault = console.error } = options;
  const { addresses = ["127.0.0.1"], names = [], wait = pause } = options;
  const door = new Door({
    ...options.door,
    now,
    wait: async (milliseconds) => void (await wait(milliseconds)),
  });
  const live = new Live();
  const lease = new Lease(now, (state) => live.send("lease", state));
  const hosts = new Set<string>();
  const { ownBooks } = options;
  const room: Room = {
    host,
    hosts,
    door,
    name,
    sidebarHtml,
    pageDir,
    lease,
    live,
    ...(ownBooks ? { ownBooks } : {}),
  };
  const { servers, port } = await listenAt(addresses, options.port, (request, response) => {
    void respond(room, request, response, onFault);
  });
  for (const address of [...addresses, ...names]) hosts.add(`${address}:${port}`);
  const tellName = onlyChanges(name, (now) => live.send("name", { name: now }));
  const deafen = host.onOps((news) => {
    live.send("ops", news);
    // The action that left the news may still be on its way out: the name is asked for behind it.
    setImmediate(tellName);
  });
  const urls = [...hosts].map((own) => `http://${own}/${door.asks ? "" : `?token=${door.token}`}`);
  return {
    url: urls[0] ?? "",
    urls,
    token: door.token,
    commandToken: door.commandToken,
    port,
    showDialog: (client, html) => live.send("dialog", { html }, client),
    dropConnections: () => {
      for (const server of servers) server.closeAllConnections();
    },
    close: async () => {
      deafen();
      live.close();
      await Promise.all(servers.map(closed));
    },
  };
}

/** Tells a text when it is another one than it was. */
function onlyChanges(read: () => string, tell: (now: string) => void): () => void {
  let known = read();
  return () => {
    const now = read();
    if (now !== known) tell(now);
    known = now;
  };
}

async function respond(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
  onFault: (fault: unknown) => void,
): Promise<void> {
  for (const [header, value] of Object.entries(ALWAYS)) response.setHeader(header, value);
  try {
    await answer(room, request, response);
  } catch (thrown) {
    // The outermost handler: our own faults are told to whoever runs us, and to the browser in one sentence.
    if (!(thrown instanceof Refused)) onFault(thrown);
    refuse(room, response, thrown instanceof Refused ? thrown : new Refused("broken"));
    // What is still on its way is let run out, so that the sender gets to read the refusal.
    request.resume();
  }
}

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

function refuse(room: Room, response: ServerResponse, refused: Refused): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, body } = refusalOf(refused, languageOf(room.host.workbook));
  sendJson(response, status, body);
}
