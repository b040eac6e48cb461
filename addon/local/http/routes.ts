import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { NOBODY } from "../host-port.ts";
import { mayWrite } from "../users/rights.ts";
import { sendAsset, sendHtml, sendPage } from "./assets.ts";
import { readJson, sendJson } from "./bodies.ts";
import { called } from "./calls.ts";
import { storeEdit } from "./edits.ts";
import { FRAME_HTML, FRAME_POLICY } from "./frame.ts";
import { requireOwn, requireToken } from "./guard.ts";
import { command, doorView, logIn, logOut } from "./log-in.ts";
import { Refused } from "./refusals.ts";
import { parseCall, parseClient, parseEdit, parseLease } from "./requests.ts";
import type { Asked, AskedByAnybody, Room } from "./room.ts";
import { tabLines, workbookView } from "./views.ts";

type Route = (room: Room, asked: Asked) => Promise<void> | void;

type OpenRoute = (room: Room, asked: AskedByAnybody) => Promise<void> | void;

/** Answers one request; throws a Refused for whatever is not to be answered. */
export async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireOwn(request.headers, room.hosts);
  const url = URL.parse(request.url ?? "/", `http://${request.headers.host}`);
  if (!url) throw new Refused("notFound");
  const asked = { request, response, url };
  const open = OPEN[request.method ?? ""]?.[url.pathname];
  if (open) return open(room, asked);
  const visitor = url.pathname.startsWith("/api/") ? room.door.admit(request.headers) : NOBODY;
  await routeFor(request.method, url.pathname)(room, { ...asked, visitor });
}

// Whoever has not come in yet may ask whether to log in, and do it.
const OPEN: Record<string, Record<string, OpenRoute>> = {
  GET: { "/api/door": doorView },
  POST: { "/api/login": logIn, "/api/command": command },
};

// A GET never changes anything; what changes something is a POST with a token and a JSON body.
const GET: Record<string, Route> = {
  "/": page,
  "/frame": (_room, { response }) => sendHtml(response, FRAME_HTML, FRAME_POLICY),
  "/api/workbook": workbook,
  "/api/sidebar": sidebar,
  "/api/live": live,
};
const POST: Record<string, Route> = {
  "/api/edit": edit,
  "/api/call": call,
  "/api/lease": lease,
  "/api/logout": logOut,
  "/api/own-books": ownBooks,
};

function routeFor(method: string | undefined, path: string): Route {
  const known = method === "GET" ? (GET[path] ?? prefixed(path)) : method === "POST" ? POST[path] : undefined;
  if (known) return known;
  const isThere = [GET, POST, ...Object.values(OPEN)].some((routes) => path in routes) || prefixed(path);
  throw new Refused(isThere ? "method" : "notFound");
}

function prefixed(path: string): Route | undefined {
  if (path.startsWith("/assets/")) return asset;
  if (path.startsWith("/api/tab/")) return tab;
  return undefined;
}

async function page(room: Room, { response, url }: Asked): Promise<void> {
  // Where users log in, the page holds nothing yet: it comes without a token and shows the log-in.
  if (!room.door.asks) requireToken(url.searchParams.get("token"), room.door.token);
  await sendPage(response, room.pageDir);
}

async function asset(room: Room, { response, url }: Asked): Promise<void> {
  await sendAsset(response, room.pageDir, url.pathname);
}

function workbook({ host, name, lease, ownBooks }: Room, { response, visitor }: Asked): void {
  const user = visitor.role ? { name: visitor.user, mayWrite: mayWrite(visitor.role) } : null;
  const isSample = ownBooks?.isOffered() ?? false;
  sendJson(response, 200, workbookView(host.workbook, { name: name(), lease: lease.state, user, isSample }));
}

function tab({ host }: Room, { response, url }: Asked): void {
  const id = url.pathname.slice("/api/tab/".length);
  const found = host.workbook.tabs.find((candidate) => encodeURIComponent(candidate.id) === id);
  if (!found) throw new Refused("notFound");
  response.writeHead(200, {
    "content-type": "application/x-ndjson; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(tabLines(found, host.workbook.revision).join(""));
}

async function sidebar(room: Room, { response }: Asked): Promise<void> {
  sendHtml(response, await readFile(room.sidebarHtml, "utf8"), FRAME_POLICY);
}

function live({ host, live, lease, door, name }: Room, { response, url, visitor }: Asked): void {
  const client = parseClient(url.searchParams.get("client"));
  const hearer = { client, isWelcome: () => door.isWelcome(visitor) };
  live.open(response, hearer, { revision: host.workbook.revision, lease: lease.state, name: name() });
}

async function edit(room: Room, { request, response, visitor }: Asked): Promise<void> {
  sendJson(response, 200, storeEdit(room, parseEdit(await readJson(request)), visitor));
}

async function call(room: Room, { request, response, visitor }: Asked): Promise<void> {
  const { client, ...asked } = parseCall(await readJson(request));
  sendJson(response, 200, called(room, asked, { client, ...visitor }));
}

/** Opens one's own books beside the sample; nothing of the sample is touched. */
async function ownBooks({ ownBooks }: Room, { response }: Asked): Promise<void> {
  if (!ownBooks?.isOffered()) throw new Refused("notFound");
  sendJson(response, 200, { url: await ownBooks.open() });
}

async function lease({ lease }: Room, { request, response, visitor }: Asked): Promise<void> {
  const { client, take, release } = parseLease(await readJson(request));
  // Who may only read never stands in a writer's way.
  if (visitor.role && !mayWrite(visitor.role)) return sendJson(response, 200, lease.state);
  if (release) lease.release(client);
  else if (take) lease.take(client, visitor.user);
  else lease.beat(client, visitor.user);
  sendJson(response, 200, lease.state);
}
