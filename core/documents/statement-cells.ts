import { type Currency, type Money, moneyText } from "../values/money.ts";
import type { TypeSize } from "./paper.ts";
import type {
  OpenEntry,
  Statement,
  StatementEntry,
  StatementGroup,
  StatementParty,
} from "./statement-shape.ts";
import {
  type DocumentLanguage,
  STATEMENT_KINDS,
  STATEMENT_METHODS,
  STATEMENT_REASONS,
  STATEMENT_WORDS,
  type StatementWord,
} from "./statement-words.ts";
import { type Filling, type Said, said, tableDate } from "./wording.ts";

/** What a table of a statement is set in: its language, its type and the width there is. */
export interface Dress {
  readonly language: DocumentLanguage;
  readonly type: TypeSize;
  readonly width: number;
  /** A low sheet: the head is set close. */
  readonly low?: boolean;
}

/** Says a word of the statement. */
export function say(word: StatementWord, language: DocumentLanguage, filling: Filling = {}): Said {
  return said(STATEMENT_WORDS[word], language, filling);
}

/** The unit in which a statement's amounts stand: 元 for CNY, else the currency's code. */
export function unitOf(currency: Currency) {
  return currency === "CNY" ? STATEMENT_WORDS.yuan : { zh: currency, en: currency };
}

/** The texts of a cell that must each fit on a line. */
export function textsOf({ main, minor }: Said): string[] {
  return minor ? [main, minor] : [main];
}

/** The words of a heading: it may be broken between them, never inside one. */
export function wordsOf(said: Said): string[] {
  return textsOf(said).flatMap((text) => text.split(" "));
}

/** An amount as a cell; amounts read the same in every language. */
export function amountSaid(amount: Money, currency: Currency): Said {
  return { main: moneyText(amount, currency) };
}

export function kindSaid(entry: Pick<StatementEntry, "kind">, language: DocumentLanguage): Said {
  return said(STATEMENT_KINDS[entry.kind], language);
}

/** Order and delivery numbers, and of money how it came: joined, so that most rows keep to one line. */
export function detailsSaid(entry: StatementEntry, language: DocumentLanguage): Said {
  const parts: Said[] = [entry.order, entry.delivery].flatMap((number) => (number ? [{ main: number }] : []));
  if (entry.reason) parts.push(said(STATEMENT_REASONS[entry.reason], language));
  if (entry.method) parts.push(said(STATEMENT_METHODS[entry.method], language));
  if (entry.number && entry.paper) parts.push({ main: entry.paper });
  if (entry.maturity) parts.push(labelled("matures", tableDate(entry.maturity, language), language));
  if (entry.payerName) parts.push(labelled("payer", entry.payerName, language));
  if (entry.why) parts.push(say(entry.why, language));
  return joined(parts);
}

/** Order, delivery and which part it is of an open due line. */
export function openDetailsSaid(entry: OpenEntry, language: DocumentLanguage): Said {
  const parts: Said[] = [entry.order, entry.delivery].flatMap((number) => (number ? [{ main: number }] : []));
  if (entry.part) parts.push(say("part", language, entry.part));
  return joined(parts);
}

/** "编号 Statement no.：DZ-1": the name in the document's languages, the value once. */
export function named(word: StatementWord, value: string, language: DocumentLanguage): Said {
  const name = textsOf(say(word, language)).join(" ");
  return { main: language === "en" ? `${name}: ${value}` : `${name}：${value}` };
}

/** A party's name with its code. */
export function nameAndCode({ name, code }: StatementParty, language: DocumentLanguage): string {
  return language === "en" ? `${name} (${code})` : `${name}（${code}）`;
}

/** A name in the document's languages and a value once: "付款人 Paid by ACME". */
function labelled(word: StatementWord, value: string, language: DocumentLanguage): Said {
  return { main: [...textsOf(say(word, language)), value].join(" ") };
}

/** The parts in one text; the second language repeats a number only where it stands beside a word. */
function joined(parts: readonly Said[]): Said {
  const main = parts.map((part) => part.main).join(" / ");
  const words = parts.filter((part) => part.minor !== undefined);
  return words.length === 0 ? { main } : { main, minor: words.map((part) => part.minor).join(" / ") };
}

/** Past due by so many days, not yet due, disputed. */
export function stateSaid(entry: OpenEntry, language: DocumentLanguage): Said[] {
  const late = entry.daysPastDue > 0;
  const age = late ? say("daysPastDue", language, { days: entry.daysPastDue }) : say("notDue", language);
  return entry.disputed ? [age, say("disputed", language)] : [age];
}

export function dueSaid(entry: OpenEntry, language: DocumentLanguage): Said {
  return entry.due ? { main: tableDate(entry.due, language) } : say("dueNotFixed", language);
}

/** The heading of a group: the shop, else the customer. */
export function groupSaid(group: StatementGroup, statement: Statement, language: DocumentLanguage): Said {
  const own = nameAndCode(group.customer, language);
  if (group.shop) return inFrontOf(own, say("shop", language, { name: group.shop }), statement);
  const shared = statement.groups.some((other) => other.shop && other.customer.id === group.customer.id);
  return shared ? inFrontOf(own, say("noShop", language), statement) : { main: own };
}

/** The customer's name in front, where the statement is for more than one. */
function inFrontOf(name: string, { main, minor }: Said, statement: Statement): Said {
  if (new Set(statement.groups.map((group) => group.customer.id)).size < 2)
    return minor ? { main, minor } : { main };
  return { main: `${name} ${main}`, ...(minor ? { minor } : {}) };
}
