import type { Words } from "../tables/column.ts";
import { quoted } from "../values/text.ts";

/**
 * What is said of a currency 币种 that is not known, wherever it was typed, read or given.
 *
 * @example
 * currencyUnknownText("XYZ").en // => "The currency “XYZ” is not known. Use a code such as CNY or USD."
 */
export function currencyUnknownText(found: string): Words {
  return {
    en: `The currency “${quoted(found)}” is not known. Use a code such as CNY or USD.`,
    zh: `不认识币种“${quoted(found)}”。请改为 CNY、USD 这样的代码。`,
  };
}
