import { actions, readCommand } from "../../addon/local/cli/actions.ts";
import { openSession } from "../../addon/local/cli/open-session.ts";
import { Refused } from "../../addon/local/cli/refused.ts";

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly passphrase: string;
}

/** One guess costs a thousandth of what it costs outside: a story logs in often. */
const CHEAP = { logN: 5, r: 8, p: 1 };

/** The command line without a process for each action; a host that runs carries it out, as it does there. */
export class InProcessLedger {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The value of an action that must succeed. */
  json<T>(...words: string[]): Promise<T> {
    return this.typed([], words);
  }

  /** The same in somebody's name. */
  by<T>({ name, passphrase }: Person, ...words: string[]): Promise<T> {
    return this.typed([passphrase], [...words, "--as", name]);
  }

  /** The sentence with which it is refused to somebody. */
  async refusal(person: Person, ...words: string[]): Promise<string> {
    try {
      await this.by(person, ...words);
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
    throw new Error(`${words.join(" ")} was not refused`);
  }

  /** A user with a passphrase, added by nobody where they are the first. */
  async add({ name, role, passphrase }: Person, by?: Person): Promise<void> {
    const words = ["add-user", "--name", name, "--role", role];
    await (by
      ? this.typed([by.passphrase, passphrase], [...words, "--as", by.name])
      : this.typed([passphrase], words));
  }

  private async typed<T>(given: string[], words: readonly string[]): Promise<T> {
    const lines = [...given];
    const keyboard = { isTerminal: false, line: async () => lines.shift(), close: () => undefined };
    const args = readCommand([...words, "--ledger", this.folder]);
    const action = actions[args.action];
    if (!action) throw new Error(`no action ${args.action}`);
    const session = openSession(args, { keyboard, cost: CHEAP });
    try {
      return (await action.run(session)) as T; // as its own JSON would be read
    } finally {
      session.close();
    }
  }
}
