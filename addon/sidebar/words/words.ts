import type { Language } from "../../../core/index.ts";
import { en } from "./en.ts";
import { type Key, zh } from "./zh.ts";

export type { Key } from "./zh.ts";

type NameIn<P> = P extends `${infer Name}|${string}` ? Name : P;

/** Names of the placeholders of a text: "{n} {n|day|days}" has "n". */
type Placeholders<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? NameIn<P> | Placeholders<Rest>
  : never;

type Differing = {
  [K in Key]: [Placeholders<(typeof zh)[K]>] extends [Placeholders<(typeof en)[K]>]
    ? [Placeholders<(typeof en)[K]>] extends [Placeholders<(typeof zh)[K]>]
      ? never
      : K
    : K;
}[Key];

/** Does not compile while a key has other placeholders in English than in Chinese; the error names it. */
export const placeholdersAgree: [Differing] extends [never] ? true : Differing = true;

type Given<K extends Key> = [Placeholders<(typeof zh)[K]>] extends [never]
  ? []
  : [values: { readonly [N in Placeholders<(typeof zh)[K]>]: string | number }];

/** Says a text in the chosen language, its placeholders filled in. */
export type Say = <K extends Key>(key: K, ...values: Given<K>) => string;

const BOOKS: Record<Language, Record<Key, string>> = { zh, en };

/**
 * The words of a language.
 *
 * @example
 * wordsOf("en")("toDo.draftDue", { days: 1 }) // => "Draft matures in 1 day"
 */
export function wordsOf(language: Language): Say {
  const book = BOOKS[language];
  return (key, ...[values]) => filled(book[key], values ?? {});
}

/** Every text of a language, for the tests that read them all. */
export function allWords(language: Language): Readonly<Record<Key, string>> {
  return BOOKS[language];
}

/**
 * Fills placeholders in; "{n|row|rows}" chooses by number.
 *
 * @example
 * filled("{n} {n|row|rows}", { n: 2 }) // => "2 rows"
 */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = values[name] ?? "";
      if (one === undefined || many === undefined) return String(value);
      return value === 1 ? one : many;
    },
  );
}
