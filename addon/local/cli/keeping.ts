import { findBackup, listBackups, makeBackup, readBackup, restoreBackup } from "../backups.ts";
import { usualFolder } from "../ledger-folder.ts";
import { ledgerIdIn } from "../ledger-id.ts";
import { openSession } from "./open-session.ts";
import { needed } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `backup`: a copy of the ledger as it stands, beside it in `backups/`. */
export async function backup(session: CliSession): Promise<{ file: string }> {
  const directory = session.args.options.ledger ?? usualFolder();
  return { file: makeBackup(directory, session.workbook()) };
}

interface Restored {
  readonly restored: string;
  readonly kept: string;
  /** The ledger comes from another folder, where it may live on: `identity` has to say which one goes on. */
  readonly asks?: true;
}

/**
 * `restore --from FILE|DATE`: the ledger becomes what the copy holds. What it replaces is kept as a
 * backup of its own, and the restored ledger starts a new epoch; one of another folder is asked about first.
 */
export async function restore(session: CliSession): Promise<Restored> {
  const directory = session.args.options.ledger ?? usualFolder();
  const file = neededBackup(session);
  const isOwn = ledgerIdIn(session.workbook()) === ledgerIdIn(readBackup(file));
  const kept = makeBackup(directory, session.workbook());
  session.close();
  restoreBackup(directory, file);
  if (!isOwn) return { restored: file, kept, asks: true };
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
