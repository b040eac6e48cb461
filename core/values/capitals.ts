import nzh from "nzh/cn";
import { dayOf, monthOf, type PlainDate, yearOf } from "./date.ts";
import type { Money } from "./money.ts";

/**
 * An amount of CNY in capitals 大写金额, as the PBoC rules for filling in bills (正确填写票据和结算凭证的
 * 基本规定) want it: 人民币 without a gap, 整 when it ends at 元, one 零 however many zeros stand inside, and
 * 零 before 分 when there is no 角. Of the two allowed forms of 1,680.32 the one with 零 is written, and 整
 * after 角 is left out. A negative amount has 负 after 人民币. In minor units (分).
 *
 * @example
 * amountInCapitals(money(140950)) // => "人民币壹仟肆佰零玖元伍角"
 * @example
 * amountInCapitals(money(53200)) // => "人民币伍佰叁拾贰元整"
 * @example
 * amountInCapitals(money(168032)) // => "人民币壹仟陆佰捌拾元零叁角贰分"
 */
export function amountInCapitals(amount: Money): string {
  const fen = Math.abs(amount);
  const yuan = Math.floor(fen / 100);
  const sign = amount < 0 ? "负" : "";
  if (fen === 0) return "人民币零元整";
  return `人民币${sign}${yuan > 0 ? `${nzh.encodeB(yuan)}元` : ""}${partsOfYuan(yuan, fen % 100)}`;
}

function partsOfYuan(yuan: number, rest: number): string {
  if (rest === 0) return "整";
  const [jiao, fen] = [Math.floor(rest / 10), rest % 10];
  const zero = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? "零" : "";
  const jiaoText = jiao > 0 ? `${nzh.encodeB(jiao)}角` : "";
  const fenText = fen > 0 ? `${nzh.encodeB(fen)}分` : "";
  return zero + jiaoText + fenText;
}

/**
 * A day in capitals 大写日期, as bills want it (PBoC): months 1, 2 and 10 and days 1–9, 10, 20 and 30 take
 * a leading 零; 11 to 19 a leading 壹. Ordinary letters write 2026年1月15日 instead.
 *
 * @example
 * dateInCapitals(plainDate("2026-01-15")) // => "贰零贰陆年零壹月壹拾伍日"
 * @example
 * dateInCapitals(plainDate("2026-10-20")) // => "贰零贰陆年零壹拾月零贰拾日"
 */
export function dateInCapitals(date: PlainDate): string {
  const year = Array.from(String(yearOf(date)), (digit) => nzh.encodeB(digit)).join("");
  const [month, day] = [monthOf(date), dayOf(date)];
  const monthZero = month <= 2 || month === 10 ? "零" : "";
  const dayZero = day < 10 || day % 10 === 0 ? "零" : "";
  return `${year}年${monthZero}${nzh.encodeB(month)}月${dayZero}${nzh.encodeB(day)}日`;
}
