import {
  type Change,
  type Fields,
  liveFact,
  type Money,
  moneyText,
  mostSettledBy,
  type PlainDate,
  type Problem,
  type Receipt,
  UNIDENTIFIED,
  usesOf,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { receiptAlike } from "../actions/alike.ts";
import { movedReceipt } from "../actions/identify.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { planReceipt } from "../receipts/receipt-plan.ts";
import type { RowWrite } from "../views/row-write.ts";
import { type Desk, isProblem, type TypedChange, type TypedTable } from "./desk.ts";
import { redatedAllocations } from "./redated-allocations.ts";
import { fieldsOf, textsOf } from "./typed-fields.ts";
import type { TypedRow } from "./typed-row.ts";

type ReceiptInput = Input<"addReceipt">["receipt"];

/** Receipts 收款 that people typed, changed, or found the customer of 认领. */
export const typedReceipts: TypedTable = {
  needs: ["date", "amount"],
  filled: () => ["currency", "method"],
  fixed: fixedColumns,
  add: newReceipt,
  change: changedReceipt,
};

/** What a bounced draft 退票 keeps: a remark may be added, its figures stand beside those that take it back. */
const FIGURES = ["date", "customer", "method", "currency", "amount", "order", "draftMaturity", "draftState"];

/** The receipt that takes another one back is the ledger's own. */
function fixedColumns({ id }: RowWrite, desk: Desk): readonly string[] {
  const [receipt] = desk.accounts().flatMap((account) => liveFact(account.receipts, id) ?? []);
  if (receipt?.reverses !== undefined) return desk.table.columns.map(({ key }) => key);
  return receipt?.draft?.state === "dishonoured" ? FIGURES : [];
}

/** Without a customer it is an unidentified receipt; with one it is applied like any other. */
function newReceipt(row: TypedRow, desk: Desk): readonly Change[] | Problem {
  const { customer, date } = row.fields;
  const account = customer === undefined ? undefined : desk.customerOf(row, customer);
  if (account && isProblem(account)) return account;
  const closed = desk.closed(row, date);
  if (closed) return closed;
  if (desk.hasBankReference(row.fields.bankReference)) return desk.duplicate(row, "bankReference");
  const lacking = lackingOfDraft(row.fields, undefined);
  if (lacking) return { kind: "cellMissing", place: desk.place(row, lacking) };
  const input = receiptInputFrom(row.fields, account?.customer.id);
  return planReceipt(desk.scratch, input, desk.ids).changes;
}

function changedReceipt(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { row, fields, keys } = typed;
  const from = desk.accounts().find((account) => liveFact(account.receipts, typed.known.id));
  const receipt = from && liveFact(from.receipts, typed.known.id);
  if (!from || !receipt) return [];
  const isNamed = keys.has("customer") && fields.customer !== undefined;
  const to = isNamed ? desk.customerOf(row, fields.customer) : from;
  if (isProblem(to)) return to;
  const isMoved = to !== from || (fields.customer === undefined && receipt.customer !== undefined);
  const used = usesOf(from, receipt.id);
  const settled = mostSettledBy(used);
  if (
    used.length > 0 &&
    (isMoved || keys.has("currency") || isLess(fields.amount as Money, receipt, settled))
  )
    return belowSettled(typed, receipt, settled, desk);
  const isUnidentified = receipt.customer === undefined;
  const closed = desk.closed(row, receipt.date, fields.date);
  if (closed && touchesFigures(keys, isUnidentified)) return closed;
  const lacking = lackingOfDraft(fields, receipt.draft);
  if (lacking) return { kind: "cellMissing", place: desk.place(row, lacking) };
  const next = { ...receiptFrom(fields, receipt), ...unseenOf(receipt) };
  if (!isMoved) {
    const redated =
      next.date === receipt.date ? [] : redatedAllocations(from, next, desk.ledger.book.settings);
    return [{ put: "receipt", row: next }, ...redated];
  }
  const target = fields.customer === undefined ? loadAccount(desk.scratch, UNIDENTIFIED) : to;
  if (fields.customer !== undefined && receiptAlike(target, next)) return alike(row, next, desk);
  return movedReceipt(desk.ledger, next, target, desk.ids);
}

/** Less than was used of it, of a refund 退款 than it opened again; or the one where it was the other. */
function isLess(amount: Money, receipt: Receipt, settled: Money): boolean {
  if (amount === receipt.amount) return false;
  return Math.sign(amount) !== Math.sign(receipt.amount) || Math.abs(amount) < settled;
}

/** The customer that was typed has a receipt like it: given to them as well, the same money would be paid twice. */
function alike(row: TypedRow, { date, amount, currency }: Receipt, desk: Desk): Problem {
  const found = `${date} ${moneyText(amount, currency)}`;
  return { kind: "duplicateSuspected", place: desk.place(row, "customer"), found };
}

/** Finding out who an unidentified receipt is from changes no figure of a closed period. */
function touchesFigures(keys: ReadonlySet<string>, isUnidentified: boolean): boolean {
  const figures = ["date", "currency", "amount", ...(isUnidentified ? [] : ["customer"])];
  return figures.some((key) => keys.has(key));
}

function receiptFrom(fields: Fields, known: Receipt): Receipt {
  const { customer, items, settleDifference, askDifference, ...input } = receiptInputFrom(
    fields,
    known.customer,
    known.draft,
  );
  const own = known.customer ? { customer: known.customer } : {};
  return { id: known.id, ...own, ...input, currency: input.currency ?? known.currency };
}

/** What a row does not show stays as it is. */
function unseenOf({ reverses, importKey }: Receipt): Partial<Receipt> {
  return { ...(reverses ? { reverses } : {}), ...(importKey ? { importKey } : {}) };
}

/** A receipt as its row says it; of a known one the draft keeps what the row does not show. */
function receiptInputFrom(
  fields: Fields,
  customer: string | undefined,
  known?: Receipt["draft"],
): ReceiptInput {
  return {
    ...(customer ? { customer } : {}),
    date: fields.date as PlainDate,
    amount: fields.amount as Money,
    method: (fields.method as ReceiptInput["method"] | undefined) ?? "transfer",
    ...textsOf(fields, [
      "currency",
      "bankReference",
      "payerName",
      "designation",
      "order",
      "collectedBy",
      "note",
    ]),
    ...fieldsOf<Receipt>(fields, ["payerRelation", "handedInOn"]),
    ...draftFrom(fields, known),
  };
}

/** The column without which what else the row says of a draft 票据 would be lost. */
function lackingOfDraft(fields: Fields, known: Receipt["draft"]): string | undefined {
  const { draftMaturity, draftNumber, draftAcceptor, draftState } = fields;
  if (!draftMaturity) return draftNumber || draftAcceptor || draftState ? "draftMaturity" : undefined;
  return known && !draftState ? "draftState" : undefined;
}

/** A bounced draft stays bounced whatever is typed; that it bounced is an act of its own. */
function draftFrom(fields: Fields, known: Receipt["draft"]): { draft?: NonNullable<Receipt["draft"]> } {
  const maturity = fields.draftMaturity as PlainDate | undefined;
  if (!maturity) return {};
  const typed = fields.draftState as NonNullable<Receipt["draft"]>["state"] | undefined;
  const isFixed = known?.state === "dishonoured" || typed === undefined || typed === "dishonoured";
  const state = isFixed ? (known?.state ?? "held") : typed;
  const number = fields.draftNumber ? { number: String(fields.draftNumber) } : {};
  const acceptor = fields.draftAcceptor ? { acceptor: String(fields.draftAcceptor) } : {};
  return { draft: { maturity, state, ...number, ...acceptor } };
}

function belowSettled(typed: TypedChange, receipt: Receipt, used: Money, desk: Desk): Problem {
  const found = (typed.fields.amount as Money | undefined) ?? receipt.amount;
  return {
    kind: "belowSettled",
    place: desk.place(typed.row),
    found: moneyText(found, receipt.currency),
    settled: moneyText(used, receipt.currency),
  };
}
