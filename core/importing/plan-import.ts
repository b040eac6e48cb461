import { documentLinesOf } from "../calculations/due-lines.ts";
import type { DocumentWord } from "../reading/cell-words.ts";
import type { ImportKind } from "../reading/import-kinds.ts";
import { type Account, type Book, emptyAccount, UNIDENTIFIED } from "../records/book.ts";
import type { Change } from "../records/change.ts";
import type { Customer } from "../records/customer.ts";
import type { DueLine, ItemKind, OpenItem } from "../records/open-item.ts";
import type { Receipt, ReceiptMethod } from "../records/receipt.ts";
import { readTerms } from "../tables/read-terms.ts";
import { METHODS } from "../tables/words.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, money, moneyText, negated } from "../values/money.ts";
import type { Problem } from "../values/problem.ts";
import { codeKey, nameKey } from "../values/text.ts";
import { goodsLinesOf } from "./goods-lines.ts";
import { importedSettlement } from "./imported-settlement.ts";
import {
  accountWithCode,
  addAccount,
  addItem,
  addReceipt,
  addToSettled,
  contentKey,
  type Found,
  isElsewhere,
  type KnownRows,
  numberKey,
  suspectedTwin,
} from "./known-rows.ts";
import { type CountedImportRow, contentOf } from "./occurrences.ts";
import { type StatedSettlement, statedSettlement } from "./stated-settlement.ts";

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
  /** The import's batch: what stands in another one that is open is not known yet. */
  readonly batch: string;
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
    const closed = this.closed(row.date ?? row.due ?? this.context.asOf, row);
    if (closed) return closed;
    return kind === "receipts" ? this.takeReceipt(row) : this.takeItem(row);
  }

  /** 已关账: what is dated in a closed period is listed, not taken. */
  private closed(found: PlainDate, row: CountedImportRow): Problem | undefined {
    const { closedThrough } = this.context.book.settings;
    if (!closedThrough || found > closedThrough) return undefined;
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
    const { known, ids, kind } = this.context;
    const account = this.accountFor(row);
    if ("kind" in account) return account;
    const item = this.itemOf(row, account);
    const stated = statedSettlement(row, item.amount, kind);
    if (stated === "unclear") return this.unclear(row, item);
    const alike = item.number
      ? known.byNumber.get(numberKey(item.number))?.filter((each) => sameContent(each, item))
      : known.itemsByContent.get(item.importKey ?? "");
    if (alike?.[0]) return this.knownItem(row, alike, stated);
    const [other] = item.number ? (known.byNumber.get(numberKey(item.number)) ?? []) : [];
    if (other) return this.differs("knownNumberDiffers", row, item.number, [other, item]);
    const date = row.settledOn ?? item.date;
    const closed = stated && stated.settled > 0 ? this.closed(date, row) : undefined;
    if (closed) return closed;
    const twin = this.twinOf(item, row);
    if (twin) return twin;
    const own: OpenItem = { ...item, id: ids.item() };
    addItem(known, own);
    const settled = stated ? importedSettlement(own, { settled: stated.settled, date }, this.context) : [];
    addToSettled(known, own.id, stated?.settled ?? 0);
    this.changes.push({ put: "item", row: own }, ...settled);
    return "taken";
  }

  /** A row that the ledger has: nothing to do, unless it says another sum is open, or the ledger may lose it again. */
  private knownItem(
    row: CountedImportRow,
    alike: readonly Found<OpenItem>[],
    stated: StatedSettlement | undefined,
  ): Outcome {
    const item = alike.find((each) => !isElsewhere(each, this.context.batch));
    if (!item) return this.inOpenImport(row);
    const sign = item.amount < 0 ? -1 : 1;
    const open = money(item.amount - sign * (this.context.known.settled.get(item.id) ?? 0));
    const found = money(sign * (stated?.open ?? sign * open));
    if (open === found) return "known";
    const text = (amount: Money) => moneyText(amount, item.currency);
    return {
      kind: "knownOpenDiffers",
      place: this.place(row),
      number: item.number ?? item.date,
      known: text(open),
      found: text(found),
    };
  }

  private takeReceipt(row: CountedImportRow): Outcome {
    const { known, ids, book } = this.context;
    const account = this.accountFor(row);
    if ("kind" in account) return account;
    const bankReference = row.bankReference ?? row.number;
    const importKey = contentKey(["receipt", ...contentOf(row)], row.occurrence);
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
    const alike = bankReference
      ? known.byBankReference.get(numberKey(bankReference))
      : known.receiptsByContent.get(importKey);
    if (alike?.[0]) return this.knownReceipt(row, alike, receipt);
    const twin = this.twinOf(receipt, row);
    if (twin) return twin;
    addReceipt(known, receipt);
    this.changes.push({ put: "receipt", row: receipt });
    return "taken";
  }

  private knownReceipt(row: CountedImportRow, alike: readonly Found<Receipt>[], receipt: Receipt): Outcome {
    const { bankReference } = receipt;
    const same = bankReference ? alike.filter((each) => sameContent(each, receipt)) : alike;
    const [other] = alike;
    if (!same[0] && other) return this.differs("knownReferenceDiffers", row, bankReference, [other, receipt]);
    return same.every((each) => isElsewhere(each, this.context.batch)) ? this.inOpenImport(row) : "known";
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
    const { known } = this.context;
    if (row.customerCode) return accountWithCode(known, row.customerCode, row.customerName);
    const name = nameKey(row.customerName ?? row.payerName ?? "");
    return known.byName.get(name) ?? accountWithCode(known, row.customerName ?? "");
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

  /** A known number with other content: whose, when and how much, as far as these differ. */
  private differs(
    kind: "knownNumberDiffers" | "knownReferenceDiffers",
    row: CountedImportRow,
    number: string | undefined,
    [known, found]: readonly [Compared, Compared],
  ): Problem {
    const text = (each: Compared) => {
      const sum = `${each.date} ${moneyText(each.amount, each.currency)}`;
      const isOurs = known.customer === found.customer;
      const whose = isOurs ? "" : `${this.nameOf(each.customer)} `;
      const unit = known.currency === found.currency ? "" : ` ${each.currency}`;
      return `${whose}${sum}${unit}`;
    };
    return { kind, place: this.place(row), number: number ?? "", known: text(known), found: text(found) };
  }

  /** The form, typing or a settlement may have brought the row before, without a number that would tell. */
  private twinOf(row: OpenItem | Receipt, { row: at }: CountedImportRow): Problem | undefined {
    const { known, batch, source } = this.context;
    if (!suspectedTwin(known, row, batch)) return undefined;
    const found = `${row.date} ${moneyText(row.amount, row.currency)}`;
    return { kind: "duplicateSuspected", place: { table: source, row: at }, found };
  }

  private nameOf(customer = UNIDENTIFIED): string {
    return this.context.known.byId.get(customer)?.customer.name ?? customer;
  }

  private inOpenImport(row: CountedImportRow): Problem {
    const found = row.number ?? row.bankReference ?? row.date ?? "";
    return { kind: "inOpenImport", place: this.place(row), found };
  }

  private unclear(row: CountedImportRow, item: OpenItem): Problem {
    const text = (sum: Money | undefined) => (sum === undefined ? "--" : moneyText(sum, item.currency));
    const [amount, settled, open] = [item.amount, row.settledAmount, row.openAmount].map(text);
    const sums = { amount: amount ?? "", settled: settled ?? "", open: open ?? "" };
    return { kind: "settlementUnclear", place: this.place(row), ...sums };
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

type Compared = Pick<Receipt, "customer" | "date" | "amount" | "currency">;

function sameContent(a: Compared, b: Compared): boolean {
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
    if (!known.byCode.has(codeKey(code))) return code;
  }
}
