import {
  type Account,
  type Change,
  canonicalText,
  type Entry,
  fileOf,
  type Known,
  type OpenItem,
  type PlainDate,
  recordOf,
  runsFromEvent,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";

/** A record that an entry wrote, or that it ended without writing it anew. */
export interface FactRef {
  readonly id: string;
  readonly customer: string;
  readonly ended: boolean;
}

type RecordPut = Extract<
  Change,
  {
    put:
      | ("item" | "receipt" | "allocation" | "order" | "taxInvoice")
      | ("hold" | "review" | "reminder" | "promise");
  }
>;

/** One version of a record: how long it holds, and which import brought it. */
export interface Version {
  readonly seq: number;
  readonly voided: number;
  readonly batch?: string;
  readonly put: RecordPut;
}

/**
 * What has become of a record since an entry: `back` can be taken back by this change; `same` stands as
 * before the entry already; `gone` stands with that customer no more; `changed` was changed again later.
 */
export type Fate =
  | {
      readonly is: "back";
      readonly change: Change;
      readonly live: Version | undefined;
      readonly before: Version | undefined;
    }
  | { readonly is: "same" | "gone" | "changed" };

/** A record that can be taken back. */
export type Back = Extract<Fate, { is: "back" }>;

/** Due dates that only follow other records are no record of the entry's own: they follow an undo too. */
export function factsOf(entry: Entry): FactRef[] {
  return entry.changes.flatMap((change): FactRef[] => {
    switch (change.put) {
      case "item":
        return change.follows ? [] : [{ ...change.row, ended: false }];
      case "allocation":
      case "order":
      case "taxInvoice":
      case "hold":
      case "review":
      case "reminder":
      case "promise":
        return [{ ...change.row, ended: false }];
      case "receipt":
        return [{ id: change.row.id, customer: change.row.customer ?? UNIDENTIFIED, ended: false }];
      case "void":
        return [{ ...change.row, ended: true }];
      default:
        return [];
    }
  });
}

/** Every version of every record of an account, by the record's id, in journal order. */
export function versionsOf(account: Account): ReadonlyMap<string, readonly Version[]> {
  const versions = new Map<string, Version[]>();
  const add = <T extends { id: string }>(fact: Known<T>, put: RecordPut) => {
    const known = versions.get(fact.id) ?? [];
    const { seq, voided, batch } = fact;
    versions.set(fact.id, [...known, { seq, voided, put, ...(batch ? { batch } : {}) }]);
  };
  for (const each of account.items) add(each, { put: "item", row: recordOf(each) });
  for (const each of account.receipts) add(each, { put: "receipt", row: recordOf(each) });
  for (const each of account.allocations) add(each, { put: "allocation", row: recordOf(each) });
  for (const each of account.orders) add(each, { put: "order", row: recordOf(each) });
  for (const each of account.taxInvoices) add(each, { put: "taxInvoice", row: recordOf(each) });
  const { holds, reviews, reminders, promises } = fileOf(account);
  for (const each of holds) add(each, { put: "hold", row: recordOf(each) });
  for (const each of reviews) add(each, { put: "review", row: recordOf(each) });
  for (const each of reminders) add(each, { put: "reminder", row: recordOf(each) });
  for (const each of promises) add(each, { put: "promise", row: recordOf(each) });
  return versions;
}

/**
 * A record that the entry booked becomes void; one that it changed or ended gets its earlier version back. Which
 * version the entry wrote is told by where the versions end: where they begin is the import's close for all that
 * was written while it was open.
 */
export function fateOf(fact: FactRef, versions: readonly Version[], seq: number): Fate {
  const live = versions.find((each) => each.voided === 0);
  const since = versions.find((each) => each.voided === 0 || each.voided > seq);
  const before = versions.find((each) => each.voided === seq && each.seq !== seq);
  const restored: Change = before?.put ?? { put: "void", row: { id: fact.id, customer: fact.customer } };
  const back: Fate = { is: "back", change: restored, live, before };
  const last = versions[versions.length - 1];
  if (fact.ended)
    return live ? { is: "same" } : before && last && isSame(last, before) ? back : { is: "gone" };
  if (!live || !since) return { is: "gone" };
  if (fact.id.startsWith(`${seq}.`, 1) || isSame(live, since)) return back;
  return { is: before && isSame(live, before) ? "same" : "changed" };
}

/** Whether taking it back changes no sum and no day (a note, a draft's state): what was built on it stands either way. */
export function keepsFigures({ change, live }: Back): boolean {
  return live !== undefined && change.put !== "void" && figuresOf(change) === figuresOf(live.put);
}

function figuresOf(put: Change): string {
  if (put.put === "receipt") return canonicalText([put.row.amount, put.row.currency, put.row.date]);
  if (put.put !== "item") return canonicalText(put);
  const { kind, amount, currency, date, lines } = put.row;
  return canonicalText([kind, amount, currency, date, lines.map((line) => line.amount)]);
}

/** The days on which a record counts: those of a closed period 已关账 stand. */
export function daysOf(put: Change | undefined): PlainDate[] {
  return put?.put === "item" || put?.put === "receipt" || put?.put === "allocation" ? [put.row.date] : [];
}

/** What a person recognises a document or a receipt by that is to be taken back. */
export function documentTold(
  put: Extract<RecordPut, { put: "item" | "receipt" }>,
  customer: string,
): Output<"previewUndo">["documents"][number] {
  const { date, currency, amount } = put.row;
  if (put.put === "item") {
    const { kind, number = "" } = put.row;
    return { what: "item", kind, number, customer, date, currency, amount };
  }
  const { method, bankReference = "" } = put.row;
  return { what: "receipt", kind: method, number: bankReference, customer, date, currency, amount };
}

/** Whether two versions say the same; due dates that follow other records are not the record's own. */
function isSame(a: Version, b: Version): boolean {
  return canonicalText(ownOf(a.put)) === canonicalText(ownOf(b.put));
}

function ownOf(put: RecordPut): object {
  return put.put === "item" ? { ...put.row, lines: put.row.lines.map(undated) } : put.row;
}

function undated(line: OpenItem["lines"][number]): object {
  const { due, ...rest } = line;
  return runsFromEvent(line) ? rest : line;
}
