import { findBackup, listBackups, makeBackup, restoreBackup } from "../backups.ts";
import { usualFolder } from "../ledger-folder.ts";
import { openSession } from "./open-session.ts";
import { needed } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `backup`: a copy of the ledger as it stands, beside it in `backups/`. */
export async function backup(session: CliSession): Promise<{ file: string }> {
  const directory = session.args.options.ledger ?? usualFolder();
  return { file: makeBackup(directory, session.workbook()) };
}

/**
 * `restore --from FILE|DATE`: the ledger becomes what the copy holds. What it replaces is kept as a
 * backup of its own, and the restored ledger starts a new epoch.
 */
export async function restore(session: CliSession): Promise<{ restored: string; kept: string }> {
  const directory = session.args.options.ledger ?? usualFolder();
  const file = neededBackup(session);
  const kept = makeBackup(directory, session.workbook());
  session.close();
  restoreBackup(directory, file);
  const reopened = openSession(session.args, session.asking);
  await reopened.call("settleIdentity", { as: "restored" });
  reopened.close();
  return { restored: file, kept };
}

/** The file that `--from` names. */
export function neededBackup(session: CliSession): string {
  const directory = session.args.options.ledger ?? usualFolder();
  const wanted = needed(session, "from");
  const file = findBackup(directory, wanted);
  if (file) return file;
  throw new Refused({
    en: `There is no backup ${wanted}. There are: ${listBackups(directory).join(", ") || "none"}.`,
    zh: `没有备份 ${wanted}。现有：${listBackups(directory).join("、") || "无"}。`,
  });
}
