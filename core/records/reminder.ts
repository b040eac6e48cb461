import * as z from "zod/mini";
import { CurrencyShape, LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";

/** 催款级别, the mildest first; before it is due nobody is in default. */
export const DunningLevelShape = z.enum(["beforeDue", "friendly", "firm", "formal", "final"]);

export type DunningLevel = z.infer<typeof DunningLevelShape>;

/** The levels in order. */
export const DUNNING_LEVELS: readonly DunningLevel[] = DunningLevelShape.options;

/** The language of a letter: simplified or traditional Chinese, or English. */
export const LetterLanguageShape = z.enum(["zh-CN", "zh-TW", "en"]);

export type LetterLanguage = z.infer<typeof LetterLanguageShape>;

/** Words of a letter: lines, in which `{name}` stands for what is filled in. */
const TemplateText = z.string().check(z.minLength(1), z.maxLength(2_000));

/** A firm's own words for the letters of a level 自定义模板, in one language. */
export const ReminderTemplateShape = z.object({
  level: DunningLevelShape,
  language: LetterLanguageShape,
  subject: LineShape,
  opening: TemplateText,
  closing: z.string().check(z.maxLength(2_000)),
});

/** What a template may name. */
const TEMPLATE_PLACES: ReadonlySet<string> = new Set([
  ...["customer", "firm", "total", "count", "oldestDays", "date", "phone"],
]);

/**
 * Names in braces that a template must not have: nothing would be filled in.
 *
 * @example
 * templateFaults({ subject: "{firm}", opening: "{costumer}", closing: "" }) // => ["costumer"]
 */
export function templateFaults({
  subject,
  opening,
  closing,
}: {
  readonly subject: string;
  readonly opening: string;
  readonly closing: string;
}): string[] {
  const named = [...`${subject}\n${opening}\n${closing}`.matchAll(/\{(\w*)\}/g)].map(([, name = ""]) => name);
  return [...new Set(named.filter((name) => !TEMPLATE_PLACES.has(name)))];
}

/** An hour of the day in the ledger's zone. */
const Hour = z.int().check(z.gte(0), z.lte(23));

/** 催款阶梯: from which day beyond terms a level is reached (before: negative), and how letters follow each other. */
export const DunningPolicyShape = z.object({
  ladder: z
    .array(z.object({ level: DunningLevelShape, fromDays: z.int().check(z.gte(-60), z.lte(3660)) }))
    .check(z.minLength(1), z.maxLength(5)),
  /** At least so many days lie between two letters to a customer. */
  gapDays: z.int().check(z.gte(0), z.lte(365)),
  /** One level a letter, or at once the level that is reached. */
  escalation: z.enum(["step", "jump"]),
  /** A letter that asks for less is not written; in the ledger's own currency. */
  leastTotal: z.exactOptional(MoneyShape),
  /** 假日不催: on no day, in long holidays, or on every rest day. */
  quietDays: z.enum(["none", "holidays", "restDays"]),
  /** 不催的时段: from that hour to that hour nothing is to be sent. */
  quietHours: z.exactOptional(z.object({ from: Hour, to: Hour })),
  /** 客户类别 to which letters speak so many levels more gently; the level itself stays. */
  gentler: z
    .array(z.object({ segment: LineShape, levels: z.int().check(z.gte(1), z.lte(4)) }))
    .check(z.maxLength(50)),
  /** The firm's own words. */
  templates: z.array(ReminderTemplateShape).check(z.maxLength(60)),
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
  quietDays: "holidays",
  gentler: [],
  templates: [],
};

/** A due line that a letter named, and at which level. */
const RemindedLine = z.object({
  item: z.string(),
  line: z.int().check(z.gte(0)),
  level: DunningLevelShape,
});

/** How a reminder went out, or would. */
export const ReminderChannelShape = z.enum(["mail", "wechat", "sms", "letter", "call"]);

export type ReminderChannel = z.infer<typeof ReminderChannelShape>;

/**
 * A reminder 催款提醒 as recorded: drafted, sent by hand, or skipped; a pause 暂停 says until when none is due. Each line at
 * its level is said once. Its words are a document under the same id.
 */
export const ReminderShape = z.object({
  id: z.string(),
  customer: z.string(),
  date: PlainDateShape,
  state: z.enum(["drafted", "sent", "skipped", "paused"]),
  lines: z.array(RemindedLine).check(z.maxLength(2_000)),
  /** The sum that it names; a pause has none. */
  currency: z.exactOptional(CurrencyShape),
  total: z.exactOptional(MoneyShape),
  /** Of a pause: its last day. */
  until: z.exactOptional(PlainDateShape),
  channel: z.exactOptional(ReminderChannelShape),
  by: z.exactOptional(z.string()),
  policyVersion: z.exactOptional(z.int()),
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
  /** Ids of the items that it is for; without them, of all that were there on the day it was made. */
  items: z.exactOptional(z.array(z.string()).check(z.maxLength(2_000))),
  by: z.exactOptional(z.string()),
  note: z.exactOptional(LineShape),
});

export type PromiseToPay = z.infer<typeof PromiseShape>;
