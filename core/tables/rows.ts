import { carriesDebt } from "../calculations/columns.ts";
import { countedSettlementOf, type Settlement } from "../calculations/settlement.ts";
import type { Account } from "../records/book.ts";
import type { Customer, Order, TaxInvoice, User } from "../records/customer.ts";
import { isInForce, type Known, PENDING } from "../records/known-fact.ts";
import type { OpenItem } from "../records/open-item.ts";
import type { Settings } from "../records/policy.ts";
import type { Allocation, Receipt } from "../records/receipt.ts";
import type { StatementHead } from "../records/statement-head.ts";
import { type Money, money, moneyText } from "../values/money.ts";
import type { Fields, Language } from "./column.ts";
import { creditFields } from "./credit-rows.ts";
import { termsText } from "./terms-text.ts";
import { DUE_NOT_FIXED, WAITS_FOR } from "./words.ts";

/** What a row needs besides its record: the account it stands in and the ledger's settings. */
export interface RowContext {
  readonly account: Account;
  readonly settlement: Settlement;
  readonly settings: Settings;
  /** Code of a customer by id, for parents and payers. */
  readonly codeOf: (id: string) => string;
}

/** The customer's row: what is known of it, and its balance as the ledger stands now. */
export function customerFields(customer: Customer, context: RowContext): Fields {
  const { balance, openAmount, unapplied } = balancesOf(context.account, context.settings);
  const { aliases, formerCodes, parent, payer, terms, limitSince, ...rest } = customer;
  return {
    ...rest,
    ...(aliases ? { aliases: aliases.join("; ") } : {}),
    ...(parent ? { parent: context.codeOf(parent) } : {}),
    ...(payer ? { payer: context.codeOf(payer) } : {}),
    ...(terms ? { terms: termsText(terms, context.settings.language) } : {}),
    currency: customer.currency ?? context.settings.baseCurrency,
    balance,
    openAmount,
    unapplied,
    ...creditFields(context.account),
  };
}

/** The open item's row, with what is open on it now. */
export function itemFields(item: Known<OpenItem>, context: RowContext): Fields {
  const { account, settings } = context;
  const { lines, dispute, goods, customer, payer, ...rest } = item;
  const single = lines.length === 1 ? lines[0] : undefined;
  const open = openOf(item, context.settlement);
  return {
    ...rest,
    customer: account.customer.code,
    customerName: account.customer.name,
    ...(single?.due ? { due: single.due } : {}),
    ...(lines.length > 1 || !single?.due ? { lines: linesText(item, settings.language) } : {}),
    ...(dispute ? { disputedSince: dispute.since, disputeReason: dispute.reason } : {}),
    ...(isWaiting(item) ? WAITING : openIn(item, open, settings)),
  };
}

/** The receipt's row, with what of it has not been put on anything. */
export function receiptFields(receipt: Known<Receipt>, context: RowContext): Fields {
  const { account } = context;
  const { draft, customer, ...rest } = receipt;
  const unapplied = money(receipt.amount - context.settlement.ofCredit(receipt.id));
  return {
    ...rest,
    ...(customer ? { customer: account.customer.code, customerName: account.customer.name } : {}),
    ...(draft ? draftFields(draft) : {}),
    ...(isWaiting(receipt) ? WAITING : unappliedIn(receipt, unapplied)),
  };
}

/** The allocation's row. */
export function allocationFields(allocation: Known<Allocation>, context: RowContext): Fields {
  const { account, settings } = context;
  const item = account.items.find((candidate) => candidate.id === allocation.item);
  const receipt = account.receipts.find((candidate) => candidate.id === allocation.from);
  const { customer, line, policyVersion, ...rest } = allocation;
  return {
    ...rest,
    customerName: account.customer.name,
    ...(item?.number ? { itemNumber: item.number } : {}),
    // Rows of a damaged journal may have taken either end of it with them.
    currency: (item ?? receipt)?.currency ?? account.customer.currency ?? settings.baseCurrency,
    line: line + 1,
    ...(isWaiting(allocation) ? WAITING : { state: allocation.voided > 0 ? "void" : "settled" }),
  };
}

/** The tax invoice's row; what it covers is named by document number. */
export function taxInvoiceFields(invoice: Known<TaxInvoice>, context: RowContext): Fields {
  const numberOf = (id: string) => context.account.items.find((item) => item.id === id)?.number ?? id;
  const { covers, customer, ...rest } = invoice;
  return {
    ...rest,
    customer: context.account.customer.code,
    // The tab has no column for it: a tax invoice is in its customer's currency, and so are its cells.
    currency: context.account.customer.currency ?? context.settings.baseCurrency,
    covers: covers.map((part) => numberOf(part.item)).join("; "),
    state: invoice.voided > 0 ? "void" : "inForce",
  };
}

/** The order's row; one that was taken back reads as cancelled. */
export function orderFields(order: Known<Order>, context: RowContext): Fields {
  const { basis, ...rest } = order;
  const state = order.voided > 0 ? "cancelled" : order.state;
  return { ...rest, state, customer: context.account.customer.code };
}

export function statementFields(statement: StatementHead, context: RowContext): Fields {
  const { customer, knownAt, covers, ...rest } = statement;
  return { ...rest, customer: context.account.customer.code, customerName: context.account.customer.name };
}

export function userFields(user: User): Fields {
  return { ...user };
}

/** What a customer owes in the account's own currency, and how it is made up. */
export function balancesOf(account: Account, settings: Settings) {
  const currency = account.customer.currency ?? settings.baseCurrency;
  const settlement = countedSettlementOf(account);
  let openAmount = 0;
  let unapplied = 0;
  for (const item of account.items) {
    if (!countsIn(item, currency) || !carriesDebt(item, settings)) continue;
    const open = openOf(item, settlement);
    if (item.amount >= 0) openAmount += open;
    else unapplied -= open;
  }
  for (const receipt of account.receipts) {
    if (!countsIn(receipt, currency)) continue;
    unapplied += receipt.amount - settlement.ofCredit(receipt.id);
  }
  return {
    openAmount: money(openAmount),
    unapplied: money(unapplied),
    balance: money(openAmount - unapplied),
  };
}

/** Void facts count nowhere, and those of a batch that is still open not yet. */
function countsIn(fact: Known<{ currency: string }>, currency: string): boolean {
  return isInForce(fact) && fact.currency === currency;
}

/** What an import that is still open brought counts nowhere yet 导入未完成: nothing of it is open. */
function isWaiting({ seq, voided }: Known<object>): boolean {
  return seq === PENDING && voided === 0;
}

const WAITING: Fields = { state: "importing" };

function openIn(item: Known<OpenItem>, open: Money, settings: Settings): Fields {
  const isOwed = item.voided === 0 && carriesDebt(item, settings);
  return { open: isOwed ? open : money(0), state: stateOf(item, open, settings) };
}

function unappliedIn({ amount, voided }: Known<Receipt>, unapplied: Money): Fields {
  if (voided > 0) return { unapplied: money(0), state: "void" };
  return { unapplied, state: settlementState(unapplied, amount) };
}

/** Open amount of an item now: for a credit, what has not been used of it (negative). */
function openOf(item: Known<OpenItem>, settlement: Settlement): Money {
  if (item.amount < 0) return money(item.amount + settlement.ofCredit(item.id));
  return money(item.amount - settlement.ofItem(item.id));
}

function stateOf(item: Known<OpenItem>, open: Money, settings: Settings): string {
  if (item.voided > 0) return "void";
  if (!carriesDebt(item, settings)) return "linked";
  return settlementState(open, item.amount);
}

function settlementState(open: Money, amount: Money): string {
  if (open === 0) return "settled";
  return open === amount ? "open" : "partly";
}

/** "2026-02-14 500.00; 待收发票 500.00": each due line by its day, or by what it waits for. */
function linesText(item: OpenItem, language: Language): string {
  const said = item.lines.map((line) => {
    const waits = WAITS_FOR[line.basis]?.[language] ?? DUE_NOT_FIXED[language];
    return `${line.due ?? waits} ${moneyText(line.amount, item.currency)}`;
  });
  return said.join("; ");
}

function draftFields(draft: NonNullable<Receipt["draft"]>): Fields {
  return {
    ...(draft.number ? { draftNumber: draft.number } : {}),
    ...(draft.acceptor ? { draftAcceptor: draft.acceptor } : {}),
    draftMaturity: draft.maturity,
    draftState: draft.state,
  };
}
