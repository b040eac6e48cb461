import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { Refused } from "./refusals.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

// The page runs its own files only; styles are written by the grid while it draws.
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sends the page itself. */
export async function sendPage(response: ServerResponse, pageDir: string): Promise<void> {
  await sendFile(response, join(pageDir, "index.html"), "no-store");
}

/** Sends one built file of the page: a plain name directly in its assets folder, nothing else. */
export async function sendAsset(response: ServerResponse, pageDir: string, path: string): Promise<void> {
  const name = /^\/assets\/([\w-][\w.-]*)$/.exec(path)?.[1];
  if (name === undefined) throw new Refused("notFound");
  // Built files carry a hash of their content in the name: what is cached never grows old.
  await sendFile(response, join(pageDir, "assets", name), "max-age=31536000, immutable");
}

export function sendHtml(response: ServerResponse, html: string, policy: string): void {
  response.writeHead(200, {
    "content-type": TYPES[".html"],
    "content-security-policy": policy,
    "cache-control": "no-store",
  });
  response.end(html);
}

async function sendFile(response: ServerResponse, path: string, caching: string): Promise<void> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") throw new Refused("notFound");
    throw cause;
  });
  response.writeHead(200, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-security-policy": PAGE_POLICY,
    "cache-control": caching,
  });
  response.end(bytes);
}
