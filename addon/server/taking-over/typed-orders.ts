import {
  type Account,
  type Change,
  type Fields,
  liveFact,
  type Money,
  type Order,
  type PlainDate,
  type Problem,
} from "../../../core/index.ts";
import { type Desk, isProblem, standing, type TypedChange, type TypedTable } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/** Sales orders 销售订单 that people typed; they count until delivered, cancelled or lapsed. */
export const typedOrders: TypedTable = {
  needs: ["reference", "customer", "date", "amount"],
  filled: () => ["currency", "state"],
  add: newOrder,
  change: changedOrder,
};

function newOrder(row: TypedRow, desk: Desk): readonly Change[] | Problem {
  const account = desk.customerOf(row, row.fields.customer);
  return isProblem(account) ? account : orderFrom(row.fields, { id: desk.ids.other() }, account, desk);
}

function changedOrder(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { id } = typed.known;
  const from = desk.accounts().find((account) => liveFact(account.orders, id));
  const known = from && liveFact(from.orders, id);
  if (!from || !known) return [];
  const account = typed.keys.has("customer") ? desk.customerOf(typed.row, typed.fields.customer) : from;
  if (isProblem(account)) return account;
  const made = orderFrom(typed.fields, { id, known }, account, desk);
  return standing(made, id, from);
}

interface Made {
  readonly id: string;
  readonly known?: Order;
}

function orderFrom(fields: Fields, made: Made, { customer }: Account, desk: Desk): readonly Change[] {
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
  return [{ put: "order", row: order }];
}
