import {
  DUNNING_LEVELS,
  type DunningLevel,
  type DunningPolicy,
  type LetterLanguage,
  LetterLanguageShape,
  REMINDER_TEMPLATES,
  type ReminderTemplate,
  templateFaults,
} from "../../../../core/index.ts";
import type { TextReader } from "./text-reader.ts";
import { type PolicyGround, type PolicyWish, type Texts, together } from "./texts.ts";

export const LETTER_LANGUAGES: readonly LetterLanguage[] = LetterLanguageShape.options;

/** Lines of a template that the firm may word itself. */
export const TEMPLATE_LINES = ["subject", "opening", "closing"] as const;

export type TemplateLine = (typeof TEMPLATE_LINES)[number];

/** Names that a template may have in braces. */
export const TEMPLATE_NAMES = ["customer", "firm", "total", "count", "oldestDays", "date", "phone"] as const;

export function templateId(line: TemplateLine, level: DunningLevel, language: LetterLanguage): string {
  return `${line}-${level}-${language}`;
}

const EVERY = LETTER_LANGUAGES.flatMap((language) => DUNNING_LEVELS.map((level) => ({ level, language })));

/** 模板: the firm's own words of each level and language, ours where it has none. */
export function templatesTexts({ credit: { dunning } }: PolicyGround): Texts {
  return together(...EVERY.map(({ level, language }) => textsOf(level, language, dunning.templates)));
}

function textsOf(level: DunningLevel, language: LetterLanguage, own: DunningPolicy["templates"]): Texts {
  const words =
    own.find((each) => each.level === level && each.language === language) ??
    REMINDER_TEMPLATES[language][level];
  return Object.fromEntries(TEMPLATE_LINES.map((line) => [templateId(line, level, language), words[line]]));
}

/** Our words of a level in a language, for a form that goes back to them. */
export function standardTexts(level: DunningLevel, language: LetterLanguage): Texts {
  return textsOf(level, language, []);
}

/** What stands in the form for a level and language. */
export function templateIn(texts: Texts, level: DunningLevel, language: LetterLanguage): ReminderTemplate {
  const text = (line: TemplateLine) => (texts[templateId(line, level, language)] ?? "").trim();
  return { subject: text("subject"), opening: text("opening"), closing: text("closing") };
}

export function isStandard(texts: Texts, level: DunningLevel, language: LetterLanguage): boolean {
  const [typed, ours] = [templateIn(texts, level, language), REMINDER_TEMPLATES[language][level]];
  return TEMPLATE_LINES.every((line) => typed[line] === ours[line]);
}

/** Templates that are worded as ours are not kept: ours stay ours when they are bettered. */
export function readTemplates(reader: TextReader, { credit }: PolicyGround, texts: Texts): PolicyWish {
  const own = EVERY.filter(({ level, language }) => !isStandard(texts, level, language));
  const templates = own.map(({ level, language }) => {
    const words = templateIn(texts, level, language);
    refuseWrong(reader, words, (line) => templateId(line, level, language));
    return { level, language, ...words };
  });
  return { credit: { dunning: { ...credit.dunning, templates } } };
}

function refuseWrong(
  reader: TextReader,
  words: ReminderTemplate,
  idOf: (line: TemplateLine) => string,
): void {
  for (const line of TEMPLATE_LINES) {
    const [place] = templateFaults({ subject: "", opening: "", closing: "", [line]: words[line] });
    if (place !== undefined) reader.refuse(idOf(line), { say: "fault.templatePlace", example: `{${place}}` });
    if (words[line].length > (line === "subject" ? 500 : 2_000))
      reader.refuse(idOf(line), { say: "fault.templateLong" });
    if (words[line] === "" && line !== "closing") reader.refuse(idOf(line), { say: "fault.templateEmpty" });
  }
}
