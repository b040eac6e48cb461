import type { Currency } from "../values/money.ts";
import { type ColumnMapping, locateColumns } from "./column-mapping.ts";
import { fieldTypeOf } from "./import-kinds.ts";
import type { CurrencyQuestion } from "./mapping-questions.ts";
import { currencyWords, statedCurrency, yuanIn } from "./stated-currency.ts";
import type { TableLayout } from "./table-shape.ts";

/**
 * What must be asked of a table's currency 币种, the same in every shell, until it is told (`currencyTold`): where
 * it names several, where it names 元 and others call their money so, and where it names none and several are in
 * use by the ledger and its customers, whose own comes first. A table with a currency column is not asked about.
 *
 * @example
 * currencyQuestionOf({ headers: ["客户", "日期", "金额"], titles: [] }, { version: 1, kind: "items", currency: "CNY", rowsAre: "documents", columns: [] }, ["CNY", "USD"])?.choices // => ["CNY", "USD"]
 */
export function currencyQuestionOf(
  layout: Pick<TableLayout, "headers" | "titles">,
  mapping: ColumnMapping,
  inUse: readonly [Currency, ...Currency[]],
): CurrencyQuestion | undefined {
  const { found } = locateColumns(mapping.columns, layout.headers);
  if (found.some(({ field }) => field === "currency")) return undefined;
  const amounts = found.filter(({ field }) => fieldTypeOf(field) === "amount").map(({ index }) => index);
  const [own] = inUse;
  const stated = statedCurrency(layout, amounts, own);
  if (stated && "several" in stated) return asked("contradicting", stated.words.join(" / "), stated.several);
  if (stated) return undefined;
  const yuan = yuanIn(currencyWords(layout, amounts), own);
  if (yuan !== undefined) return asked("yuan", yuan, [...inUse, "CNY"]);
  const isUntold = mapping.kind !== "customers" && inUse.length > 1;
  return isUntold ? asked("untold", "", inUse) : undefined;
}

function asked(why: CurrencyQuestion["why"], word: string, choices: readonly Currency[]): CurrencyQuestion {
  return { kind: "currency", why, word, choices: [...new Set(choices)] };
}
