import {
  type Account,
  type Allocation,
  type Change,
  type Fields,
  type ItemKind,
  type Known,
  linesWithAmount,
  liveFact,
  type Money,
  moneyText,
  mostSettledBy,
  type OpenItem,
  type PlainDate,
  type Problem,
  usesOf,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { itemAlike } from "../actions/alike.ts";
import { itemOf } from "../actions/items.ts";
import { todayIn } from "../actions/reading.ts";
import type { RowWrite } from "../views/row-write.ts";
import { type Desk, isProblem, standing, type TypedChange, type TypedTable } from "./desk.ts";
import { redatedAllocations } from "./redated-allocations.ts";
import { fieldsOf, textsOf } from "./typed-fields.ts";
import type { TypedRow } from "./typed-row.ts";

type ItemInput = Input<"addItem">["item"];

/** Open items 应收明细 that people typed, changed, or gave to another customer. */
export const typedItems: TypedTable = {
  needs: ["customer", "date", "amount"],
  filled: filledColumns,
  add: newItem,
  change: changedItem,
};

/** A due date that was stated may be taken away, one by terms not; a dispute with a reason has its day. */
function filledColumns({ fields }: TypedRow, known: RowWrite, desk: Desk): readonly string[] {
  const [item] = desk.accounts().flatMap((account) => liveFact(account.items, known.id) ?? []);
  const isStated = item?.lines[0]?.basis === "stated";
  const isReasoned = fields.disputeReason !== undefined && known.fields.disputedSince !== undefined;
  return ["kind", "currency", ...(isStated ? [] : ["due"]), ...(isReasoned ? ["disputedSince"] : [])];
}

function newItem(row: TypedRow, desk: Desk): readonly Change[] | Problem {
  const account = desk.customerOf(row, row.fields.customer);
  if (isProblem(account)) return account;
  const closed = desk.closed(row, row.fields.date);
  if (closed) return closed;
  const input = itemInputFrom(row.fields, account, desk);
  const item = itemOf(input, desk.ids.item(), account, desk.ledger.book.settings);
  return item.number !== undefined && itemAlike(account, item)
    ? desk.duplicate(row, "number")
    : [{ put: "item", row: item }];
}

function changedItem(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { row, fields, keys } = typed;
  const from = desk.accounts().find((account) => liveFact(account.items, typed.known.id));
  const item = from && liveFact(from.items, typed.known.id);
  if (!from || !item) return [];
  const to = keys.has("customer") ? desk.customerOf(row, fields.customer) : from;
  if (isProblem(to)) return to;
  const closed = desk.closed(row, item.date, fields.date);
  if (closed && touchesFigures(keys)) return closed;
  const used = usesOf(from, item.id);
  const isFree = used.length === 0;
  if (!isFree && (to !== from || keys.has("currency") || keys.has("kind")))
    return belowSettled(typed, item, used, desk);
  const next = itemOf(
    { ...itemInputFrom(fields, to, desk, item), ...dueOf(fields, keys, item) },
    item.id,
    to,
    desk.ledger.book.settings,
  );
  const lines = linesOf(item, next, keys, isFree ? undefined : used);
  if (!lines || isBelow(item, next, used)) return belowSettled(typed, item, used, desk);
  const put: Change = { put: "item", row: { ...next, ...unseenOf(item), lines } };
  const { settings } = desk.ledger.book;
  const redated = next.date === item.date ? [] : redatedAllocations(from, next, settings);
  return standing([put, ...redated], item.id, from);
}

/** Columns that change what is owed, by whom or since when. */
function touchesFigures(keys: ReadonlySet<string>): boolean {
  return ["kind", "customer", "date", "due", "currency", "amount"].some((key) => keys.has(key));
}

/** A due date counts as stated where a hand typed it, or where it had been stated before. */
function dueOf(fields: Fields, keys: ReadonlySet<string>, item: OpenItem): { due?: PlainDate } {
  const isStated = keys.has("due") || item.lines[0]?.basis === "stated";
  return isStated && fields.due ? { due: fields.due as PlainDate } : {};
}

/**
 * Due lines after typing: the same, or with another amount, or by the due date that was typed. What the
 * row shows stays true: another customer or document date alone moves no due date.
 */
function linesOf(
  item: OpenItem,
  next: OpenItem,
  keys: ReadonlySet<string>,
  used: readonly Known<Allocation>[] | undefined,
): OpenItem["lines"] | undefined {
  const isRedated = keys.has("due");
  const isSingle = item.lines.length === 1 && next.lines.length === 1;
  if (isRedated && !used) return next.lines;
  const settled = item.lines.map((_, line) =>
    mostSettledBy((used ?? []).filter((each) => each.item === item.id && each.line === line)),
  );
  const kept = item.amount === next.amount ? item.lines : linesWithAmount(item.lines, next.amount, settled);
  const [line] = next.lines;
  const [old] = kept ?? [];
  if (!isRedated || !isSingle || !line || !old) return kept;
  return [{ ...line, amount: old.amount }];
}

/** What a row does not show stays as it is. */
function unseenOf({ payer, linkedTo, goods, importKey }: OpenItem): Partial<OpenItem> {
  return {
    ...(payer ? { payer } : {}),
    ...(linkedTo ? { linkedTo } : {}),
    ...(goods ? { goods } : {}),
    ...(importKey ? { importKey } : {}),
  };
}

/** An open item as its row says it. */
function itemInputFrom(fields: Fields, account: Account, desk: Desk, known?: OpenItem): ItemInput {
  const kind =
    (fields.kind as ItemKind | undefined) ?? known?.kind ?? desk.ledger.book.settings.debtCarriedBy;
  return {
    customer: account.customer.id,
    kind,
    date: fields.date as PlainDate,
    amount: fields.amount as Money,
    ...(!known && fields.due ? { due: fields.due as PlainDate } : {}),
    ...textsOf(fields, ["number", "currency", "shop", "order", "delivery", "salesperson", "note"]),
    ...fieldsOf<OpenItem>(fields, ["taxMode", "taxRate", "reason", "acceptedOn"]),
    ...disputeFrom(fields, desk, known),
  };
}

/** A dispute 争议 needs a day or a reason; the other is today, or a dash. */
function disputeFrom(fields: Fields, desk: Desk, known?: OpenItem): Pick<ItemInput, "dispute"> {
  const { disputedSince, disputeReason } = fields;
  if (!disputedSince && !disputeReason) return {};
  const since = (disputedSince as PlainDate | undefined) ?? todayIn(desk.ledger);
  return { dispute: { ...known?.dispute, since, reason: String(disputeReason ?? "—") } };
}

function belowSettled(
  typed: TypedChange,
  item: OpenItem,
  used: readonly Known<Allocation>[],
  desk: Desk,
): Problem {
  const found = (typed.fields.amount as Money | undefined) ?? item.amount;
  return {
    kind: "belowSettled",
    place: desk.place(typed.row),
    found: moneyText(found, item.currency),
    settled: moneyText(mostSettledBy(used), item.currency),
  };
}

/** Less than was settled of it on any day, or, of a credit, than was put on other items. */
function isBelow(item: OpenItem, { amount }: OpenItem, used: readonly Known<Allocation>[]): boolean {
  if (used.length === 0 || amount === item.amount) return false;
  return Math.sign(amount) !== Math.sign(item.amount) || Math.abs(amount) < mostSettledBy(used);
}
