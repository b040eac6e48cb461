import {
  type AgingRow,
  agingOf,
  CUSTOMERS,
  dayNumberOf,
  daysBetween,
  money,
  openCreditsOf,
  openLinesOf,
  type PlainDate,
  plus,
  sumOf,
  totalsOf,
  UNIDENTIFIED,
  ZERO,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { factsOf, notTakenOver, type Reading, readWhole, totalLine } from "./reading.ts";

type ToDo = Output<"today">["toDo"][number];

/** The first screen: totals as of a day, and what to do now, the most pressing first. */
export function today(input: Input<"today">): Output<"today"> {
  const reading = readWhole(input);
  const rows = agingOf(reading.columns, dayNumberOf(reading.asOf), reading.policy);
  const customers = rows.filter((row) => row.customer !== UNIDENTIFIED);
  const overdue = customers.filter((row) => overdueOf(row) > 0);
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
      ...overdueToDo(reading, overdue),
    ],
  };
}

/** What is past due, in all buckets. */
export function overdueOf(row: Pick<AgingRow, "buckets">) {
  return sumOf(row.buckets);
}

/** Customers with money past due, the largest sum first. */
function overdueToDo(reading: Reading, rows: readonly AgingRow[]): ToDo[] {
  const oldest = oldestDue(reading);
  return [...rows]
    .sort((a, b) => overdueOf(b) - overdueOf(a))
    .map((row) => {
      const known = oldest.get(`${row.customer}\n${row.currency}`);
      return {
        kind: "overdue" as const,
        customer: row.customer,
        name: reading.ledger.book.accounts.get(row.customer)?.customer.name ?? row.customer,
        currency: row.currency,
        amount: overdueOf(row),
        days: known ? daysBetween(known.due, reading.asOf) : 0,
        count: known?.count ?? 0,
      };
    });
}

function oldestDue(reading: Reading): Map<string, { due: PlainDate; count: number }> {
  const found = new Map<string, { due: PlainDate; count: number }>();
  for (const line of openLinesOf(reading.columns, dayNumberOf(reading.asOf))) {
    if (!line.due || line.due >= reading.asOf) continue;
    const key = `${line.item.customer}\n${line.item.currency}`;
    const known = found.get(key);
    found.set(key, {
      due: known && known.due < line.due ? known.due : line.due,
      count: (known?.count ?? 0) + 1,
    });
  }
  return found;
}

/** Receipts nobody has been found for, one row a currency. */
function unidentified(reading: Reading): ToDo[] {
  const credits = openCreditsOf(reading.columns, dayNumberOf(reading.asOf));
  const own = credits.filter(({ record }) => record.customer === undefined);
  return [...new Set(own.map((credit) => credit.currency))].map((currency) => {
    const these = own.filter((credit) => credit.currency === currency);
    const first = these[0]?.record.date;
    return {
      kind: "unidentified" as const,
      name: "",
      currency,
      amount: these.reduce((sum, credit) => plus(sum, credit.open), ZERO),
      days: first ? daysBetween(first, reading.asOf) : 0,
      count: these.length,
    };
  });
}

/** Drafts that mature within a week, or have matured and are still held. */
function drafts(reading: Reading): ToDo[] {
  const found: ToDo[] = [];
  for (const account of reading.ledger.book.accounts.values()) {
    for (const receipt of account.receipts) {
      if (receipt.voided > 0 || receipt.draft?.state !== "held" || receipt.amount <= 0) continue;
      const days = daysBetween(receipt.draft.maturity, reading.asOf);
      if (days < -7) continue;
      const { customer } = account;
      found.push({
        kind: "draft",
        customer: customer.id,
        receipt: receipt.id,
        name: customer.name,
        currency: receipt.currency,
        amount: receipt.amount,
        days,
        count: 1,
      });
    }
  }
  return found;
}

/** Terms and limits that were typed beside customers and wait for somebody to decide. */
function waitingProposals({ state, style, book }: Ledger): ToDo[] {
  const tab = state.tabs.get(CUSTOMERS.key);
  if (!tab || tab.proposals === 0) return [];
  const name = CUSTOMERS.name[style.language];
  const { baseCurrency: currency } = book.settings;
  return [{ kind: "proposals", name, currency, amount: ZERO, days: 0, count: tab.proposals }];
}

function unfinished(reading: Reading): ToDo[] {
  const { ledger } = reading;
  const open = ledger.book.batches.filter((batch) => batch.state === "open");
  const typed = notTakenOver(ledger);
  const base = { currency: ledger.book.settings.baseCurrency, days: 0 };
  const batches = open.map((batch) => ({
    ...base,
    kind: "batch" as const,
    name: batch.source,
    amount: batch.announced.amount,
    count: batch.announced.rows - batch.done,
  }));
  const hands =
    typed.rows > 0
      ? [
          {
            ...base,
            kind: "handEdits" as const,
            name: typed.tabs.join("、"),
            amount: money(0),
            count: typed.rows,
          },
        ]
      : [];
  return [...batches, ...hands, ...waitingProposals(ledger)];
}
