import type { Currency } from "../values/money.ts";
import { currencyWordIn } from "./column-unit.ts";
import { currencyNamed, isAnybodysYuan, isYuan } from "./currency-names.ts";
import type { MappingQuestion } from "./mapping-questions.ts";
import { currencyInTitle, YUAN_OF_UNIT } from "./stated-unit.ts";
import type { TableLayout } from "./table-shape.ts";

/** Codes that say something else at the end of a heading, such as "Amount (all)". */
const ENGLISH_WORDS = new Set(["ALL", "CUP", "PEN", "TOP", "TRY"]);

/**
 * What the headings of amounts ("Amount (USD)") and title lines (币种：人民币, 单位：万美元) may say of the whole
 * table's currency, headings first.
 *
 * @example
 * currencyWords({ headers: ["客户", "金额（美元）"], titles: ["单位：元"] }, [1]) // => ["美元", "元"]
 */
export function currencyWords(
  { headers, titles }: Pick<TableLayout, "headers" | "titles">,
  amounts: readonly number[],
): string[] {
  const headings = amounts.map((column) => headers[column] ?? "");
  const named = headings.map((heading) => /[(（]([^()（）]+)[)）]\s*$|[_\s]([A-Za-z]{3})$/.exec(heading));
  const inHeadings = named.flatMap((match) => match?.[1] ?? match?.[2] ?? []).map(currencyWordIn);
  return [...inHeadings, ...currencyWordsAbove(titles)];
}

/**
 * What the lines above a table may say of its currency.
 *
 * @example
 * currencyWordsAbove(["应收明细", "币种：美元"]) // => ["美元"]
 */
export function currencyWordsAbove(titles: readonly string[]): string[] {
  return titles.flatMap((title) => {
    const told = /(?:币种|币别|currency)[:：\s]*([A-Za-z]{3}\b|\p{Script=Han}{2,3})/iu.exec(title)?.[1];
    return [told === undefined ? undefined : currencyWordIn(told), currencyInTitle(title)].filter(
      (word) => word !== undefined,
    );
  });
}

/** The currency that one of the words states, 元 only where none says more; it states none where other money is called so as well. */
export function currencyNamedIn(words: readonly string[], expected: Currency): Currency | undefined {
  const exact = words.filter((word) => !isYuan(word));
  for (const word of [...exact, ...words]) {
    if (ENGLISH_WORDS.has(word.toUpperCase()) || isAnybodysYuan(word, expected)) continue;
    const named = currencyNamed(word, expected);
    if (named !== undefined) return named;
  }
  return undefined;
}

/** Whose money 元 is, where it may be several currencies'. */
export function yuanQuestion(words: readonly string[], expected: Currency): MappingQuestion[] {
  const yuan = words.map((each) => (each === YUAN_OF_UNIT ? "元" : each));
  const word = yuan.find((each) => isAnybodysYuan(each, expected));
  return word === undefined ? [] : [{ kind: "currency", word, choices: [expected, "CNY"] }];
}
