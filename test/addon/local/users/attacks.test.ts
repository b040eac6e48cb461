import { mkdtempSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Door } from "../../../../addon/local/http/door.ts";
import { requireOwn, requireToken } from "../../../../addon/local/http/guard.ts";
import { Refused, refusalOf } from "../../../../addon/local/http/refusals.ts";
import {
  parseCall,
  parseClient,
  parseCommand,
  parseEdit,
  parseLease,
  parseLogIn,
} from "../../../../addon/local/http/requests.ts";
import { LedgerUsers } from "../../../../addon/local/users/ledger-users.ts";
import { IDLE_MILLISECONDS, type Secrets, Sessions } from "../../../../addon/local/users/sessions.ts";
import type { User } from "../../../../core/index.ts";
import { Dice, foreign, headersOf, malformed, spoiled } from "./attacks.ts";
import { CHEAP, ServedLedger } from "./served-ledger.ts";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`attacks: SEED=${SEED}`);

const HOST = "127.0.0.1:4317";

/** What became of attempts. */
interface Table {
  accepted: number;
  refused: number;
  /** Whatever is not a refusal in one sentence. */
  faults: unknown[];
}

function tried(times: number, attempt: () => unknown): Table {
  const table: Table = { accepted: 0, refused: 0, faults: [] };
  for (let n = 0; n < times; n += 1) {
    try {
      attempt();
      table.accepted += 1;
    } catch (thrown) {
      if (thrown instanceof Refused && isOneSentence(refusalOf(thrown, n % 2 ? "zh" : "en").body.error))
        table.refused += 1;
      else table.faults.push(thrown);
    }
  }
  return table;
}

function isOneSentence(text: string): boolean {
  return /^[^\n]{4,160}[。.]$/.test(text) && !/Error|\.ts\b|node_modules|\n/.test(text);
}

describe("at the guard", () => {
  const users: User[] = ["王芳", "李军", "赵丽"].map((name, at) => ({
    id: `o${at}.0`,
    name,
    role: at === 0 ? "controller" : "clerk",
    active: true,
  }));
  const directory = mkdtempSync(join(tmpdir(), "onaccount-"));
  const ledgerUsers = new LedgerUsers({ directory, list: () => users, cost: CHEAP });
  let now = 1_000_000_000_000;
  const sessions = new Sessions({ directory, now: () => now });
  const door = new Door({ users: ledgerUsers, sessions, now: () => now, wait: async () => {} });
  const dice = new Dice(SEED);
  const open: Secrets[] = [];
  const ended: Secrets[] = [];

  beforeAll(async () => {
    for (const user of users) await ledgerUsers.setPassphrase(user, `passphrase of ${user.name}`);
    const logIn = (name: string) =>
      door.logIn({ name, passphrase: `passphrase of ${name}` }, { address: "1", cookies: [] });
    for (const { name } of users) ended.push(await logIn(name));
    now += IDLE_MILLISECONDS;
    const loggedOut = await logIn("李军");
    door.logOut(door.admit(headersOf(HOST, loggedOut)));
    const before = await logIn("赵丽");
    await ledgerUsers.setPassphrase(users[2] ?? never(), "passphrase of 赵丽");
    ended.push(loggedOut, before);
    for (const { name } of users) open.push(await logIn(name));
  });

  test("the right secrets come in, so that what follows is refused for what is wrong in it", () => {
    const names = open.map((secrets) => door.admit(headersOf(HOST, secrets)).user);
    expect(names).toEqual(["王芳", "李军", "赵丽"]);
    const crowd = open.map(({ cookie }) => `onaccount-4317=${cookie}`).join("; ");
    for (const { key } of open)
      expect(() => door.admit({ host: HOST, cookie: crowd, "x-onaccount-token": key })).not.toThrow();
    expect(() => requireOwn({ host: HOST, origin: `http://${HOST}` }, new Set([HOST]))).not.toThrow();
  });

  test("50,000 wrong, mixed and stolen secrets: none accepted", () => {
    const table = tried(50_000, () => {
      const [mine, other] = [dice.of(open), dice.of(open)];
      const secrets = dice.of([
        () => ({ ...mine, cookie: spoiled(mine.cookie, dice) }),
        () => ({ ...mine, key: spoiled(mine.key, dice) }),
        () => ({ cookie: mine.cookie, key: other === mine ? "" : other.key }),
        () => ({ cookie: mine.key, key: mine.cookie }),
        () => ({ cookie: mine.cookie, key: dice.of([door.token, door.commandToken]) }),
        () => ({ cookie: dice.of([door.token, door.commandToken]), key: dice.of([door.token, ""]) }),
      ])();
      door.admit(headersOf(HOST, secrets));
    });
    expect(table, `SEED=${SEED}`).toEqual({ accepted: 0, refused: 50_000, faults: [] });
  });

  test("10,000 replays of sessions that ended by time, log-out or a new passphrase: none accepted", () => {
    const table = tried(10_000, () => {
      const [old, live] = [dice.of(ended), dice.of(open)];
      const secrets = dice.of([
        old,
        { cookie: old.cookie, key: live.key },
        { cookie: live.cookie, key: old.key },
      ]);
      const headers = headersOf(HOST, secrets);
      // Another cookie of the name beside it: neither opens by the other's key.
      const more = `onaccount-4317=${dice.text(43)}`;
      if (dice.draw(2))
        headers.cookie = dice.draw(2) ? `${headers.cookie}; ${more}` : `${more}; ${headers.cookie}`;
      door.admit(headers);
    });
    expect(table, `SEED=${SEED}`).toEqual({ accepted: 0, refused: 10_000, faults: [] });
  });

  test("20,000 foreign origins and rebound names: none accepted", () => {
    const own = new Set([HOST]);
    const table = tried(20_000, () => requireOwn(foreign(HOST, dice), own));
    expect(table, `SEED=${SEED}`).toEqual({ accepted: 0, refused: 20_000, faults: [] });
  });

  test("15,000 malformed bodies: none accepted", () => {
    const set = { do: "set", tab: "t0", row: 1, col: 1, cells: [["x"]] };
    const shapes: [(body: unknown) => unknown, Parameters<typeof malformed>[0]][] = [
      [parseEdit, { client: "a", structure: { t0: 0 }, ops: [set] }],
      [(body) => parseEdit({ client: "a", structure: { t0: 0 }, ops: [body] }), set],
      [parseCall, { client: "a", name: "rpc", args: [] }],
      [parseCommand, { user: "a", name: "rpc", args: [] }],
      [parseLogIn, { name: "a", passphrase: "b" }],
      [parseLease, { client: "a", take: true, release: false }],
    ];
    for (const [parse, body] of shapes) expect(() => parse(body)).not.toThrow();
    const optional = new Set(["take", "release"]);
    const table = tried(15_000, () => {
      const [parse, right] = dice.of(shapes);
      const body = malformed(right, dice);
      const missing = Object.keys(right).filter((key) => !Object.keys(Object(body)).includes(key));
      // Without what may be missing it is a right body.
      if (missing.length > 0 && missing.every((key) => optional.has(key))) throw new Refused("invalid");
      parse(body);
    });
    expect(table, `SEED=${SEED}`).toEqual({ accepted: 0, refused: 15_000, faults: [] });
  });

  test("5,000 wrong tokens and names of browser tabs: none accepted", () => {
    const table = tried(5000, () => {
      const odd = ["", null, "a b", "<b>", "../x", "a".repeat(65), "账", `a\n${dice.text(3)}`];
      dice.of<() => unknown>([
        () => requireToken(spoiled(dice.of([door.token, open[0]?.key ?? ""]), dice), door.token),
        () => door.requireCommand({ "x-onaccount-token": spoiled(door.commandToken, dice) }),
        () => parseClient(dice.of(odd)),
      ])();
    });
    expect(table, `SEED=${SEED}`).toEqual({ accepted: 0, refused: 5000, faults: [] });
  });

  test("300 wrong passphrases and names, nearly right ones among them: none accepted", async () => {
    let refused = 0;
    for (let n = 0; n < 300; n += 1) {
      const { name } = dice.of(users);
      const right = `passphrase of ${name}`;
      const wrong = spoiled(right, dice);
      const asked = dice.draw(2) ? { name, passphrase: wrong } : { name: `${name}${n}`, passphrase: right };
      const from = { address: `a${dice.draw(50)}`, cookies: [] };
      await door.logIn(asked, from).catch((thrown: unknown) => {
        if (thrown instanceof Refused && thrown.reason === "wrongLogIn") refused += 1;
      });
    }
    expect(refused, `SEED=${SEED}`).toBe(300);
  });
});

describe("over the wire", () => {
  let ledger: ServedLedger;
  beforeAll(async () => {
    ledger = await new ServedLedger().start();
    await ledger.addUser("王芳", "controller", "correct horse battery");
  });
  afterAll(() => ledger.stop());

  test("600 attempts: none accepted, no stack trace, no fault, nothing written", async () => {
    const dice = new Dice(SEED + 1);
    const browser = await ledger.loggedIn("王芳", "correct horse battery");
    const secrets = { cookie: browser.cookie.split("=")[1] ?? "", key: browser.key };
    const before = ledger.host.workbook.revision;
    const host = `127.0.0.1:${ledger.server.port}`;
    const right = headersOf(host, secrets);
    const odd: string[] = [];
    for (let n = 0; n < 600; n += 1) {
      const asked = attack(dice, host, right, secrets);
      const { status, body } = await send(ledger.server.port, asked);
      // What is not HTTP is refused by Node itself, without a word.
      const isRefused = status >= 400 && (isRefusal(body) || (status === 400 && body === ""));
      if (!isRefused) odd.push(`${status} ${JSON.stringify(asked)} ${body.slice(0, 100)}`);
    }
    expect(odd, `SEED=${SEED}`).toEqual([]);
    expect(ledger.faults).toEqual([]);
    expect(ledger.host.workbook.revision).toBe(before);
    expect((await browser.get("/api/workbook")).status).toBe(200);
  });
});

interface Attack {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

const WRITING = ["/api/edit", "/api/call", "/api/lease", "/api/command"];
const READING = ["/api/workbook", "/api/sidebar", "/api/tab/t0", "/api/live?client=a"];

function attack(dice: Dice, host: string, right: object, secrets: Secrets): Attack {
  const plain = { host, "content-type": "application/json" };
  const full = { ...plain, ...right };
  const body = JSON.stringify({ client: "a", name: "rpc", args: ["setup", { language: "en" }] });
  const post = (path: string, headers: object, text = body): Attack => ({
    method: "POST",
    path,
    headers: clean(headers),
    body: text,
  });
  const get = (path: string, headers: object): Attack => ({
    method: "GET",
    path,
    headers: clean(headers),
    body: "",
  });
  return dice.of<() => Attack>([
    () => post(dice.of(WRITING), plain),
    () => get(dice.of(READING), plain),
    () => post(dice.of(WRITING), { ...plain, ...headersOf(host, { ...secrets, key: dice.text(43) }) }),
    () => get(dice.of(READING), { ...plain, ...headersOf(host, { ...secrets, cookie: dice.text(43) }) }),
    () => post("/api/call", { ...full, ...sentForeign(host, dice) }),
    () => get(dice.of(["/", "/frame", ...READING]), { ...full, ...sentForeign(host, dice) }),
    () =>
      post(
        "/api/call",
        full,
        dice.of(["", "{", "null", "[]", body.slice(1), '{"a":"\\ud800"', "\0\0", "1e999"]),
      ),
    () =>
      post("/api/login", plain, dice.of(["", "{}", '{"name":1}', '{"name":"王芳","passphrase":""}', body])),
    () => post("/api/login", plain, JSON.stringify({ name: "王芳", passphrase: dice.text(12) })),
    () => post("/api/login", plain, JSON.stringify({ name: "x".repeat(9000), passphrase: "x" })),
    () => post("/api/call", { ...full, "content-type": dice.of(["text/plain", "", "application/xml"]) }),
    () =>
      get(
        `/api/tab/${dice.of(["%", "%zz", "%00", "..%2f..", "__proto__", "constructor", "a/b", "t0x"])}`,
        full,
      ),
    () =>
      get(
        dice.of(["//", "/../x", "/%2e%2e/etc/passwd", "/api/", "/api/edit", "/api/login", "/api/logout"]),
        full,
      ),
    () => ({ ...post("/api/edit", full), method: dice.of(["PUT", "DELETE", "PATCH", "OPTIONS"]) }),
  ])();
}

// Blanks around a header's value are no part of it, and Node writes the right host where none is given.
function sentForeign(host: string, dice: Dice): IncomingHttpHeaders {
  const drawn = foreign(host, dice);
  const isOwn =
    ["", host].includes(drawn.host?.trim() ?? "") &&
    [undefined, `http://${host}`].includes(drawn.origin?.trim());
  return isOwn ? sentForeign(host, dice) : drawn;
}

// Header values that Node itself would not send are not sent.
function clean(headers: object): Record<string, string> {
  const pairs = Object.entries(headers).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, String(value).replace(/[^\x20-\x7e]/g, "?")]),
  );
}

function isRefusal(body: string): boolean {
  if (body === "") return false;
  const { error, reason } = JSON.parse(body) as { error: string; reason: string };
  return isOneSentence(error) && reason !== "broken" && !/ at |\.ts|node_modules/.test(body);
}

function send(
  port: number,
  { method, path, headers, body }: Attack,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    asked.on("error", reject).end(body);
    // What is answered without an end was accepted: a live stream.
    asked.setTimeout(5000, () =>
      reject(new Error(`no end of an answer: ${method} ${path} ${JSON.stringify(headers)}`)),
    );
  });
}

function never(): never {
  throw new Error("no such user");
}
