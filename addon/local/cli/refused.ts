import type { Words } from "../../../core/index.ts";
import type { Language } from "../http/refusals.ts";

/** A refusal: one sentence for the person, exit code 1. What the ledger says comes in its own language. */
export class Refused extends Error {
  override name = "Refused";
  private readonly words: Words;

  constructor(said: string | Words) {
    const words = typeof said === "string" ? { zh: said, en: said } : said;
    super(words.en);
    this.words = words;
  }

  in(language: Language): string {
    return this.words[language];
  }
}

/** The refusal of an option that must be given, and is not. */
export function notSaid(option: string): Refused {
  return new Refused({ en: `Say --${option}.`, zh: `请给出 --${option}。` });
}

/** The refusal of an option that is none of the words it may be. */
export function notOneOf(option: string, choices: readonly string[]): Refused {
  return new Refused({
    en: `--${option} is one of ${choices.join(", ")}.`,
    zh: `--${option} 可选：${choices.join("、")}。`,
  });
}

/** A bug of ours: a report, exit code 2. */
export class Broken extends Error {
  override name = "Broken";
}
