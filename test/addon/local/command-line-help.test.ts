import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Action } from "../../../addon/local/cli/action.ts";
import { actions, COMMON, readCommand } from "../../../addon/local/cli/actions.ts";
import { helpFor, overview, strangeOption } from "../../../addon/local/cli/help.ts";
import { COMMON_ZH, HELP_ZH } from "../../../addon/local/cli/help-zh.ts";
import { notOneOf, notSaid, Refused } from "../../../addon/local/cli/refused.ts";
import { hostWords } from "../../../addon/local/words.ts";

/** What the issue of the command line promises, and what is beside it. */
const PROMISED = [
  ...["setup", "import", "add-item", "add-receipt", "apply", "undo", "aging", "statement", "check"],
  ...["rebuild", "export", "restore"],
];

function strange(line: string, language: "zh" | "en" = "en"): string | undefined {
  const args = readCommand(line.split(" "));
  const action = actions[args.action];
  return action && strangeOption(args.action, action, args)?.[language];
}

describe("the command line", () => {
  it("has every action that is promised, each with its help", () => {
    for (const name of PROMISED) {
      const action = actions[name];
      expect(action, name).toBeDefined();
      if (action) expect(helpFor(name, action, "en")).toContain(action.what);
      for (const language of ["zh", "en"] as const) expect(overview(language)).toContain(`  ${name} `);
    }
  });

  it("says every action and every option in Chinese too, and none that is not there", () => {
    expect(Object.keys(HELP_ZH).sort()).toEqual(Object.keys(actions).sort());
    const own = (action: Pick<Action, "options" | "flags">) =>
      Object.keys({ ...action.options, ...action.flags }).sort();
    expect(Object.keys(COMMON_ZH).sort()).toEqual(own(COMMON));
    for (const [name, action] of Object.entries(actions))
      expect(Object.keys(HELP_ZH[name]?.options ?? {}).sort(), name).toEqual(own(action));
    for (const [name, { what, options = {} }] of Object.entries(HELP_ZH))
      for (const text of [what, ...Object.values(options)])
        expect(text, name).toMatch(/[\u4e00-\u9fff]|^zh|或/);
  });

  it("keeps the house style in Chinese", () => {
    for (const name of Object.keys(actions)) {
      const action = actions[name];
      const text = action ? helpFor(name, action, "zh") : "";
      expect(text, name).not.toMatch(/[！您你帐]|其它|[\u4e00-\u9fff][,;?!()]|[,;?!()][\u4e00-\u9fff]/);
    }
  });

  it("names the folder where a passphrase is missing: there may be two", () => {
    for (const language of ["zh", "en"] as const)
      expect(hostWords(language).noPassphrase("Ann", "my-ledger")).toContain("--ledger my-ledger");
  });

  it("refuses in the language that it is spoken to", () => {
    expect(strange("aging --asof 2026-01-31", "zh")).toMatch(/^aging 没有选项 --asof。可用：/);
    expect(notSaid("customer").in("zh")).toBe("请给出 --customer。");
    expect(notOneOf("by", ["payer"]).in("zh")).toBe("--by 可选：payer。");
    expect(new Refused("没有客户").in("en")).toBe("没有客户");
  });

  it("has no refusal in one language only", () => {
    const folder = join(import.meta.dirname, "../../../addon/local/cli");
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    const inOne = sources.filter((file) =>
      /new Refused\(\s*["`]/.test(readFileSync(join(folder, file), "utf8")),
    );
    expect(inOne).toEqual([]);
  });

  it("refuses an option that it would otherwise leave out in silence", () => {
    expect(strange("aging --asof 2026-01-31")).toMatch(/^aging has no option --asof\. It has: .*--as-of/);
    expect(strange("add-receipt --customer K1 --amount 1 --date 2026-01-01 --sttle smallAmount")).toContain(
      "--sttle",
    );
  });

  it("takes every option that it names", () => {
    for (const [name, { options = {}, flags = {} }] of Object.entries(actions)) {
      const given = [
        ...Object.keys(options).map((key) => `--${key} x`),
        ...Object.keys(flags).map((key) => `--${key}`),
      ];
      const args = readCommand(`${name} ${given.join(" ")}`.trim().split(" "));
      expect(Object.keys(args.options), name).toEqual(Object.keys(options));
      expect([...args.flags], name).toEqual(Object.keys(flags));
    }
  });
});
