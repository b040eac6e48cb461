import { documentLinesOf } from "../calculations/due-lines.ts";
import type { DocumentWord } from "../reading/cell-words.ts";
import type { Account } from "../records/book.ts";
import type { DueLine, ItemKind, OpenItem } from "../records/open-item.ts";
import { readTerms } from "../tables/read-terms.ts";
import type { PlainDate } from "../values/date.ts";
import { type Money, money, moneyText, negated } from "../values/money.ts";
import { countedAmountOf } from "./counted-amount.ts";
import { goodsLinesOf } from "./goods-lines.ts";
import type { ImportWork, Outcome } from "./import-context.ts";
import { accountFor } from "./imported-customer.ts";
import { importedSettlement } from "./imported-settlement.ts";
import { addItem, addToSettled, type Found, isElsewhere, numberKey } from "./known-rows.ts";
import {
  inClosedPeriod,
  inOpenImport,
  maybeKnown,
  otherContent,
  otherNumber,
  placeOf,
  sameContent,
  settlementUnclear,
  twinOf,
  unclearCurrency,
  unreadTerms,
} from "./listed-rows.ts";
import { keyOfNew, sameRows, type Wanted } from "./numberless-rows.ts";
import type { CountedImportRow } from "./occurrences.ts";
import { type StatedSettlement, statedSettlement } from "./stated-settlement.ts";
import { unfitRow } from "./unfit-row.ts";

/** A row of documents 应收明细, with what it says of their settlement. */
export function takeItem(row: CountedImportRow, work: ImportWork): Outcome {
  const account = accountFor(row, work);
  if ("kind" in account) return account;
  const unread = row.due ? undefined : unreadTerms(row, work);
  if (unread) return unread;
  const item = itemOf(row, account, work);
  const stated = statedSettlement(row, item.amount, work.kind);
  if (stated === "unclear") return settlementUnclear(row, item, work);
  const { byNumber, numberlessItems } = work.known;
  const numbered = item.number ? (byNumber.get(numberKey(item.number)) ?? []) : [];
  const alike = item.number
    ? numbered.filter((each) => sameContent(each, item))
    : sameRows(numberlessItems, wantedIn(row, account, item, work));
  if (alike === "doubtful") return maybeKnown(item, row, work);
  if (alike.length > 0) return knownItem(row, alike, stated, work);
  const unclear = unclearCurrency(row, account, work);
  if (unclear) return unclear;
  const [other] = numbered;
  if (other) return otherContent("knownNumberDiffers", row, item, other, work);
  return newItem(row, item, stated, work);
}

function newItem(
  row: CountedImportRow,
  item: OpenItem,
  stated: StatedSettlement | undefined,
  work: ImportWork,
): Outcome {
  const { known, ids, changes } = work;
  const settled = stated?.settled ?? money(0);
  const date = row.settledOn ?? item.date;
  const barred =
    unfitRow({ put: "item", row: item }, row, work) ??
    (settled > 0 ? inClosedPeriod(date, row, work) : undefined) ??
    otherNumber(item, row, work) ??
    twinOf(item, row, work);
  if (barred) return barred;
  const own: OpenItem = { ...item, id: ids.item() };
  addItem(known, own);
  addToSettled(known, own.id, settled);
  changes.push({ put: "item", row: own }, ...importedSettlement(own, { settled, date }, work));
  return "taken";
}

/** A row that the ledger has: nothing to do, unless it says another sum is open, or the ledger may lose it again. */
function knownItem(
  row: CountedImportRow,
  alike: readonly Found<OpenItem>[],
  stated: StatedSettlement | undefined,
  work: ImportWork,
): Outcome {
  const item = alike.find((each) => !isElsewhere(each, work.batch));
  if (!item) return inOpenImport(row, work);
  work.known.claimed.add(item.id);
  const sign = item.amount < 0 ? -1 : 1;
  const open = money(item.amount - sign * (work.known.settled.get(item.id) ?? 0));
  const found = money(sign * (stated?.open ?? sign * open));
  if (open === found) return "known";
  const text = (amount: Money) => moneyText(amount, item.currency);
  return {
    kind: "knownOpenDiffers",
    place: placeOf(row, work),
    number: item.number ?? item.date,
    known: text(open),
    found: text(found),
  };
}

function itemOf(row: CountedImportRow, account: Account, work: ImportWork): OpenItem {
  const { kind, asOf, book } = work;
  const date = row.date ?? row.due ?? asOf;
  const itemKind = kind === "openings" ? "opening" : KIND_OF_WORD[row.documentWord ?? "invoice"];
  const counted = countedAmountOf(row, kind);
  const amount = CREDITS.has(itemKind) && counted > 0 ? negated(counted) : counted;
  const currency = row.currency || book.settings.baseCurrency;
  const wanted = wantedIn(row, account, { kind: itemKind, currency }, work);
  return {
    id: "",
    customer: account.customer.id,
    kind: itemKind,
    date,
    currency,
    amount,
    lines: linesOf(row, { amount, date, account }, work),
    ...(row.number ? { number: row.number } : { importKey: keyOfNew(wanted) }),
    ...referencesOf(row),
    ...(row.goods ? { goods: goodsLinesOf(row.goods, amount) } : {}),
    ...(row.rows && row.rows.length > 1 ? { fileRows: row.rows.length } : {}),
    ...(row.disputed ? { dispute: { since: date, reason: "—" } } : {}),
  };
}

function wantedIn(
  row: CountedImportRow,
  account: Account,
  { kind, currency }: Pick<OpenItem, "kind" | "currency">,
  work: ImportWork,
): Wanted {
  return { row, account, kind, currency, formerKind: work.kind, batch: work.batch };
}

interface Owed {
  readonly amount: Money;
  readonly date: PlainDate;
  readonly account: Account;
}

/** By the document's own due date or terms, else by the customer's. */
function linesOf(row: CountedImportRow, { amount, date, account }: Owed, { book }: ImportWork): DueLine[] {
  const terms = row.terms ? readTerms(row.terms) : undefined;
  const stated = { date, ...(row.due ? { due: row.due } : {}), ...(terms ? { terms } : {}) };
  return documentLinesOf(amount, stated, account.customer, book.settings.restDays);
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

function referencesOf(row: CountedImportRow): Partial<OpenItem> {
  return {
    ...(row.orderNumber ? { order: row.orderNumber } : {}),
    ...(row.deliveryNumber ? { delivery: row.deliveryNumber } : {}),
    ...(row.salesperson ? { salesperson: row.salesperson } : {}),
    ...(row.note ? { note: row.note } : {}),
  };
}
