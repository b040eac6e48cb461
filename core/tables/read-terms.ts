import { type SimpleTerms, type Terms, TermsShape } from "../records/terms.ts";

interface Pattern {
  readonly match: RegExp;
  readonly terms: (numbers: readonly number[]) => SimpleTerms;
}

/** Each pattern stands for a way of writing terms; text is lower case, full width made half, no spaces. */
const PATTERNS: readonly Pattern[] = [
  {
    match: /^(现结|现款|现金|货到付款|款到发货|cod|cash|dueonreceipt|duenow|immediate)$/,
    terms: () => ({ kind: "cash" }),
  },
  {
    match: /^(?:net|n\/?|账期|到期)?(\d{1,4})(?:天|日|days?|d)?$/,
    terms: ([days = 0]) => ({ kind: "net", days }),
  },
  { match: /^月结(\d{1,4})(?:天|日)?$/, terms: ([days = 0]) => ({ kind: "monthEnd", months: 0, days }) },
  { match: /^(?:月结|monthend|eom|endofmonth)$/, terms: () => ({ kind: "monthEnd", months: 0, days: 0 }) },
  {
    match: /^(?:月结|monthend|eom)\+(\d{1,4})(?:个?月|months?)$/,
    terms: ([months = 0]) => ({ kind: "monthEnd", months, days: 0 }),
  },
  {
    match: /^(?:月结|monthend|eom)\+(\d{1,4})(?:天|日|days?)?$/,
    terms: ([days = 0]) => ({ kind: "monthEnd", months: 0, days }),
  },
  {
    match: /^(?:月结|monthend|eom)\+(\d{1,4})(?:个?月|months?)\+(\d{1,4})(?:天|日|days?)$/,
    terms: ([months = 0, days = 0]) => ({ kind: "monthEnd", months, days }),
  },
  { match: /^当月(\d{1,2})[日号]$/, terms: ([day = 1]) => ({ kind: "fixedDay", day, months: 0 }) },
  { match: /^次月(\d{1,2})[日号]$/, terms: ([day = 1]) => ({ kind: "fixedDay", day, months: 1 }) },
  {
    match: /^(\d{1,4})个月后(\d{1,2})[日号]$/,
    terms: ([months = 0, day = 1]) => ({ kind: "fixedDay", day, months }),
  },
  {
    match: /^day(\d{1,2})\+(\d{1,4})months?$/,
    terms: ([day = 1, months = 0]) => ({ kind: "fixedDay", day, months }),
  },
  {
    match: /^(?:票到|收票后?|开票后)(\d{1,4})(?:天|日)?$/,
    terms: ([days = 0]) => ({ kind: "afterTaxInvoice", days }),
  },
  { match: /^(?:票到|票到付款)$/, terms: () => ({ kind: "afterTaxInvoice", days: 0 }) },
  { match: /^taxinvoice\+(\d{1,4})$/, terms: ([days = 0]) => ({ kind: "afterTaxInvoice", days }) },
  { match: /^对账后(\d{1,4})(?:天|日)?$/, terms: ([days = 0]) => ({ kind: "afterStatement", days }) },
  { match: /^statement\+(\d{1,4})$/, terms: ([days = 0]) => ({ kind: "afterStatement", days }) },
  { match: /^验收后(\d{1,4})(?:天|日)?$/, terms: ([days = 0]) => ({ kind: "afterAcceptance", days }) },
  { match: /^acceptance\+(\d{1,4})$/, terms: ([days = 0]) => ({ kind: "afterAcceptance", days }) },
  { match: /^(?:压批|压一批|nextdelivery)$/, terms: () => ({ kind: "nextDelivery" }) },
];

/**
 * Reads terms as people write them, in Chinese or English; `undefined` where the text says something
 * else, or what no record can hold. Everything that `termsText` writes is read back as it was.
 *
 * @example
 * readTerms("月结30天") // => { kind: "monthEnd", months: 0, days: 30 }
 * @example
 * readTerms("Net 30") // => { kind: "net", days: 30 }
 * @example
 * readTerms("看情况") // => undefined
 * @example
 * readTerms("当月35日") // => undefined
 */
export function readTerms(text: string): Terms | undefined {
  const read = readRetention(text) ?? readSplit(text) ?? readSimple(text);
  return TermsShape.safeParse(read).success ? read : undefined;
}

function readSimple(text: string): SimpleTerms | undefined {
  const key = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s。.]+/g, "");
  for (const { match, terms } of PATTERNS) {
    const found = match.exec(key);
    if (found) return terms(found.slice(1).map(Number));
  }
  return undefined;
}

function readRetention(text: string): Terms | undefined {
  const match = /^(.+?)[，,]\s*(?:质保金|retention)\s*([\d.]+)%\s*(\d+)\s*(?:个?月|months?)$/i.exec(
    text.trim(),
  );
  const rest = match ? readSimple(match[1] ?? "") : undefined;
  if (!match || !rest) return undefined;
  return {
    kind: "retention",
    basisPoints: Math.round(Number(match[2]) * 100),
    months: Number(match[3]),
    rest,
  };
}

function readSplit(text: string): Terms | undefined {
  const parts = text.split(/\s*\/\s*/).map((part) => /^([\d.]+)%\s*(.+)$/.exec(part.trim()));
  if (parts.length < 2) return undefined;
  const read = parts.map((part) => ({ weight: Number(part?.[1]), terms: readSimple(part?.[2] ?? "") }));
  const known = read.flatMap(({ weight, terms }) => (terms && weight > 0 ? [{ weight, terms }] : []));
  return known.length === parts.length ? { kind: "split", parts: known } : undefined;
}
