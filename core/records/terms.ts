import * as z from "zod/mini";
import { CountShape } from "./shapes.ts";

const Days = CountShape.check(z.lte(3660));
const Months = CountShape.check(z.lte(120));
const DayOfMonth = z.int().check(z.gte(1), z.lte(31));

const Simple = z.discriminatedUnion("kind", [
  /** 现结: due on the document date. */
  z.object({ kind: z.literal("cash") }),
  /** N days after the document date. */
  z.object({ kind: z.literal("net"), days: Days }),
  /** 月结: the customer's cut-off day, then so many months, then so many days. */
  z.object({ kind: z.literal("monthEnd"), months: Months, days: Days }),
  /** A fixed day of the month, so many months after the document's. */
  z.object({ kind: z.literal("fixedDay"), day: DayOfMonth, months: Months }),
  /** 票到: N days after the customer received the tax invoice. */
  z.object({ kind: z.literal("afterTaxInvoice"), days: Days }),
  /** N days after the customer confirmed the statement. */
  z.object({ kind: z.literal("afterStatement"), days: Days }),
  /** N days after acceptance. */
  z.object({ kind: z.literal("afterAcceptance"), days: Days }),
  /** 压批: due when the next delivery is made. */
  z.object({ kind: z.literal("nextDelivery") }),
]);

export type SimpleTerms = z.infer<typeof Simple>;

/** One part of split terms; the parts' weights need not add up to 100. */
const Part = z.object({ weight: z.number().check(z.positive()), terms: Simple });

export const TermsShape = z.union([
  Simple,
  /** 分期: parts of the amount, each with terms of its own. */
  z.object({ kind: z.literal("split"), parts: z.array(Part).check(z.minLength(2), z.maxLength(36)) }),
  /** 质保金: a share (basis points) is held back so many months; the rest follows other terms. */
  z.object({
    kind: z.literal("retention"),
    basisPoints: z.int().check(z.gte(1), z.lte(9999)),
    months: Months,
    rest: Simple,
  }),
]);

/** Payment terms 付款条件: when what is owed becomes due. */
export type Terms = z.infer<typeof TermsShape>;

/** An event that starts the clock of some terms. */
export type StartingEvent = "taxInvoice" | "statement" | "acceptance" | "nextDelivery";

/** Why a due line has its date, or what it still waits for. */
export const DueBasisShape = z.enum([
  "stated",
  "documentDate",
  "monthEnd",
  "fixedDay",
  "taxInvoice",
  "statement",
  "acceptance",
  "nextDelivery",
  "retention",
]);

export type DueBasis = z.infer<typeof DueBasisShape>;
