import { assert } from "../values/assert.ts";
import type { PlainDate } from "../values/date.ts";
import type { Batch } from "./batch.ts";
import { type CreditFile, copiedFile } from "./credit-file.ts";
import type { Customer, Order, TaxInvoice, User } from "./customer.ts";
import { EMPTY_HEAD, type Head } from "./journal.ts";
import type { Known } from "./known-fact.ts";
import type { OpenItem } from "./open-item.ts";
import { DEFAULT_POLICY, type Policy, type Settings, UNNAMED_FIRM } from "./policy.ts";
import type { Allocation, Receipt } from "./receipt.ts";
import type { StatementHead } from "./statement-head.ts";

/** Everything the ledger knows of one customer. Facts stand in journal order. */
export interface Account {
  customer: Customer;
  items: Known<OpenItem>[];
  receipts: Known<Receipt>[];
  allocations: Known<Allocation>[];
  orders: Known<Order>[];
  taxInvoices: Known<TaxInvoice>[];
  statements: StatementHead[];
  /** 信用档案: absent while nothing stands in it. */
  file?: CreditFile;
  /** Place in the journal up to which this account is complete. */
  upTo: number;
}

/** The account that holds receipts nobody has been found for 不明来款. */
export const UNIDENTIFIED = "?";

/** What is known of the whole ledger besides the accounts. */
export interface BookHead {
  head: Head;
  settings: Settings;
  policies: Policy[];
  users: User[];
  batches: Batch[];
  /** Ids of approvals that nobody has answered yet. */
  waiting: string[];
  /** Remembered mappings and the like, by name. */
  memory: Record<string, unknown>;
}

/** The ledger in memory. `accounts` may hold only those customers that an action touches. */
export interface Book extends BookHead {
  accounts: Map<string, Account>;
}

export const DEFAULT_SETTINGS: Settings = {
  language: "zh",
  baseCurrency: "CNY",
  debtCarriedBy: "invoice",
  firm: { name: UNNAMED_FIRM },
};

/**
 * A ledger in which nothing has happened.
 *
 * @example
 * emptyBook().accounts.size // => 0
 */
export function emptyBook(): Book {
  return {
    head: EMPTY_HEAD,
    settings: DEFAULT_SETTINGS,
    policies: [DEFAULT_POLICY],
    users: [],
    batches: [],
    waiting: [],
    memory: {},
    accounts: new Map(),
  };
}

/**
 * An account in which nothing has happened.
 *
 * @example
 * emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }).items // => []
 */
export function emptyAccount(customer: Customer): Account {
  return {
    customer,
    items: [],
    receipts: [],
    allocations: [],
    orders: [],
    taxInvoices: [],
    statements: [],
    upTo: 0,
  };
}

/**
 * The account of a customer that the action has loaded; a bug if it has not.
 *
 * @example
 * accountOf(emptyBook(), "?").customer.id // => "?"
 */
export function accountOf(book: Book, customer: string): Account {
  if (customer === UNIDENTIFIED && !book.accounts.has(UNIDENTIFIED)) {
    book.accounts.set(UNIDENTIFIED, emptyAccount({ id: UNIDENTIFIED, code: "?", name: "不明来款" }));
  }
  const account = book.accounts.get(customer);
  assert(account, `the account of customer ${customer} is not loaded`);
  return account;
}

/**
 * The policy in force on a day: the latest version that is effective by then.
 *
 * @example
 * policyOn(emptyBook(), plainDate("2026-11-22")).version // => 1
 */
export function policyOn(book: BookHead, day: PlainDate): Policy {
  const inForce = book.policies.filter((policy) => policy.effective <= day);
  return inForce.reduce((best, policy) => (isLater(policy, best) ? policy : best), DEFAULT_POLICY);
}

/** Of two versions from the same day on, the one that was made later; a planned one waits for its day. */
function isLater(a: Policy, b: Policy): boolean {
  return a.effective === b.effective ? a.version >= b.version : a.effective > b.effective;
}

/**
 * Every list of facts in an account, each in journal order.
 *
 * @example
 * factListsOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).length // => 5
 */
export function factListsOf(account: Account): Known<{ id: string }>[][] {
  const { items, receipts, allocations, orders, taxInvoices, file } = account;
  const { approvals = [], holds = [], reviews = [], reminders = [], promises = [] } = file ?? {};
  const own = [items, receipts, allocations, orders, taxInvoices];
  return file ? [...own, approvals, holds, reviews, reminders, promises] : own;
}

/**
 * A copy of an account to try entries on: its lists are its own, the facts in them are not copied.
 *
 * @example
 * copiedAccount(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" })).customer.code // => "K1"
 */
export function copiedAccount(account: Account): Account {
  const { items, receipts, allocations, orders, taxInvoices, file } = account;
  return {
    ...account,
    items: [...items],
    receipts: [...receipts],
    allocations: [...allocations],
    orders: [...orders],
    taxInvoices: [...taxInvoices],
    ...(file ? { file: copiedFile(file) } : {}),
  };
}
