import type * as z from "zod/mini";
import type { DunnedLine, DunningLetter } from "../decisions/dunning.ts";
import { type FirmShape, UNNAMED_FIRM } from "../records/policy.ts";
import type { LetterLanguage } from "../records/reminder.ts";
import type { PlainDate } from "../values/date.ts";
import { type Currency, type Money, moneyText } from "../values/money.ts";
import { oneLine } from "../values/text.ts";
import { brief, fitsChat } from "./chat-text.ts";
import { REMINDER_TEMPLATES, REMINDER_WORDS, type ReminderTemplate } from "./reminder-words.ts";
import { type Filling, letterDate, said } from "./wording.ts";

/** What a letter is made of. */
export interface ReminderFacts {
  readonly letter: DunningLetter;
  readonly customer: string;
  readonly firm: z.infer<typeof FirmShape>;
  readonly asOf: PlainDate;
}

/** A reminder in one language: as mail or printed letter, for a chat, and as one short message. */
export interface ReminderLetter {
  readonly subject: string;
  readonly text: string;
  /** At most 600 characters and 1,800 bytes; the first line stands alone in a notification. */
  readonly chat: string;
  /** What one message holds: at most 70 characters, or 160 of plain Latin ones. */
  readonly sms: string;
}

/**
 * Writes a reminder 催款函: the level's words, every line with its due date, the sum, the account to pay to, who writes and
 * when. It says that it is about these lines alone: others may be disputed, promised or named in a letter before. What is
 * filled in is never read again as a place, whatever a name contains. The firm's own template may stand for ours.
 *
 * @example
 * reminderLetterOf({ letter: { currency: "CNY", level: "friendly", lines: [], total: money(0), soon: [], soonTotal: money(0) }, customer: "Ann", firm: { name: "Bo" }, asOf: plainDate("2026-11-22") }, "en").subject // => "Payment reminder: CNY 0.00 overdue on 22 Nov 2026 – Bo"
 */
export function reminderLetterOf(
  facts: ReminderFacts,
  language: LetterLanguage,
  template: ReminderTemplate = REMINDER_TEMPLATES[language][facts.letter.level],
): ReminderLetter {
  const writer = new LetterWriter(facts, language);
  const [subject, opening, closing] = [template.subject, template.opening, template.closing].map((text) =>
    writer.fill(text),
  );
  const parts = { subject: subject ?? "", opening: opening ?? "", closing: closing ?? "" };
  return {
    subject: parts.subject,
    text: [
      ...[parts.opening, "", ...writer.items(), writer.total(), ""],
      ...[...writer.soon(), writer.scope(), "", ...writer.account(), parts.closing],
      ...writer.signature(),
    ].join("\n"),
    chat: writer.chat(parts),
    sms: writer.sms(),
  };
}

/** What one short message holds: of the plain letters that every telephone knows more than of others. */
const MOST_SMS = 70;
const MOST_PLAIN_SMS = 160;
const PLAIN = /^[\w .,:;()'"/&+\-?!#%*<>=@$]*$/;
const MOST_CHAT_ITEMS = 8;

/**
 * How many characters of such a text go into one short message 短信.
 *
 * @example
 * [smsRoom("Paid?"), smsRoom("已付？")] // => [160, 70]
 */
export function smsRoom(text: string): number {
  return PLAIN.test(text) ? MOST_PLAIN_SMS : MOST_SMS;
}

class LetterWriter {
  private readonly facts: ReminderFacts;
  private readonly language: LetterLanguage;

  constructor(facts: ReminderFacts, language: LetterLanguage) {
    this.facts = facts;
    this.language = language;
  }

  fill(text: string, more: Filling = {}): string {
    const { letter, customer, asOf, firm } = this.facts;
    return this.say(text, {
      ...{ customer: oneLine(customer), firm: this.firmName(), total: this.sum(letter.total) },
      ...{ count: letter.lines.length, items: counted(letter.lines.length, "item") },
      ...{ date: this.date(asOf), phone: oneLine(firm.phone ?? "") },
      oldestDays: Math.max(0, ...letter.lines.map(({ days }) => days)),
      ...more,
    });
  }

  items(lines = this.facts.letter.lines): string[] {
    return [...lines].sort((a, b) => b.days - a.days).map((line) => this.item(line));
  }

  /** What falls due shortly, apart from what is asked for now. */
  soon(): string[] {
    const { soon } = this.facts.letter;
    return soon.length === 0 ? [] : [this.soonHead(), ...this.items(soon), ""];
  }

  private soonHead(): string {
    const { soon, soonTotal } = this.facts.letter;
    const words = REMINDER_WORDS[this.language];
    return this.fill(words.soon, { count: soon.length, soon: this.sum(soonTotal) });
  }

  total(): string {
    return this.fill(REMINDER_WORDS[this.language].total);
  }

  scope(): string {
    return REMINDER_WORDS[this.language].scope;
  }

  account(): string[] {
    const lines = (this.facts.firm.account ?? []).map(oneLine);
    return lines.length === 0 ? [] : [REMINDER_WORDS[this.language].account, ...lines, ""];
  }

  /** 落款, after two blank lines, by which a printed letter knows it. */
  signature(): string[] {
    const { phone = "" } = this.facts.firm;
    const called = oneLine(phone) === "" ? [] : [this.fill(REMINDER_WORDS[this.language].phone)];
    const name = this.facts.firm.name === UNNAMED_FIRM ? [] : [this.firmName()];
    return ["", "", ...name, ...called, this.date(this.facts.asOf)];
  }

  /** As many items as go in, eight at most; the others are counted. The account goes along where there is room. */
  chat({ subject, opening, closing }: ReminderTemplate): string {
    const words = REMINDER_WORDS[this.language];
    const items = this.items();
    const soon = this.facts.letter.soon.length === 0 ? [] : [this.soonHead()];
    const lines = (shown: number) => {
      const left = items.length - shown;
      const more = left > 0 ? [this.fill(words.more, { count: left })] : [];
      return [subject, opening, ...items.slice(0, shown), ...more, this.total(), ...soon, closing];
    };
    const account = this.account().filter((line) => line !== "");
    let shown = Math.min(MOST_CHAT_ITEMS, items.length);
    while (shown > 0 && !fitsChat(lines(shown))) shown -= 1;
    const text = lines(shown);
    const whole = [...text, ...account];
    return (
      fitsChat(text)
        ? fitsChat(whole)
          ? whole
          : text
        : [brief(subject, 120), this.fill(words.more, { count: items.length }), this.total()]
    ).join("\n");
  }

  /** The firm's name gives way where it does not all go in. */
  sms(): string {
    const words = REMINDER_WORDS[this.language];
    const isBefore = this.facts.letter.level === "beforeDue";
    const write = (firm: string) => this.fill(isBefore ? words.smsBefore : words.sms, { firm });
    const name = this.firmName();
    for (let most = Math.max(30, Array.from(name).length); most > 2; most -= 1) {
      const text = write(brief(name, most));
      if (Array.from(text).length <= smsRoom(text)) return text;
    }
    return Array.from(write(brief(name, 3)))
      .slice(0, MOST_SMS)
      .join("");
  }

  private item({ line, days }: DunnedLine): string {
    const words = REMINDER_WORDS[this.language];
    const number = line.item.number === undefined ? words.noNumber : brief(line.item.number, 24);
    return this.say(days > 0 ? words.item : words.itemNotDue, {
      ...{
        number,
        days,
        late: `${counted(days, "day")} late`,
        open: this.sum(line.open),
        due: line.due ? this.date(line.due) : "--",
      },
    });
  }

  private firmName(): string {
    const { name, nameEn } = this.facts.firm;
    return oneLine(this.language === "en" ? (nameEn ?? name) : name);
  }

  private date(day: PlainDate): string {
    const { zh, en } = letterDate(day);
    return this.language === "en" ? en : zh;
  }

  private sum(amount: Money): string {
    return inWords(amount, this.facts.letter.currency, this.language);
  }

  private say(text: string, filling: Filling): string {
    return said({ zh: text, en: text }, this.language === "en" ? "en" : "zh", filling).main;
  }
}

/** In English, one or many. */
function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function inWords(amount: Money, currency: Currency, language: LetterLanguage): string {
  const text = moneyText(amount, currency);
  return language === "zh-CN" && currency === "CNY" ? `${text} 元` : `${currency} ${text}`;
}
