import { type AgingRow, agingOf, totalsOf } from "../calculations/aging.ts";
import { type Columns, columnsOf } from "../calculations/columns.ts";
import { openLinesOf } from "../calculations/open-amounts.ts";
import type { Account } from "../records/book.ts";
import type { Customer } from "../records/customer.ts";
import type { Policy, Settings } from "../records/policy.ts";
import type { StatementHead } from "../records/statement-head.ts";
import { assert } from "../values/assert.ts";
import { amountInCapitals } from "../values/capitals.ts";
import { dayNumberOf, type PlainDate } from "../values/date.ts";
import { type Currency, type Money, smaller, sumOf, ZERO } from "../values/money.ts";
import { groupsOf } from "./statement-groups.ts";
import { openEntryOf } from "./statement-open.ts";
import type { Statement, StatementAging, StatementGroup, StatementParty } from "./statement-shape.ts";

/** What a statement is made for, and from where in the journal it is seen. */
export interface StatementOptions {
  readonly number: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The day it is written. */
  readonly issued: PlainDate;
  /** The day by which an answer is asked for. */
  readonly replyBy?: PlainDate;
  /** Place in the journal up to which facts are known. */
  readonly knownAt: number;
  /** The customer's own, else the ledger's base currency. */
  readonly currency?: Currency;
  readonly settings: Pick<Settings, "debtCarriedBy" | "firm" | "baseCurrency" | "sample">;
  readonly policy: Pick<Policy, "bucketEdges" | "agingBasis">;
  /** The statement printed before this one; its closing balance is the opening here. */
  readonly previous?: StatementHead;
  /** Shops with a subtotal each, or one list for the customer (default). */
  readonly groupBy?: "customer" | "shop";
}

/**
 * The statement of account 对账单 of one customer in one currency. The opening is the *printed* closing of
 * the previous statement; what was entered or taken back later for its period stands as earlier-dated
 * items 以前期间补记, so that opening + earlier-dated + movements = closing always. Without a previous
 * statement the opening is the balance before the period as known now. It carries no interest: under
 * art. 18(3) of the interpretation on sales contracts (买卖合同解释) a statement that is silent keeps the
 * agreed penalty claimable, one that prints interest may displace it.
 *
 * @example
 * statementOf(emptyAccount({ id: "c1.0", code: "K1", name: "Ann" }), { number: "DZ-1", from: plainDate("2026-11-01"), to: plainDate("2026-11-30"), issued: plainDate("2026-12-01"), knownAt: 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY }).closing // => 0
 */
export function statementOf(account: Account, options: StatementOptions): Statement {
  const { previous, ...rest } = options;
  assert(
    !previous || previous.customer === account.customer.id,
    "the previous statement is another customer's",
  );
  return payerStatementOf([account], {
    ...rest,
    payer: account.customer,
    previous: previous ? [previous] : [],
  });
}

/** As for one customer; the previous statements are found by customer and currency. */
export interface PayerStatementOptions extends Omit<StatementOptions, "previous"> {
  readonly payer: Customer;
  readonly previous?: readonly StatementHead[];
}

/**
 * One statement for a payer 付款单位 of several customers or shops 门店: a group with a subtotal for each,
 * and one closing balance, aging and reply slip. Receipts and what was delivered to no shop in
 * particular stand in the customer's own group.
 *
 * @example
 * payerStatementOf([], { payer: { id: "c1.0", code: "K1", name: "Ann" }, number: "DZ-1", from: plainDate("2026-11-01"), to: plainDate("2026-11-30"), issued: plainDate("2026-12-01"), knownAt: 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY }).groups.length // => 1
 */
export function payerStatementOf(accounts: readonly Account[], options: PayerStatementOptions): Statement {
  const { payer, settings, number, from, to, issued, replyBy, knownAt } = options;
  const currency = options.currency ?? payer.currency ?? settings.baseCurrency;
  const columns = columnsOf(accounts, { knownAt, debtCarriedBy: settings.debtCarriedBy });
  const open = openLinesOf(columns, dayNumberOf(to)).filter((line) => line.item.currency === currency);
  const groups = accounts.flatMap((account) => {
    const previous = options.previous?.find(
      (head) => head.customer === account.customer.id && head.currency === currency,
    );
    return groupsOf(account, open, { ...options, currency, previous });
  });
  const closing = sumOf(groups.map((group) => group.closing));
  const lines = open.map((line) => openEntryOf(line, to));
  return {
    version: 1,
    number,
    from,
    to,
    issued,
    ...(replyBy ? { replyBy } : {}),
    knownAt,
    currency,
    ...(settings.sample ? { sample: true } : {}),
    firm: firmOf(settings.firm),
    customer: partyOf(payer),
    groups: groups.length > 0 ? groups : [emptyGroup(payer)],
    ...sumsOf(groups),
    closing,
    ...(currency === "CNY" ? { inCapitals: amountInCapitals(closing) } : {}),
    pastDue: sumOf(lines.filter((line) => line.daysPastDue > 0).map((line) => line.open)),
    aging: agingFoot(columns, currency, options),
  };
}

/**
 * Each customer's opening and closing on a statement: what its {@link StatementHead} keeps, so that the
 * next one opens with the printed figure, whether it is printed alone or for the payer.
 *
 * @example
 * closingsOf({ groups: [] }) // => []
 */
export function closingsOf(
  statement: Pick<Statement, "groups">,
): { customer: string; opening: Money; closing: Money }[] {
  const customers = [...new Set(statement.groups.map((group) => group.customer.id))];
  return customers.map((customer) => {
    const own = statement.groups.filter((group) => group.customer.id === customer);
    return {
      customer,
      opening: sumOf(own.map((group) => group.opening)),
      closing: sumOf(own.map((group) => group.closing)),
    };
  });
}

/** The party as a statement names it. */
function partyOf({ id, code, name }: Customer): StatementParty {
  return { id, code, name };
}

function emptyGroup(payer: Customer): StatementGroup {
  return { customer: partyOf(payer), opening: ZERO, earlier: [], movements: [], closing: ZERO, open: [] };
}

function firmOf({ name, nameEn, address, phone, account }: Settings["firm"]): Settings["firm"] {
  return {
    name,
    ...(nameEn ? { nameEn } : {}),
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(account && account.length > 0 ? { account: [...account] } : {}),
  };
}

function sumsOf(groups: readonly StatementGroup[]) {
  const moved = groups.flatMap((group) => group.movements.map((entry) => entry.amount));
  return {
    opening: sumOf(groups.map((group) => group.opening)),
    earlier: sumOf(groups.flatMap((group) => group.earlier.map((entry) => entry.amount))),
    increases: sumOf(moved.filter((amount) => amount > 0)),
    decreases: sumOf(moved.map((amount) => smaller(amount, ZERO))),
  };
}

function agingFoot(columns: Columns, currency: Currency, options: PayerStatementOptions): StatementAging {
  const { policy, to } = options;
  const rows = agingOf(columns, dayNumberOf(to), policy).filter((row) => row.currency === currency);
  const row: AgingRow | undefined = totalsOf(rows)[0];
  const owedAgain = sumOf(rows.map(({ unapplied }) => unapplied).filter((amount) => amount > 0));
  return {
    edges: [...policy.bucketEdges],
    basis: policy.agingBasis,
    current: row?.current ?? ZERO,
    buckets: row ? [...row.buckets] : [ZERO, ...policy.bucketEdges.map(() => ZERO)],
    unapplied: row?.unapplied ?? ZERO,
    balance: row?.balance ?? ZERO,
    disputed: row?.ofWhich.disputed ?? ZERO,
    notInvoiced: row?.ofWhich.notInvoiced ?? ZERO,
    dueNotFixed: row?.ofWhich.dueNotFixed ?? ZERO,
    ...(owedAgain > 0 ? { owedAgain } : {}),
  };
}
