import * as z from "zod/mini";
import { CurrencyShape, FactorShape, GradeShape, MoneyShape, PlainDateShape } from "../../core/index.ts";

const Asked = z.object({
  /** End of this day; today where it is not said. */
  asOf: z.exactOptional(PlainDateShape),
  asKnownAt: z.exactOptional(z.int()),
  /** Id of one customer; everybody where it is not said. */
  customer: z.exactOptional(z.string()),
});

const Who = { id: z.string(), code: z.string(), name: z.string() };

/** Why, in points and in words. */
const Reason = z.object({
  factor: FactorShape,
  /** What was measured, by the factor's own unit. */
  measure: z.number(),
  points: z.int(),
  most: z.int(),
  text: z.string(),
});

const LimitBound = z.object({
  kind: z.enum(["need", "gradeShare", "gradeCap", "capacity"]),
  amount: MoneyShape,
});

/** 信用评级 of one customer; sums are in the ledger's own currency. */
const GradeLine = z.object({
  ...Who,
  grade: GradeShape,
  score: z.int(),
  reasons: z.array(Reason),
  /** What keeps the grade from being better, whatever the score. */
  caps: z.array(z.object({ why: z.string(), text: z.string() })),
  missing: z.array(z.object({ factor: FactorShape, text: z.string() })),
  /** Single steps that would change the grade. */
  steps: z.array(z.object({ factor: FactorShape, score: z.int(), grade: GradeShape, text: z.string() })),
  suggestedLimit: MoneyShape,
  /** Every bound of that limit, the one that binds first. */
  limitBounds: z.array(LimitBound),
  suggestedTerms: z.object({ days: z.int(), deposit: z.int() }),
});

/** 付款历史 of one customer in one currency. */
const HistoryLine = z.object({
  ...Who,
  currency: CurrencyShape,
  since: z.exactOptional(PlainDateShape),
  payments: z.int(),
  amount: MoneyShape,
  meanDays: z.exactOptional(z.number()),
  medianDays: z.exactOptional(z.number()),
  onTimeShare: z.exactOptional(z.int()),
  worstDays: z.exactOptional(z.int()),
  trendDays: z.exactOptional(z.number()),
  overdue: z.object({ amount: MoneyShape, oldestDays: z.exactOptional(z.int()) }),
  notTheirs: z.object({ dispute: z.exactOptional(z.int()), taxInvoice: z.exactOptional(z.int()) }),
  /** Whose median the forecast goes by, and how many days beyond terms it is. */
  habit: z.object({ of: z.enum(["customer", "everybody", "nobody"]), usualDays: z.number() }),
});

/** Money expected in the week that begins on that Monday; without a day it is what nothing foretells. */
const ExpectedWeek = z.object({
  currency: CurrencyShape,
  from: z.exactOptional(PlainDateShape),
  amount: MoneyShape,
});

const OrderDecisionShape = z.enum(["allow", "warn", "hold", "block", "unknown", "notOnAccount"]);

/** What the ledger thinks of customers: grades, payment history, forecast. */
export const JUDGEMENT_CALLS = {
  grade: {
    input: Asked,
    output: z.object({
      asOf: PlainDateShape,
      asKnownAt: z.int(),
      policyVersion: z.int(),
      currency: CurrencyShape,
      customers: z.array(GradeLine),
    }),
  },
  history: {
    input: Asked,
    output: z.object({
      asOf: PlainDateShape,
      asKnownAt: z.int(),
      customers: z.array(HistoryLine),
      /** 预计回款, of all customers asked about. */
      expected: z.array(ExpectedWeek),
    }),
  },
  /** 订单检查: may this order go on account? In the ledger's own currency. */
  orderCheck: {
    input: z.object({
      asOf: z.exactOptional(PlainDateShape),
      customer: z.string(),
      amount: MoneyShape.check(z.refine((amount) => amount >= 0)),
      /** The order's number: one that the ledger knows is compared, not added. */
      order: z.exactOptional(z.string()),
      prepaid: z.exactOptional(z.boolean()),
      draft: z.exactOptional(z.boolean()),
    }),
    output: z.object({
      ...Who,
      asOf: PlainDateShape,
      currency: CurrencyShape,
      policyVersion: z.int(),
      decision: OrderDecisionShape,
      /** After the time of observing. */
      wouldBe: z.exactOptional(OrderDecisionShape),
      reasons: z.array(z.object({ kind: z.string(), decision: OrderDecisionShape, text: z.string() })),
      cure: z.array(
        z.object({
          kind: z.enum(["pay", "reduceTo", "ask"]),
          amount: z.exactOptional(MoneyShape),
          text: z.string(),
        }),
      ),
      /** With this order. */
      exposure: z.exactOptional(MoneyShape),
      /** Without it, line by line. */
      parts: z.exactOptional(
        z.object({
          open: MoneyShape,
          delivered: MoneyShape,
          orders: MoneyShape,
          drafts: MoneyShape,
          unapplied: MoneyShape,
        }),
      ),
      limit: z.exactOptional(MoneyShape),
      available: z.exactOptional(MoneyShape),
      receiptsEnteredThrough: z.exactOptional(PlainDateShape),
    }),
  },
} as const;
