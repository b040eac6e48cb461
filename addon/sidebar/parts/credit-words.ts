import { COLLECTION, CUSTOMERS, type Language, type Table, type Words } from "../../../core/index.ts";

const LEVELS = choicesOf(COLLECTION, "level");
const CHANNELS = choicesOf(COLLECTION, "channel");
const LIMIT_TYPES = choicesOf(CUSTOMERS, "limitType");

function choicesOf(table: Table, column: string): Readonly<Record<string, Words>> {
  return table.columns.find(({ key }) => key === column)?.choices ?? {};
}

/** A dunning level 催款级别 as the cells of the ledger have it. */
export function dunningLevelWord(level: string, language: Language): string {
  return LEVELS[level]?.[language] ?? level;
}

/** How a reminder went out. */
export function channelWord(channel: string, language: Language): string {
  return CHANNELS[channel]?.[language] ?? channel;
}

/** 额度类型 */
export function limitTypeWord(type: string, language: Language): string {
  return LIMIT_TYPES[type]?.[language] ?? type;
}
