import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Refused } from "./refusals.ts";

/** The header that every call carries; a page on another origin cannot set it without a preflight. */
export const TOKEN_HEADER = "x-onaccount-token";

/** The addresses to which the server answers, as host and port: `127.0.0.1:4317`. */
export type OwnHosts = ReadonlySet<string>;

/**
 * Refuses whatever a web page elsewhere could have caused: a foreign `Host` (a rebound name) or a
 * foreign `Origin` (a cross-site request). Holds for every request, static files too.
 */
export function requireOwn({ host, origin }: IncomingHttpHeaders, own: OwnHosts): void {
  if (host === undefined || !own.has(host)) throw new Refused("host");
  if (origin !== undefined && origin !== `http://${host}`) throw new Refused("origin");
}

/** Refuses a token that is not the one of this start. The comparison takes the same time for all. */
export function requireToken(given: string | string[] | null | undefined, token: string): void {
  if (typeof given !== "string" || !timingSafeEqual(digest(given), digest(token))) throw new Refused("token");
}

// Digests have one length, which timingSafeEqual needs, and tell nothing of how far a guess was right.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
