import { type Money, money, moneyText, negated, sumOf } from "../values/money.ts";
import { compareText } from "../values/text.ts";
import { brief, fitsChat as fits } from "./chat-text.ts";
import { askedNow } from "./statement-asked.ts";
import { unitOf } from "./statement-cells.ts";
import type { OpenEntry, Statement } from "./statement-shape.ts";
import { STATEMENT_KINDS, STATEMENT_WORDS, type StatementWord } from "./statement-words.ts";
import { type Filling, letterDate, said } from "./wording.ts";

const MOST_ITEMS = 8;

/**
 * The statement as text for WeChat 微信 or SMS: at most 600 characters and 1,800 bytes, a line for each open
 * item, the oldest due first, at most eight; the others are counted and stand in the picture. The first
 * line stands alone in a notification: firm, customer, day and sum. No tabs and no double spaces, since
 * chat faces are proportional. Long names lose their middle.
 *
 * @example
 * statementText(statementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { number: "DZ-1", from: plainDate("2026-11-01"), to: plainDate("2026-11-30"), issued: plainDate("2026-12-01"), knownAt: 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY }), "zh").split("\n")[0] // => "对账单｜— → Ann｜截至 2026-11-30 欠 0.00 元，已结清"
 */
export function statementText(statement: Statement, language: "zh" | "en"): string {
  const writer = new TextWriter(statement, language);
  const open = statement.groups.flatMap((group) => group.open).sort(byDue);
  const [first, asked] = [writer.firstLine(), [...writer.owedAgain(), ...writer.pastDue(), writer.reply()]];
  const needed = [first, ...asked];
  let shown = Math.min(MOST_ITEMS, open.length);
  while (shown > 0 && !fits([...needed, ...writer.items(open, shown)])) shown -= 1;
  const items = writer.items(open, shown);
  const sums = fits([...needed, ...items, writer.sums()]) ? [writer.sums()] : [];
  const text = [first, ...sums, ...items, ...asked].join("\n");
  return writer
    .extras()
    .reduce((written, line) => (fits([written, line]) ? `${written}\n${line}` : written), text);
}

/** Oldest due first, as in the statement of one customer; what has no date comes last. */
function byDue(a: OpenEntry, b: OpenEntry): number {
  return compareText(a.due ?? "9999", b.due ?? "9999");
}

class TextWriter {
  private readonly statement: Statement;
  private readonly language: "zh" | "en";

  constructor(statement: Statement, language: "zh" | "en") {
    this.statement = statement;
    this.language = language;
  }

  firstLine(): string {
    const { firm, customer, closing, to, currency } = this.statement;
    const word = closing > 0 ? "textOwed" : closing < 0 ? "textCredit" : "textSettled";
    const name = this.language === "en" ? (firm.nameEn ?? firm.name) : firm.name;
    return this.say(word, {
      title: STATEMENT_WORDS.title,
      firm: brief(name, 40),
      customer: brief(customer.name, 40),
      date: this.date(to),
      amount: this.amount(money(Math.abs(closing))),
      unit: unitOf(currency),
    });
  }

  /** Opening and what happened to it, as on the statement. */
  sums(): string {
    const { opening, earlier, increases, decreases, closing } = this.statement;
    const parts = [
      { word: "opening", amount: opening },
      ...(earlier === 0 ? [] : [{ word: "earlier", amount: earlier } as const]),
      { word: "increases", amount: increases },
      { word: "decreases", amount: negated(decreases) },
      { word: "closing", amount: closing },
    ] as const;
    const texts = parts.map(({ word, amount }) => `${this.say(word)} ${this.amount(amount)}`);
    return texts.join(this.language === "zh" ? "，" : ", ");
  }

  items(open: readonly OpenEntry[], shown: number): string[] {
    const rest = open.slice(shown);
    const lines = open.slice(0, shown).map((entry, i) => this.item(entry, i + 1));
    const amount = this.amount(sumOf(rest.map((entry) => entry.open)));
    return rest.length === 0 ? lines : [...lines, this.say("textMore", { n: rest.length, amount })];
  }

  private item(entry: OpenEntry, n: number): string {
    const late = entry.daysPastDue > 0 ? [this.say("daysPastDue", { days: entry.daysPastDue })] : [];
    const disputed = entry.disputed ? [this.say("disputed")] : [];
    const number = brief(entry.number ?? STATEMENT_KINDS[entry.kind][this.language], 24);
    const due = entry.due ? this.say("textDue", { date: this.date(entry.due) }) : this.say("dueNotFixed");
    return [`${n}. ${number}`, due, this.amount(entry.open), ...late, ...disputed].join(" ");
  }

  /** What no open item says is owed. */
  owedAgain(): string[] {
    const { owedAgain } = this.statement.aging;
    return owedAgain === undefined ? [] : [`${this.say("owedAgain")} ${this.amount(owedAgain)}`];
  }

  pastDue(): string[] {
    const late = askedNow(this.statement);
    const filling = { amount: this.amount(late), unit: unitOf(this.statement.currency) };
    return late > 0 ? [this.say("owedPastDue", filling)] : [];
  }

  reply(): string {
    const { replyBy } = this.statement;
    return replyBy ? this.say("textReplyBy", { date: this.date(replyBy) }) : this.say("textReply");
  }

  /** What is added while there is room: where to pay, and that other rights are kept. */
  extras(): string[] {
    const account = this.statement.firm.account ?? [];
    const colon = this.language === "zh" ? "：" : ": ";
    const payTo = `${this.say("payTo")}${colon}${account.map((line) => brief(line, 60)).join(" ")}`;
    return [...(account.length > 0 ? [payTo] : []), this.say("reserve")];
  }

  private say(word: StatementWord, filling: Filling = {}): string {
    return said(STATEMENT_WORDS[word], this.language, filling).main;
  }

  private date(day: Statement["to"]): string {
    return this.language === "en" ? letterDate(day).en : day;
  }

  private amount(amount: Money): string {
    return moneyText(amount, this.statement.currency);
  }
}
