import type { Language } from "../http/refusals.ts";
import { spokenLanguage } from "../spoken.mjs";
import { actions, readCommand } from "./actions.ts";
import { helpFor, overview, strangeAction, strangeOption } from "./help.ts";
import { standardInput } from "./keyboard.ts";
import { openSession } from "./open-session.ts";
import { Broken, notOneOf, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `npm run ledger -- <action> [--option value …] [--json]`: every action without a window. */
const args = readCommand(process.argv.slice(2));
const language = spokenAs(args.options.lang);
const action = actions[args.action];
const strange = action ? strangeOption(args.action, action, args) : strangeAction(args.action);
const { lang } = args.options;
if (args.flags.has("help")) console.log(action ? helpFor(args.action, action, language) : overview(language));
else if (lang !== undefined && lang !== language) {
  console.error(notOneOf("lang", ["zh", "en"]).in(language));
  process.exitCode = 1;
} else if (!action || strange) {
  if (strange) console.error(strange[language]);
  if (!action) console.error(overview(language));
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
    if (error instanceof Refused) console.error(error.in(language));
    else console.error(error instanceof Broken ? error.message : error);
    return error instanceof Refused ? 1 : 2;
  } finally {
    session?.close();
    keyboard.close();
  }
}

/** The language of the command line's own words: as it is told, else the terminal's. */
function spokenAs(told: string | undefined): Language {
  return told === "zh" || told === "en" ? told : spokenLanguage;
}
