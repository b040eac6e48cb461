import { createInterface, type Interface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Where what a command must ask comes from: a person at a terminal, or the lines of standard input. */
export interface Keyboard {
  readonly isTerminal: boolean;
  /** The next line, typed without being shown; nothing where none comes. */
  line(prompt: string): Promise<string | undefined>;
  close(): void;
}

export function standardInput(): Keyboard {
  return process.stdin.isTTY ? terminal() : lines();
}

function terminal(): Keyboard {
  return { isTerminal: true, line: askTerminal, close: () => undefined };
}

async function askTerminal(prompt: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Standard output is for the answer alone.
  process.stderr.write(prompt);
  terminal.once("SIGINT", () => process.exit(130));
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

/** One line after another: a command may need the passphrase of who acts and a new one. */
function lines(): Keyboard {
  let reader: Interface | undefined;
  let each: AsyncIterator<string> | undefined;
  return {
    isTerminal: false,
    line: async () => {
      reader ??= createInterface({ input: process.stdin });
      each ??= reader[Symbol.asyncIterator]();
      const { value, done } = await each.next();
      return done ? undefined : value;
    },
    // Whoever gives the lines may keep their end open; the command ends all the same.
    close: () => reader?.close(),
  };
}
