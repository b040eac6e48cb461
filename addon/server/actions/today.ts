import {
  type Account,
  type AgingRow,
  APPROVALS,
  type Currency,
  type CurrencySum,
  columnsOf,
  dayNumberOf,
  daysBetween,
  isKnownAt,
  type Money,
  money,
  type OldestOverdue,
  openCreditsOf,
  overdueAgingOf,
  ownFirst,
  type Party,
  plus,
  sumOf,
  totalsOf,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { byDueDate, factsOf, notTakenOver, readSums, type SumReading, totalLine } from "./reading.ts";

type ToDo = Output<"today">["toDo"][number];

/** The first screen: totals as of a day, and what to do now, the most pressing first. */
export function today(input: Input<"today">): Output<"today"> {
  const reading = readSums(input);
  const { rows, oldest } = overdueAgingOf(reading.columns, dayNumberOf(reading.asOf), byDueDate(reading));
  const customers = rows.filter((row) => row.customer !== UNIDENTIFIED);
  const overdue = rows.flatMap((row, place) =>
    row.customer !== UNIDENTIFIED && overdueOf(row) > 0 ? [{ ...row, oldest: oldest.get(place) }] : [],
  );
  return {
    facts: factsOf(reading.ledger),
    asOf: reading.asOf,
    totals: totalsOf(rows).map(totalLine),
    customers: new Set(customers.map((row) => row.customer)).size,
    overdueCustomers: new Set(overdue.map((row) => row.customer)).size,
    toDo: [
      ...unfinished(reading),
      ...unidentified(reading),
      ...drafts(reading),
      ...owedAgain(reading, customers),
      ...overdueToDo(reading, overdue),
    ],
  };
}

/** What is past due, in all buckets. */
export function overdueOf(row: Pick<AgingRow, "buckets">) {
  return sumOf(row.buckets);
}

type OverdueRow = AgingRow & { readonly oldest: OldestOverdue | undefined };

/** Customers with money past due, the ledger's own currency first, and in each the largest sum. */
function overdueToDo({ asOf, lines, ledger }: SumReading, rows: readonly OverdueRow[]): ToDo[] {
  const byCurrency = ownFirst(ledger.book.settings.baseCurrency);
  return [...rows]
    .sort((a, b) => byCurrency(a.currency, b.currency) || overdueOf(b) - overdueOf(a))
    .map((row) => ({
      kind: "overdue" as const,
      customer: row.customer,
      name: lines.get(row.customer)?.name ?? row.customer,
      currency: row.currency,
      amount: overdueOf(row),
      days: row.oldest ? daysBetween(row.oldest.due, asOf) : 0,
      count: row.oldest?.lines ?? 0,
    }));
}

/** Customers to whom more was paid back than they had paid 退款: it is owed, and on no line that could be overdue. */
function owedAgain({ lines }: SumReading, rows: readonly AgingRow[]): ToDo[] {
  return rows.flatMap(({ customer, currency, unapplied: amount }): ToDo[] => {
    const name = lines.get(customer)?.name ?? customer;
    return amount > 0 ? [{ kind: "owedAgain", customer, name, currency, amount, days: 0, count: 1 }] : [];
  });
}

/** Receipts nobody has been found for, one row a currency. */
function unidentified(reading: SumReading): ToDo[] {
  const [account] = accountsIn(reading, ({ customer }) => customer === UNIDENTIFIED);
  if (!account) return [];
  const { asKnownAt: knownAt, asOf } = reading;
  const { debtCarriedBy } = reading.ledger.book.settings;
  const own = openCreditsOf(columnsOf([account], { knownAt, debtCarriedBy }), dayNumberOf(asOf));
  return [...new Set(own.map((credit) => credit.currency))].map((currency) => {
    const these = own.filter((credit) => credit.currency === currency);
    const first = these[0]?.record.date;
    return {
      kind: "unidentified" as const,
      name: "",
      currency,
      amount: these.reduce((sum, credit) => plus(sum, credit.open), ZERO),
      days: first ? daysBetween(first, asOf) : 0,
      count: these.length,
    };
  });
}

/** So many days before it matures, a draft is something to do. */
const DAYS_BEFORE_MATURITY = 7;

/** Drafts in hand by that day that mature within a week, or have matured and are still held. */
function drafts(reading: SumReading): ToDo[] {
  const { asOf, asKnownAt, columns } = reading;
  const last = dayNumberOf(asOf) + DAYS_BEFORE_MATURITY;
  const parties = new Set(columns.drafts.filter(({ until }) => until <= last).map(({ party }) => party));
  return accountsIn(reading, (_, party) => parties.has(party)).flatMap((account) =>
    account.receipts.flatMap((receipt): ToDo[] => {
      if (!isKnownAt(receipt, asKnownAt) || receipt.draft?.state !== "held") return [];
      if (receipt.amount <= 0 || receipt.date > asOf) return [];
      const days = daysBetween(receipt.draft.maturity, asOf);
      if (days < -DAYS_BEFORE_MATURITY) return [];
      const { customer } = account;
      const { id, currency, amount } = receipt;
      const base = { customer: customer.id, name: customer.name, receipt: id };
      return [{ kind: "draft", ...base, currency, amount, days, count: 1 }];
    }),
  );
}

/** The accounts of some parties, each once, unpacked. */
function accountsIn({ columns }: SumReading, isMeant: (party: Party, place: number) => boolean): Account[] {
  const places = new Map<string, number>();
  for (const [place, party] of columns.parties.entries())
    if (isMeant(party, place)) places.set(party.customer, place);
  return [...places.values()].map(columns.accountOf);
}

/** Requests that wait for somebody to decide. */
function waitingApprovals({ book, style }: Ledger): ToDo[] {
  const count = book.waiting.length;
  if (count === 0) return [];
  const { baseCurrency: currency } = book.settings;
  return [
    { kind: "approvals", name: APPROVALS.name[style.language], currency, amount: ZERO, days: 0, count },
  ];
}

/** The sum of an import in one currency; of one in several there is no such sum. */
function onlySum([sum, ...others]: readonly CurrencySum[]): { currency?: Currency; amount: Money } {
  return sum && others.length === 0 ? sum : { amount: ZERO };
}

function unfinished(reading: SumReading): ToDo[] {
  const { ledger } = reading;
  const open = ledger.book.batches.filter((batch) => batch.state === "open");
  const typed = notTakenOver(ledger);
  const base = { currency: ledger.book.settings.baseCurrency, days: 0 };
  const batches = open.map((batch) => ({
    ...base,
    ...onlySum(batch.announced.amounts),
    kind: "batch" as const,
    name: batch.source,
    count: batch.announced.rows - batch.done,
  }));
  const hands =
    typed.rows > 0
      ? [
          {
            ...base,
            kind: "handEdits" as const,
            name: typed.tabs.join(ledger.style.language === "zh" ? "、" : ", "),
            amount: money(0),
            count: typed.rows,
          },
        ]
      : [];
  return [...batches, ...hands, ...waitingApprovals(ledger)];
}
