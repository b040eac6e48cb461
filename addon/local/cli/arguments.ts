import { parseArgs } from "node:util";

/** What a command was told: options by name, each once, as text. */
export interface Arguments {
  readonly action: string;
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Reads `<action> --option value --flag`; an option without its value is an empty text. What is a flag is
 * the action's to say: `--payer` is one of `statement`, and takes a code in `add-customer`.
 */
export function readArguments(
  argv: readonly string[],
  isFlag: (option: string, action: string) => boolean,
): Arguments {
  const args = withNegatives(argv);
  const { tokens } = parseArgs({ args, strict: false, allowPositionals: true, tokens: true });
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
      if (isFlag(token.name, action)) flags.add(token.name);
      else if (token.value !== undefined) options[token.name] = token.value;
      else {
        options[token.name] = "";
        open = token.name;
      }
    }
  }
  return { action, options, flags };
}

/** `--amount -20` says what `--amount=-20` does: a number is never the name of an option. */
function withNegatives(argv: readonly string[]): string[] {
  const args: string[] = [];
  for (const word of argv) {
    const option = args.at(-1);
    if (/^-[\d.,]+$/.test(word) && option?.startsWith("--") && !option.includes("="))
      args.push(`${args.pop()}=${word}`);
    else args.push(word);
  }
  return args;
}
