import * as z from "zod/mini";
import {
  AdjustmentReasonShape,
  AgingBasisShape,
  BalanceShiftShape,
  BatchShape,
  ColumnMappingShape,
  CurrencyShape,
  CustomerShape,
  FirmShape,
  IMPORT_KINDS,
  ItemKindShape,
  JournalDamageShape,
  LineShape,
  MoneyShape,
  OpenItemShape,
  PlacesShape,
  PlainDateShape,
  PolicyShape,
  type Problem,
  ReceiptShape,
  SettingsShape,
  type Statement,
  TermsShape,
  UserShape,
} from "../core/index.ts";

/**
 * Every call that the sidebar, the command line and scripts make of the add-on: a name, what goes in,
 * what comes out. Plain JSON both ways; amounts are whole numbers of minor units.
 */

const LanguageShape = z.enum(["zh", "en"]);

/** An action by its id, or by its place in the journal. */
const ActionOrPlace = z.union([z.string(), z.int()]);

/** Made when a form opens: the same id is the same intent and is booked once. */
const ActionId = z.string().check(z.minLength(8), z.maxLength(64));

/** What every writing call tells back. */
const Booked = z.object({
  /** Place of the entry in the journal. */
  seq: z.int(),
  /** Id of the record that the action made, "" where it made none. */
  id: z.string(),
  action: z.string(),
  /** true when the action had been booked before, by an earlier try. */
  already: z.boolean(),
  /** Unfinished actions of earlier runs that were completed on the way. */
  completed: z.int(),
});

/** A column of the customers in which typing is a wish. */
const ProposedColumn = z.enum(["terms", "limitType", "limit"]);

const CustomerInput = z.extend(z.omit(CustomerShape, { id: true, parent: true, payer: true }), {
  /** Code of the parent 集团 and of the payer 付款单位. */
  parentCode: z.exactOptional(LineShape),
  payerCode: z.exactOptional(LineShape),
});

const ItemInput = z.object({
  customer: z.string(),
  kind: ItemKindShape,
  number: z.exactOptional(LineShape),
  date: PlainDateShape,
  /** A stated due date; without it the terms decide. */
  due: z.exactOptional(PlainDateShape),
  terms: z.exactOptional(TermsShape),
  currency: z.exactOptional(CurrencyShape),
  amount: MoneyShape,
  shop: z.exactOptional(LineShape),
  order: z.exactOptional(LineShape),
  delivery: z.exactOptional(LineShape),
  salesperson: z.exactOptional(LineShape),
  reason: z.exactOptional(AdjustmentReasonShape),
  taxMode: OpenItemShape.shape.taxMode,
  taxRate: OpenItemShape.shape.taxRate,
  acceptedOn: OpenItemShape.shape.acceptedOn,
  dispute: OpenItemShape.shape.dispute,
  goods: OpenItemShape.shape.goods,
  note: z.exactOptional(LineShape),
});

const ReceiptInput = z.extend(
  z.omit(ReceiptShape, { id: true, currency: true, importKey: true, reverses: true }),
  {
    currency: z.exactOptional(CurrencyShape),
    /** Ids of items the payer designated. */
    items: z.exactOptional(z.array(z.string())),
    /** An advance for this order: never swallowed by older debts. */
    order: z.exactOptional(LineShape),
    /** 抹零: settle what a small difference leaves open, for this reason. */
    settleDifference: z.exactOptional(AdjustmentReasonShape),
  },
);

const Part = z.object({
  item: z.string(),
  number: z.exactOptional(z.string()),
  line: z.int(),
  due: z.exactOptional(PlainDateShape),
  open: MoneyShape,
  amount: MoneyShape,
  rule: z.string(),
});

const ReceiptPreview = z.object({
  parts: z.array(Part),
  unapplied: MoneyShape,
  /** What stays open on lines that are only partly settled, and whether it may be settled as 抹零. */
  difference: MoneyShape,
  differenceAllowed: z.boolean(),
  /** The receipt that is there already and looks like this one, whosever it is. */
  alike: z.exactOptional(
    z.object({
      id: z.string(),
      /** "" while nobody has been found for it. */
      customerName: z.string(),
      date: PlainDateShape,
      method: z.string(),
      currency: CurrencyShape,
      amount: MoneyShape,
      bankReference: z.exactOptional(z.string()),
    }),
  ),
});

const DraftState = z.enum(["held", "endorsed", "discounted", "collected", "dishonoured"]);

/** A draft 票据 as a person knows it: `id` is that of its receipt. */
const DraftFacts = z.object({
  id: z.string(),
  date: PlainDateShape,
  currency: CurrencyShape,
  amount: MoneyShape,
  method: z.string(),
  number: z.exactOptional(z.string()),
  acceptor: z.exactOptional(z.string()),
  maturity: PlainDateShape,
  state: DraftState,
});

const StatementAsk = z.object({
  customer: z.string(),
  /** The customer's own currency where it is not said. */
  currency: z.exactOptional(CurrencyShape),
  /** The customer's own period that ends by this day, unless `from` and `to` say another. */
  day: z.exactOptional(PlainDateShape),
  from: z.exactOptional(PlainDateShape),
  to: z.exactOptional(PlainDateShape),
  /** One statement for the payer and all it pays for. */
  forPayer: z.exactOptional(z.boolean()),
});

const RawCellShape = z.union([z.string(), z.number(), z.boolean()]);

/** A row that core has read; texts pass through, days and amounts are checked. */
const ImportRowShape = z.looseObject({
  row: z.int(),
  occurrence: z.int(),
  currency: z.string(),
  date: z.exactOptional(PlainDateShape),
  due: z.exactOptional(PlainDateShape),
  settledOn: z.exactOptional(PlainDateShape),
  amount: z.exactOptional(MoneyShape),
  openAmount: z.exactOptional(MoneyShape),
  settledAmount: z.exactOptional(MoneyShape),
});

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
  /** Id of the customer, or the name of the group. */
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
    "batch",
    "handEdits",
    "proposals",
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
  /** Place in the journal of the action that booked it, for undo. */
  seq: z.int(),
  /** The import that brought it: it is taken back as a whole. */
  batch: z.exactOptional(z.string()),
  /** What has become of a draft. */
  draft: z.exactOptional(DraftState),
  voided: z.boolean(),
});

export const CALLS = {
  /** Makes the tabs of a ledger; what is there stays. */
  setup: {
    input: z.object({ language: LanguageShape }),
    output: z.object({ made: z.array(z.string()), kept: z.array(z.string()) }),
  },
  /** Fills an empty ledger with made-up customers and eighteen months of business. */
  loadSample: {
    input: z.object({}),
    output: z.object({ customers: z.int() }),
  },
  /** Answers "restored, or a copy?" after a file was restored or copied. */
  settleIdentity: {
    input: z.object({ as: z.enum(["restored", "copied"]) }),
    output: z.object({ ledgerId: z.string(), epoch: z.int() }),
  },
  /** The customer with exactly that code. */
  findCustomer: {
    input: z.object({ code: z.string() }),
    output: z.object({ id: z.string(), name: z.string(), currency: CurrencyShape }),
  },
  addCustomer: {
    input: z.object({ action: ActionId, customer: CustomerInput }),
    output: Booked,
  },
  addItem: {
    input: z.object({ action: ActionId, item: ItemInput, allowDuplicate: z.exactOptional(z.boolean()) }),
    output: Booked,
  },
  previewReceipt: {
    input: z.object({ receipt: ReceiptInput }),
    output: ReceiptPreview,
  },
  addReceipt: {
    input: z.object({
      action: ActionId,
      receipt: ReceiptInput,
      allowDuplicate: z.exactOptional(z.boolean()),
    }),
    output: Booked,
  },
  /** Puts unapplied money and credits of a customer on its open items. */
  apply: {
    input: z.object({ action: ActionId, customer: z.string() }),
    output: Booked,
  },
  /** A draft that did not pay: what it had settled is open again, from that day. */
  dishonour: {
    input: z.object({ action: ActionId, customer: z.string(), receipt: z.string(), date: PlainDateShape }),
    output: Booked,
  },
  /** A draft, and what would be open again, with its old due dates, if it did not pay. */
  draft: {
    input: z.object({ customer: z.string(), receipt: z.string() }),
    output: z.object({
      draft: DraftFacts,
      reopens: z.array(
        z.object({
          item: z.string(),
          line: z.int(),
          kind: ItemKindShape,
          number: z.exactOptional(z.string()),
          due: z.exactOptional(PlainDateShape),
          amount: MoneyShape,
        }),
      ),
      /** What of it is on no document. */
      unapplied: MoneyShape,
    }),
  },
  /** What has become of a draft that pays or was passed on: no debt changes. */
  markDraft: {
    input: z.object({
      action: ActionId,
      customer: z.string(),
      receipt: z.string(),
      state: z.enum(["held", "endorsed", "discounted", "collected"]),
    }),
    output: Booked,
  },
  /** Whether the workbook is a ledger yet, and whose. */
  status: {
    input: z.object({}),
    output: z.object({
      isLedger: z.boolean(),
      facts: z.exactOptional(LedgerFacts),
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
          disputed: z.boolean(),
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
  /** Opens an import, or finds the one of the same source that was left unfinished. */
  importOpen: {
    input: z.object({
      action: ActionId,
      source: LineShape,
      sourceHash: z.string(),
      rows: z.int(),
      amount: MoneyShape,
      /** The table's headings in one text: by it the mapping is remembered. */
      layout: z.string(),
      mapping: z.exactOptional(ColumnMappingShape),
    }),
    output: z.object({ batch: z.string(), done: z.int(), resumed: z.boolean() }),
  },
  importChunk: {
    input: z.object({
      batch: z.string(),
      kind: z.enum(IMPORT_KINDS),
      from: z.int(),
      asOf: z.exactOptional(PlainDateShape),
      rows: z.array(ImportRowShape),
    }),
    output: z.object({
      done: z.int(),
      taken: z.int(),
      /** Rows the ledger had already, with the same content. */
      known: z.int(),
      amountTaken: MoneyShape,
      problems: z.array(z.custom<Problem>()),
    }),
  },
  importClose: {
    input: z.object({ batch: z.string(), receiptsThrough: z.exactOptional(PlainDateShape) }),
    output: z.object({ rows: z.int(), amount: MoneyShape }),
  },
  /** Takes a whole import back. */
  undoBatch: {
    input: z.object({ action: ActionId, batch: z.string() }),
    output: z.object({ undone: z.int() }),
  },
  /** The page whose script reads files; the sidebar asks for it when a file is chosen, not before. */
  fileReader: {
    input: z.object({}),
    output: z.object({ html: z.string() }),
  },
  /** Who works in the ledger; passphrases are not here: the local host keeps them in a file of its own. */
  users: {
    input: z.object({}),
    output: z.object({ users: z.array(UserShape) }),
  },
  addUser: {
    input: z.object({ action: ActionId, user: z.omit(UserShape, { id: true, active: true }) }),
    output: Booked,
  },
  /** Gives an active user another role or team; the name stays, by which entries know them. */
  changeUser: {
    input: z.object({
      action: ActionId,
      user: z.pick(UserShape, { name: true, role: true, team: true }),
    }),
    output: Booked,
  },
  /** Switches a user off; entries keep the name. */
  removeUser: {
    input: z.object({ action: ActionId, name: LineShape }),
    output: Booked,
  },
  /** The mapping that was used for a table with the same headings. */
  rememberedMapping: {
    input: z.object({ layout: z.string() }),
    output: z.object({ mapping: z.exactOptional(ColumnMappingShape) }),
  },
  /** Takes over what people typed in the tabs; `all` looks at every row, not only where a mark stands. */
  takeOver: {
    input: z.object({ action: ActionId, all: z.exactOptional(z.boolean()) }),
    output: z.object({ taken: z.int(), restored: z.int(), problems: z.array(z.custom<Problem>()) }),
  },
  /** Terms and limits that people typed beside customers: wishes until somebody decides. */
  proposals: {
    input: z.object({}),
    output: z.object({
      proposals: z.array(
        z.object({
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          column: ProposedColumn,
          /** As a person reads them; "" is nothing. */
          proposed: z.string(),
          inForce: z.string(),
        }),
      ),
    }),
  },
  /** Puts wishes in force, or what is in force back into their cells. */
  decideProposals: {
    input: z.object({
      action: ActionId,
      decisions: z
        .array(
          z.object({
            customer: z.string(),
            column: ProposedColumn,
            proposed: z.string(),
            as: z.enum(["inForce", "discarded"]),
          }),
        )
        .check(z.minLength(1), z.maxLength(500)),
    }),
    output: z.object({ inForce: z.int(), discarded: z.int() }),
  },
  /** Who would get a statement of the period that a day falls in, and who would not and why. */
  statementCandidates: {
    input: z.object({
      /** The last day wanted; each customer's own period that has ended by then. */
      day: PlainDateShape,
      customer: z.exactOptional(z.string()),
    }),
    output: z.object({
      candidates: z.array(
        z.object({
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          currency: CurrencyShape,
          from: PlainDateShape,
          to: PlainDateShape,
          closing: MoneyShape,
          language: z.enum(["zh", "en", "both"]),
        }),
      ),
      excluded: z.array(
        z.object({
          customer: z.string(),
          name: z.string(),
          currency: CurrencyShape,
          why: z.enum(["nothing", "already"]),
          /** The statement that was made already. */
          statement: z.exactOptional(z.string()),
        }),
      ),
    }),
  },
  /** The statement as it would be printed; nothing is written. */
  previewStatement: {
    input: StatementAsk,
    output: z.object({ statement: z.custom<Statement>() }),
  },
  /** Freezes statements, each once for its customer and period: one that was made already comes back as it was. */
  makeStatements: {
    input: z.object({ asks: z.array(StatementAsk).check(z.minLength(1), z.maxLength(50)) }),
    output: z.object({
      made: z.array(
        z.object({
          id: z.string(),
          already: z.boolean(),
          hash: z.string(),
          statement: z.custom<Statement>(),
        }),
      ),
    }),
  },
  /** A frozen statement, to be printed again as it was. */
  statement: {
    input: z.object({ id: z.string() }),
    output: z.object({ hash: z.string(), statement: z.custom<Statement>() }),
  },
  /** Looks at everything: journal chain, packed accounts, control totals, every row of every tab. */
  check: {
    input: z.object({}),
    output: z.object({
      sound: z.boolean(),
      entries: z.int(),
      /** Hash of the last entry: written down elsewhere, it anchors the journal. */
      head: z.string(),
      totals: z.array(
        z.object({ currency: CurrencyShape, items: MoneyShape, receipts: MoneyShape, balance: MoneyShape }),
      ),
      /** Typed rows that would be taken over, and rows that would be put back. */
      toTake: z.int(),
      toRestore: z.int(),
      problems: z.array(z.custom<Problem>()),
      /** Rows of the journal that cannot be trusted; while there are any, nothing is booked. */
      damage: z.array(JournalDamageShape),
      /** The same as text to be copied; "" where nothing is damaged. */
      report: z.string(),
      /** Damage that somebody has vouched for, with the reason: it stays here for good. */
      reanchorings: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          user: z.string(),
          by: z.string(),
          reason: z.string(),
          /** As the sheet counted them then. */
          rows: z.array(z.int()),
          lost: z.array(PlacesShape),
          shifts: z.array(BalanceShiftShape),
        }),
      ),
    }),
  },
  /** What re-anchoring 重新锚定 a damaged journal would do; nothing is written. */
  previewReanchor: {
    input: z.object({}),
    output: z.object({
      damage: z.array(JournalDamageShape),
      /** Entries that would count for nothing any more. */
      lost: z.array(PlacesShape),
      shifts: z.array(BalanceShiftShape),
      /** Of all of this: what is confirmed must be what was shown. */
      seal: z.string(),
      /** Who may vouch, where the ledger has users; without users anybody may who says a name. */
      approvers: z.array(z.string()),
      /** What the person must be asked: a name, one of the approvers, or nothing, because they are known. */
      asks: z.enum(["nothing", "name", "approver"]),
    }),
  },
  /** Vouches for the damaged rows of the journal as they now stand. */
  reanchor: {
    input: z.object({
      action: ActionId,
      reason: LineShape.check(z.minLength(5)),
      seal: z.string(),
      /** Who vouches, where the ledger does not know it. */
      by: z.exactOptional(LineShape),
    }),
    output: Booked,
  },
  /** Makes packed accounts and views again from the journal; a sound ledger is not changed. */
  rebuild: {
    input: z.object({}),
    output: z.object({ accounts: z.int(), restored: z.int() }),
  },
  /** 关账: nothing dated up to that day may be entered any more. */
  closePeriod: {
    input: z.object({ action: ActionId, through: PlainDateShape }),
    output: Booked,
  },
  /** The firm's name, accounts and language, and up to which day receipts are entered. */
  saveSettings: {
    input: z.object({
      action: ActionId,
      settings: z.object({
        language: z.exactOptional(LanguageShape),
        baseCurrency: z.exactOptional(CurrencyShape),
        debtCarriedBy: z.exactOptional(z.enum(["delivery", "invoice"])),
        restDays: SettingsShape.shape.restDays,
        receiptsEnteredThrough: z.exactOptional(PlainDateShape),
        sample: z.exactOptional(z.boolean()),
        firm: z.exactOptional(FirmShape),
      }),
    }),
    output: Booked,
  },
  settings: {
    input: z.object({}),
    output: z.object({ settings: SettingsShape, policy: PolicyShape }),
  },
  /** A new version of the policy 赊账政策; it acts forward only. */
  savePolicy: {
    input: z.object({
      action: ActionId,
      policy: z.object({
        effective: z.exactOptional(PlainDateShape),
        bucketEdges: z.exactOptional(PolicyShape.shape.bucketEdges),
        agingBasis: z.exactOptional(AgingBasisShape),
        smallAmount: z.exactOptional(MoneyShape),
        smallShare: z.exactOptional(z.int()),
      }),
    }),
    output: Booked,
  },
  /** Compares the platform with what the add-on takes it to do; `seen` is "" where it is as expected. */
  probe: {
    input: z.object({}),
    output: z.object({
      expected: z.int(),
      asExpected: z.int(),
      lines: z.array(
        z.object({
          id: z.string(),
          assumption: z.string(),
          /** Methods and behaviours of the fake that the line looks at. */
          covers: z.array(z.string()),
          seen: z.string(),
        }),
      ),
    }),
  },
  /** Takes a whole action back as if it had never been entered. */
  undo: {
    input: z.object({ action: ActionId, of: ActionOrPlace }),
    output: Booked,
  },
  /** What an undo would take back, and the documents that stand in its way. */
  previewUndo: {
    input: z.object({ of: ActionOrPlace }),
    output: z.object({
      /** Kind of the action, when it was booked (UTC) and by whom. */
      kind: z.string(),
      at: z.string(),
      user: z.string(),
      documents: z.array(
        z.object({
          what: z.enum(["item", "receipt"]),
          kind: z.string(),
          number: z.string(),
          customer: z.string(),
          date: PlainDateShape,
          currency: CurrencyShape,
          amount: MoneyShape,
        }),
      ),
      dependents: z.array(z.string()),
    }),
  },
  /** Receipts nobody has been found for 不明来款. */
  unidentified: {
    input: z.object({}),
    output: z.object({
      receipts: z.array(
        z.object({
          id: z.string(),
          date: PlainDateShape,
          currency: CurrencyShape,
          amount: MoneyShape,
          method: z.string(),
          payerName: z.exactOptional(z.string()),
          bankReference: z.exactOptional(z.string()),
          designation: z.exactOptional(z.string()),
          note: z.exactOptional(z.string()),
        }),
      ),
    }),
  },
  /** 认领: gives an unidentified receipt to a customer and puts it on what is open there. */
  identify: {
    input: z.object({ action: ActionId, receipt: z.string(), customer: z.string() }),
    output: Booked,
  },
  /** Imports that are open, and the latest of the others, the newest first. */
  batches: {
    input: z.object({}),
    output: z.object({
      batches: z.array(z.extend(z.omit(BatchShape, { kind: true }), { seq: z.int() })),
    }),
  },
  /** What people typed in the tabs and the ledger has not taken over; nothing is written. */
  handEdits: {
    input: z.object({}),
    output: z.object({
      /** As many as Today says: a row that was touched and is as before counts too. */
      marked: z.int(),
      rows: z.array(
        z.object({
          /** The tab's name, and the row as the sheet counts. */
          tab: z.string(),
          row: z.int(),
          change: z.enum(["new", "changed", "restored", "deleted"]),
          /** Number, name or sum by which a person knows the row. */
          text: z.string(),
        }),
      ),
      problems: z.array(z.custom<Problem>()),
    }),
  },
} as const;

export type CallName = keyof typeof CALLS;
export type Input<N extends CallName> = z.infer<(typeof CALLS)[N]["input"]>;
export type Output<N extends CallName> = z.infer<(typeof CALLS)[N]["output"]>;

/** What every call comes back as: an answer, a refusal in one sentence, or a report of a bug of ours. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: "refusal"; readonly why: string; readonly sentence: string }
  | { readonly ok: false; readonly kind: "bug"; readonly report: string };
