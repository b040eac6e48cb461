import { actions, readCommand } from "./actions.ts";
import { helpFor, overview, strangeOption } from "./help.ts";
import { standardInput } from "./keyboard.ts";
import { openSession } from "./open-session.ts";
import { Broken, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `npm run ledger -- <action> [--option value …] [--json]`: every action without a window. */
const args = readCommand(process.argv.slice(2));
const action = actions[args.action];
const strange = action && strangeOption(args.action, action, args);
if (args.flags.has("help")) console.log(action ? helpFor(args.action, action) : overview());
else if (!action) {
  console.error(args.action ? `There is no action ${args.action}.` : "Say what to do.");
  console.error(overview());
  process.exitCode = 1;
} else if (strange) {
  console.error(strange);
  process.exitCode = 1;
} else process.exitCode = await carriedOut(action.run);

async function carriedOut(carryOut: (session: CliSession) => Promise<unknown>): Promise<number> {
  let session: CliSession | undefined;
  const keyboard = standardInput();
  try {
    session = openSession(args, { keyboard });
    const value = await carryOut(session);
    console.log(args.flags.has("json") ? JSON.stringify(value) : JSON.stringify(value, null, 2));
    return 0;
  } catch (error) {
    console.error(error instanceof Refused || error instanceof Broken ? error.message : error);
    return error instanceof Refused ? 1 : 2;
  } finally {
    session?.close();
    keyboard.close();
  }
}
