import * as z from "zod/mini";
import {
  CurrencyShape,
  DunningLevelShape,
  FactorShape,
  GradeShape,
  MoneyShape,
  PlainDateShape,
  ReminderChannelShape,
} from "../../core/index.ts";

const Asked = z.object({
  /** End of this day; today where it is not said. */
  asOf: z.exactOptional(PlainDateShape),
  asKnownAt: z.exactOptional(z.int()),
  /** As an earlier decision was made: by that version of the policy. */
  policyVersion: z.exactOptional(z.int()),
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
  /** A grade that somebody has decided on beside it, which counts while it holds. */
  override: z.exactOptional(
    z.object({ grade: GradeShape, by: z.string(), until: z.exactOptional(PlainDateShape) }),
  ),
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

/** Payments by days beyond terms, ten days a bin; the first and the last bin are open. */
const PaymentBin = z.object({ from: z.int(), payments: z.int(), amount: MoneyShape });

const ExposureLines = z.object({
  ...{ open: MoneyShape, delivered: MoneyShape, orders: MoneyShape, drafts: MoneyShape },
  unapplied: MoneyShape,
});

/** Who can be the one that acts, and whether the person must say who they are: to do something, and to decide. */
const Acting = z.object({
  asksName: z.boolean(),
  asksDecider: z.boolean(),
  users: z.array(z.string()),
  deciders: z.array(z.string()),
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
      asKnownAt: z.exactOptional(z.int()),
      policyVersion: z.exactOptional(z.int()),
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
      asKnownAt: z.int(),
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
      parts: z.exactOptional(ExposureLines),
      limit: z.exactOptional(MoneyShape),
      available: z.exactOptional(MoneyShape),
      receiptsEnteredThrough: z.exactOptional(PlainDateShape),
      /** 观察期: until then it is only said what would be held. */
      observeUntil: z.exactOptional(PlainDateShape),
      /** A release of this order that was asked for and waits. */
      waiting: z.exactOptional(z.object({ by: z.string(), on: PlainDateShape })),
    }),
  },
  /** 信用状况: everything the ledger thinks of one customer, for its card; nothing is written. */
  standing: {
    input: z.object({ asOf: z.exactOptional(PlainDateShape), customer: z.string() }),
    output: z.object({
      ...Who,
      asOf: PlainDateShape,
      /** The ledger's own, of exposure and proposals. */
      currency: CurrencyShape,
      policyVersion: z.int(),
      grade: GradeLine,
      exposure: z.exactOptional(MoneyShape),
      parts: z.exactOptional(ExposureLines),
      /** In the ledger's own currency. */
      limit: z.exactOptional(MoneyShape),
      available: z.exactOptional(MoneyShape),
      /** As it was agreed, in the customer's own currency. */
      agreed: z.object({
        limitType: z.enum(["notSet", "none", "amount", "unlimited"]),
        limit: z.exactOptional(MoneyShape),
        currency: CurrencyShape,
        until: z.exactOptional(PlainDateShape),
      }),
      /** What the next order, however small, would be told. */
      decision: OrderDecisionShape,
      wouldBe: z.exactOptional(OrderDecisionShape),
      observeUntil: z.exactOptional(PlainDateShape),
      reasons: z.array(z.object({ kind: z.string(), decision: OrderDecisionShape, text: z.string() })),
      holds: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(["hold", "block"]),
          reason: z.string(),
          by: z.string(),
          on: PlainDateShape,
        }),
      ),
      releases: z.array(
        z.object({
          by: z.string(),
          order: z.exactOptional(z.string()),
          ceiling: MoneyShape,
          until: PlainDateShape,
        }),
      ),
      /** The latest first. */
      promises: z.array(
        z.object({
          id: z.string(),
          madeOn: PlainDateShape,
          until: PlainDateShape,
          currency: CurrencyShape,
          amount: MoneyShape,
          state: z.enum(["live", "kept", "partlyKept", "broken"]),
          note: z.exactOptional(z.string()),
        }),
      ),
      requests: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(["limit", "terms", "grade", "release", "smallDifference"]),
          asked: z.string(),
          requestedOn: PlainDateShape,
          requestedBy: z.string(),
          state: z.enum(["waiting", "granted", "refused", "withdrawn", "lapsed", "expired"]),
        }),
      ),
      reminders: z.array(
        z.object({
          id: z.string(),
          date: PlainDateShape,
          state: z.enum(["drafted", "sent", "skipped", "paused"]),
          level: z.exactOptional(DunningLevelShape),
          currency: z.exactOptional(CurrencyShape),
          total: z.exactOptional(MoneyShape),
          channel: z.exactOptional(ReminderChannelShape),
          until: z.exactOptional(PlainDateShape),
        }),
      ),
      pausedUntil: z.exactOptional(PlainDateShape),
      /** 复审: the last one, and when the next is due. */
      review: z.exactOptional(
        z.object({ on: PlainDateShape, by: z.string(), grade: GradeShape, dueOn: PlainDateShape }),
      ),
      /** Past due and worth a word, not disputed: its sum in the ledger's own currency, and the days of the oldest. */
      overdue: z.object({ amount: MoneyShape, oldestDays: z.int() }),
      /** How it paid, the currency with most payments first, and when, in that one. */
      history: z.array(HistoryLine),
      histogram: z.array(PaymentBin),
      expected: z.array(ExpectedWeek),
      acting: Acting,
    }),
  },
} as const;
