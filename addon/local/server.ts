import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Host } from "./host-port.ts";
import { sendJson } from "./http/bodies.ts";
import { Lease } from "./http/lease.ts";
import { Live } from "./http/live.ts";
import { type Language, Refused, refusalOf } from "./http/refusals.ts";
import { answer, type Room } from "./http/routes.ts";

export interface ServerOptions {
  readonly host: Host;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The ledger's name, shown at the top of the page. */
  readonly name: string;
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
  /** The address to print: it carries the token of this start. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** Shows an HTML document of the add-on as a dialog, in one browser tab. */
  showDialog(client: string, html: string): void;
  /** Breaks every connection off, as a sleeping computer does; pages come back by themselves. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** Serves the ledger to browsers on this computer, and to no one else. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, name, sidebarHtml, pageDir, now = Date.now, onFault = console.error } = options;
  const token = randomBytes(32).toString("base64url");
  const live = new Live();
  const lease = new Lease(now, (state) => live.send("lease", state));
  const server = createServer();
  const port = await listen(server, options.port);
  const room: Room = {
    host,
    own: { host: `127.0.0.1:${port}`, token },
    name,
    sidebarHtml,
    pageDir,
    lease,
    live,
  };
  server.on("request", (request, response) => void respond(room, request, response, onFault));
  const deafen = host.onOps((news) => live.send("ops", news));
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    token,
    port,
    showDialog: (client, html) => live.send("dialog", { html }, client),
    dropConnections: () => server.closeAllConnections(),
    close: async () => {
      deafen();
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the server has no port"));
      else resolve(address.port);
    });
  });
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
  const { status, body } = refusalOf(refused, languageOf(room));
  sendJson(response, status, body);
}

function languageOf({ host }: Room): Language {
  return host.workbook.properties.get("language")?.startsWith("zh") ? "zh" : "en";
}
