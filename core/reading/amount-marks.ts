import type { Currency } from "../values/money.ts";
import type { AmountFault } from "../values/problem.ts";
import { CURRENCY_WORDS, currencyNamed } from "./currency-names.ts";

/** What stood around the digits of an amount, and the digits with their separators. */
export interface PeeledAmount {
  /** "" when there was only a dash: nothing. */
  readonly body: string;
  readonly negative: boolean;
  readonly currency?: Currency;
  /** 4 for 万, 8 for 亿. */
  readonly unitPlaces: number;
  /** It names its unit itself, 元 or 万, so that it is not in its column's. */
  readonly isInOwnUnit?: true;
}

/**
 * Takes sign, brackets, currency and 万/亿 off an amount, each at most once; whatever is left is the
 * number itself. Two signs or two currencies are a fault.
 *
 * @example
 * peelAmount("(¥1.2万)", "CNY") // => { body: "1.2", negative: true, currency: "CNY", unitPlaces: 4, isInOwnUnit: true }
 * @example
 * peelAmount("--5", "CNY") // => { why: "twoSigns" }
 */
export function peelAmount(text: string, expected: Currency): PeeledAmount | { readonly why: AmountFault } {
  if (/^#(?:[A-Z/0!?]+|#+)$/i.test(text)) return { why: "errorValue" };
  const state: Peeling = { rest: plainSigns(text), signs: [], words: [], unitPlaces: 0 };
  while (peelFront(state) || peelBack(state)) {
    if (state.signs.length > 1) return { why: "twoSigns" };
  }
  const named = new Set(state.words.map((word) => currencyNamed(word, expected)));
  if (named.size > 1) return { why: "twoCurrencies" };
  if (state.rest === "" && state.signs[0] !== "-") return { why: "letters" };
  const [currency] = named;
  const negative = state.signs.length === 1 && state.signs[0] !== "+";
  const isInOwnUnit = state.unitPlaces > 0 || state.words.some((word) => /[元圆]整?$/.test(word));
  const own = isInOwnUnit ? ({ isInOwnUnit } as const) : {};
  const peeled = { body: state.rest, negative, unitPlaces: state.unitPlaces, ...own };
  return currency === undefined ? peeled : { ...peeled, currency };
}

interface Peeling {
  rest: string;
  signs: string[];
  words: string[];
  unitPlaces: number;
}

function plainSigns(text: string): string {
  return text.replace(/[\u2212\u2013\u2012\uFE63]/g, "-").replace(/[\u2009\u202F\u00A0]/g, "\u00A0");
}

/** No currency's word begins or ends with a digit: most amounts need not be searched for one. */
const DIGIT = /[0-9]/;

function peelFront(state: Peeling): boolean {
  const { rest } = state;
  if (/^\(.*\)$/s.test(rest)) return keep(state, rest.slice(1, -1), { sign: "()" });
  if (/^[-+]/.test(rest)) return keep(state, rest.slice(1), { sign: rest.slice(0, 1) });
  if (DIGIT.test(rest.slice(0, 1))) return false;
  const word = CURRENCY_WORDS.find((candidate) => startsWithWord(rest, candidate));
  return word !== undefined && keep(state, rest.slice(word.length), { word });
}

function peelBack(state: Peeling): boolean {
  const { rest } = state;
  if (state.unitPlaces > 0) return false;
  if (rest.endsWith("-")) return keep(state, rest.slice(0, -1), { sign: "-" });
  if (DIGIT.test(rest.slice(-1))) return false;
  const word = CURRENCY_WORDS.find((candidate) => endsWithWord(rest, candidate));
  if (word !== undefined) return keep(state, rest.slice(0, -word.length), { word });
  const places = rest.endsWith("万") ? 4 : rest.endsWith("亿") ? 8 : 0;
  if (places === 0) return false;
  state.unitPlaces = places;
  return keep(state, rest.slice(0, -1), {});
}

function keep(state: Peeling, rest: string, found: { sign?: string; word?: string }): boolean {
  state.rest = rest.trim();
  if (found.sign !== undefined) state.signs.push(found.sign);
  if (found.word !== undefined) state.words.push(found.word);
  return true;
}

/** A code in letters must not run on into other letters: "USDT 5" names no dollar. */
function startsWithWord(text: string, word: string): boolean {
  return text.slice(0, word.length).toUpperCase() === word && !/^[A-Z]{2}/i.test(text.slice(word.length - 1));
}

function endsWithWord(text: string, word: string): boolean {
  const at = text.length - word.length;
  return at > 0 && text.slice(at).toUpperCase() === word && !/^[A-Z]{2}/i.test(text.slice(at - 1));
}
