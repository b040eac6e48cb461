import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allWords, type Key, wordsOf } from "../../../addon/sidebar/words/words.ts";

const zh = Object.entries(allWords("zh"));
const en = Object.entries(allWords("en"));
const SIDEBAR = join(import.meta.dirname, "../../../addon/sidebar");

const keysOf = (entries: [string, string][], ...kinds: string[]) =>
  entries.filter(([key]) => kinds.some((kind) => key.startsWith(`${kind}.`)));

describe("words in both languages", () => {
  it("have the same keys and the same placeholders", () => {
    expect(en.map(([key]) => key)).toEqual(zh.map(([key]) => key));
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    for (const [key, text] of zh) expect(names(allWords("en")[key as Key]), key).toEqual(names(text));
  });

  it("choose a form by number", () => {
    expect(wordsOf("en")("toDo.draftDue", { days: 1 })).toBe("Draft matures in 1 day");
    expect(wordsOf("en")("toDo.draftDue", { days: 5 })).toBe("Draft matures in 5 days");
  });

  it("stand in one dictionary each", () => {
    const files = readdirSync(join(SIDEBAR, "words")).filter((file) => /(^|-)zh\.ts$/.test(file));
    const all = files.flatMap((file) =>
      [...readFileSync(join(SIDEBAR, "words", file), "utf8").matchAll(/^ {2}"([\w.]+)":/gm)].map(
        ([, key]) => key,
      ),
    );
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    expect(all).toHaveLength(zh.length);
  });

  it("are all used", () => {
    const source = sourceFiles()
      .filter((file) => !/words\/(.*-)?(zh|en)\.ts$/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const computed =
      /^(tab|filter|customer\.state|aging\.(?:ofWhich|order|orderedBy)|title|batches\.state|handEdits|identity|import\.(kind|rows)|field\.firm|statements\.why|reminders\.why|remark|pause|duties|paper|column|draft|role|policy\.(?:decision|version))\./;
    const unused = zh
      .map(([key]) => key)
      .filter((key) => !source.includes(`"${key}"`) && !computed.test(key));
    expect(unused).toEqual([]);
  });
});

describe("Chinese words", () => {
  it("have full-width punctuation beside Chinese", () => {
    for (const [key, text] of zh)
      expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;?!()]|[,;?!()][\u4e00-\u9fff]/);
  });

  it("never say 您 or 你, never shout, and write 账 其他 登录", () => {
    for (const [key, text] of zh) expect(text, key).not.toMatch(/[您你！帐]|其它|登陆/);
  });

  it("end no button, title, label or hint with a full stop", () => {
    const short = keysOf(
      zh,
      "act",
      "title",
      "field",
      "hint",
      "tab",
      "head",
      "state",
      "filter",
      "aging",
      "toDo",
    );
    for (const [key, text] of short) expect(text, key).not.toMatch(/。$/);
  });

  it("leave a space between Chinese and figures", () => {
    const joined =
      /[\u4e00-\u9fff]\{(?:count|days|n|minutes|amount)\}|\{(?:count|days|n|minutes|amount)\}[\u4e00-\u9fff]/;
    for (const [key, text] of zh) expect(text, key).not.toMatch(joined);
  });

  it("name every button by a verb of two to six characters", () => {
    const verbs =
      /^(用|先看|登记|新增|新建|预览|保存|撤销|修改|返回|仍要|查看|收款核销|更新|再试|复制|清除|收起|显示|生成|导入|检查|申请|提交|冻结|解除|复审|恢复|继续|放弃|下载|打印|写入|重建|收录|打开|选择|换|停止|接收|回答|重新|认领|设置|关账|关闭|处理|采纳|管理|停用|启用|删去|审批|放行|批准|驳回|撤回|催款|联系|记|跳过|暂停)/;
    for (const [key, text] of keysOf(zh, "act")) {
      expect(text, key).toMatch(verbs);
      const bare = text.replace(/\{[^}]*\}|\s/g, "");
      expect(bare.length, key).toBeGreaterThanOrEqual(2);
      expect(bare.length, key).toBeLessThanOrEqual(6);
    }
  });

  it("say one thing by one word: 核销 is always of receipts, never of bad debts", () => {
    for (const [key, text] of zh)
      expect(text, key).not.toMatch(/坏账|回款|冲销|应收账款|未收款|帐期|(?<!对)账期/);
  });

  it("keep every sentence of trouble within sixty characters, with a way out", () => {
    for (const [key, text] of keysOf(zh, "refusal", "fault", "trouble")) {
      expect(text.length, key).toBeLessThanOrEqual(60);
      expect(text, key).not.toMatch(/失败|不能改|请勿|抱歉/);
    }
  });
});

describe("English words", () => {
  it("name every button in at most three words, and never OK or Yes", () => {
    for (const [key, text] of keysOf(en, "act")) {
      expect(text.replace(/\{[^}]*\}/g, "n").split(" ").length, key).toBeLessThanOrEqual(3);
      expect(text, key).not.toMatch(/^(OK|Yes|No|Submit)$/i);
    }
  });

  it("say receipt, not payment received, and overdue or late, not past due", () => {
    for (const [key, text] of en)
      expect(text, key).not.toMatch(/payment received|past due|pay-in|invoice\(s\)/i);
  });

  it("are in sentence case and do not shout", () => {
    for (const [key, text] of keysOf(en, "act", "title"))
      expect(text, key).not.toMatch(/!| [A-Z][a-z]+ [A-Z][a-z]+/);
  });
});

describe("money in words", () => {
  it("is never shortened to 万 and never written with half a sign for nothing", () => {
    for (const [key, text] of zh) expect(text, key).not.toMatch(/万|亿|--|N\/A|暂无数据/);
  });
});

describe("the sidebar's source", () => {
  it("has one door to the clock, one to the server, and no unsafe HTML or parsing", () => {
    for (const file of sourceFiles()) {
      const text = readFileSync(file, "utf8");
      expect(text, file).not.toMatch(
        /innerHTML|dangerouslySetInnerHTML|parseFloat|localStorage|\bany\b[;,)>]/,
      );
      if (!file.endsWith("/clock.ts"))
        expect(text, file).not.toMatch(/Date\.now|new Date\(|performance\.now/);
      if (!file.endsWith("/server.ts"))
        expect(text.replace(/\/\*[\s\S]*?\*\//g, ""), file).not.toMatch(/google\./);
    }
  });

  it("has no Chinese or English sentence outside the words", () => {
    const inComponents = sourceFiles().filter((file) => file.endsWith(".tsx"));
    for (const file of inComponents) {
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(code, file).not.toMatch(/[\u4e00-\u9fff]/);
      expect(code, file).not.toMatch(/>\s*[A-Za-z][a-z]+ [a-z]+[^<>{}=;()]*</);
    }
  });
});

function sourceFiles(): string[] {
  const entries = readdirSync(SIDEBAR, { recursive: true, encoding: "utf8" });
  return entries.filter((file) => /\.tsx?$/.test(file)).map((file) => join(SIDEBAR, file));
}
