import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LedgerUsers } from "../../../../addon/local/users/ledger-users.ts";
import { COST, hashOf, isPassphrase, KEPT, weaknessOf } from "../../../../addon/local/users/passphrase.ts";
import { PassphraseFile } from "../../../../addon/local/users/passphrase-file.ts";
import { CHEAP } from "./served-ledger.ts";

describe("a passphrase that is kept", () => {
  test("opens by itself and by nothing else", async () => {
    const kept = await hashOf("correct horse", CHEAP);
    expect(await isPassphrase("correct horse", kept)).toBe(true);
    for (const wrong of ["", "correct hors", "correct horse ", "Correct horse", "\0correct horse", kept])
      expect(await isPassphrase(wrong, kept)).toBe(false);
  });

  test("is the same from a Chinese keyboard's full-width letters", async () => {
    expect(await isPassphrase("ＡＢＣ１２３４５", await hashOf("ABC12345", CHEAP))).toBe(true);
  });

  test("is salted: two of the same look different, and neither shows the passphrase", async () => {
    const [a, b] = [await hashOf("correct horse", CHEAP), await hashOf("correct horse", CHEAP)];
    expect(a).not.toBe(b);
    expect(a).toMatch(KEPT);
    expect(a + b).not.toContain("correct");
  });

  test("costs 128 MB a guess", () => {
    expect(128 * 2 ** COST.logN * COST.r * COST.p).toBe(128 * 1024 * 1024);
  });

  test.each(["", "scrypt", "scrypt$5$8$1$$", "plain", "scrypt$5$8$1$short$short"])(
    "in another form opens by nothing: %s",
    async (kept) => expect(await isPassphrase("", kept)).toBe(false),
  );
});

describe("a new passphrase", () => {
  test.each([
    ["1234567", "short"],
    ["春天的花", "short"],
    ["x".repeat(201), "long"],
    ["aaaaaaaaaa", "guessable"],
    ["abababab", "guessable"],
    ["Wang Xiaoming", "guessable"],
    ["wangxiaoming", "guessable"],
    ["春天的花都开了吧", undefined],
    ["correct horse", undefined],
  ])("%s is %s", (passphrase, weakness) => {
    expect(weaknessOf(passphrase, "Wang Xiaoming")).toBe(weakness);
  });
});

describe("the file", () => {
  const user = { id: "o1.0", name: "王芳" };
  const folder = () => mkdtempSync(join(tmpdir(), "onaccount-"));

  test("keeps one for each user, and what another process writes is seen", async () => {
    const directory = folder();
    const [host, commandLine] = [new PassphraseFile(directory), new PassphraseFile(directory)];
    expect(host.hashFor(user)).toBeUndefined();
    const kept = await hashOf("correct horse", CHEAP);
    commandLine.set(user, kept);
    expect(host.hashFor(user)).toBe(kept);
    commandLine.forget(user.id);
    expect(host.hashFor(user)).toBeUndefined();
  });

  test("opens nothing for another person who got the same id after a restore", async () => {
    const file = new PassphraseFile(folder());
    file.set(user, await hashOf("correct horse", CHEAP));
    expect(file.hashFor({ id: user.id, name: "李军" })).toBeUndefined();
  });

  test("that is damaged is a fault, and not a ledger without users", () => {
    const directory = folder();
    for (const damaged of ["", "{", "[]", '{"o1.0":{"name":"王芳","hash":"plain"}}']) {
      writeFileSync(join(directory, "passphrases.json"), damaged);
      expect(() => new PassphraseFile(directory).hashFor(user)).toThrow();
      expect(readFileSync(join(directory, "passphrases.json"), "utf8")).toBe(damaged);
    }
  });
});

test("a user without a passphrase has none, not even the one that strangers are compared with", async () => {
  const user = { id: "o1.0", name: "王芳", role: "clerk", active: true } as const;
  const users = new LedgerUsers({
    directory: mkdtempSync(join(tmpdir(), "onaccount-")),
    list: () => [user],
    cost: CHEAP,
  });
  for (const guess of ["", "nobody's passphrase"]) {
    expect(await users.check("王芳", guess)).toBeUndefined();
    expect(await users.check("没有此人", guess)).toBeUndefined();
  }
  await users.setPassphrase(user, "correct horse");
  expect(await users.check("王芳", "correct horse")).toBe(user);
});
