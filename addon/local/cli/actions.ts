import type { Action } from "./action.ts";
import { aging } from "./aging.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { CREDIT_ACTIONS } from "./credit-actions.ts";
import { exportLedger } from "./export.ts";
import { firm } from "./firm.ts";
import { importFile } from "./import.ts";
import { backup, restore } from "./keeping.ts";
import { madeStatements } from "./made-statements.ts";
import { mend, reanchor } from "./mending.ts";
import { dayOption, needed } from "./options.ts";
import { closePeriod, reopenPeriod } from "./periods.ts";
import {
  addCustomer,
  addItem,
  addReceipt,
  applyUnapplied,
  dishonour,
  identify,
  markDraft,
  undo,
} from "./records.ts";
import { setup } from "./setup.ts";
import { statement } from "./statement.ts";
import { addUser, listUsers, removeUser, setPassphrase } from "./users.ts";

/** Options that every action has. */
export const COMMON: Pick<Action, "options" | "flags"> = {
  options: {
    ledger: "DIR: the folder of the ledger; otherwise my-ledger/ where it is there, else ledger/",
    as: "USER: who acts; asked for a passphrase where users have one",
    action: "ID: the same id again is the same act, and is booked once",
    lang: "zh or en: what the command line itself says; otherwise as LANG has it",
  },
  flags: { json: "prints one JSON value on one line", help: "says what an action needs" },
};

const DAY = "D: a day such as 2026-11-22";
const CUSTOMER = "CODE of the customer";
const AGAIN = { again: "books it although it looks like one that is there" };

export const actions: Readonly<Record<string, Action>> = {
  setup: {
    what: "makes the tabs of a ledger; what is there stays",
    options: { language: "zh or en", currency: "of the ledger, such as USD; while it has no amounts" },
    run: setup,
  },
  sample: {
    what: "fills an empty ledger with made-up business",
    run: (session) => session.call("loadSample", {}),
  },
  import: {
    what: "takes a CSV or xlsx file; says what to answer where it is not sure",
    options: {
      file: "F",
      sheet: "NAME of the sheet in an xlsx file",
      kind: "items, openItems, settledItems, receipts, customers or openings",
      mapping: "M.json: which column is what",
      currency: "of the amounts, where the file does not say it, such as USD",
      "as-of": `${DAY}, of an opening balance`,
    },
    run: importFile,
  },
  batches: { what: "lists imports, open and settled", run: (session) => session.call("batches", {}) },
  "undo-batch": {
    what: "takes a whole import back",
    options: { batch: "ID" },
    run: (session) =>
      session.call("undoBatch", { action: session.newAction(), batch: needed(session, "batch") }),
  },
  "add-customer": {
    what: "adds a customer",
    options: {
      ...{ code: "K001", name: "N", terms: '"Net 30" or "月结30天"', "cut-off": "25: last day of its month" },
      ...{ currency: "CNY", salesperson: "N", payer: "CODE of who pays", parent: "CODE of the parent" },
    },
    run: addCustomer,
  },
  "add-item": {
    what: "records what a customer owes or is credited",
    options: {
      ...{ customer: CUSTOMER, date: DAY, amount: "1234.50", kind: "invoice", number: "N", due: DAY },
      ...{ currency: "CNY", order: "N", delivery: "N", note: "TEXT" },
    },
    flags: AGAIN,
    run: addItem,
  },
  "add-receipt": {
    what: "records money and puts it on open items; without a customer it is unidentified",
    options: {
      ...{ customer: CUSTOMER, date: DAY, amount: "1234.50", method: "transfer", reference: "bank's number" },
      ...{
        "payer-name": "N",
        for: "numbers that the payer named",
        settle: "smallAmount: 抹零 of the rest, up to the policy's amount in the currency",
      },
      ...{ maturity: `${DAY}, of a draft`, "draft-number": "N", acceptor: "bank or firm that pays a draft" },
      ...{ order: "N: an advance for this order only", currency: "CNY", note: "TEXT" },
    },
    flags: { ...AGAIN, ask: "asks that somebody else lets go what is left open (抹零)" },
    run: addReceipt,
  },
  unidentified: {
    what: "lists receipts nobody has been found for",
    run: (session) => session.call("unidentified", {}),
  },
  identify: {
    what: "gives an unidentified receipt to its customer",
    options: { receipt: "ID", customer: CUSTOMER },
    flags: AGAIN,
    run: identify,
  },
  drafts: {
    what: "lists drafts that may still bounce, the next to mature first",
    run: (session) => session.call("drafts", {}),
  },
  dishonour: {
    what: "a draft did not pay: what it had settled is open again",
    options: { receipt: "ID", customer: CUSTOMER, date: DAY },
    run: dishonour,
  },
  "mark-draft": {
    what: "says what has become of a draft",
    options: { receipt: "ID", customer: CUSTOMER, state: "held, endorsed, discounted or collected" },
    run: markDraft,
  },
  apply: {
    what: "puts a customer's unapplied money on its open items",
    options: { customer: CUSTOMER },
    run: applyUnapplied,
  },
  undo: { what: "takes an action back", options: { of: "ACTION that a command printed" }, run: undo },
  "take-over": {
    what: "takes over what people typed in the tabs",
    flags: { all: "looks at every row, not only where a mark stands" },
    run: (session) =>
      session.call("takeOver", { action: session.newAction(), all: session.args.flags.has("all") }),
  },
  today: {
    what: "who owes what, and what to do now",
    options: { "as-of": DAY },
    run: (session) => session.call("today", dayOption(session, "as-of", "asOf")),
  },
  aging: {
    what: "ages what is open",
    options: {
      ...{ "as-of": DAY, "as-known-at": "N: place in the journal" },
      ...{ basis: "dueDate or documentDate", by: "customer, payer or salesperson" },
    },
    flags: { "to-tab": "writes it to a tab of the ledger too" },
    run: aging,
  },
  ...CREDIT_ACTIONS,
  statement: {
    what: "makes statements, each once for its customer and period, or prints one that was made",
    options: {
      ...{ customer: CUSTOMER, day: DAY, from: DAY, to: DAY, currency: "CNY" },
      number: "N: one that was made, printed again as it was frozen",
      firm: "N: the firm's name, where the ledger has none yet",
      ...{
        format: "pdf, html, png, text or none",
        out: "DIR",
        paper: "a4, tractorHalf (241 × 140) or tractorFull (241 × 279)",
        language: "zh, en or both",
      },
    },
    flags: {
      all: "of everybody whose period has ended by --day",
      payer: "one for a payer and all it pays for",
    },
    run: statement,
  },
  statements: {
    what: "lists the statements that were made, the latest first",
    options: { customer: CUSTOMER },
    run: madeStatements,
  },
  check: { what: "looks at everything, changes nothing", run: (session) => session.call("check", {}) },
  rebuild: { what: "makes the views again from the journal", run: (session) => session.call("rebuild", {}) },
  reanchor: {
    what: "shows what vouching for a damaged journal changes; with --reason and --seal it is done",
    options: {
      reason: "TEXT that stays visible",
      seal: "S that the preview printed",
      by: "NAME of who vouches",
    },
    run: reanchor,
  },
  mend: {
    what: "takes the journal's damaged rows from a backup, if the chain holds with them",
    options: { from: "FILE or the day of a backup" },
    run: mend,
  },
  "close-period": {
    what: "closes a period: nothing dated up to that day may be entered any more",
    options: { through: DAY },
    run: closePeriod,
  },
  "reopen-period": {
    what: "opens a closed period again; the reason stays visible",
    options: {
      reason: "TEXT that stays visible",
      through: `${DAY}: closed through this day only; wholly open where it is not said`,
    },
    run: reopenPeriod,
  },
  firm: {
    what: "shows or changes the firm's name and account, as statements print them",
    options: {
      ...{ name: "N", "name-en": "N in English", address: "A", phone: "P" },
      account: '"holder; bank; number": lines of the payment account',
    },
    run: firm,
  },
  identity: {
    what: "answers what a moved folder is",
    flags: { restored: "it goes on as the same ledger", copied: "it is a ledger of its own" },
    run: (session) =>
      session.call("settleIdentity", { as: session.args.flags.has("copied") ? "copied" : "restored" }),
  },
  export: {
    what: "writes every visible tab to files",
    options: { to: "DIR", format: "xlsx or csv" },
    run: exportLedger,
  },
  backup: { what: "keeps a copy of the ledger as it stands", run: backup },
  restore: {
    what: "makes the ledger what a copy holds, and keeps what it was",
    options: { from: "FILE or the day of a backup" },
    run: restore,
  },
  users: { what: "lists who works in the ledger", run: listUsers },
  "add-user": {
    what: "adds a user; the passphrase is asked",
    options: { name: "N", role: "clerk, controller, approver, auditor or sales", team: "T" },
    run: addUser,
  },
  "remove-user": { what: "switches a user off", options: { name: "N" }, run: removeUser },
  "set-passphrase": { what: "gives a user a passphrase", options: { name: "N" }, run: setPassphrase },
};

/** What the command line was told, by the options and flags that its action has. */
export function readCommand(argv: readonly string[]): Arguments {
  return readArguments(argv, (option, action) => option in { ...COMMON.flags, ...actions[action]?.flags });
}
