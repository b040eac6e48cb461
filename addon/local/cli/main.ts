import { actions } from "./actions.ts";
import { readArguments } from "./arguments.ts";
import { Broken, openSession, Refused } from "./session.ts";

/** `npm run ledger -- <action> [--option value …] [--json]`: every action without a window. */
const args = readArguments(process.argv.slice(2));
const action = actions[args.action];
if (!action || args.flags.has("help")) {
  console.error(`Say what to do: npm run ledger -- ${Object.keys(actions).join(" | ")}`);
  process.exitCode = action ? 0 : 1;
} else {
  const session = openSession(args);
  try {
    const value = await action(session);
    console.log(args.flags.has("json") ? JSON.stringify(value) : JSON.stringify(value, null, 2));
  } catch (error) {
    if (error instanceof Refused) {
      console.error(error.message);
      process.exitCode = 1;
    } else {
      console.error(error instanceof Broken ? error.message : error);
      process.exitCode = 2;
    }
  } finally {
    session.host.close();
  }
}
