import { actions, readCommand } from "../../../addon/local/cli/actions.ts";
import { strangeOption } from "../../../addon/local/cli/help.ts";
import { Refused } from "../../../addon/local/cli/refused.ts";
import type { CliSession } from "../../../addon/local/cli/session.ts";
import type { CallName, Input, Output, Reply } from "../../../addon/protocol.ts";
import { QuickBench } from "../quick-bench.ts";

/** The command line over a ledger in memory: what a line prints, or the sentence that refuses it. */
export class Terminal {
  readonly bench = new QuickBench();
  private n = 0;

  constructor() {
    this.bench.call("setup", { language: "en" });
  }

  async run<T>(line: string): Promise<T> {
    const args = readCommand(line.split(" "));
    const action = actions[args.action];
    if (!action) throw new Refused(`no action ${args.action}`);
    const strange = strangeOption(args.action, action, args);
    if (strange) throw new Refused(strange);
    const value: unknown = await action.run(this.session(args));
    return JSON.parse(JSON.stringify(value)) as T;
  }

  private session(args: CliSession["args"]): CliSession {
    const notHere = () => {
      throw new Error("not in this test");
    };
    const keyboard = { isTerminal: false, line: async () => undefined, close: () => {} };
    return {
      args,
      asking: { keyboard },
      workbook: notHere,
      close: () => {},
      users: notHere,
      permit: notHere,
      language: async () => "en",
      newAction: () => {
        this.n += 1;
        return args.options.action ?? `action-${this.n}`;
      },
      call: async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
        const reply = this.bench.run(name, input).reply as Reply<Output<N>>;
        if (reply.ok) return reply.value;
        throw new Refused(reply.kind === "refusal" ? reply.sentence : reply.report);
      },
    };
  }
}
