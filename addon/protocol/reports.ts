import * as z from "zod/mini";
import {
  CurrencyShape,
  CustomerShape,
  ItemKindShape,
  MoneyShape,
  PlainDateShape,
  UserShape,
} from "../../core/index.ts";
import { DraftFacts, DraftState, LanguageShape } from "./shapes.ts";

const RawCellShape = z.union([z.string(), z.number(), z.boolean()]);

const AsOf = {
  /** End of this day; today where it is not said. */
  asOf: z.exactOptional(PlainDateShape),
};

const AgingInput = z.object({
  ...AsOf,
  asKnownAt: z.exactOptional(z.int()),
  basis: z.exactOptional(z.enum(["dueDate", "documentDate"])),
  by: z.exactOptional(z.enum(["customer", "payer", "salesperson"])),
});

/** Aging 账龄: current + buckets + unapplied = balance. */
const AgingFigures = {
  current: MoneyShape,
  buckets: z.array(MoneyShape),
  unapplied: MoneyShape,
  balance: MoneyShape,
  ofWhich: z.object({
    disputed: MoneyShape,
    notInvoiced: MoneyShape,
    dueNotFixed: MoneyShape,
    draftsHeld: MoneyShape,
  }),
};

const AgingTotal = z.object({ currency: CurrencyShape, ...AgingFigures });

const AgingLine = z.object({
  /** Id of the customer, or the name of the group; "" for those without a salesperson. */
  id: z.string(),
  code: z.string(),
  name: z.string(),
  currency: CurrencyShape,
  ...AgingFigures,
});

const OpenLineShape = z.object({
  item: z.string(),
  kind: ItemKindShape,
  number: z.exactOptional(z.string()),
  date: PlainDateShape,
  due: z.exactOptional(PlainDateShape),
  daysPastDue: z.int(),
  bucket: z.int(),
  currency: CurrencyShape,
  amount: MoneyShape,
  open: MoneyShape,
  disputed: z.boolean(),
});

/** One thing to do: each row has one verb. */
const ToDo = z.object({
  kind: z.enum([
    "overdue",
    "unidentified",
    "unapplied",
    "owedAgain",
    "batch",
    "handEdits",
    "approvals",
    "problem",
    "draft",
  ]),
  customer: z.exactOptional(z.string()),
  /** The receipt of a draft. */
  receipt: z.exactOptional(z.string()),
  name: z.string(),
  currency: z.string(),
  amount: MoneyShape,
  /** Days past due of the oldest, or of the age of the thing. */
  days: z.int(),
  count: z.int(),
});

const Doubt = {
  /** Hands were in the hidden tabs, or an account is not whole: figures are to be checked. */
  doubt: z.exactOptional(z.literal(true)),
};

const LedgerFacts = z.object({
  firm: z.string(),
  sample: z.boolean(),
  language: LanguageShape,
  baseCurrency: CurrencyShape,
  today: PlainDateShape,
  receiptsEnteredThrough: z.exactOptional(PlainDateShape),
  closedThrough: z.exactOptional(PlainDateShape),
  /** Row at which the journal is damaged: nothing is booked, and figures are as of the views. */
  damagedRow: z.exactOptional(z.int()),
  ...Doubt,
  /** Day on which journal and packed accounts were last verified. */
  verifiedOn: z.exactOptional(PlainDateShape),
  edges: z.array(z.int()),
});

/** Something that happened with a customer, newest first. */
const TimelineEvent = z.object({
  what: z.enum(["item", "receipt", "statement"]),
  id: z.string(),
  date: PlainDateShape,
  kind: z.string(),
  number: z.exactOptional(z.string()),
  currency: CurrencyShape,
  amount: MoneyShape,
  /** Place in the journal of its latest version. */
  seq: z.int(),
  /** Place in the journal of the action that booked it, where that can be undone. */
  undoes: z.exactOptional(z.int()),
  /** The import that brought it: it is taken back as a whole. */
  batch: z.exactOptional(z.string()),
  /** What has become of a draft. */
  draft: z.exactOptional(DraftState),
  voided: z.boolean(),
});

/** Calls that look at the ledger and change nothing, but for a report that is written to a tab. */
export const REPORTS_CALLS = {
  /** Whether the workbook is a ledger yet, and whose. */
  status: {
    input: z.object({}),
    output: z.object({
      isLedger: z.boolean(),
      facts: z.exactOptional(LedgerFacts),
      /** The user who is logged in at a host that keeps rights by roles; elsewhere nobody is said. */
      me: z.exactOptional(z.pick(UserShape, { name: true, role: true })),
      tabs: z.array(z.string()),
    }),
  },
  /** The first screen: who owes what, as of when, and what to do now. */
  today: {
    input: z.object(AsOf),
    output: z.object({
      facts: LedgerFacts,
      asOf: PlainDateShape,
      totals: z.array(AgingTotal),
      customers: z.int(),
      overdueCustomers: z.int(),
      toDo: z.array(ToDo),
    }),
  },
  /** Every customer as the search needs it, with what it owes. */
  customers: {
    input: z.object(AsOf),
    output: z.object({
      asOf: PlainDateShape,
      customers: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          name: z.string(),
          aliases: z.array(z.string()),
          /** Last digits people search by: of the tax id. */
          digits: z.string(),
          salesperson: z.string(),
          currency: z.string(),
          balance: MoneyShape,
          overdue: MoneyShape,
          /** What it owes in other currencies than the one above, which is its own. */
          others: z.array(z.object({ currency: z.string(), balance: MoneyShape, overdue: MoneyShape })),
          disputed: z.boolean(),
          /** For how many others it pays. */
          paysFor: z.int(),
        }),
      ),
    }),
  },
  /** One customer: what it owes, line by line, and what happened. */
  customer: {
    input: z.object({ ...AsOf, id: z.string() }),
    output: z.object({
      facts: LedgerFacts,
      asOf: PlainDateShape,
      customer: CustomerShape,
      parentName: z.exactOptional(z.string()),
      payerName: z.exactOptional(z.string()),
      termsText: z.string(),
      aging: z.array(AgingLine),
      open: z.array(OpenLineShape),
      unapplied: z.array(
        z.object({
          id: z.string(),
          date: PlainDateShape,
          kind: z.string(),
          currency: CurrencyShape,
          open: MoneyShape,
        }),
      ),
      /** Drafts that may still bounce: in hand, endorsed or discounted; the next to mature first. */
      drafts: z.array(DraftFacts),
      timeline: z.array(TimelineEvent),
    }),
  },
  /** Aging of everybody, by a group if wanted, at any day and as known at any place in the journal. */
  aging: {
    input: AgingInput,
    output: z.object({
      asOf: PlainDateShape,
      asKnownAt: z.int(),
      basis: z.enum(["dueDate", "documentDate"]),
      edges: z.array(z.int()),
      totals: z.array(AgingTotal),
      customers: z.array(AgingLine),
      /** Rows that people typed and nobody has taken over yet: they are not in the figures. */
      notTakenOver: z.object({ rows: z.int(), tabs: z.array(z.string()) }),
      /** Row at which the journal is damaged: figures are as of the views. */
      damagedRow: z.exactOptional(z.int()),
      ...Doubt,
    }),
  },
  /** Writes that report to a tab of its own, over the one that stood there. */
  writeAging: {
    input: AgingInput,
    output: z.object({ tab: z.string(), rows: z.int() }),
  },
  /** Brings a tab before the person's eyes. */
  showTab: {
    input: z.object({ tab: z.string() }),
    output: z.object({}),
  },
  /** The cells of a tab of this workbook, part by part, for the import to read like a file. */
  tabRows: {
    input: z.object({ tab: z.string(), from: z.int() }),
    output: z.object({ rows: z.array(z.array(RawCellShape)), total: z.int() }),
  },
} as const;
