import { CURRENCY_WORDS, isYuan } from "./currency-names.ts";

/** Powers of ten of the unit 金额单位 that figures are in; "unknown" where one is stated that cannot be read. */
export type StatedUnit = number | "unknown" | undefined;

/** What a word in a heading or a title states of figures. */
export interface StatedFigures {
  readonly unit: StatedUnit;
  /** The currency's word as it stands there. */
  readonly currencyWord?: string;
}

const CHINESE = "十|百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿".split("|");
const ENGLISH: readonly [RegExp, number][] = [
  [/^(?:k|'?000'?s?|thousands?)$/, 3],
  [/^(?:lakhs?|lacs?)$/, 5],
  [/^(?:millions?|mn|mio|mln)$/, 6],
  [/^crores?$/, 7],
  [/^(?:billions?|bn)$/, 9],
];

const CURRENCIES_LOWER = CURRENCY_WORDS.map((word) => word.toLowerCase());
const LONGEST = 400;

function plain(text: string): string {
  return text.slice(0, LONGEST).normalize("NFKC").toLowerCase().replace(/[’‘`]/g, "'");
}

/**
 * The unit that a heading states: in brackets, behind a slash or at its end.
 *
 * @example
 * unitInHeading("金额（百万元）") // => 6
 * @example
 * unitInHeading("金额（元）") // => 0
 * @example
 * unitInHeading("金额（百千元）") // => "unknown"
 */
export function unitInHeading(heading: string): StatedUnit {
  const text = plain(heading).trim();
  const ends =
    /\/([^/()]+)$|([十百千万亿兆]+[美港欧日]?元)$|[:_\s-](元)$|('000s?)$|\b(\w+s)$|\bin\s+(.+)$/.exec(
      text.replace(/\([^()]*\)/g, "").trim(),
    );
  const end = ends?.slice(1).find((part) => part !== undefined) ?? "";
  const [, start = ""] = /^([十百千万亿]+[美港欧日]?元)(?=\p{Script=Han})/u.exec(text) ?? [];
  return oneOf([...inBrackets(text), start, end].map((phrase) => statedBy(phrase).unit));
}

/**
 * The unit that a line above the headings states: 单位：万元, (RMB'000), in thousands of USD.
 *
 * @example
 * unitInTitle("应收明细 单位：万元 2026年11月") // => 4
 * @example
 * unitInTitle("编制单位：百亿贸易公司") // => undefined
 */
export function unitInTitle(title: string): StatedUnit {
  const text = plain(title);
  const phrases = behindUnit(text).map((rest) => firstStated(rest)?.unit);
  const bracketed = inBrackets(text)
    .filter((phrase) => !/\d/.test(phrase) || phrase.includes("'000"))
    .map((phrase) => statedBy(phrase).unit);
  return oneOf([...bracketed, ...phrases]);
}

function behindUnit(text: string): string[] {
  const behind = text.matchAll(/(?:单位[为是]?\s*:?|\bunits?\b\s*:?|\bin\s)\s*([^,;、()]+)/g);
  return [...behind].map(([, rest = ""]) => rest);
}

/**
 * The word for the currency in which a line above the headings states its figures: 单位：万美元, (RMB'000).
 *
 * @example
 * currencyInTitle("单位：万美元") // => "美元"
 * @example
 * currencyInTitle("编制单位：美元贸易公司") // => undefined
 */
export function currencyInTitle(title: string): string | undefined {
  const text = plain(title);
  const behind = behindUnit(text).flatMap((rest) => firstStated(rest) ?? []);
  const bracketed = inBrackets(text).flatMap((phrase) => stated(phrase) ?? []);
  const figures = [...behind, ...bracketed].find(({ currencyWord }) => currencyWord !== undefined);
  return figures && currencyWordOf(figures);
}

/** 元 at the end of a unit such as 万元: figures of any currency called so, it states none. */
export const YUAN_OF_UNIT = "…元";

/**
 * The word for the currency that figures are stated in.
 *
 * @example
 * currencyWordOf(statedBy("万美元")) // => "美元"
 * @example
 * currencyWordOf(statedBy("万元")) // => "…元"
 */
export function currencyWordOf({ unit, currencyWord }: StatedFigures): string | undefined {
  return currencyWord !== undefined && isYuan(currencyWord) && unit !== 0 ? YUAN_OF_UNIT : currencyWord;
}

/** Only where nothing is left over that is neither unit nor currency. */
function stated(phrase: string): StatedFigures | undefined {
  const figures = statedBy(phrase);
  const isCurrency = CURRENCIES_LOWER.includes(phrase.trim());
  return figures.unit !== undefined || isCurrency ? figures : undefined;
}

/** The unit may be followed by anything: the first words that state one count, else those that are a currency. */
function firstStated(text: string): StatedFigures | undefined {
  const words = text.trim().split(/\s+/).slice(0, 4);
  const phrases = words.map((_, index) => words.slice(0, index + 1).join(" "));
  if (words.some((word) => /^10+$/.test(word))) return { unit: "unknown" }; // RMB 10,000
  const found = phrases.flatMap((phrase) => (/^\d/.test(phrase) ? [] : (stated(phrase) ?? [])));
  const withUnit = found.filter(({ unit }) => unit !== undefined);
  return withUnit.find(({ currencyWord }) => currencyWord !== undefined) ?? withUnit[0] ?? found[0];
}

/** Two units in one place are none that can be read. */
function oneOf(units: readonly StatedUnit[]): StatedUnit {
  const stated = [...new Set(units.filter((unit) => unit !== undefined))];
  return stated.length > 1 ? "unknown" : stated[0];
}

function inBrackets(text: string): string[] {
  const inner = [...text.matchAll(/\(([^()]*)\)/g)].map(([, content = ""]) => content);
  return inner.flatMap((content) => content.split(/[;、/]|,(?!\d)|\s{2,}|(?=币种)/));
}

/** Words around a unit that say nothing of it. */
const BESIDE = /\b(?:units?|expressed|stated|in|all|amounts?|figures?|are|of)\b\s*:?/g;

/**
 * What a word states of figures, such as 万元, 人民币, RMB million.
 *
 * @example
 * statedBy("万美元") // => { unit: 4, currencyWord: "美元" }
 * @example
 * statedBy("含税") // => { unit: undefined }
 */
export function statedBy(phrase: string): StatedFigures {
  const bare = plain(phrase)
    .replace(/^\s*\p{Script=Han}*?单位[为是]?\s*:?/u, "")
    .replace(/^\s*(?:货币|币种|币别)\s*:?/, "")
    .replace(BESIDE, " ")
    .trim();
  const { rest, words } = withoutCurrencies(bare);
  const unit = unitOf(rest.replace(/\s/g, ""), words);
  const [currencyWord] = words.some((word) => !isYuan(word)) ? words.filter((word) => !isYuan(word)) : words;
  return { unit, ...(currencyWord === undefined ? {} : { currencyWord }) };
}

function unitOf(rest: string, words: readonly string[]): StatedUnit {
  if (rest === "") return words.some((word) => isYuan(word) || word === "人民币元") ? 0 : undefined;
  const places = CHINESE.indexOf(rest) + 1;
  if (places > 1 || (places === 1 && words.length > 0)) return places;
  const english = ENGLISH.find(([word]) => word.test(rest));
  if (english) return english[1];
  if (rest === "m" && words.length > 0) return 6;
  const isUnit = /^[\d.,]*[百千万亿兆十]{2,}$|^[\d.,]+[十百千万亿兆]$|^兆$|^mm?$/.test(rest);
  return isUnit || /thousand|million|billion|lakh|crore|'000|^[\d,]*000$/.test(rest) ? "unknown" : undefined;
}

/** Takes currencies off both ends; a code in letters must not run on into other letters. */
function withoutCurrencies(text: string): { readonly rest: string; readonly words: readonly string[] } {
  let rest = text;
  const words: string[] = [];
  for (let i = 0; i < 4 && rest !== ""; i += 1) {
    const word = CURRENCIES_LOWER.find((each) => standsAtStart(rest, each) || standsAtEnd(rest, each));
    if (word === undefined) break;
    words.push(word);
    rest = (standsAtEnd(rest, word) ? rest.slice(0, -word.length) : rest.slice(word.length)).trim();
  }
  return { rest, words };
}

function standsAtStart(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[a-z]{2}/.test(text.slice(word.length - 1));
}

function standsAtEnd(text: string, word: string): boolean {
  return text.endsWith(word) && !/^[a-z]{2}/.test(text.slice(text.length - word.length - 1));
}
