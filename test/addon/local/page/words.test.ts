import { describe, expect, test } from "vitest";
import { languageFrom, wordsFor } from "../../../../addon/local/page/words.ts";

const said = (words: object) =>
  Object.entries(words).map(([key, word]): [string, string] => [key, text(word)]);

describe("the page's words", () => {
  test.each(said(wordsFor("zh")))("zh %s keeps the house style", (_key, word) => {
    expect(word).not.toMatch(/[,;?()!！]|您|你|其它|登陆|帐|\.\.\./);
    expect(word).not.toMatch(/[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]/);
  });

  test.each(["editHere", "showTable", "showGrid", "openSidebar", "copy", "dismiss", "close"] as const)(
    "zh button %s is two to six characters",
    (key) => expect(wordsFor("zh")[key]).toMatch(/^[\u4e00-\u9fff]{2,6}$/),
  );

  test("zh and en say the same things", () => {
    expect(Object.keys(wordsFor("zh"))).toEqual(Object.keys(wordsFor("en")));
  });

  test("the ledger's language goes before the browser's", () => {
    expect(languageFrom("zh", "en-US")).toBe("zh");
    expect(languageFrom("en", "zh-CN")).toBe("en");
    expect(languageFrom(null, "zh-TW")).toBe("zh");
    expect(languageFrom(null, "de-DE")).toBe("en");
  });
});

function text(word: unknown): string {
  return typeof word === "function" ? String(word("应收明细", 5)) : String(word);
}
