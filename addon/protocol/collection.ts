import * as z from "zod/mini";
import {
  CurrencyShape,
  DunningLevelShape,
  LetterLanguageShape,
  LineShape,
  MoneyShape,
  PlainDateShape,
  ReminderChannelShape,
} from "../../core/index.ts";
import { ActionId, Booked } from "./shapes.ts";

const by = z.exactOptional(LineShape);

const Who = { customer: z.string(), code: z.string(), name: z.string() };

/** A due line at its level; `line` counts from 0. */
const LevelledLine = z.object({ item: z.string(), line: z.int(), level: DunningLevelShape });

const LetterLine = z.object({
  ...LevelledLine.shape,
  number: z.exactOptional(z.string()),
  due: PlainDateShape,
  /** Days beyond terms; negative before it is due. */
  days: z.int(),
  open: MoneyShape,
});

/** 催款函 in one language, for every way in which it may go out. */
const Words = z.object({ subject: z.string(), text: z.string(), chat: z.string(), sms: z.string() });

const Letter = z.object({
  ...Who,
  salesperson: z.string(),
  currency: CurrencyShape,
  level: DunningLevelShape,
  lines: z.array(LetterLine),
  total: MoneyShape,
  /** What falls due shortly: named in it, and no part of its sum. */
  soon: z.array(LetterLine),
  soonTotal: MoneyShape,
  language: LetterLanguageShape,
  words: Words,
  lastReminder: z.exactOptional(PlainDateShape),
});

const Why = z.enum([
  ...([
    "disputed",
    "promised",
    "onPlan",
    "dueNotFixed",
    "taxInvoiceNotReceived",
    "belowSmallAmount",
  ] as const),
  ...(["covered", "belowLeastTotal", "quietHours", "quietDay", "paused", "tooSoon"] as const),
]);

/** A customer, or part of what it owes, that gets no letter, and why. */
const Excluded = z.object({
  ...Who,
  why: Why,
  until: z.exactOptional(PlainDateShape),
  currency: CurrencyShape,
  amount: MoneyShape,
  count: z.int(),
  text: z.string(),
});

/** Calls about reminders 催款提醒, pauses and promises to pay 付款承诺. */
export const COLLECTION_CALLS = {
  /** Who is due a reminder, in which words, and who is not and why; nothing is written. */
  remind: {
    input: z.object({
      asOf: z.exactOptional(PlainDateShape),
      asKnownAt: z.exactOptional(z.int()),
      customer: z.exactOptional(z.string()),
      salesperson: z.exactOptional(z.string()),
      language: z.exactOptional(LetterLanguageShape),
    }),
    output: z.object({
      asOf: PlainDateShape,
      asKnownAt: z.int(),
      policyVersion: z.int(),
      letters: z.array(Letter),
      excluded: z.array(Excluded),
      /** 业务员: how many of whose customers are due a word, and for how much. */
      digest: z.array(
        z.object({
          salesperson: z.string(),
          customers: z.int(),
          sums: z.array(z.object({ currency: CurrencyShape, amount: MoneyShape })),
          /** One text for the salesperson: whom to call. */
          text: z.string(),
        }),
      ),
      /** The day of the latest receipt that is in the ledger, and up to which day all of them are. */
      lastReceipt: z.exactOptional(PlainDateShape),
      receiptsEnteredThrough: z.exactOptional(PlainDateShape),
      /** Nobody was ever reminded: the first letters are looked at twice. */
      isFirst: z.boolean(),
    }),
  },
  /** Records what was drafted, sent by hand or skipped. Who has paid since the preview drops out and is named. */
  recordReminders: {
    input: z.object({
      action: ActionId,
      state: z.enum(["drafted", "sent", "skipped"]),
      channel: z.exactOptional(ReminderChannelShape),
      letters: z
        .array(
          z.object({
            customer: z.string(),
            currency: CurrencyShape,
            total: MoneyShape,
            /** All that it names, what falls due shortly too. */
            lines: z.array(LevelledLine).check(z.minLength(1), z.maxLength(2_000)),
            /** The words as they went out; not of what was skipped. */
            text: z.exactOptional(z.string().check(z.maxLength(20_000))),
          }),
        )
        .check(z.minLength(1), z.maxLength(100)),
      by,
    }),
    output: z.object({
      ...Booked.shape,
      recorded: z.int(),
      /** Customers who owe that no more, or otherwise. */
      dropped: z.array(z.object({ customer: z.string(), name: z.string() })),
    }),
  },
  /** 暂停催款 until a day; today or an earlier one ends the pause. */
  pauseReminders: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      until: PlainDateShape,
      note: z.exactOptional(LineShape),
      by,
    }),
    output: Booked,
  },
  /** 付款承诺: so much until a day. */
  addPromise: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      until: PlainDateShape,
      currency: z.exactOptional(CurrencyShape),
      amount: MoneyShape.check(z.refine((amount) => amount > 0)),
      madeOn: z.exactOptional(PlainDateShape),
      items: z.exactOptional(z.array(z.string()).check(z.maxLength(2_000))),
      note: z.exactOptional(LineShape),
      by,
    }),
    output: Booked,
  },
  /** What there is to do about credit: reminders due, promises broken, reviews overdue. */
  duties: {
    input: z.object({ asOf: z.exactOptional(PlainDateShape) }),
    output: z.object({
      asOf: PlainDateShape,
      reminders: z.object({
        customers: z.int(),
        sums: z.array(z.object({ currency: CurrencyShape, amount: MoneyShape })),
      }),
      broken: z.array(
        z.object({
          ...Who,
          promise: z.string(),
          until: PlainDateShape,
          currency: CurrencyShape,
          amount: MoneyShape,
          state: z.enum(["broken", "partlyKept"]),
        }),
      ),
      /** Customers on account whose grade was looked at too long ago, or never. */
      reviews: z.array(z.object({ ...Who, grade: z.string(), dueOn: PlainDateShape })),
      /** What comes next, where it is known: somebody may be reminded again, or a promise comes to its day. */
      next: z.exactOptional(
        z.object({ day: PlainDateShape, what: z.enum(["remind", "promise"]), name: z.string() }),
      ),
      /** Who records a review, where the ledger has users, and whether the person must say which of them they are. */
      deciders: z.array(z.string()),
      asksName: z.boolean(),
    }),
  },
} as const;
