import fc from "fast-check";
import { expect, test } from "vitest";
import { type NumberStyle, readAmount } from "../../../core/reading/read-amount.ts";
import { type DateOrder, readDate } from "../../../core/reading/read-date.ts";

const seed = Number(process.env.SEED ?? 20261122);
const RUNS = 30_000;

interface Case {
  readonly cell: string | number;
  /** What was formatted; undefined for a cell that must not be accepted as anything. */
  readonly expected: string | undefined;
  readonly knowledge?: NumberStyle | DateOrder;
}

/** Counts over a sample: how many were accepted with another value, and how many valid ones refused. */
function tally(cases: readonly Case[], read: (one: Case) => string | undefined) {
  const wrong: string[] = [];
  const refused: string[] = [];
  for (const one of cases) {
    const value = read(one);
    if (value !== undefined && value !== one.expected) wrong.push(`${JSON.stringify(one)} → ${value}`);
    if (value === undefined && one.expected !== undefined) refused.push(JSON.stringify(one));
  }
  const valid = cases.filter(({ expected }) => expected !== undefined).length;
  return { total: cases.length, valid, wrong, refused, share: refused.length / Math.max(valid, 1) };
}

function printed(what: string, { total, valid, wrong, refused, share }: ReturnType<typeof tally>): void {
  const percent = (share * 100).toFixed(2);
  console.log(
    `${what}: ${total} (seed ${seed}), accepted and wrong ${wrong.length}, valid refused ${refused.length} of ${valid} (${percent} %)`,
  );
}

const minor = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 99_999_999 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 999_999_999_999 }) },
);

/** Digits grouped from the right, written without the code under test. */
function grouped(whole: string, separator: string, first = 3, next = 3): string {
  let text = whole.slice(-first);
  let rest = whole.slice(0, -first);
  while (rest !== "") {
    text = rest.slice(-next) + separator + text;
    rest = rest.slice(0, -next);
  }
  return text;
}

type Writer = (whole: string, fraction: string) => { text: string; style?: NumberStyle };

const WRITERS: readonly Writer[] = [
  (w, f) => ({ text: `${w}.${f}` }),
  (w, f) => ({ text: f.endsWith("0") ? `${w}.${f[0]}` : `${w}.${f}` }),
  (w, f) => ({ text: f === "00" ? w : `${w}.${f}` }),
  (w, f) => ({ text: `${grouped(w, ",")}.${f}` }),
  (w, f) => ({ text: f === "00" ? grouped(w, ",") : `${grouped(w, ",")}.${f}` }),
  (w, f) => ({ text: `${grouped(w, "'")}.${f}` }),
  (w, f) => ({ text: `${grouped(w, " ")}.${f}` }),
  (w, f) => ({ text: f === "00" ? grouped(w, " ") : `${grouped(w, " ")}.${f}` }),
  (w, f) => ({ text: `${grouped(w, "\u00a0")}.${f}` }),
  (w, f) => ({ text: `${grouped(w, ",", 3, 2)}.${f}` }),
  (w, f) => ({ text: `${grouped(w, ".")},${f}`, style: "comma" }),
  (w, f) => ({ text: `${w},${f}`, style: "comma" }),
  (w, f) => ({ text: `${grouped(w, "\u202f")},${f}`, style: "comma" }),
  (w, f) => ({ text: f === "00" ? grouped(w, ".") : `${grouped(w, ".")},${f}`, style: "comma" }),
  (w, f) => ({ text: `${grouped(w, ",")}.${f}`, style: "point" }),
];

const SIGNS: readonly ((text: string) => string)[] = [
  (text) => `-${text}`,
  (text) => `(${text})`,
  (text) => `${text}-`,
  (text) => `\u2212${text}`,
  (text) => `- ${text}`,
  (text) => `（${text}）`,
];

const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `¥${text}`,
  (text) => `￥ ${text}`,
  (text) => `${text}元`,
  (text) => `RMB ${text}`,
  (text) => `${text} CNY`,
  (text) => `${text}\t`,
  (text) => `  ${text} `,
  (text) => `\`${text}`,
  (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
];

const pick = <Value>(list: readonly Value[]) => fc.constantFrom(...list);

const amountCase = fc
  .tuple(minor, fc.boolean(), pick(WRITERS), pick(SIGNS), pick(DRESSES))
  .map(([units, negative, write, sign, dress]): Case => {
    const digits = String(units).padStart(3, "0");
    const { text, style } = write(digits.slice(0, -2), digits.slice(-2));
    const isNegative = negative && units > 0;
    const cell = dress(isNegative ? sign(text) : text);
    return { cell, expected: String(isNegative ? -units : units), ...(style ? { knowledge: style } : {}) };
  });

/** Written so that no reading of them is right. */
const nonsense = fc.tuple(minor, minor, fc.integer({ min: 0, max: 8 })).map(([a, b, way]): Case => {
  const [x, y] = [String(a), String(b + 1)];
  const cells = [
    `${x}+${y}`,
    `${x}%`,
    `${x}元${y}`,
    `${x};${y}`,
    `${grouped(x.padStart(5, "1"), ",", 2)}`,
    `${grouped(x.padStart(5, "1"), ",", 4, 4)}`,
    `${x}*${y}`,
    `约${x}`,
    `2026-01-${x}`,
  ];
  return { cell: cells[way] ?? "", expected: undefined };
});

const UNITS = [
  ["万", 6],
  ["万元", 6],
  ["亿", 10],
] as const;
const unitCase = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }), pick(UNITS))
  .map(([digits, decimals, [unit, places]]): Case => {
    const text = String(digits).padStart(decimals + 1, "0");
    const written = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
    return { cell: written + unit, expected: String(BigInt(digits) * 10n ** BigInt(places - decimals)) };
  });

const numberCase = minor.map((units): Case => ({ cell: units / 100, expected: String(units) }));

test("amounts: none accepted and wrong, at most 2 % of the valid refused", () => {
  const cases = [
    ...fc.sample(amountCase, { numRuns: RUNS, seed }),
    ...fc.sample(nonsense, { numRuns: RUNS / 3, seed }),
    ...fc.sample(unitCase, { numRuns: RUNS / 3, seed }),
    ...fc.sample(numberCase, { numRuns: RUNS / 3, seed }),
  ];
  const result = tally(cases, ({ cell, knowledge }) => {
    const style = knowledge === "point" || knowledge === "comma" ? { style: knowledge } : {};
    const read = readAmount(cell, { currency: "CNY", ...style });
    return read.kind === "amount" ? String(read.amount) : undefined;
  });
  printed("generated amounts", result);
  expect(result.wrong.slice(0, 5)).toEqual([]);
  expect(result.share, result.refused.slice(0, 5).join("\n")).toBeLessThanOrEqual(0.02);
});

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (part: number) => String(part).padStart(2, "0");

type DayWriter = (y: number, m: number, d: number) => { cell: string | number; order?: DateOrder };

const SERIAL = (y: number, m: number, d: number) => Date.UTC(y, m - 1, d) / 86_400_000 + 25_569;

const DAY_WRITERS: readonly DayWriter[] = [
  (y, m, d) => ({ cell: `${y}-${two(m)}-${two(d)}` }),
  (y, m, d) => ({ cell: `${y}/${m}/${d}` }),
  (y, m, d) => ({ cell: `${y}.${m}.${d}` }),
  (y, m, d) => ({ cell: `${y}年${m}月${d}日` }),
  (y, m, d) => ({ cell: `${y}${two(m)}${two(d)}` }),
  (y, m, d) => ({ cell: `${y}-${two(m)}-${two(d)} 10:20:30` }),
  (y, m, d) => ({ cell: `${two(d)}-${MONTHS[m - 1]}-${two(y % 100)}` }),
  (y, m, d) => ({ cell: `${MONTHS[m - 1]} ${d}, ${y}` }),
  (y, m, d) => ({ cell: `${d}/${m}/${y}`, order: "dayFirst" }),
  (y, m, d) => ({ cell: `${two(d)}.${two(m)}.${two(y % 100)}`, order: "dayFirst" }),
  (y, m, d) => ({ cell: `${m}/${d}/${y}`, order: "monthFirst" }),
  (y, m, d) => ({ cell: `${m}/${d}/${two(y % 100)} 00:00`, order: "monthFirst" }),
  (y, m, d) => ({ cell: `${two(y % 100)}/${m}/${d}`, order: "yearFirst" }),
  (y, m, d) => ({ cell: SERIAL(y, m, d) }),
  (y, m, d) => ({ cell: SERIAL(y, m, d) + 0.43 }),
  (y, m, d) => ({ cell: `${y}/${m}/${d}`.replace(/\d/g, (n) => String.fromCharCode(0xff10 + Number(n))) }),
];

const dayNumber = fc.integer({ min: 0, max: 36_524 }); // 1970-01-01 to 2069-12-31

const dayCase = fc.tuple(dayNumber, pick(DAY_WRITERS)).map(([days, write]): Case => {
  const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
  const [y = 0, m = 0, d = 0] = iso.split("-").map(Number);
  const { cell, order } = write(y, m, d);
  return { cell, expected: iso, ...(order ? { knowledge: order } : {}) };
});

/** The 29th to 31st of months that do not have it, in the same ways of writing. */
const noSuchDay = fc
  .tuple(
    fc.integer({ min: 1970, max: 2069 }),
    fc.constantFrom([2, 30], [2, 31], [4, 31], [6, 31], [9, 31], [11, 31], [13, 1], [1, 32]),
    pick(DAY_WRITERS.slice(0, 12)),
  )
  .map(([year, [month = 0, day = 0], write]): Case => {
    const { cell, order } = write(year, month, day);
    return { cell, expected: undefined, ...(order ? { knowledge: order } : {}) };
  });

/** Day and month both up to 12 and different, and no order known: nothing may be accepted. */
const unknownOrder = fc
  .tuple(
    fc.integer({ min: 1970, max: 2069 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 11 }),
  )
  .map(([year, month, shift]): Case => {
    const day = ((month - 1 + shift) % 12) + 1;
    return { cell: `${day}/${month}/${year}`, expected: undefined };
  });

test("days: none accepted and wrong, at most 2 % of the valid refused", () => {
  const cases = [
    ...fc.sample(dayCase, { numRuns: RUNS, seed }),
    ...fc.sample(noSuchDay, { numRuns: RUNS / 3, seed }),
    ...fc.sample(unknownOrder, { numRuns: RUNS / 6, seed }),
  ];
  const result = tally(cases, ({ cell, knowledge }) => {
    const order = knowledge === "point" || knowledge === "comma" ? undefined : knowledge;
    const read = readDate(cell, order ? { order } : {});
    return read.kind === "date" ? read.date : undefined;
  });
  printed("generated days", result);
  expect(result.wrong.slice(0, 5)).toEqual([]);
  expect(result.share, result.refused.slice(0, 5).join("\n")).toBeLessThanOrEqual(0.02);
});
