import { smallAmountIn } from "../calculations/apply.ts";
import { columnsOf } from "../calculations/columns.ts";
import { isAdvance, openCreditsOf, openLinesOf } from "../calculations/open-amounts.ts";
import { afterRefunds } from "../calculations/refunds.ts";
import type { Account } from "../records/book.ts";
import { fileOf } from "../records/credit-file.ts";
import { creditPolicyOf } from "../records/credit-policy.ts";
import { isKnownAt } from "../records/known-fact.ts";
import type { Policy, Settings } from "../records/policy.ts";
import {
  DUNNING_LEVELS,
  type DunningLevel,
  type DunningPolicy,
  type LetterLanguage,
} from "../records/reminder.ts";
import { dayNumberOf, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, plus, ZERO } from "../values/money.ts";
import { pausedUntilOf, promisedItemsOf } from "./credit-file-standing.ts";
import { type Dunning, type DunningFacts, dunningOf } from "./dunning.ts";

/** As of which day and place in the journal, under which policy and settings. */
export interface DunningScope {
  readonly asOf: PlainDate;
  readonly knownAt: number;
  readonly policy: Policy;
  readonly settings: Pick<Settings, "baseCurrency" | "debtCarriedBy">;
  /** The hour of the day in the ledger's zone, of a run for now. */
  readonly hour?: number;
}

/**
 * What is due to be said to a customer 应催, by its account and the policy of the day: letters, and what is left out with
 * its reason.
 *
 * @example
 * accountDunningOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-23"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }) // => { letters: [], leftOut: [] }
 */
export function accountDunningOf(account: Account, scope: DunningScope): Dunning {
  const { asOf, policy } = scope;
  return dunningOf(dunningFactsOf(account, scope), creditPolicyOf(policy).dunning, asOf);
}

function dunningFactsOf(account: Account, scope: DunningScope): DunningFacts {
  const { asOf, knownAt, policy, settings, hour } = scope;
  const columns = columnsOf([account], { knownAt, debtCarriedBy: settings.debtCarriedBy });
  const day = dayNumberOf(asOf);
  const unapplied = new Map<Currency, Money>();
  for (const credit of afterRefunds(openCreditsOf(columns, day)).filter((each) => !isAdvance(each)))
    unapplied.set(credit.currency, plus(unapplied.get(credit.currency) ?? ZERO, credit.open));
  const pausedUntil = pausedUntilOf(account, scope);
  const { leastTotal } = creditPolicyOf(policy).dunning;
  return {
    lines: openLinesOf(columns, day),
    reminders: fileOf(account).reminders.filter((each) => isKnownAt(each, knownAt)),
    ...(pausedUntil ? { pausedUntil } : {}),
    promised: promisedItemsOf(account, scope),
    onPlan: new Set(),
    unapplied,
    smallAmountIn: (currency) => smallAmountIn(currency, policy, settings.baseCurrency) ?? ZERO,
    leastTotalIn: (currency) => (currency === settings.baseCurrency ? leastTotal : undefined),
    ...(hour === undefined ? {} : { hour }),
  };
}

/**
 * The level in whose words a letter speaks 措辞级别: to some customers the policy speaks more gently than the level that is
 * reached, which itself stays; a letter before the due date cannot be gentler, and after it none speaks as if it were
 * before.
 *
 * @example
 * toneOf("firm", "key", { gentler: [{ segment: "key", levels: 1 }] }) // => "friendly"
 */
export function toneOf(
  level: DunningLevel,
  segment: string | undefined,
  { gentler }: Pick<DunningPolicy, "gentler">,
): DunningLevel {
  const mildest = DUNNING_LEVELS.indexOf("friendly");
  const at = DUNNING_LEVELS.indexOf(level);
  const levels = gentler.find((each) => each.segment === segment)?.levels ?? 0;
  return DUNNING_LEVELS[at <= mildest ? at : Math.max(mildest, at - levels)] ?? level;
}

/**
 * The language of letters to a customer: its documents' own, else the ledger's; Chinese is simplified unless somebody
 * asks for the other.
 *
 * @example
 * dunningLanguageOf("en", "zh") // => "en"
 */
export function dunningLanguageOf(
  own: "zh" | "en" | "both" | undefined,
  ledgers: "zh" | "en",
): LetterLanguage {
  return (own ?? ledgers) === "en" ? "en" : "zh-CN";
}
