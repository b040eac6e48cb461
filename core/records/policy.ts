import * as z from "zod/mini";
import { type Money, money } from "../values/money.ts";
import { CreditPolicyShape } from "./credit-policy.ts";
import { LineShape, MoneyShape, PlainDateShape } from "./shapes.ts";

/** Which date decides an item's age. */
export const AgingBasisShape = z.enum(["dueDate", "documentDate"]);

export type AgingBasis = z.infer<typeof AgingBasisShape>;

/**
 * Credit policy 赊账政策, one version of it. Every decision and allocation stores the version it was
 * made under; a new version acts forward only.
 */
export const PolicyShape = z.object({
  version: z.int().check(z.gte(1)),
  effective: PlainDateShape,
  /** Last day of each aging bucket but the open one: [30, 60, 90, 180]. */
  bucketEdges: z.array(z.int().check(z.positive())).check(z.minLength(1), z.maxLength(9)),
  agingBasis: AgingBasisShape,
  /**
   * 抹零: a difference up to the amount and up to the share (basis points) may be settled at once. The
   * amount is in the ledger's own currency, and where it is not said, the one among the others; a
   * currency without one has none.
   */
  smallAmount: z.exactOptional(MoneyShape),
  smallAmounts: z.exactOptional(z.record(z.string(), MoneyShape)),
  smallShare: z.int().check(z.gte(0), z.lte(10_000)),
  applicationRule: z.enum(["oldestDueFirst"]),
  /** 观察期: up to this day no rule holds an order; what would be held is said. */
  observeUntil: z.exactOptional(PlainDateShape),
  /** Grades, limits and orders; where it is not said, the default. */
  credit: z.exactOptional(CreditPolicyShape),
  /** Who put it in force, where the ledger knows. */
  by: z.exactOptional(z.string()),
});

export type Policy = z.infer<typeof PolicyShape>;

/** About ten yuan in coins that people have in mind, whatever the ledger's own currency. */
const SMALL_AMOUNTS: Readonly<Record<string, Money>> = {
  ...{ CNY: money(1000), HKD: money(1000), MOP: money(1000), TWD: money(4000), JPY: money(200) },
  ...{ USD: money(100), EUR: money(100), GBP: money(100), CAD: money(100), AUD: money(100), SGD: money(100) },
};

/** The policy of a ledger that has not set one, as DECISIONS.md has it. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  effective: "2000-01-01" as Policy["effective"],
  bucketEdges: [30, 60, 90, 180],
  agingBasis: "dueDate",
  smallAmounts: SMALL_AMOUNTS,
  smallShare: 50,
  applicationRule: "oldestDueFirst",
};

/** What stands where nobody has said the firm's name yet: a statement is not made under it. */
export const UNNAMED_FIRM = "—";

/** The firm's name and accounts, as statements print them. */
export const FirmShape = z.object({
  name: LineShape,
  nameEn: z.exactOptional(LineShape),
  address: z.exactOptional(LineShape),
  phone: z.exactOptional(LineShape),
  /** Payment instructions 收款账户, a line each. */
  account: z.exactOptional(z.array(LineShape)),
});

export const SettingsShape = z.object({
  language: z.enum(["zh", "en"]),
  baseCurrency: z.string(),
  /** Which document carries the debt; the other kind is linked and never counted twice. */
  debtCarriedBy: z.enum(["delivery", "invoice"]),
  /** Every receipt up to this day is in the ledger, by the word of a clerk or an import. */
  receiptsEnteredThrough: z.exactOptional(PlainDateShape),
  /** 关账: nothing dated up to this day may be entered any more. */
  closedThrough: z.exactOptional(PlainDateShape),
  /** 重新开放: how far they had been closed before; gone once they are closed that far again. */
  reopenedThrough: z.exactOptional(PlainDateShape),
  /** 顺延: what happens to a due date that falls on a rest day; it stays where nothing is said. */
  restDays: z.exactOptional(z.enum(["asIs", "nextWorkingDay", "previousWorkingDay"])),
  /** Made-up data to try things on: every screen says so. */
  sample: z.exactOptional(z.boolean()),
  firm: FirmShape,
});

export type Settings = z.infer<typeof SettingsShape>;
