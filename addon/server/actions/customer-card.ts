import {
  type Account,
  afterRefunds,
  agingOf,
  bucketOf,
  compareText,
  dayNumberOf,
  type Known,
  type OpenItem,
  openCreditsOf,
  openLinesOf,
  placeInId,
  type Receipt,
  sumOf,
  termsText,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { accountByCode, loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { readEntryAt } from "../single-entries.ts";
import { pendingDrafts } from "./drafts.ts";
import { agingLines, byDueDate, daysPastDue, factsOf, type Reading, readingOf, readSums } from "./reading.ts";

type Card = Output<"customer">;

/** Every customer as the search needs it, with what it owes. */
export function customers(input: Input<"customers">): Output<"customers"> {
  const reading = readSums(input);
  const rows = agingOf(reading.columns, dayNumberOf(reading.asOf), byDueDate(reading));
  const byId = new Map<string, typeof rows>();
  for (const row of rows) byId.set(row.customer, [...(byId.get(row.customer) ?? []), row]);
  const { settings } = reading.ledger.book;
  const all = reading.customers();
  const paidFor = new Map<string, number>();
  for (const { payer } of all) if (payer) paidFor.set(payer, (paidFor.get(payer) ?? 0) + 1);
  return {
    asOf: reading.asOf,
    customers: all.map((customer) => {
      const lines = byId.get(customer.id) ?? [];
      const own = customer.currency ?? settings.baseCurrency;
      const line = lines.find(({ currency }) => currency === own) ?? lines[0];
      const others = lines.filter((each) => each !== line);
      return {
        id: customer.id,
        code: customer.code,
        name: customer.name,
        aliases: [...(customer.aliases ?? [])],
        digits: customer.taxId?.slice(-4) ?? "",
        salesperson: customer.salesperson ?? "",
        currency: line?.currency ?? own,
        balance: line?.balance ?? sumOf([]),
        overdue: sumOf(line?.buckets ?? []),
        others: others.map(({ currency, balance, buckets }) => ({
          currency,
          balance,
          overdue: sumOf(buckets),
        })),
        disputed: lines.some(({ ofWhich }) => ofWhich.disputed !== 0),
        paysFor: paidFor.get(customer.id) ?? 0,
      };
    }),
  };
}

/** One customer: what it owes, line by line, and what happened, newest first. */
export function customer(input: Input<"customer">): Card {
  const ledger = openLedger("read");
  const account = loadAccount(ledger, input.id);
  const reading = readingOf(ledger, input);
  const { parent, payer, terms } = account.customer;
  const names = new Map(
    [parent, payer].flatMap((id) => (id ? [[id, loadAccount(ledger, id).customer.name]] : [])),
  );
  return {
    facts: factsOf(ledger),
    asOf: reading.asOf,
    customer: account.customer,
    ...(parent ? { parentName: names.get(parent) ?? parent } : {}),
    ...(payer ? { payerName: names.get(payer) ?? payer } : {}),
    termsText: terms ? termsText(terms, ledger.style.language) : "",
    aging: agingLines(reading, byDueDate(reading)),
    open: openOf(reading),
    unapplied: unappliedOf(reading),
    drafts: pendingDrafts(account).filter(({ date }) => date <= reading.asOf),
    timeline: timelineOf(account),
  };
}

function openOf(reading: Reading): Card["open"] {
  return openLinesOf(reading.columns, dayNumberOf(reading.asOf)).map(({ item, line, due, open }) => {
    const days = daysPastDue(due, reading.asOf);
    return {
      item: item.id,
      kind: item.kind,
      date: item.date,
      daysPastDue: days,
      bucket: bucketOf(days, reading.policy.bucketEdges),
      currency: item.currency,
      amount: item.lines[line]?.amount ?? item.amount,
      open,
      disputed: item.dispute !== undefined && item.dispute.since <= reading.asOf,
      ...(item.number ? { number: item.number } : {}),
      ...(due ? { due } : {}),
    };
  });
}

function unappliedOf(reading: Reading): Card["unapplied"] {
  return afterRefunds(openCreditsOf(reading.columns, dayNumberOf(reading.asOf))).map(
    ({ record, currency, open }) => ({
      id: record.id,
      date: record.date,
      kind: "method" in record ? record.method : record.kind,
      currency,
      open,
    }),
  );
}

/** How many events a card shows. */
const TIMELINE_LENGTH = 40;

function timelineOf(account: Account): Card["timeline"] {
  const items = latest(account.items).map((item) => ({
    what: "item" as const,
    ...eventOf(item, item.kind, item.number),
  }));
  const receipts = latest(account.receipts).map((receipt) => ({
    what: "receipt" as const,
    ...eventOf(receipt, receipt.method, receipt.bankReference),
    ...(receipt.draft && !receipt.reverses ? { draft: receipt.draft.state } : {}),
  }));
  const statements = account.statements.map(({ id, to, number, currency, closing, knownAt }) => ({
    what: "statement" as const,
    ...{ id, date: to, kind: "statement", number, currency, amount: closing, seq: knownAt, voided: false },
  }));
  const all = [...items, ...receipts, ...statements];
  const newest = all.sort((a, b) => compareText(b.date, a.date) || b.seq - a.seq).slice(0, TIMELINE_LENGTH);
  return undoable(newest, account);
}

/** Each record as it is now, or as it was when it was taken back; versions that a later one replaced are left out. */
function latest<T extends { id: string }>(facts: readonly T[]): T[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

function eventOf(fact: Known<OpenItem> | Known<Receipt>, kind: string, number?: string) {
  const { id, date, currency, amount, seq, voided, batch } = fact;
  return {
    ...{ id, date, kind, currency, amount, seq, voided: voided > 0 },
    ...(number ? { number } : {}),
    ...(batch ? { batch } : {}),
  };
}

/** Events that can be taken back, with the entry that booked them here. */
function undoable(events: Card["timeline"], account: Account): Card["timeline"] {
  return events.map((event) => {
    if (event.voided || event.batch || event.what === "statement") return event;
    const versions = (event.what === "item" ? account.items : account.receipts).filter(
      ({ id }) => id === event.id,
    );
    const undoes = bookedBy(event.id, versions);
    return undoes === undefined ? event : { ...event, undoes };
  });
}

/**
 * Place in the journal of the entry that booked a record, which its id tells; of one that came from
 * another customer, of the entry that brought it. Later versions are edits, and no way to take it back.
 */
function bookedBy(id: string, versions: readonly { seq: number; voided: number }[]): number | undefined {
  const own = placeInId(id);
  if (versions[0]?.seq === own) return own;
  const brought = versions.filter(({ seq }, i) => i === 0 || versions[i - 1]?.voided !== seq);
  const [only, ...others] = brought;
  // The last time it came here may be an undo's doing, which the journal alone can tell.
  if (others.length === 0) return only?.seq;
  return [...brought].reverse().find(({ seq }) => readEntryAt(seq)?.kind !== "undo")?.seq;
}

/** The customer with exactly that code: two calls. */
export function findCustomer(input: Input<"findCustomer">): Output<"findCustomer"> {
  const ledger = openLedger("read");
  const { settings } = ledger.book;
  const account = accountByCode(ledger, input.code);
  if (!account) throw new Refusal("customerUnknown", { customer: input.code });
  const { id, name, currency } = account.customer;
  return { id, name, currency: currency ?? settings.baseCurrency };
}
