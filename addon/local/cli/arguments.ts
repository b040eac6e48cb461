import { parseArgs } from "node:util";

/** What a command was told: options by name, each once, as text. */
export interface Arguments {
  readonly action: string;
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

const FLAGS = new Set(["json", "help", "again", "all", "payer", "copied", "restored"]);

/** Reads `<action> --option value --flag` strictly; an option without its value is an empty text. */
export function readArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({ args: [...argv], strict: false, allowPositionals: true, tokens: true });
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  let action = "";
  let open = "";
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (open) options[open] = token.value;
      else if (!action) action = token.value;
      open = "";
    } else if (token.kind === "option") {
      open = "";
      if (FLAGS.has(token.name)) flags.add(token.name);
      else if (token.value !== undefined) options[token.name] = token.value;
      else {
        options[token.name] = "";
        open = token.name;
      }
    }
  }
  return { action, options, flags };
}
