import { expect, test } from "vitest";
import { whyLocked } from "../../../../addon/local/page/locked.ts";
import type { Status } from "../../../../addon/local/page/status.ts";
import { wordsFor } from "../../../../addon/local/page/words.ts";

/** Whoever types where they may only look is told who has the pen, and what to do. */
const LOOKING: Status = {
  connection: "live",
  user: "王芳",
  mayWrite: true,
  writer: "李雷",
  isWriter: false,
  isSaving: false,
};

test.each([
  ["zh", "「李雷」正在编辑", "在此编辑"],
  ["en", "“李雷” is editing", "Edit here"],
] as const)("%s: another user has the pen", (language, who, button) => {
  const words = wordsFor(language);
  const said = whyLocked(LOOKING, words);
  expect(said).toContain(who);
  expect(said).toContain(button);
  expect(words.editHere).toBe(button);
});

test.each(["", "王芳"])("another tab of one's own, or of a ledger that asks nobody: “%s”", (writer) => {
  expect(whyLocked({ ...LOOKING, writer }, wordsFor("zh"))).toMatch(
    /^此账本正在另一个标签页中编辑.*在此编辑/,
  );
});

test("who may only read is told to log in as somebody else, whoever has the pen", () => {
  const reader: Status = { ...LOOKING, user: "审计员", mayWrite: false };
  expect(whyLocked(reader, wordsFor("zh"))).toMatch(/^「审计员」只能查看.*退出登录/);
  expect(whyLocked(reader, wordsFor("en"))).toMatch(/^“审计员” may only read.*log out/);
});

test("a page that the server does not know any more says that first", () => {
  const words = wordsFor("zh");
  expect(whyLocked({ ...LOOKING, connection: "restarted" }, words)).toBe(words.restarted);
  expect(whyLocked({ ...LOOKING, connection: "loggedOut" }, words)).toBe(words.loggedOut);
});
