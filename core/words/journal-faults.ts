import type { Language } from "../tables/column.ts";
import type { JournalFault } from "../values/problem.ts";

/** Where the damage is, in the numbers of entries. */
export interface FaultPlace {
  readonly seq: number;
  readonly through?: number;
  readonly why: JournalFault;
}

/**
 * What is wrong with a row of the journal, in a few words.
 *
 * @example
 * journalFaultText({ seq: 6, why: "payload" }, "en") // => "the content of entry 6 was changed"
 */
export function journalFaultText(place: FaultPlace, language: Language): string {
  return (language === "zh" ? ZH : EN)[place.why](entriesText(place, language), place.seq);
}

function entriesText({ seq, through = seq }: FaultPlace, language: Language): string {
  if (language === "zh") return seq === through ? `第 ${seq} 笔流水` : `第 ${seq} 至 ${through} 笔流水`;
  return seq === through ? `entry ${seq}` : `entries ${seq} to ${through}`;
}

type Sentences = { readonly [K in JournalFault]: (entries: string, seq: number) => string };

const ZH: Sentences = {
  payload: (entries) => `${entries}的内容被改动过`,
  chain: (entries) => `${entries}与指纹不符`,
  hash: (entries) => `${entries}的指纹被改动过，内容未变`,
  gap: (entries) => `此行之前缺${entries}`,
  tail: (entries) => `末尾缺${entries}`,
  incomplete: (entries) => `${entries}缺行或行序不对`,
  inserted: (_, seq) => (seq > 0 ? `这一行自称第 ${seq} 笔流水，不属于流水链` : "这一行不属于流水链"),
  moved: (entries) => `${entries}不在原来的位置`,
};

const EN: Sentences = {
  payload: (entries) => `the content of ${entries} was changed`,
  chain: (entries) => `${entries} does not fit its hash`,
  hash: (entries) => `a hash of ${entries} was changed, its content was not`,
  gap: (entries) => `${entries} missing before this row`,
  tail: (entries) => `${entries} missing at the end`,
  incomplete: (entries) => `rows of ${entries} are missing or out of order`,
  inserted: (_, seq) =>
    seq > 0
      ? `a row that calls itself entry ${seq} is no part of the chain`
      : "a row is no part of the chain",
  moved: (entries) => `${entries} stands at another place than before`,
};
