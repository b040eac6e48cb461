import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { IDLE_MILLISECONDS, LIFE_MILLISECONDS, Sessions } from "../../../../addon/local/users/sessions.ts";

let directory: string;
let now: number;
let sessions: Sessions;
const open = () => new Sessions({ directory, now: () => now });
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "onaccount-"));
  now = 1_000_000_000_000;
  sessions = open();
});

test("both secrets open it: 256 bits each, and neither alone", () => {
  const [wang, li] = [sessions.open("o1.0", "hash"), sessions.open("o2.0", "hash")];
  expect(sessions.find(wang)?.user).toBe("o1.0");
  expect(Buffer.from(wang.cookie, "base64url")).toHaveLength(32);
  expect(Buffer.from(wang.key, "base64url")).toHaveLength(32);
  expect(sessions.find({ cookie: wang.cookie, key: li.key })).toBeUndefined();
  expect(sessions.find({ cookie: li.cookie, key: wang.key })).toBeUndefined();
  expect(sessions.find({ cookie: wang.cookie, key: "" })).toBeUndefined();
  expect(sessions.find({ cookie: wang.key, key: wang.cookie })).toBeUndefined();
});

test("a restart asks nobody again, and the disk holds no secret", () => {
  const secrets = sessions.open("o1.0", "hash");
  expect(open().find(secrets)?.user).toBe("o1.0");
  const text = readFileSync(join(directory, "sessions.json"), "utf8");
  expect(text).not.toContain(secrets.cookie);
  expect(text).not.toContain(secrets.key);
});

test("what stands on the disk opens nothing", () => {
  sessions.open("o1.0", "hash");
  const [{ id, keyHash }] = JSON.parse(readFileSync(join(directory, "sessions.json"), "utf8"));
  expect(sessions.find({ cookie: id, key: keyHash })).toBeUndefined();
});

test("it ends when it is not used for a week", () => {
  const secrets = sessions.open("o1.0", "hash");
  now += IDLE_MILLISECONDS - 1;
  expect(sessions.find(secrets)).toBeDefined();
  now += IDLE_MILLISECONDS;
  expect(sessions.find(secrets)).toBeUndefined();
});

test("it ends after a month, used or not, over restarts too", () => {
  const secrets = sessions.open("o1.0", "hash");
  for (let day = 0; day < 29; day += 1) {
    now += LIFE_MILLISECONDS / 30;
    expect(sessions.find(secrets)).toBeDefined();
  }
  expect(open().find(secrets)).toBeDefined();
  now += LIFE_MILLISECONDS / 30;
  expect(sessions.find(secrets)).toBeUndefined();
  expect(open().find(secrets)).toBeUndefined();
});

test("a log-out ends it, over a restart too; the browser stays known", () => {
  const secrets = sessions.open("o1.0", "hash");
  const id = sessions.find(secrets)?.id ?? "";
  sessions.end(id);
  for (const each of [sessions, open()]) {
    expect(each.find(secrets)).toBeUndefined();
    expect(each.find({ ...secrets, key: "" })).toBeUndefined();
    expect(each.isAlive(id, "hash")).toBe(false);
    expect(each.knownBrowser(secrets.cookie)).toBe(id);
  }
});

test("a new passphrase ends it", () => {
  const id = sessions.find(sessions.open("o1.0", "old hash"))?.id ?? "";
  expect(sessions.isAlive(id, "old hash")).toBe(true);
  expect(sessions.isAlive(id, "new hash")).toBe(false);
});

test("the twenty latest of a user stay, and those of others are not touched", () => {
  const other = sessions.open("o2.0", "hash");
  const own = Array.from({ length: 25 }, () => {
    now += 1;
    return sessions.open("o1.0", "hash");
  });
  expect(own.map((each) => sessions.find(each) !== undefined)).toEqual(
    Array.from({ length: 25 }, (_, at) => at >= 5),
  );
  expect(sessions.find(other)).toBeDefined();
});

test("a damaged file lets nobody in and stops nobody from logging in", () => {
  for (const damaged of ["", "{", "{}", '[{"id":1}]', "null"]) {
    writeFileSync(join(directory, "sessions.json"), damaged);
    const afterwards = open();
    expect(afterwards.find({ cookie: "", key: "" })).toBeUndefined();
    expect(afterwards.find(afterwards.open("o1.0", "hash"))?.user).toBe("o1.0");
  }
});
