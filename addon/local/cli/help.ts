import { type Action, actions, COMMON } from "./actions.ts";
import type { Arguments } from "./arguments.ts";

/** What can be done, a line each. */
export function overview(): string {
  const width = Math.max(...Object.keys(actions).map((name) => name.length));
  const lines = Object.entries(actions).map(([name, { what }]) => `  ${name.padEnd(width)}  ${what}`);
  return ["npm run ledger -- <action> [--option value …]", ...lines, ...optionLines(COMMON)].join("\n");
}

/** What one action needs. */
export function helpFor(name: string, action: Action): string {
  return [`npm run ledger -- ${name}: ${action.what}`, ...optionLines(action), ...optionLines(COMMON)].join(
    "\n",
  );
}

function optionLines({ options = {}, flags = {} }: Pick<Action, "options" | "flags">): string[] {
  return Object.entries({ ...options, ...flags }).map(([name, what]) => `  --${name.padEnd(14)}${what}`);
}

/**
 * The sentence about an option that the action does not have, if there is one: a misspelt option would
 * otherwise be left out in silence, and `--asof` would age as of today.
 */
export function strangeOption(name: string, action: Action, args: Arguments): string | undefined {
  const known = { ...COMMON.options, ...COMMON.flags, ...action.options, ...action.flags };
  const given = [...Object.keys(args.options), ...args.flags];
  const strange = given.find((option) => !(option in known));
  if (strange === undefined) return undefined;
  const own = Object.keys(known).map((option) => `--${option}`);
  return `${name} has no option --${strange}. It has: ${own.join(", ")}.`;
}
