import type { IncomingHttpHeaders } from "node:http";
import type { Secrets } from "../../../../addon/local/users/sessions.ts";

/** Numbers drawn from a seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, and without, `below`. */
  draw(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.draw(choices.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  }

  text(length: number): string {
    return Array.from({ length }, () => this.of(LETTERS)).join("");
  }
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"];

/** A secret that is nearly right. */
export function spoiled(secret: string, dice: Dice): string {
  const at = dice.draw(secret.length);
  const other = LETTERS[(LETTERS.indexOf(secret[at] ?? "a") + 1 + dice.draw(63)) % 64] ?? "";
  return dice.of([
    () => secret.slice(0, at) + other + secret.slice(at + 1),
    () => secret.slice(0, at),
    () => secret.slice(at + 1),
    () => secret + other,
    () => other + secret,
    () => ` ${secret}`,
    () => `${secret};`,
    () => `"${secret}"`,
    () => secret + secret,
    () => [...secret].reverse().join("") + other,
    () => "",
    () => dice.text(43),
    () => dice.text(dice.draw(400)),
    () => encodeURIComponent(`${secret}\0`),
    () => dice.of(["undefined", "null", "true", "[object Object]", "__proto__", "*", "' OR 1=1 --"]),
  ])();
}

/** A header of a name that two halves of a log-in travel in. */
export function headersOf(host: string, { cookie, key }: Secrets): IncomingHttpHeaders {
  const port = host.split(":")[1] ?? "";
  return { host, cookie: `onaccount-${port}=${cookie}`, "x-onaccount-token": key };
}

/** Origins and hosts of pages and names elsewhere. */
export function foreign(host: string, dice: Dice): IncomingHttpHeaders {
  const [name = "", port = ""] = host.split(":");
  const strange = dice.of([
    `${dice.text(8)}.example`,
    `${dice.text(8)}.example:${port}`,
    `localhost:${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `${name}.:${port}`,
    `${name}.evil.example:${port}`,
    `${name}:${dice.draw(65_536) === Number(port) ? 1 : 1 + dice.draw(1000)}`,
    name,
    ` ${host}`,
    `${host},${host}`,
    `evil@${host}`,
    "",
    "null",
  ]);
  const scheme = dice.of(["http://", "https://", "file://", "chrome-extension://", ""]);
  return dice.of([
    { host: strange },
    { host: strange, origin: `http://${strange}` },
    { host, origin: strange === "" ? "null" : `${scheme}${strange}` },
    {
      host,
      origin: dice.of(["null", "", "*", `https://${host}`, `http://${host}/`, host, `http://${host} `]),
    },
  ]);
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A body that is right but for one thing: no rule about it holds any more. */
export function malformed(body: Readonly<Record<string, Json>>, dice: Dice): unknown {
  const key = dice.of(Object.keys(body));
  const { [key]: value, ...rest } = body;
  const wrong: Json[] = [
    null,
    true,
    1.5,
    -1,
    1e308,
    {},
    { [key]: value ?? null },
    [[]],
    [null],
    "\0".repeat(300),
  ];
  const wrongType = dice.of(wrong.filter((each) => isWrong(each, value ?? null)));
  return dice.of<() => unknown>([
    () => rest,
    () => ({ ...rest, [key]: wrongType }),
    () => ({ ...body, [dice.text(6)]: 1 }),
    () => ({ ...body, [`${key} `]: value }),
    () => JSON.parse(`{"__proto__":1,${JSON.stringify(body).slice(1)}`),
    () => [body],
    () => JSON.stringify(body),
    () => dice.of([null, 0, "", [], {}, true, dice.text(20)]),
  ])();
}

// A list of unknown things is right where any list is.
function isWrong(candidate: Json, value: Json): boolean {
  return Array.isArray(value)
    ? !Array.isArray(candidate)
    : typeof candidate !== typeof value || isNull(candidate, value);
}

function isNull(candidate: Json, value: Json): boolean {
  return (candidate === null) !== (value === null);
}
