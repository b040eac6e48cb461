import * as z from "zod/mini";
import { type Money, money } from "../values/money.ts";
import { ExchangeRateShape } from "./exchange-rate.ts";
import { DEFAULT_DUNNING_POLICY, DunningPolicyShape } from "./reminder.ts";
import { DEFAULT_SCORECARD, GradeShape, type Scorecard, ScorecardShape } from "./scorecard.ts";
import { MoneyShape } from "./shapes.ts";

const Days = z.int().check(z.gte(0), z.lte(3660));
const BasisPoints = z.int().check(z.gte(0), z.lte(100_000));

/** What a grade may have: none of it is ever less for a better one. */
const GradeTermsShape = z.object({
  /** Limit at most, as a share of what the customer needs, and where it is said as a sum. */
  needShare: BasisPoints,
  limitCap: z.exactOptional(MoneyShape),
  /** 账期上限: days at most. */
  termDays: Days,
  /** 预付比例, of an order. */
  deposit: BasisPoints,
  atOrder: z.enum(["allow", "warn", "hold"]),
  /** 复审周期 */
  reviewMonths: z.int().check(z.gte(1), z.lte(60)),
});

export type GradeTerms = z.infer<typeof GradeTermsShape>;

/**
 * The part of the credit policy 赊账政策 that judges: grades and what they may have, what counts as exposure, what an order
 * is decided by, when and how customers are reminded, how long requests and releases hold. Amounts are in the ledger's own currency.
 */
export const CreditPolicyShape = z.object({
  scorecard: ScorecardShape,
  matrix: z.record(GradeShape, GradeTermsShape),
  /** 容忍天数: so long beyond terms a proposed limit leaves room. */
  toleratedDays: Days,
  exposure: z.object({
    countsDrafts: z.boolean(),
    countsUnapplied: z.boolean(),
    countsDisputed: z.boolean(),
    horizonDays: Days,
    orderTax: z.exactOptional(BasisPoints),
  }),
  orders: z.object({
    overdueWarnDays: Days,
    overdueHoldDays: Days,
    receiptLagDays: Days,
    staleDays: Days,
  }),
  dunning: DunningPolicyShape,
  approvals: z.object({
    /** A request that nobody has answered for so many days has lapsed. */
    answerDays: z.int().check(z.gte(1), z.lte(365)),
    /** A release holds for so many days where nobody says another day. */
    releaseDays: z.int().check(z.gte(0), z.lte(365)),
  }),
  rates: z.array(ExchangeRateShape),
});

export type CreditPolicy = z.infer<typeof CreditPolicyShape>;

/** The judging part of a policy that has not said its own. */
export const DEFAULT_CREDIT_POLICY: CreditPolicy = {
  scorecard: DEFAULT_SCORECARD,
  matrix: {
    A: { needShare: 15_000, termDays: 90, deposit: 0, atOrder: "allow", reviewMonths: 12 },
    B: { needShare: 10_000, termDays: 60, deposit: 0, atOrder: "allow", reviewMonths: 6 },
    C: { needShare: 5_000, termDays: 30, deposit: 3_000, atOrder: "warn", reviewMonths: 3 },
    D: { needShare: 0, termDays: 0, deposit: 10_000, atOrder: "hold", reviewMonths: 1 },
    N: { needShare: 0, termDays: 0, deposit: 10_000, atOrder: "hold", reviewMonths: 1 },
  },
  toleratedDays: 15,
  exposure: { countsDrafts: true, countsUnapplied: true, countsDisputed: true, horizonDays: 90 },
  orders: { overdueWarnDays: 3, overdueHoldDays: 30, receiptLagDays: 3, staleDays: 14 },
  dunning: DEFAULT_DUNNING_POLICY,
  approvals: { answerDays: 30, releaseDays: 7 },
  rates: [],
};

/**
 * The judging part of a policy, its own or the default one.
 *
 * @example
 * creditPolicyOf(DEFAULT_POLICY).toleratedDays // => 15
 */
export function creditPolicyOf(policy: { readonly credit?: CreditPolicy }): CreditPolicy {
  return policy.credit ?? DEFAULT_CREDIT_POLICY;
}

/** So many small amounts are the unit in which yearly volume is measured: of 10 yuan it is 50,000. */
const SMALL_AMOUNTS_A_UNIT = 5_000;

/**
 * A scorecard with a unit for volume: where it says none, by the small amount of the ledger's own currency.
 *
 * @example
 * withVolumeUnit(DEFAULT_SCORECARD, money(1000)).volumeUnit // => 5000000
 */
export function withVolumeUnit(card: Scorecard, smallAmount: Money | undefined): Scorecard {
  if (card.volumeUnit !== undefined || !smallAmount) return card;
  return { ...card, volumeUnit: money(smallAmount * SMALL_AMOUNTS_A_UNIT) };
}
