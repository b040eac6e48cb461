import { couldOpen, initialsAt, pinyinAt, syllableAt } from "./initials.ts";

/** What of a customer can be searched. */
export interface Searchable {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The digits people know by heart: the last ones of the tax id. */
  readonly digits: string;
}

interface Prepared<T> {
  readonly customer: T;
  readonly code: string;
  readonly name: string;
  readonly characters: readonly string[];
  readonly aliases: readonly { readonly text: string; readonly characters: readonly string[] }[];
}

/**
 * The ranking rule, best first. Among equals: used more recently in this session, then the match nearer
 * the beginning, then the shorter name, then the code.
 */
export const RANKS = [
  "code or name, whole",
  "last digits, whole",
  "code, from its beginning",
  "name, from its beginning",
  "name, somewhere",
  "alias",
  "initials, from the beginning",
  "initials, somewhere",
  "full pinyin",
  "alias by pinyin",
  "code, somewhere",
] as const;

export interface Hit<T> {
  readonly customer: T;
  /** Index into {@link RANKS}. */
  readonly rank: number;
  readonly at: number;
}

export interface SearchResult<T> {
  readonly hits: readonly Hit<T>[];
  /** How many names the pinyin library was asked about: the expensive part. */
  readonly asked: number;
}

/** Customers made ready for search, once per list. */
export class CustomerIndex<T extends Searchable> {
  readonly #all: readonly Prepared<T>[];
  /** The last search: a longer text that begins with it can only match what it matched, digits apart. */
  #last: { text: string; among: readonly Prepared<T>[] };

  constructor(customers: readonly T[]) {
    this.#all = customers.map(prepared);
    this.#last = { text: "", among: this.#all };
  }

  /** Finds customers by 汉字, full pinyin, initials, code or last digits; `recent` lists ids, latest first. */
  search(typed: string, recent: readonly string[] = []): SearchResult<T> {
    const text = plain(typed);
    if (text === "")
      return { hits: this.#all.map(({ customer }) => ({ customer, rank: 0, at: 0 })), asked: 0 };
    const narrows = this.#last.text !== "" && !/\d/.test(this.#last.text) && text.startsWith(this.#last.text);
    const among = narrows ? this.#last.among : this.#all;
    const count = { asked: 0 };
    const found: { each: Prepared<T>; hit: Hit<T> }[] = [];
    for (const each of among) {
      const hit = hitOf(each, text, count);
      if (hit) found.push({ each, hit });
    }
    this.#last = { text, among: found.map(({ each }) => each) };
    const used = new Map(recent.map((id, i) => [id, i]));
    return { hits: found.map(({ hit }) => hit).sort((a, b) => order(a, b, used)), asked: count.asked };
  }
}

function order<T extends Searchable>(a: Hit<T>, b: Hit<T>, used: ReadonlyMap<string, number>): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const recency = (used.get(a.customer.id) ?? Infinity) - (used.get(b.customer.id) ?? Infinity);
  if (recency) return recency;
  if (a.at !== b.at) return a.at - b.at;
  const length = a.customer.name.length - b.customer.name.length;
  return length !== 0 ? length : a.customer.code < b.customer.code ? -1 : 1;
}

function prepared<T extends Searchable>(customer: T): Prepared<T> {
  const name = plain(customer.name);
  const aliases = customer.aliases.map((alias) => ({
    text: plain(alias),
    characters: Array.from(plain(alias)),
  }));
  return { customer, code: plain(customer.code), name, characters: Array.from(name), aliases };
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function hitOf<T extends Searchable>(
  each: Prepared<T>,
  text: string,
  count: { asked: number },
): Hit<T> | undefined {
  const { customer, code, name } = each;
  const hit = (rank: number, at = 0): Hit<T> => ({ customer, rank, at });
  if (code === text || name === text) return hit(0);
  if (customer.digits.toLowerCase() === text) return hit(1);
  if (code.startsWith(text)) return hit(2);
  const inName = name.indexOf(text);
  if (inName >= 0) return hit(inName === 0 ? 3 : 4, inName);
  const alias = each.aliases.find((other) => other.text.includes(text));
  if (alias) return hit(5);
  return byPinyin(each, text, count) ?? inCode(code, text, hit);
}

/** Part of a code, as people type its last digits. */
function inCode<T>(
  code: string,
  text: string,
  hit: (rank: number, at: number) => Hit<T>,
): Hit<T> | undefined {
  const at = code.indexOf(text);
  return at > 0 ? hit(10, at) : undefined;
}

function byPinyin<T extends Searchable>(
  each: Prepared<T>,
  text: string,
  count: { asked: number },
): Hit<T> | undefined {
  if (!/^[a-z0-9]+$/.test(text) || !/[a-z]/.test(text)) return undefined;
  const { customer } = each;
  const initials = initialsAt(each.characters, text);
  if (initials >= 0) return { customer, rank: initials === 0 ? 6 : 7, at: initials };
  if (text.length < 2) return undefined;
  const at = asked({ text: each.name, characters: each.characters }, text, count);
  if (at >= 0) return { customer, rank: 8, at };
  const alias = each.aliases.some(
    (other) => initialsAt(other.characters, text) >= 0 || asked(other, text, count) >= 0,
  );
  return alias ? { customer, rank: 9, at: 0 } : undefined;
}

function asked(
  name: { text: string; characters: readonly string[] },
  typed: string,
  count: { asked: number },
): number {
  const syllable = syllableAt(name.characters, typed);
  if (syllable >= 0 || typed.length < 3) return syllable;
  if (!couldOpen(name.characters, typed)) return -1;
  count.asked += 1;
  return pinyinAt(name.text, typed);
}
