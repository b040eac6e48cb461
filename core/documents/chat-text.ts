import { oneLine, utf8Bytes } from "../values/text.ts";

/** What every chat takes: WeChat's interfaces cut at 2,047 bytes, about 682 Chinese characters. */
const MOST_CHARACTERS = 600;
const MOST_BYTES = 1800;

/**
 * Whether lines go into one message of any chat 微信.
 *
 * @example
 * fitsChat(["账".repeat(601)]) // => false
 */
export function fitsChat(lines: readonly string[]): boolean {
  const text = lines.join("\n");
  return text.length <= MOST_CHARACTERS && utf8Bytes(text).length <= MOST_BYTES;
}

/**
 * A name of so many characters at most, without doubled spaces; the middle is left out, since branches and legal forms
 * differ at the end.
 *
 * @example
 * brief("深圳市鸿运达电子科技有限公司东莞分公司", 11) // => "深圳市鸿运…东莞分公司"
 */
export function brief(text: string, most: number): string {
  const characters = Array.from(oneLine(text).replace(/\s+/gu, " "));
  if (characters.length === 0) return "--";
  if (characters.length <= most) return characters.join("");
  const half = Math.floor((most - 1) / 2);
  return `${characters.slice(0, half).join("").trim()}…${characters.slice(-half).join("").trim()}`;
}
