import {
  type Book,
  type Change,
  dateFromParts,
  dayInMonthOf,
  daysAfter,
  type EntryDraft,
  earlier,
  emptyAccount,
  monthOf,
  monthsAfter,
  type PlainDate,
  yearOf,
} from "../../core/index.ts";
import { idsFor } from "../server/plan.ts";
import { SampleDesk } from "./desk.ts";
import { MONTHS, SampleDocuments } from "./documents.ts";
import { sampleFirm } from "./firm.ts";
import { SamplePayments } from "./payments.ts";
import { type SampleCustomer, samplePeople } from "./people.ts";

/** A ledger takes the sample once. */
export const SAMPLE_ACTION = "sample-ledger";

/**
 * The sample ledger 示例账本: invented customers and eighteen months of invoices, receipts, drafts,
 * disputes, opening balances and advances, ending on the given day. The same day gives the same sample,
 * in either language with the same figures. It is one entry: there whole, or not at all.
 */
export function sampleEntry(book: Book, today: PlainDate): EntryDraft {
  const { language } = book.settings;
  const desk = new SampleDesk(idsFor(book.head.seq + 1), today, language);
  const people = samplePeople(language);
  const changes = [settings(book, today), ...customers(people, desk), ...history(people, desk)];
  return { kind: "sample", action: SAMPLE_ACTION, key: "", changes };
}

function settings({ settings: now }: Book, today: PlainDate): Change {
  const receiptsEnteredThrough = daysAfter(today, -1);
  const firm = sampleFirm(now.language);
  return { put: "settings", row: { ...now, sample: true, receiptsEnteredThrough, firm } };
}

function customers(people: readonly SampleCustomer[], { accounts, ids }: SampleDesk): Change[] {
  const idOf = new Map(people.map((person) => [person.code, ids.customer()]));
  return people.map((person) => {
    const { code, name, terms, cutOffDay, salesperson, payer, currency, language, naturalPerson } = person;
    const row = {
      id: idOf.get(code) ?? "",
      code,
      name,
      ...(payer ? { payer: idOf.get(payer) ?? "" } : {}),
      salesperson,
      ...(cutOffDay ? { cutOffDay } : {}),
      terms,
      ...(naturalPerson ? { naturalPerson } : {}),
      ...(language ? { language } : {}),
      ...(currency ? { currency } : {}),
    };
    accounts.set(code, emptyAccount(row));
    return { put: "customer", row };
  });
}

function history(people: readonly SampleCustomer[], desk: SampleDesk): Change[] {
  const payments = new SamplePayments(desk);
  const documents = new SampleDocuments(desk, payments);
  const start = dateFromParts(yearOf(desk.today), monthOf(desk.today), 1) ?? desk.today;
  return Array.from({ length: MONTHS }, (_, month) => {
    const begins = monthsAfter(start, month - MONTHS + 1);
    const through = earlier(dayInMonthOf(begins, 31), desk.today);
    return [...people.flatMap((person) => documents.of(person, begins, month)), ...payments.until(through)];
  }).flat();
}
