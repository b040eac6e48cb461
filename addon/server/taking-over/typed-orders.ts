import type { Change, Fields, Money, Order, PlainDate, Problem } from "../../../core/index.ts";
import { type Desk, isProblem, type TypedChange, type TypedRow, type TypedTable } from "./desk.ts";

/** Sales orders 销售订单 that people typed; they count until delivered, cancelled or lapsed. */
export const typedOrders: TypedTable = {
  needs: ["reference", "customer", "date", "amount"],
  decided: ["currency", "state"],
  add: (row, desk) => orderFrom(row, row.fields, { id: desk.ids.other(), typedAt: row.row }, desk),
  change: changedOrder,
};

function changedOrder(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { id } = typed.known;
  const isOwn = (order: Order & { voided: number }) => order.id === id && order.voided === 0;
  const from = desk.accounts().find((account) => account.orders.some(isOwn));
  const known = from?.orders.find(isOwn);
  const made = orderFrom(typed.row, typed.fields, { id, ...(known ? { known } : {}) }, desk);
  if (isProblem(made) || !from) return made;
  const [put] = made;
  const isMoved = put?.put === "order" && put.row.customer !== from.customer.id;
  return isMoved ? [{ put: "void", row: { id, customer: from.customer.id } }, ...made] : made;
}

interface Made {
  readonly id: string;
  readonly typedAt?: number;
  readonly known?: Order;
}

function orderFrom(row: TypedRow, fields: Fields, made: Made, desk: Desk): readonly Change[] | Problem {
  const account = desk.customerOf(row, fields.customer);
  if (isProblem(account)) return account;
  const { customer } = account;
  const order: Order = {
    id: made.id,
    customer: customer.id,
    reference: String(fields.reference),
    date: fields.date as PlainDate,
    currency: String(fields.currency ?? customer.currency ?? desk.ledger.book.settings.baseCurrency),
    amount: fields.amount as Money,
    basis: made.known?.basis ?? "gross",
    state: (fields.state as Order["state"] | undefined) ?? made.known?.state ?? "reported",
  };
  const typedAt = made.typedAt === undefined ? {} : { typedAt: made.typedAt };
  return [{ put: "order", row: order, ...typedAt }];
}
