import type { Currency } from "../values/money.ts";
import { currencyWordIn } from "./column-unit.ts";
import { currencyNamed, isAnybodysYuan, isYuan } from "./currency-names.ts";
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

/** The currency that a table states of all its figures; or several, which contradict each other. */
export type StatedCurrency =
  | { readonly currency: Currency }
  | { readonly several: readonly Currency[]; readonly words: readonly string[] };

/**
 * The currency that headings and titles state, 元 only where none says more; it states none where other money is
 * called so as well. Beside one that is stated, any other that a title names contradicts it.
 */
export function statedCurrency(
  layout: Pick<TableLayout, "headers" | "titles">,
  amounts: readonly number[],
  expected: Currency,
): StatedCurrency | undefined {
  const known = currencyWords(layout, amounts).filter((word) => isKnown(word, expected));
  const exact = known.filter((word) => !isYuan(word));
  const words = exact.length > 0 ? [...exact, ...namesWithin(layout.titles)] : known;
  const named = [...new Set(words.flatMap((word) => currencyNamed(word, expected) ?? []))];
  const agreed = [expected, ...named].find((each) =>
    words.every((word) => currencyNamed(word, each) === each),
  );
  if (named.length === 0) return undefined;
  return agreed === undefined
    ? { several: named, words: [...new Set(words.map((word) => word.toUpperCase()))] }
    : { currency: agreed };
}

function isKnown(word: string, expected: Currency): boolean {
  if (ENGLISH_WORDS.has(word.toUpperCase()) || isAnybodysYuan(word, expected)) return false;
  return currencyNamed(word, expected) !== undefined;
}

/** Codes and Chinese names that stand alone in a line, but for lines that tell a rate. */
function namesWithin(titles: readonly string[]): string[] {
  const lines = titles.filter((title) => !/汇率|折算|\brates?\b|exchange/i.test(title));
  const codes = lines.flatMap((line) => line.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? []);
  const names = lines.flatMap(
    (line) =>
      line.match(
        /(?<!\p{Script=Han})(?:人民币元?|美[元金]|港[元币]|欧元|英镑|日[元圆])(?!\p{Script=Han})/gu,
      ) ?? [],
  );
  return [...codes, ...names].filter((word) => isKnown(word, "CNY"));
}

/** The word for a money of which 元 may be several currencies'. */
export function yuanIn(words: readonly string[], expected: Currency): string | undefined {
  const yuan = words.map((each) => (each === YUAN_OF_UNIT ? "元" : each));
  return yuan.find((each) => isAnybodysYuan(each, expected));
}
