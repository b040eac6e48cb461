import { smallAmountIn } from "../calculations/apply.ts";
import type { Account } from "../records/book.ts";
import { limitOn } from "../records/credit-file.ts";
import { type CreditPolicy, creditPolicyOf, withVolumeUnit } from "../records/credit-policy.ts";
import { inBaseCurrency } from "../records/exchange-rate.ts";
import type { Policy, Settings } from "../records/policy.ts";
import type { Grade, Scorecard } from "../records/scorecard.ts";
import type { PlainDate } from "../values/date.ts";
import { type Currency, type Money, money } from "../values/money.ts";
import { type GradeOverride, gradeOverrideOf } from "./credit-file-standing.ts";
import { type CreditProposal, creditProposalOf } from "./credit-proposal.ts";
import { monthlySalesOf } from "./dealings.ts";
import { type Exposure, exposureOf } from "./exposure.ts";
import { type GradeDecision, gradeOf } from "./grade.ts";
import { gradeFactsOf } from "./grade-facts.ts";

/** As of which day and place in the journal, under which policy and settings. */
export interface JudgementScope {
  readonly asOf: PlainDate;
  readonly knownAt: number;
  readonly policy: Policy;
  readonly settings: Pick<Settings, "baseCurrency" | "debtCarriedBy">;
}

/** What is thought of one customer, and everything it follows from. */
export interface Judgement {
  readonly grade: GradeDecision;
  readonly exposure: Exposure;
  readonly proposal: CreditProposal;
  /** The grade that somebody has decided on beside the scorecard's. */
  readonly override?: GradeOverride;
  /** The card that was graded by, with its unit for volume. */
  readonly card: Scorecard;
}

/**
 * Judges one customer 信用评定: exposure, grade and what it could have, from what is known at a place in the journal. The
 * same records, policy and day always give the same answer.
 *
 * @example
 * judgementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { asOf: plainDate("2026-11-22"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }).grade.grade // => "N"
 */
export function judgementOf(account: Account, scope: JudgementScope): Judgement {
  const { policy, settings, asOf, knownAt } = scope;
  const credit = creditPolicyOf(policy);
  const base = settings.baseCurrency;
  const card = withVolumeUnit(credit.scorecard, smallAmountIn(base, policy, base));
  const dated = { asOf, knownAt, debtCarriedBy: settings.debtCarriedBy, baseCurrency: base };
  const exposure = exposureOf(account, credit.exposure, { ...dated, rates: credit.rates });
  const use = limitUseOf(account, exposure, scope);
  const override = gradeOverrideOf(account, scope);
  const grade = gradeOf(
    gradeFactsOf(account, card, { ...dated, ...(use === undefined ? {} : { limitUse: use }) }),
    card,
  );
  const inForce = override?.grade ?? grade.grade;
  const proposal = proposalFor(account, inForce, credit, dated);
  return { grade, exposure, card, proposal, ...(override ? { override } : {}) };
}

/** 额度占用 in basis points of the limit in force that day; nothing where no sum limits the customer. */
function limitUseOf(account: Account, exposure: Exposure, scope: JudgementScope): number | undefined {
  const { limitType, limit } = limitOn(account, scope);
  const own = limit && limitInBase(account, limit, scope);
  if (limitType !== "amount" || !own || !exposure.isKnown) return undefined;
  return Math.max(0, Math.ceil((exposure.total / own) * 10_000));
}

/**
 * A limit, which is in the customer's own currency, in that of the ledger; nothing where there is no rate.
 *
 * @example
 * limitInBase(emptyAccount({ id: "c1.0", code: "K1", name: "Ann", currency: "USD" }), money(100), { asOf: plainDate("2026-11-22"), knownAt: 1, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS }) // => undefined
 */
export function limitInBase(account: Account, limit: Money, scope: JudgementScope): Money | undefined {
  const { rates } = creditPolicyOf(scope.policy);
  const to = { base: scope.settings.baseCurrency, rates, on: scope.asOf };
  return inBaseCurrency(limit, currencyOf(account, scope), to);
}

/**
 * The customer's own currency; the ledger's where it has none.
 *
 * @example
 * currencyOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { settings: DEFAULT_SETTINGS }) // => "CNY"
 */
export function currencyOf(
  { customer }: Pick<Account, "customer">,
  { settings }: { readonly settings: Pick<Settings, "baseCurrency"> },
): Currency {
  return customer.currency ?? settings.baseCurrency;
}

function proposalFor(
  account: Account,
  grade: Grade,
  credit: CreditPolicy,
  scope: {
    asOf: PlainDate;
    knownAt: number;
    debtCarriedBy: Settings["debtCarriedBy"];
    baseCurrency: Currency;
  },
): CreditProposal {
  const { terms } = account.customer;
  const peakMonth = monthlySalesOf(account, scope).reduce((most, each) => Math.max(most, each), 0);
  return creditProposalOf({ grade, peakMonth: money(peakMonth), ...(terms ? { terms } : {}) }, credit);
}
