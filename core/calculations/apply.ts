import type { Policy, Settings } from "../records/policy.ts";
import type { ApplicationRule } from "../records/receipt.ts";
import { daysAfter, later, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, minus, money, negated, plus, smaller, ZERO } from "../values/money.ts";
import { codeKey } from "../values/text.ts";
import type { OpenLine } from "./open-amounts.ts";

/** So much of a sum of money put on one open due line, and by which rule. */
export interface AppliedPart {
  readonly line: OpenLine;
  readonly amount: Money;
  readonly rule: ApplicationRule;
}

/** Where a sum of money goes, and what of it is left. */
export interface Application {
  readonly parts: readonly AppliedPart[];
  /** Not put on anything: an over-payment, or an advance. */
  readonly unapplied: Money;
}

/** What the payer said, as far as it is known. */
export interface Wishes {
  /** Ids of items the debtor designated; they come first, in this order. */
  readonly items?: readonly string[];
  /** Document numbers found in the payment text. */
  readonly stated?: string;
  /** An advance for this order: it settles items of the order only, never older debts. */
  readonly order?: string;
}

/**
 * Cash application 收款核销: the debtor's designation, then a stated reference, then the policy's rule,
 * oldest due first. The lines must come oldest due first, as `openLinesOf` gives them.
 *
 * @example
 * applyCash(money(40), [], {}, DEFAULT_POLICY) // => { parts: [], unapplied: 40 }
 */
export function applyCash(
  amount: Money,
  lines: readonly OpenLine[],
  wishes: Wishes,
  _policy: Pick<Policy, "applicationRule">,
): Application {
  const parts: AppliedPart[] = [];
  const left = new Map(lines.map((line) => [line, line.open]));
  let unapplied = amount;
  for (const { line, rule } of queueOf(lines, wishes)) {
    const part = smaller(unapplied, left.get(line) ?? ZERO);
    if (part <= 0) continue;
    parts.push({ line, amount: part, rule });
    left.set(line, minus(left.get(line) ?? ZERO, part));
    unapplied = minus(unapplied, part);
  }
  return { parts, unapplied };
}

/** Every line in the order in which money goes to it; a line may stand twice, and is full the second time. */
function queueOf(lines: readonly OpenLine[], wishes: Wishes): { line: OpenLine; rule: ApplicationRule }[] {
  const designated = (wishes.items ?? []).flatMap((id) => lines.filter((line) => line.item.id === id));
  const first = designated.map((line) => ({ line, rule: "designated" as const }));
  if (wishes.order !== undefined) {
    const own = lines.filter((line) => line.item.order === wishes.order);
    return [...first, ...own.map((line) => ({ line, rule: "designated" as const }))];
  }
  const stated = lines.filter((line) => isStated(line, wishes.stated ?? ""));
  return [
    ...first,
    ...stated.map((line) => ({ line, rule: "statedReference" as const })),
    ...lines.map((line) => ({ line, rule: "oldestDueFirst" as const })),
  ];
}

/** Whether the payment text names the item's number; short numbers prove nothing. */
function isStated(line: OpenLine, text: string): boolean {
  const number = codeKey(line.item.number ?? "");
  return number.length >= 4 && text !== "" && wordsOf(text).includes(number);
}

/** The whole text, its words, and these without the marks around them: the marks inside a number are part of it. */
function wordsOf(text: string): string[] {
  const words = codeKey(text).split(/[\s,;、/]+/);
  const bare = words.map((word) => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""));
  return [codeKey(text), ...words, ...bare];
}

/**
 * Whether a difference may be settled at once as 抹零: up to the policy's amount *and* up to its share
 * of what is being settled.
 *
 * @example
 * isSmallDifference(money(340), money(1000340), { smallAmount: money(1000), smallShare: 50 }) // => true
 * @example
 * isSmallDifference(money(1001), money(99900000), { smallAmount: money(1000), smallShare: 50 }) // => false
 */
export function isSmallDifference(
  difference: Money,
  of: Money,
  policy: Required<Pick<Policy, "smallAmount" | "smallShare">>,
): boolean {
  const limit = smaller(policy.smallAmount, smallShareOf(of, policy.smallShare));
  return difference > 0 && difference <= limit;
}

/**
 * The share of a sum that 抹零 may settle, in basis points, rounded down.
 *
 * @example
 * smallShareOf(money(99999), 50) // => 499
 */
export function smallShareOf(of: Money, basisPoints: number): Money {
  return money(Math.floor((Math.abs(of) * basisPoints) / 10_000));
}

/**
 * The policy's small amount 抹零上限 in a currency: 10.00 of one is not 10.00 of another, so that there is
 * none where the policy does not say it.
 *
 * @example
 * smallAmountIn("USD", DEFAULT_POLICY, "CNY") // => 100
 * smallAmountIn("JPY", DEFAULT_POLICY, "JPY") // => 200
 * smallAmountIn("THB", DEFAULT_POLICY, "THB") // => undefined
 */
export function smallAmountIn(
  currency: Currency,
  { smallAmount, smallAmounts }: Pick<Policy, "smallAmount" | "smallAmounts">,
  base: Currency,
): Money | undefined {
  const own = currency === base ? smallAmount : undefined;
  return own ?? smallAmounts?.[currency];
}

/**
 * What is still open on the lines that an application only partly settled: the difference that the
 * receipt form offers to settle.
 *
 * @example
 * remainderOf({ parts: [], unapplied: money(0) }) // => 0
 */
export function remainderOf(application: Application): Money {
  return application.parts.reduce((sum, part, i) => {
    const isLastOnLine = application.parts.slice(i + 1).every((next) => next.line !== part.line);
    return isLastOnLine ? plus(sum, minus(part.line.open, settledOn(application, part.line))) : sum;
  }, ZERO);
}

function settledOn(application: Application, line: OpenLine): Money {
  return application.parts.reduce((sum, part) => (part.line === line ? plus(sum, part.amount) : sum), ZERO);
}

/**
 * Takes an application back from a later day on: the same parts, negative, as when a draft bounces.
 *
 * @example
 * reopened([{ item: "i1.0", line: 0, amount: money(60) }]) // => [{ item: "i1.0", line: 0, amount: -60 }]
 */
export function reopened<T extends { amount: Money }>(parts: readonly T[]): T[] {
  return parts.map((part) => ({ ...part, amount: negated(money(part.amount)) }));
}

/**
 * The day from which an allocation holds: the later of the two documents' days, and never inside a
 * closed period 已关账, whose figures stand.
 *
 * @example
 * allocationDate(plainDate("2026-01-31"), plainDate("2026-01-05"), { closedThrough: plainDate("2026-01-31") }) // => "2026-02-01"
 */
export function allocationDate(
  from: PlainDate,
  item: PlainDate,
  settings: Pick<Settings, "closedThrough">,
): PlainDate {
  const { closedThrough } = settings;
  return closedThrough ? later(later(from, item), daysAfter(closedThrough, 1)) : later(from, item);
}
