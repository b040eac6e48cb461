import * as z from "zod/mini";
import { CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";

/** 催款级别, the mildest first; before it is due nobody is in default. */
export const DunningLevelShape = z.enum(["beforeDue", "friendly", "firm", "formal", "final"]);

export type DunningLevel = z.infer<typeof DunningLevelShape>;

/** The levels in order. */
export const DUNNING_LEVELS: readonly DunningLevel[] = DunningLevelShape.options;

/** 催款阶梯: from which day beyond terms a level is reached (before: negative), and how letters follow each other. */
export const DunningPolicyShape = z.object({
  ladder: z
    .array(z.object({ level: DunningLevelShape, fromDays: z.int().check(z.gte(-60), z.lte(3660)) }))
    .check(z.minLength(1), z.maxLength(5)),
  /** At least so many days lie between two letters to a customer. */
  gapDays: z.int().check(z.gte(0), z.lte(365)),
  /** One level a letter, or at once the level that is reached. */
  escalation: z.enum(["step", "jump"]),
});

export type DunningPolicy = z.infer<typeof DunningPolicyShape>;

/** The ladder of a policy that has not said its own. */
export const DEFAULT_DUNNING_POLICY: DunningPolicy = {
  ladder: [
    { level: "beforeDue", fromDays: -3 },
    { level: "friendly", fromDays: 3 },
    { level: "firm", fromDays: 15 },
    { level: "formal", fromDays: 30 },
    { level: "final", fromDays: 60 },
  ],
  gapDays: 7,
  escalation: "step",
};

/** A due line that a letter named, and at which level. */
const RemindedLine = z.object({
  item: z.string(),
  line: z.int().check(z.gte(0)),
  level: DunningLevelShape,
});

/**
 * A reminder 催款提醒 as recorded: drafted, sent by hand, or skipped; a pause 暂停 says until when none is due. Each line at
 * its level is said once.
 */
export const ReminderShape = z.object({
  id: z.string(),
  customer: z.string(),
  date: PlainDateShape,
  state: z.enum(["drafted", "sent", "skipped"]),
  lines: z.array(RemindedLine).check(z.maxLength(2_000)),
  channel: z.exactOptional(z.enum(["mail", "wechat", "sms", "letter", "call"])),
  note: z.exactOptional(LineShape),
});

export type Reminder = z.infer<typeof ReminderShape>;

/** A promise to pay 付款承诺: so much until a day; whether it was kept is in the receipts. */
export const PromiseShape = z.object({
  id: z.string(),
  customer: z.string(),
  madeOn: PlainDateShape,
  until: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
  note: z.exactOptional(LineShape),
});

export type PromiseToPay = z.infer<typeof PromiseShape>;
