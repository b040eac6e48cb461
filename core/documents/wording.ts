import type { Words } from "../tables/column.ts";
import { dayOf, monthOf, type PlainDate, yearOf } from "../values/date.ts";
import type { DocumentLanguage } from "./statement-words.ts";

/** A text in the document's language; in a document of both, Chinese and below it English. */
export interface Said {
  readonly main: string;
  readonly minor?: string;
}

/** What goes into the places of a sentence; words are put in its own language. */
export type Filling = Readonly<Record<string, string | number | Words>>;

/**
 * Says words in a document's language and fills their places in; what is filled in is never read again
 * as a place, whatever it contains.
 *
 * @example
 * said({ zh: "第 {n} 页", en: "Page {n}" }, "both", { n: 2 }) // => { main: "第 2 页", minor: "Page 2" }
 */
export function said(words: Words, language: DocumentLanguage, filling: Filling = {}): Said {
  const inLanguage = (of: "zh" | "en") => filled(words[of], of, filling);
  if (language !== "both") return { main: inLanguage(language) };
  const [main, minor] = [inLanguage("zh"), inLanguage("en")];
  return main === minor ? { main } : { main, minor };
}

function filled(text: string, language: "zh" | "en", filling: Filling): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = filling[name];
    if (value === undefined) return place;
    return typeof value === "object" ? value[language] : String(value);
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day in running text: 2026年11月22日 in a Chinese letter, 22 Nov 2026 in English.
 *
 * @example
 * letterDate(plainDate("2026-11-05")) // => { zh: "2026年11月5日", en: "5 Nov 2026" }
 */
export function letterDate(date: PlainDate): Words {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)];
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${MONTHS[month - 1] ?? ""} ${year}` };
}

/**
 * A day in a table: ISO in Chinese and in both (either side reads it), 22 Nov 2026 in English.
 *
 * @example
 * tableDate(plainDate("2026-11-05"), "en") // => "5 Nov 2026"
 */
export function tableDate(date: PlainDate, language: DocumentLanguage): string {
  return language === "en" ? letterDate(date).en : date;
}
