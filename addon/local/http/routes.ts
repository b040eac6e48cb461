import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Host } from "../host-port.ts";
import type { CallAnswer } from "../wire.ts";
import { sendAsset, sendHtml, sendPage } from "./assets.ts";
import { readJson, sendJson } from "./bodies.ts";
import { storeEdit } from "./edits.ts";
import { FRAME_HTML, FRAME_POLICY } from "./frame.ts";
import { type Own, requireOwn, requireToken, TOKEN_HEADER } from "./guard.ts";
import type { Lease } from "./lease.ts";
import type { Live } from "./live.ts";
import { Refused } from "./refusals.ts";
import { parseCall, parseClient, parseEdit, parseLease } from "./requests.ts";
import { tabLines, workbookView } from "./views.ts";

/** What the routes work on. */
export interface Room {
  readonly host: Host;
  readonly own: Own;
  readonly name: string;
  readonly sidebarHtml: string;
  readonly pageDir: string;
  readonly lease: Lease;
  readonly live: Live;
}

type Route = (room: Room, asked: Asked) => Promise<void> | void;

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Answers one request; throws a Refused for whatever is not to be answered. */
export async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  requireOwn(request.headers, room.own);
  const url = new URL(request.url ?? "/", `http://${room.own.host}`);
  const isApi = url.pathname.startsWith("/api/");
  if (isApi) requireToken(request.headers[TOKEN_HEADER], room.own);
  await routeFor(request.method, url.pathname)(room, { request, response, url });
}

// A GET never changes anything; what changes something is a POST with a token and a JSON body.
const GET: Record<string, Route> = {
  "/": page,
  "/frame": (_room, { response }) => sendHtml(response, FRAME_HTML, FRAME_POLICY),
  "/api/workbook": workbook,
  "/api/sidebar": sidebar,
  "/api/live": live,
};
const POST: Record<string, Route> = { "/api/edit": edit, "/api/call": call, "/api/lease": lease };

function routeFor(method: string | undefined, path: string): Route {
  const known = method === "GET" ? (GET[path] ?? prefixed(path)) : method === "POST" ? POST[path] : undefined;
  if (known) return known;
  throw new Refused(path in GET || path in POST || prefixed(path) ? "method" : "notFound");
}

function prefixed(path: string): Route | undefined {
  if (path.startsWith("/assets/")) return asset;
  if (path.startsWith("/api/tab/")) return tab;
  return undefined;
}

async function page(room: Room, { response, url }: Asked): Promise<void> {
  requireToken(url.searchParams.get("token"), room.own);
  await sendPage(response, room.pageDir);
}

async function asset(room: Room, { response, url }: Asked): Promise<void> {
  await sendAsset(response, room.pageDir, url.pathname);
}

function workbook({ host, name, lease }: Room, { response }: Asked): void {
  sendJson(response, 200, workbookView(host.workbook, name, lease.state));
}

function tab({ host }: Room, { response, url }: Asked): void {
  const id = decodeURIComponent(url.pathname.slice("/api/tab/".length));
  const found = host.workbook.tabs.find((candidate) => candidate.id === id);
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

function live({ host, live, lease }: Room, { response, url }: Asked): void {
  const client = parseClient(url.searchParams.get("client"));
  live.open(response, client, { revision: host.workbook.revision, lease: lease.state });
}

async function edit({ host, lease }: Room, { request, response }: Asked): Promise<void> {
  sendJson(response, 200, storeEdit(host, lease, parseEdit(await readJson(request))));
}

async function call({ host }: Room, { request, response }: Asked): Promise<void> {
  const { client, name, args } = parseCall(await readJson(request));
  sendJson(
    response,
    200,
    called(() => host.call(name, args, { client, user: "" })),
  );
}

// The add-on's own exception goes back to its sidebar, as google.script.run does it: words, no stack.
function called(run: () => unknown): CallAnswer {
  try {
    return { result: run() ?? null };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

async function lease({ lease }: Room, { request, response }: Asked): Promise<void> {
  const { client, take, release } = parseLease(await readJson(request));
  if (release) lease.release(client);
  else if (take) lease.take(client);
  else lease.beat(client);
  sendJson(response, 200, lease.state);
}
