import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "./refusals.ts";

/** The largest body that is read: 30 MB. */
export const BODY_BYTES = 30 * 1024 * 1024;

/** Reads a JSON body. Refuses another content type, more than 30 MB or what is said, and text that is not JSON. */
export async function readJson(request: IncomingMessage, limit = BODY_BYTES): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) throw new Refused("notJson");
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    // Whatever is not JSON gets the same sentence; the parser's words would help nobody.
    throw new Refused("notJson");
  }
}

/** The largest body of somebody who has not come in yet. */
export const STRANGERS_BYTES = 8 * 1024;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw new Refused("tooBig");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new Refused("tooBig");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
