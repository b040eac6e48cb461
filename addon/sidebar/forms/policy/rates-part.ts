import { CURRENCIES, type ExchangeRate } from "../../../../core/index.ts";
import type { TextReader } from "./text-reader.ts";
import { type PolicyGround, type PolicyWish, rowsOf, type Texts, together } from "./texts.ts";

/** 汇率: what a unit of another currency is worth in the ledger's own, from a day on. */
export function ratesTexts({ credit: { rates } }: PolicyGround): Texts {
  const sorted = [...rates].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return together(...sorted.map((rate, i) => rateTexts(i, rate)));
}

function orderOf({ currency, from }: ExchangeRate): string {
  return `${currency} ${from}`;
}

function rateTexts(row: number, { currency, from, millionths }: ExchangeRate): Texts {
  return {
    [`rate-${row}`]: String(millionths / 1_000_000),
    [`currency-${row}`]: currency,
    [`from-${row}`]: from,
  };
}

/** A new row: the first currency that has no rate yet. */
export function newRate(row: number, texts: Texts, { currency, others, today }: PolicyGround): Texts {
  const rated = new Set(rowsOf(texts, "rate").map((each) => texts[`currency-${each}`]));
  const wanted = [...others, ...CURRENCIES].filter((each) => each !== currency);
  const first = wanted.find((each) => !rated.has(each)) ?? wanted[0] ?? "";
  return { [`rate-${row}`]: "", [`currency-${row}`]: first, [`from-${row}`]: today };
}

export function readRates(reader: TextReader, { today }: PolicyGround, texts: Texts): PolicyWish {
  const known = new Set<string>();
  const rates = rowsOf(texts, "rate").map((row): ExchangeRate => {
    const rate = {
      currency: reader.text(`currency-${row}`),
      from: reader.day(`from-${row}`, today),
      millionths: typedMillionths(reader, `rate-${row}`),
    };
    if (known.has(orderOf(rate))) reader.refuse(`from-${row}`, { say: "fault.rateTwice" });
    known.add(orderOf(rate));
    return rate;
  });
  return { credit: { rates } };
}

/** At most six decimals, and never nothing. */
function typedMillionths(reader: TextReader, id: string): number {
  const match = /^\d{1,6}(?:\.\d{1,6})?$/.exec(reader.text(id).replace(/,/g, ""));
  const millionths = match ? Math.round(Number(match[0]) * 1_000_000) : 0;
  if (millionths <= 0) reader.refuse(id, { say: "fault.rate" });
  return millionths;
}
