import {
  type Customer,
  type Field,
  type Money,
  moneyText,
  type Problem,
  readTerms,
  termsText,
} from "../../../core/index.ts";
import type { ProposedColumn } from "../approvals/wished-subjects.ts";
import type { RowWrite } from "../views/row-write.ts";
import type { Desk } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/** A wish that stands in a customer's row. */
export interface Proposal {
  readonly customer: string;
  readonly column: ProposedColumn;
  /** As a person reads them; "" is nothing. */
  readonly proposed: string;
  readonly inForce: string;
  /** The customer as it would be. */
  readonly next: Customer;
}

/** The wish that a typed cell is; nothing where it only says in other words what is in force. */
export function proposalOf(
  row: TypedRow,
  known: RowWrite,
  column: ProposedColumn,
  desk: Desk,
): Proposal | Problem | undefined {
  const account = desk.ledger.book.accounts.get(known.id);
  if (!account) return undefined;
  const typed = row.fields[column];
  const value = column === "terms" && typed !== undefined ? readTerms(String(typed)) : typed;
  if (typed !== undefined && value === undefined)
    return { kind: "termsUnreadable", place: desk.place(row, column), found: String(typed) };
  const { [column]: old, ...rest } = account.customer;
  const next = (value === undefined ? rest : { ...rest, [column]: value }) as Customer;
  const [proposed, inForce] = [next, account.customer].map((customer) => shown(customer, column, desk));
  if (proposed === inForce || proposed === undefined || inForce === undefined) return undefined;
  return { customer: known.id, column, proposed, inForce, next };
}

function shown(customer: Customer, column: ProposedColumn, desk: Desk): string {
  const { language, baseCurrency } = desk.ledger.book.settings;
  const value: Field | Customer["terms"] = customer[column];
  if (value === undefined) return "";
  if (column === "terms") return customer.terms ? termsText(customer.terms, language) : "";
  if (column === "limit") return moneyText(value as Money, customer.currency ?? baseCurrency);
  const choices = desk.table.columns.find((each) => each.key === column)?.choices;
  return choices?.[String(value)]?.[language] ?? String(value);
}
