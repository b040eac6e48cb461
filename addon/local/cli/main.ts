import { actions } from "./actions.ts";
import { readArguments } from "./arguments.ts";
import { Broken, type CliSession, openSession, Refused } from "./session.ts";

/** `npm run ledger -- <action> [--option value …] [--json]`: every action without a window. */
const args = readArguments(process.argv.slice(2));
const action = actions[args.action];
if (!action || args.flags.has("help")) {
  console.error(`Say what to do: npm run ledger -- ${Object.keys(actions).join(" | ")}`);
  process.exitCode = action ? 0 : 1;
} else {
  process.exitCode = await carriedOut(action);
}

async function carriedOut(carryOut: (session: CliSession) => Promise<unknown>): Promise<number> {
  let session: CliSession | undefined;
  try {
    session = openSession(args);
    const value = await carryOut(session);
    console.log(args.flags.has("json") ? JSON.stringify(value) : JSON.stringify(value, null, 2));
    return 0;
  } catch (error) {
    console.error(error instanceof Refused || error instanceof Broken ? error.message : error);
    return error instanceof Refused ? 1 : 2;
  } finally {
    session?.close();
  }
}
