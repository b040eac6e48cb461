import { allocationDate } from "../calculations/apply.ts";
import { documentLinesOf } from "../calculations/due-lines.ts";
import type { DocumentWord } from "../reading/cell-words.ts";
import type { ImportKind } from "../reading/import-kinds.ts";
import { type Account, type Book, emptyAccount } from "../records/book.ts";
import type { Change } from "../records/change.ts";
import type { Customer } from "../records/customer.ts";
import type { DueLine, ItemKind, OpenItem } from "../records/open-item.ts";
import type { Allocation, Receipt, ReceiptMethod } from "../records/receipt.ts";
import { readTerms } from "../tables/read-terms.ts";
import { METHODS } from "../tables/words.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, minus, money, moneyText, negated, smaller } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import { nameKey } from "../values/text.ts";
import { goodsLinesOf } from "./goods-lines.ts";
import { addAccount, addItem, addReceipt, contentKey, type KnownRows, numberKey } from "./known-rows.ts";
import { type CountedImportRow, contentOf } from "./occurrences.ts";

/** Ids for what an import makes; the shell gives those of its journal entry. */
export interface ImportIds {
  item(): string;
  receipt(): string;
  allocation(): string;
  customer(): string;
}

/** What a chunk of rows becomes. */
export interface ImportPlan {
  readonly changes: Change[];
  readonly problems: Problem[];
  /** Rows that are new and in the changes. */
  readonly taken: number;
  /** Rows that the ledger had already, with the same content. */
  readonly known: number;
  readonly amountTaken: Money;
}

/** What an import is told besides its rows. */
export interface ImportContext {
  readonly book: Book;
  readonly known: KnownRows;
  readonly ids: ImportIds;
  readonly kind: ImportKind;
  /** The file's or tab's name, for problems. */
  readonly source: string;
  /** The day of an opening balance or snapshot that carries none. */
  readonly asOf: PlainDate;
  readonly policyVersion: number;
}

/**
 * Turns rows that were read into changes: customers that are new, documents, their settlement. A row
 * the ledger has already adds nothing; a known number with other content is listed, never overwritten.
 */
export function planImport(rows: readonly CountedImportRow[], context: ImportContext): ImportPlan {
  const plan = new ImportPlanner(context);
  for (const row of rows) plan.take(row);
  return plan.result();
}

type Outcome = "taken" | "known" | Problem;

class ImportPlanner {
  private readonly changes: Change[] = [];
  private readonly problems: Problem[] = [];
  private readonly context: ImportContext;
  private taken = 0;
  private knownRows = 0;
  private amount = 0;

  constructor(context: ImportContext) {
    this.context = context;
  }

  take(row: CountedImportRow): void {
    const outcome = this.outcomeOf(row);
    const rows = row.rows?.length ?? 1;
    if (outcome === "taken") {
      this.taken += rows;
      this.amount += row.amount ?? row.openAmount ?? 0;
    } else if (outcome === "known") this.knownRows += rows;
    else this.problems.push(outcome);
  }

  result(): ImportPlan {
    const { changes, problems, taken, knownRows: known } = this;
    return { changes, problems, taken, known, amountTaken: money(this.amount) };
  }

  private outcomeOf(row: CountedImportRow): Outcome {
    const { kind } = this.context;
    if (kind === "customers") return this.takeCustomer(row);
    const closed = this.closed(row);
    if (closed) return closed;
    return kind === "receipts" ? this.takeReceipt(row) : this.takeItem(row);
  }

  /** 已关账: what is dated in a closed period is listed, not taken. */
  private closed(row: CountedImportRow): Problem | undefined {
    const { closedThrough } = this.context.book.settings;
    const found = row.date ?? row.due;
    if (!closedThrough || !found || found > closedThrough) return undefined;
    return { kind: "periodClosed", place: this.place(row), found, closedThrough };
  }

  private takeCustomer(row: CountedImportRow): Outcome {
    const known = this.find(row);
    if (known === "ambiguous") return this.ambiguous(row);
    if (known) return "known";
    this.make(row);
    return "taken";
  }

  private takeItem(row: CountedImportRow): Outcome {
    const { known, ids } = this.context;
    const account = this.accountFor(row);
    if ("kind" in account) return account;
    const item = this.itemOf(row, account);
    if (item.number) {
      const other = known.byNumber.get(numberKey(item.number));
      if (other) return sameContent(other, item) ? "known" : this.differs(row, other, item);
    } else if (item.importKey && known.importKeys.has(item.importKey)) return "known";
    const own: OpenItem = { ...item, id: ids.item() };
    addItem(known, own);
    this.changes.push({ put: "item", row: own }, ...this.settlementOf(row, own));
    return "taken";
  }

  /** Where one table holds items with their settlement: a receipt of that day, put on this item. */
  private settlementOf(row: CountedImportRow, item: OpenItem): Change[] {
    const settled = settledAmountOf(row, item, this.context.kind);
    if (settled <= 0 || item.amount <= 0) return [];
    const receipt: Receipt = {
      id: this.context.ids.receipt(),
      customer: item.customer,
      date: row.settledOn ?? item.date,
      currency: item.currency,
      amount: settled,
      method: "other",
      ...(item.number ? { designation: item.number } : {}),
    };
    return [{ put: "receipt", row: receipt }, ...this.importedAllocations(receipt, item)];
  }

  /** The settlement goes on the due lines in their order. */
  private importedAllocations(receipt: Receipt, item: OpenItem): Change[] {
    const { ids, policyVersion, book } = this.context;
    const date = allocationDate(receipt.date, item.date, book.settings);
    let left = receipt.amount;
    return item.lines.flatMap((line, index): Change[] => {
      const amount = smaller(line.amount, left);
      if (amount <= 0) return [];
      left = minus(left, amount);
      const put = { id: ids.allocation(), customer: item.customer, date, from: receipt.id, item: item.id };
      const row: Allocation = { ...put, line: index, amount, rule: "imported", policyVersion };
      return [{ put: "allocation", row }];
    });
  }

  private takeReceipt(row: CountedImportRow): Outcome {
    const { known, ids, book } = this.context;
    const account = this.accountFor(row);
    if ("kind" in account) return account;
    const bankReference = row.bankReference ?? row.number;
    if (bankReference && known.byBankReference.has(bankReference)) return "known";
    const importKey = contentKey(["receipt", ...contentOf(row)], row.occurrence);
    if (!bankReference && known.importKeys.has(importKey)) return "known";
    const receipt: Receipt = {
      id: ids.receipt(),
      customer: account.customer.id,
      date: row.date ?? this.context.asOf,
      currency: row.currency || book.settings.baseCurrency,
      amount: row.amount ?? money(0),
      method: methodOf(row.method),
      ...(row.payerName && row.payerName !== account.customer.name ? { payerName: row.payerName } : {}),
      ...(bankReference ? { bankReference } : { importKey }),
      ...(row.reference ? { designation: row.reference } : {}),
      ...(row.note ? { note: row.note } : {}),
    };
    addReceipt(known, receipt);
    this.changes.push({ put: "receipt", row: receipt });
    return "taken";
  }

  private itemOf(row: CountedImportRow, account: Account): OpenItem {
    const { kind, asOf } = this.context;
    const date = row.date ?? row.due ?? asOf;
    const itemKind = kind === "openings" ? "opening" : KIND_OF_WORD[row.documentWord ?? "invoice"];
    const counted =
      (kind === "openings" || kind === "openItems" ? row.openAmount : undefined) ??
      row.amount ??
      row.openAmount ??
      money(0);
    const amount =
      itemKind !== "invoice" && CREDITS.has(itemKind) && counted > 0 ? negated(counted) : counted;
    return {
      id: "",
      customer: account.customer.id,
      kind: itemKind,
      date,
      currency: row.currency || this.context.book.settings.baseCurrency,
      amount,
      lines: this.linesOf(row, amount, date, account),
      ...(row.number
        ? { number: row.number }
        : { importKey: contentKey([kind, ...contentOf(row)], row.occurrence) }),
      ...optional(row),
      ...(row.goods ? { goods: goodsLinesOf(row.goods, amount) } : {}),
      ...(row.disputed ? { dispute: { since: date, reason: "—" } } : {}),
    };
  }

  private linesOf(row: CountedImportRow, amount: Money, date: PlainDate, account: Account): DueLine[] {
    const terms = row.terms ? readTerms(row.terms) : undefined;
    const stated = { date, ...(row.due ? { due: row.due } : {}), ...(terms ? { terms } : {}) };
    return documentLinesOf(amount, stated, account.customer, this.context.book.settings.restDays);
  }

  private accountFor(row: CountedImportRow): Account | Problem {
    const found = this.find(row);
    if (found === "ambiguous") return this.ambiguous(row);
    const name = row.customerName ?? row.payerName ?? row.customerCode ?? "";
    if (!found && name.includes("*")) return { kind: "customerMasked", place: this.place(row), found: name };
    return found ?? this.make(row);
  }

  /** By code, else by the exact normalised name: an import never guesses who is meant. */
  private find(row: CountedImportRow): Account | "ambiguous" | undefined {
    const { byCode, byName } = this.context.known;
    if (row.customerCode) return byCode.get(row.customerCode.toUpperCase());
    const name = nameKey(row.customerName ?? row.payerName ?? "");
    return byName.get(name) ?? byCode.get((row.customerName ?? "").toUpperCase());
  }

  private make(row: CountedImportRow): Account {
    const { ids, known, book } = this.context;
    const name = row.customerName ?? row.payerName ?? row.customerCode ?? "?";
    const agreed = this.context.kind === "customers" ? agreedWith(row) : {};
    const customer: Customer = {
      id: ids.customer(),
      code: row.customerCode ?? freeCode(known, name),
      name,
      ...agreed,
      ...(row.taxId ? { taxId: row.taxId } : {}),
      ...(row.salesperson ? { salesperson: row.salesperson } : {}),
      ...(row.currency && row.currency !== book.settings.baseCurrency ? { currency: row.currency } : {}),
    };
    const account = emptyAccount(customer);
    addAccount(known, account);
    this.changes.push({ put: "customer", row: customer });
    return account;
  }

  private ambiguous(row: CountedImportRow): Problem {
    return { kind: "customerAmbiguous", place: this.place(row), found: row.customerName ?? "" };
  }

  private differs(row: CountedImportRow, known: OpenItem, found: OpenItem): Problem {
    const text = (item: OpenItem) => `${item.date} ${moneyText(item.amount, item.currency)}`;
    return {
      kind: "knownNumberDiffers",
      place: this.place(row),
      number: found.number ?? "",
      known: text(known),
      found: text(found),
    };
  }

  private place(row: CountedImportRow) {
    return { table: this.context.source, row: row.row };
  }
}

/**
 * What a list of customers says is agreed with one: its terms, and its limit. A limit of 0 may mean that
 * nothing may be owed or that nobody set one: it stays unknown.
 */
function agreedWith(row: CountedImportRow): Partial<Customer> {
  const terms = row.terms ? readTerms(row.terms) : undefined;
  const limit = row.creditLimit;
  return {
    ...(terms ? { terms } : {}),
    ...(limit !== undefined && limit > 0 ? { limitType: "amount", limit } : {}),
    ...(row.note ? { note: row.note } : {}),
  };
}

const KIND_OF_WORD: Record<DocumentWord, ItemKind> = {
  invoice: "invoice",
  creditNote: "creditNote",
  return: "return",
  debitNote: "debitNote",
  receipt: "creditNote",
  opening: "opening",
};

const CREDITS = new Set<ItemKind>(["creditNote", "return"]);

function optional(row: CountedImportRow): Partial<OpenItem> {
  return {
    ...(row.orderNumber ? { order: row.orderNumber } : {}),
    ...(row.deliveryNumber ? { delivery: row.deliveryNumber } : {}),
    ...(row.salesperson ? { salesperson: row.salesperson } : {}),
    ...(row.note ? { note: row.note } : {}),
  };
}

/** How much of an item its own row says is paid. */
function settledAmountOf(row: CountedImportRow, item: OpenItem, kind: ImportKind): Money {
  if (row.settledAmount !== undefined) return smaller(row.settledAmount, item.amount);
  if (kind === "settledItems" && row.settledOn) return item.amount;
  if (kind === "items" && row.openAmount !== undefined) return minus(item.amount, row.openAmount);
  return money(0);
}

function sameContent(a: OpenItem, b: OpenItem): boolean {
  return a.customer === b.customer && a.date === b.date && a.amount === b.amount && a.currency === b.currency;
}

function methodOf(word: string | undefined): ReceiptMethod {
  const key = nameKey(word ?? "");
  const found = Object.entries(METHODS).find(([code, words]) =>
    [code, words.zh, words.en].some((each) => nameKey(each) === key),
  );
  return (found?.[0] as ReceiptMethod | undefined) ?? "transfer";
}

/** A code for a customer that came with a name only: the name, shortened, made unique. */
function freeCode(known: KnownRows, name: string): string {
  const base = name.slice(0, 24);
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!known.byCode.has(code.toUpperCase())) return code;
  }
}
