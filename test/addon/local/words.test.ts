import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../../addon/local/http/refusals.ts";
import type { RefusalReason } from "../../../addon/local/wire.ts";
import { hostWords } from "../../../addon/local/words.ts";

const REASONS: readonly RefusalReason[] = [
  "login",
  "wrongLogIn",
  "tooMany",
  "readsOnly",
  "usersOnly",
  "decidersOnly",
];

const said = (language: "zh" | "en"): [string, string][] => [
  ...Object.entries(hostWords(language)).map(([key, word]): [string, string] => [key, text(word)]),
  ...REASONS.map((reason): [string, string] => [reason, sentenceOf(reason, language)]),
];

describe("what the host says", () => {
  test.each(said("zh"))("zh %s keeps the house style", (_key, word) => {
    expect(word).not.toMatch(/[!！]|您|你|其它|登陆|帐|\.\.\./);
    expect(word).not.toMatch(/[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]|[\u4e00-\u9fff][,;?()]/);
  });

  test.each([...said("zh"), ...said("en")])(
    "%s ends as a sentence or as a question to type behind",
    (_key, word) => {
      expect(word).toMatch(/[。.：]$|: $|: 192.168.1.9$|：192.168.1.9$/);
    },
  );

  test("zh and en say the same things", () => {
    expect(said("zh").map(([key]) => key)).toEqual(said("en").map(([key]) => key));
  });
});

/** Functions are given what they take: a list where they join one, otherwise a name. */
function text(word: unknown): string {
  if (typeof word !== "function") return String(word);
  return String(
    /\.join\(|urls|roles/.test(String(word)) && word.length === 1
      ? word(["clerk"])
      : word("192.168.1.9", ["10.0.0.7"]),
  );
}
