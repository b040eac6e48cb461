import {
  type Account,
  applyEntry,
  type Change,
  type Currency,
  codeKey,
  type Field,
  type Fields,
  type Place,
  type PlainDate,
  type Problem,
  type Receipt,
  type Table,
} from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import { type IdMaker, idsFor } from "../plan.ts";
import { scratchOf } from "../started-clocks.ts";
import type { RowWrite } from "../views/row-write.ts";
import { accountNamed } from "./named-customer.ts";
import type { TypedRow } from "./typed-row.ts";

/** What the rows of one tab mean that people typed: each kind of record has its own. */
export interface TypedTable {
  /** Columns that a row cannot do without. */
  readonly needs: readonly string[];
  /** Columns of a known row that are never empty in its record: emptied, they are put back. */
  readonly filled?: (row: TypedRow, known: RowWrite, desk: Desk) => readonly string[];
  /** Columns of a known row that are the ledger's own in it: typing there is put back. */
  readonly fixed?: (known: RowWrite, desk: Desk) => readonly string[];
  /** What a new row makes, its own record first, or why it cannot be taken. */
  readonly add?: (row: TypedRow, desk: Desk) => readonly Change[] | Problem;
  /** What a known row makes in which hands changed these columns. */
  readonly change: (typed: TypedChange, desk: Desk) => readonly Change[] | Problem;
}

/** A known row after typing: the fields are the record's own where the hand did not change them. */
export interface TypedChange {
  readonly row: TypedRow;
  readonly known: RowWrite;
  readonly keys: ReadonlySet<string>;
  readonly fields: Fields;
}

/** What the take-over of one tab works with: the ledger, new ids, and a book to try things in. */
export class Desk {
  readonly ledger: Ledger;
  readonly table: Table;
  readonly ids: IdMaker;
  /** The ledger with what the rows before this one make, though nothing is written yet. */
  readonly scratch: Ledger;
  private pretended = 0;
  private references: Set<string> | undefined;

  constructor(ledger: Ledger, table: Table) {
    this.ledger = ledger;
    this.table = table;
    this.ids = idsFor(ledger.book.head.seq + 1);
    this.scratch = { ...ledger, book: scratchOf(ledger.book) };
  }

  /** Every customer's account as the rows before this one leave it; nobody's comes last. */
  accounts(): readonly Account[] {
    return [...this.scratch.book.accounts.values()];
  }

  /** The customer that a cell names. */
  accountNamed(cell: Field): Account | "ambiguous" | undefined {
    return accountNamed(this.accounts(), String(cell ?? ""));
  }

  /** The customer of a row, or the sentence that there is none of that code, or more than one. */
  customerOf(row: TypedRow, cell: Field): Account | Problem {
    const account = this.accountNamed(cell);
    const found = String(cell ?? "");
    if (account === "ambiguous") return { kind: "customerAmbiguous", place: this.place(row), found };
    return account ?? { kind: "customerUnknown", place: this.place(row), found };
  }

  /** The currency of the customer that a cell names. */
  currencyOf(cell: string): Currency | undefined {
    const account = this.accountNamed(cell);
    return account === "ambiguous" ? undefined : account?.customer.currency;
  }

  /** Who has a code now, other than this customer. */
  otherWithCode(code: string, id: string): Account | undefined {
    const wanted = codeKey(code);
    return this.accounts().find(({ customer }) => customer.id !== id && codeKey(customer.code) === wanted);
  }

  /** 已关账: the day lies in a closed period. */
  closed(row: TypedRow, ...days: readonly Field[]): Problem | undefined {
    const { closedThrough } = this.ledger.book.settings;
    const found = days.find((day) => closedThrough !== undefined && String(day) <= closedThrough);
    if (!closedThrough || found === undefined) return undefined;
    return { kind: "periodClosed", place: this.place(row), found: found as PlainDate, closedThrough };
  }

  /** Whether a receipt of that bank reference is there already, whoever it is from. */
  hasBankReference(reference: Field): boolean {
    this.references ??= new Set(this.accounts().flatMap(({ receipts }) => referencesOf(receipts)));
    return reference !== undefined && this.references.has(codeKey(String(reference)));
  }

  /** What a row names is there already: booked a second time it would be owed, or paid, twice. */
  duplicate(row: TypedRow, key: string): Problem {
    return { kind: "duplicateSuspected", place: this.place(row, key), found: String(row.fields[key]) };
  }

  place(row: TypedRow, key?: string): Place {
    const { language } = this.ledger.style;
    const column = this.table.columns.find((each) => each.key === key);
    const name = column ? { column: column.name[language] } : {};
    return { table: this.table.name[language], row: row.row, ...name };
  }

  /** Lets the rows that follow see what this one makes. */
  pretend(changes: readonly Change[]): void {
    this.pretended += 1;
    const receipts = changes.flatMap((change) => (change.put === "receipt" ? [change.row] : []));
    for (const reference of referencesOf(receipts)) this.references?.add(reference);
    const seq = this.ledger.book.head.seq + this.pretended;
    const nobody = { action: "", key: "", kind: "", at: "", user: "", knownBy: "nobody" as const };
    applyEntry(this.scratch.book, { ...nobody, seq, changes });
  }
}

function referencesOf(receipts: readonly (Receipt & { readonly voided?: number })[]): string[] {
  return receipts.flatMap(({ bankReference, voided = 0 }) =>
    bankReference !== undefined && voided === 0 ? [codeKey(bankReference)] : [],
  );
}

/** The new version of a record, and where it was given to another customer its end with the former one. */
export function standing(made: readonly Change[], id: string, from: Account | undefined): readonly Change[] {
  const former = from?.customer.id;
  const isThere = made.some(({ row }) => "customer" in row && row.customer === former);
  return former === undefined || isThere ? made : [{ put: "void", row: { id, customer: former } }, ...made];
}

/** Whether planning gave a reason instead of changes. */
export function isProblem(made: readonly Change[] | Account | Problem): made is Problem {
  return "place" in made;
}
