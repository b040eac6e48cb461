import type { IncomingHttpHeaders } from "node:http";
import { LIFE_MILLISECONDS } from "../users/sessions.ts";

/** Cookies are shared by all ports of an address: the port in the name keeps two ledgers apart. */
function nameFor(host: string | undefined): string {
  return `onaccount-${/:(\d+)$/.exec(host ?? "")?.[1] ?? "80"}`;
}

/**
 * The cookies of that name in a request. A program at another port of the address can set more of
 * them, but none that opens anything: the right one is found among them, and nobody is kept out.
 */
export function cookiesIn({ cookie = "", host }: IncomingHttpHeaders): readonly string[] {
  const start = `${nameFor(host)}=`;
  const own = cookie.split("; ").filter((pair) => pair.startsWith(start));
  return own.slice(0, 8).map((pair) => pair.slice(start.length));
}

/** The header that gives a browser its session: no script reads it, and no other site's request carries it. */
export function sessionCookie(host: string | undefined, secret: string): string {
  const age = Math.floor(LIFE_MILLISECONDS / 1000);
  return `${nameFor(host)}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${age}`;
}
