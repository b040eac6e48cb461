import { readFileSync } from "node:fs";
import { actions, COMMON, readCommand } from "../../addon/local/cli/actions.ts";
import { strangeOption } from "../../addon/local/cli/help.ts";
import { type Read, ROOT, spansOf } from "./markdown.ts";

/** Options of other people's commands. */
const OTHERS = ["force", "type", "title", "rootDir"];

/** npm's own. */
const OF_NPM = ["ci"];

export const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("package.json", ROOT), "utf8"),
).scripts;

/** What `npm start` takes; its file starts a host where it is imported, so that its text is read. */
const STARTS = [
  ...readFileSync(new URL("addon/local/start.ts", ROOT), "utf8").matchAll(/^ {4}(\w+): \{ type: "/gm),
].map(([, option = ""]) => option);

/** Commands of `npm` that a file names and that do not exist. */
export function strangeScripts({ text }: Read): string[] {
  const named = [...text.matchAll(/`npm (?:run (?:-s )?)?([\w:-]+)/g)].map(([, name = ""]) => name);
  return named.filter((name) => !(name in SCRIPTS) && !OF_NPM.includes(name));
}

/** What is wrong with the actions of the command line that a file shows, each with its options. */
export function strangeActions({ spans }: Read): string[] {
  return spans.flatMap((span) => {
    const isWhole = /^npm run (-s )?ledger -- /.test(span);
    const words = wordsOf(span.replace(/^npm run (-s )?ledger -- /, ""));
    const args = readCommand(words);
    const action = actions[args.action];
    if (action && words[0] === args.action) return strangeOption(args.action, action, args)?.en ?? [];
    const isName = /^[a-z][a-z-]*$/.test(words[0] ?? "");
    return isWhole && isName ? [`There is no action ${words[0]}.`] : [];
  });
}

/** Unknown options in a line: of its own actions where it begins with one, otherwise of any command. */
export function strangeOptions({ lines, rows }: Read): string[] {
  return [...lines, ...rows.flat()].flatMap((line) => {
    const [, first = ""] = /^- `([a-z-]+)`/.exec(line) ?? [];
    const own = spansOf(line).filter((span) => span in actions);
    const known = first in actions ? new Set(own.flatMap((name) => [...optionsOf(name)])) : ANYWHERE;
    const named = spansOf(line).filter((span) => span.startsWith("--"));
    const strange = named.flatMap(flagsIn).filter((option) => !known.has(option));
    return strange.map((option) => `--${option} in: ${line}`);
  });
}

/** Actions in the first column, with the options that their examples give. */
export function shownActions({ rows }: Read): { name: string; options: string[]; fields: string[] }[] {
  return rows.flatMap(([first = "", example = "", fields = ""]) => {
    const [name = ""] = spansOf(first);
    if (!(name in actions)) return [];
    return [{ name, options: spansOf(example).flatMap(flagsIn), fields: spansOf(fields) }];
  });
}

function optionsOf(name: string): Set<string> {
  const { options = {}, flags = {} } = actions[name] ?? {};
  return new Set(Object.keys({ ...COMMON.options, ...COMMON.flags, ...options, ...flags }));
}

const ANYWHERE = new Set([
  ...Object.keys(actions).flatMap((name) => [...optionsOf(name)]),
  ...STARTS,
  ...OTHERS,
]);

/** `--name` as a word of its own; what is quoted is a value. */
function flagsIn(span: string): string[] {
  return wordsOf(span).flatMap((word) => /^--([\w-]+)$/.exec(word)?.[1] ?? []);
}

function wordsOf(span: string): string[] {
  return (span.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ""));
}
