import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Refused } from "./refusals.ts";

/** The header that every call carries; a page on another origin cannot set it without a preflight. */
export const TOKEN_HEADER = "x-onaccount-token";

/** What the server knows of itself: the only name it answers to and the token of this start. */
export interface Own {
  /** Host and port, such as `127.0.0.1:4317`. */
  readonly host: string;
  readonly token: string;
}

/**
 * Refuses whatever a web page elsewhere could have caused: a foreign `Host` (a rebound name) or a
 * foreign `Origin` (a cross-site request). Holds for every request, static files too.
 */
export function requireOwn(headers: IncomingHttpHeaders, own: Own): void {
  if (headers.host !== own.host) throw new Refused("host");
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${own.host}`) throw new Refused("origin");
}

/** Refuses a token that is not the one of this start. The comparison takes the same time for all. */
export function requireToken(given: string | string[] | null | undefined, own: Own): void {
  if (typeof given !== "string" || !timingSafeEqual(digest(given), digest(own.token)))
    throw new Refused("token");
}

// Digests have one length, which timingSafeEqual needs, and tell nothing of how far a guess was right.
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
