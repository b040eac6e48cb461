import type { Action } from "./action.ts";
import { approvals, approve, hold, release, request, review, withdraw } from "./approvals.ts";
import { duties, pause, promise, remind, standing } from "./collection.ts";
import { grade, history, orderCheck } from "./judgement.ts";
import { policy, receiptsThrough } from "./policy.ts";

const DAY = "D: a day such as 2026-11-22";
const CUSTOMER = "CODE of the customer";
const BY = { by: "NAME of who does it, where the ledger does not know" };
const REASON = { reason: "TEXT" };
const JUDGED = {
  ...{ "as-of": DAY, "as-known-at": "N: as the journal knew it at that place" },
  policy: "N: by that version of the policy, as an earlier decision was made",
};

/** Actions that judge customers, decide on them and remind them. */
export const CREDIT_ACTIONS: Readonly<Record<string, Action>> = {
  grade: {
    what: "grades customers, with reasons, and proposes limits and terms",
    options: { customer: `${CUSTOMER}; everybody where it is not said`, ...JUDGED },
    run: grade,
  },
  history: {
    what: "how customers paid, and what may be expected week by week",
    options: { customer: `${CUSTOMER}; everybody where it is not said`, ...JUDGED },
    run: history,
  },
  "order-check": {
    what: "says whether an order may go on account, why, and what would cure it",
    options: {
      ...{ customer: CUSTOMER, amount: "1234.50, with tax, in the ledger's currency", ...JUDGED },
      order: "N: one that the ledger knows is compared, not added",
    },
    flags: { prepaid: "it is paid in advance", draft: "a quotation: holds nothing" },
    run: orderCheck,
  },
  standing: {
    what: "everything the ledger thinks of one customer: grade, exposure, holds, promises, requests",
    options: { customer: CUSTOMER, "as-of": DAY },
    run: standing,
  },
  policy: {
    what: "shows the credit policy, or puts its next version in force",
    options: {
      ...{
        file: 'P.json: parts of what it prints under "credit"',
        set: "orders.overdueHoldDays=45: one value",
      },
      ...{ rate: "USD=7.10@2026-11-01: an exchange rate", observe: "off, or the last day of observing" },
      effective: `${DAY}, from which it is in force`,
    },
    flags: {
      preview: "only shows who would change grade, limit or state",
      versions: "lists every version and what it changed",
    },
    run: policy,
  },
  "receipts-through": {
    what: "says up to which day every receipt is entered: by it orders are decided",
    options: { day: DAY },
    run: receiptsThrough,
  },
  approvals: {
    what: "lists what waits to be decided",
    options: { customer: `${CUSTOMER}; of everybody where it is not said` },
    flags: { all: "the latest of all, decided ones too" },
    run: approvals,
  },
  request: {
    what: "asks for a limit, terms or another grade; somebody else decides",
    options: {
      ...{
        customer: CUSTOMER,
        limit: "50000",
        "limit-type": "notSet, none, amount or unlimited",
        until: DAY,
      },
      ...{ terms: '"Net 30" or "月结30天"', grade: "A, B, C, D or N", ...REASON, ...BY },
    },
    run: request,
  },
  release: {
    what: "asks that one order may go on account although it is held; somebody else decides",
    options: {
      ...{ customer: CUSTOMER, amount: "1234.50: the order's sum", order: "N of the order" },
      ...{ ...REASON, ...BY },
    },
    run: release,
  },
  approve: {
    what: "grants, or refuses, what was asked for",
    options: {
      ...{ id: "ID that `approvals` printed", customer: CUSTOMER, ceiling: "1234.50: up to this sum only" },
      ...{ until: `${DAY}: up to this day only`, ...REASON, ...BY },
    },
    flags: { refuse: "refuses it", all: "everything that waits" },
    run: approve,
  },
  withdraw: {
    what: "takes one's own request back",
    options: { id: "ID that `approvals` printed", ...BY },
    run: withdraw,
  },
  hold: {
    what: "holds a customer's orders, with a reason",
    options: { customer: CUSTOMER, ...REASON, ...BY },
    flags: { stop: "stops its supply", lift: "lifts what holds it" },
    run: hold,
  },
  review: {
    what: "records today's grade of one customer, or of all whose review is due",
    options: { customer: CUSTOMER, ...BY },
    run: review,
  },
  remind: {
    what: "shows who is due a reminder, in which words, and who is not and why; with --record it is recorded",
    options: {
      ...{ "as-of": DAY, "as-known-at": "N: place in the journal", customer: CUSTOMER, salesperson: "N" },
      ...{ language: "zh-CN, zh-TW or en", record: "drafted, sent or skipped" },
      ...{ channel: "mail, wechat, sms, letter or call", ...BY },
    },
    run: remind,
  },
  pause: {
    what: "no reminders to a customer up to a day",
    options: { customer: CUSTOMER, until: DAY, note: "TEXT", ...BY },
    run: pause,
  },
  promise: {
    what: "records a promise to pay; the receipts say whether it is kept",
    options: {
      ...{ customer: CUSTOMER, amount: "1234.50", until: DAY, made: `${DAY} on which it was made` },
      ...{ currency: "CNY", note: "TEXT", ...BY },
    },
    run: promise,
  },
  duties: {
    what: "what there is to do about credit: reminders, promises broken, reviews",
    options: { "as-of": DAY },
    run: duties,
  },
};
