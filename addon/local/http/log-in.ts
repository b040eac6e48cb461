import type { DoorView, LoggedIn } from "../wire.ts";
import { readJson, STRANGERS_BYTES, sendJson } from "./bodies.ts";
import { called } from "./calls.ts";
import { cookiesIn, sessionCookie } from "./cookies.ts";
import { parseCommand, parseLogIn } from "./requests.ts";
import type { Asked, AskedByAnybody, Room } from "./room.ts";

/** Whether to log in. More is not told to who has not come in, not even the ledger's name. */
export function doorView({ host, door }: Room, { response }: AskedByAnybody): void {
  const view: DoorView = { asks: door.asks, language: host.workbook.properties.get("language") ?? null };
  sendJson(response, 200, view);
}

/** 登录: one half of the session goes to the page, the other into a cookie. */
export async function logIn({ door }: Room, { request, response }: AskedByAnybody): Promise<void> {
  const asked = parseLogIn(await readJson(request, STRANGERS_BYTES));
  const from = { address: request.socket.remoteAddress ?? "", cookies: cookiesIn(request.headers) };
  const { cookie, key, name } = await door.logIn(asked, from);
  response.setHeader("set-cookie", sessionCookie(request.headers.host, cookie));
  const answer: LoggedIn = { key, name };
  sendJson(response, 200, answer);
}

/**
 * 退出登录: nothing opens by the session any more. The cookie stays as a mark of a known browser,
 * which a flood of guesses from its address cannot keep from logging in again.
 */
export function logOut({ door }: Room, { response, visitor }: Asked): void {
  door.logOut(visitor);
  sendJson(response, 200, {});
}

/** An action of the command line, which has asked for the passphrase itself; see `cli/person.ts`. */
export async function command(room: Room, { request, response }: AskedByAnybody): Promise<void> {
  room.door.requireCommand(request.headers);
  const { user, ...asked } = parseCommand(await readJson(request));
  sendJson(response, 200, called(room, asked, { client: "command-line", ...room.door.byCommand(user) }));
}
