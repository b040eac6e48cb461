import type { Words } from "../../../core/index.ts";
import type { Language } from "../http/refusals.ts";
import type { Action } from "./action.ts";
import { actions, COMMON } from "./actions.ts";
import type { Arguments } from "./arguments.ts";
import { COMMON_ZH, HELP_ZH } from "./help-zh.ts";

type Options = Pick<Action, "options" | "flags">;

/** What can be done, a line each. */
export function overview(language: Language): string {
  const width = Math.max(...Object.keys(actions).map((name) => name.length));
  const lines = Object.entries(actions).map(
    ([name, { what }]) =>
      `  ${name.padEnd(width)}  ${language === "zh" ? (HELP_ZH[name]?.what ?? what) : what}`,
  );
  const usage = {
    zh: "npm run ledger -- <操作> [--选项 值 …]",
    en: "npm run ledger -- <action> [--option value …]",
  };
  return [usage[language], ...lines, ...commonLines(language)].join("\n");
}

/** What one action needs. */
export function helpFor(name: string, action: Action, language: Language): string {
  const zh = language === "zh" ? HELP_ZH[name] : undefined;
  const head = zh ? `npm run ledger -- ${name}：${zh.what}` : `npm run ledger -- ${name}: ${action.what}`;
  return [head, ...optionLines(action, zh?.options), ...commonLines(language)].join("\n");
}

function commonLines(language: Language): string[] {
  return optionLines(COMMON, language === "zh" ? COMMON_ZH : undefined);
}

function optionLines(
  { options = {}, flags = {} }: Options,
  zh: Readonly<Record<string, string>> = {},
): string[] {
  return Object.entries({ ...options, ...flags }).map(
    ([name, what]) => `  --${name.padEnd(14)}${zh[name] ?? what}`,
  );
}

/**
 * The sentence about an option that the action does not have, if there is one: a misspelt option would
 * otherwise be left out in silence, and `--asof` would age as of today.
 */
export function strangeOption(name: string, action: Action, args: Arguments): Words | undefined {
  const known = { ...COMMON.options, ...COMMON.flags, ...action.options, ...action.flags };
  const given = [...Object.keys(args.options), ...args.flags];
  const strange = given.find((option) => !(option in known));
  if (strange === undefined) return undefined;
  const own = Object.keys(known).map((option) => `--${option}`);
  return {
    en: `${name} has no option --${strange}. It has: ${own.join(", ")}.`,
    zh: `${name} 没有选项 --${strange}。可用：${own.join("、")}。`,
  };
}

/** The sentence about an action that is missing or unknown. */
export function strangeAction(name: string): Words {
  if (name === "") return { en: "Say what to do.", zh: "请给出要做的操作。" };
  return { en: `There is no action ${name}.`, zh: `没有操作 ${name}。` };
}
