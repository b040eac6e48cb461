import type { JournalDamage, Places } from "../records/reanchoring.ts";
import type { Language } from "../tables/column.ts";
import { journalFaultText } from "./journal-faults.ts";

/** What a report of damage is made of. */
export interface DamageFacts {
  /** Name of the journal's tab. */
  readonly tab: string;
  readonly damage: readonly JournalDamage[];
  readonly lost: readonly Places[];
}

/**
 * The damage of a journal as text to be copied, a paragraph for each row; "" where there is none.
 *
 * @example
 * journalReport({ tab: "_journal", damage: [], lost: [] }, "en") // => ""
 */
export function journalReport({ tab, damage, lost }: DamageFacts, language: Language): string {
  if (damage.length === 0) return "";
  const words = language === "zh" ? ZH : EN;
  const head = words.head(tab, damage.length);
  const places = lost.map(({ from, through }) => (from === through ? `${from}` : `${from}–${through}`));
  const unreadable = places.length > 0 ? [words.lost(places.join(", "))] : [];
  return [head, ...damage.map((each) => damageText(each, language)), ...unreadable].join("\n\n");
}

function damageText(each: JournalDamage, language: Language): string {
  const words = language === "zh" ? ZH : EN;
  const { at, user, expected, found } = each;
  return [
    words.row(each.row + 1, Math.max(1, each.rows), journalFaultText(each, language)),
    ...(at || user ? [words.written(at, user)] : []),
    ...(expected ? [words.expected(expected)] : []),
    ...(found ? [words.found(found)] : []),
  ].join("\n");
}

const ZH = {
  head: (tab: string, count: number) => `流水账（${tab}）有 ${count} 处损坏，账本现为只读。`,
  row: (row: number, rows: number, fault: string) =>
    `第 ${rows > 1 ? `${row} 至 ${row + rows - 1}` : row} 行：${fault}`,
  written: (at: string, user: string) => `所写时间 ${at || "—"}，所写用户 ${user || "—"}`,
  expected: (hash: string) => `应为 ${hash}`,
  found: (hash: string) => `实为 ${hash}`,
  lost: (places: string) => `已读不出的流水：${places}`,
};

const EN = {
  head: (tab: string, count: number) =>
    `The journal (${tab}) is damaged in ${count} ${count === 1 ? "place" : "places"}; the ledger is read-only.`,
  row: (row: number, rows: number, fault: string) =>
    `${rows > 1 ? `Rows ${row} to ${row + rows - 1}` : `Row ${row}`}: ${fault}`,
  written: (at: string, user: string) => `time as written ${at || "—"}, user as written ${user || "—"}`,
  expected: (hash: string) => `expected ${hash}`,
  found: (hash: string) => `found    ${hash}`,
  lost: (places: string) => `entries that can no longer be read: ${places}`,
};
