import { type Head, mendedJournal } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { makeBackup, readBackup } from "../backups.ts";
import { usualFolder } from "../ledger-folder.ts";
import type { Op } from "../ops.ts";
import { Store } from "../store.ts";
import type { Tab } from "../tab.ts";
import type { Workbook } from "../workbook.ts";
import { neededBackup } from "./keeping.ts";
import { openSession } from "./open-session.ts";
import { needed } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

const JOURNAL = "_journal";

/** Shows what a re-anchoring would change; with its seal and a reason it is carried out. */
export async function reanchor(session: CliSession): Promise<unknown> {
  const { reason, seal, by } = session.args.options;
  if (!reason && !seal) return session.call("previewReanchor", {});
  const said = { reason: needed(session, "reason"), seal: needed(session, "seal") };
  return session.call("reanchor", { action: session.newAction(), ...said, ...(by ? { by } : {}) });
}

/**
 * `mend --from FILE|DATE`: takes the rows that hands have damaged from a backup, if the chain holds with
 * them. Nothing else of the backup is taken, and what was there is kept as a backup of its own.
 */
export async function mend(session: CliSession) {
  const directory = session.args.options.ledger ?? usualFolder();
  const backup = readBackup(neededBackup(session));
  const { entries: seq, head: hash, damage } = await session.call("check", {});
  if (damage.length === 0)
    throw new Refused({
      en: "The journal is not damaged; there is nothing to mend.",
      zh: "流水账没有损坏，无须修补。",
    });
  const workbook = session.workbook();
  const rows = mendedRows(workbook, backup, { seq, hash });
  const kept = makeBackup(directory, workbook);
  session.close();
  putRows(directory, rows);
  const reopened = openSession(session.args, session.asking);
  const after: Output<"check"> = await reopened.call("check", {});
  reopened.close();
  return { mended: damage.map(({ row }) => row + 1), kept, sound: after.sound };
}

function mendedRows(workbook: Workbook, backup: Workbook, known: Head): string[][] {
  const mended = mendedJournal(textsOf(journalOf(workbook)), textsOf(journalOf(backup)), known);
  if (mended) return mended;
  throw new Refused({
    en: "The chain does not hold with the rows of that backup; try another, or re-anchor.",
    zh: "换上该备份的行，链仍接不上。请换一份备份，或重新锚定。",
  });
}

/** One operation on the disk: a power cut leaves the rows as they were, or as they shall be. */
function putRows(directory: string, rows: readonly string[][]): void {
  const store = Store.open(directory);
  const tab = journalOf(store.workbook);
  const height = Math.max(rows.length, tab.cells.length);
  const width = rows[0]?.length ?? 1;
  const cells = Array.from({ length: height }, (_, i) => rows[i] ?? new Array<string>(width).fill(""));
  const missing = height + 1 - tab.rows;
  const room: Op[] =
    missing > 0 ? [{ do: "insertRows", tab: tab.id, row: tab.rows + 1, count: missing }] : [];
  store.append([...room, { do: "set", tab: tab.id, row: 2, col: 1, cells }]);
  store.close();
}

function journalOf(workbook: Workbook): Tab {
  const tab = workbook.tabs.find(({ name }) => name === JOURNAL);
  if (!tab) throw new Refused({ en: `There is no tab ${JOURNAL}.`, zh: `没有工作表 ${JOURNAL}。` });
  return tab;
}

/** The rows below the heading, as texts. */
function textsOf({ cells }: Tab): string[][] {
  const width = cells[0]?.length ?? 0;
  return cells.slice(1).map((row) =>
    Array.from({ length: width }, (_, at) => {
      const cell = row[at] ?? "";
      return String(typeof cell === "object" ? cell.v : cell);
    }),
  );
}
