import {
  type Change,
  type Customer,
  codeKey,
  emptyAccount,
  type Fields,
  fileOf,
  isUndecided,
  nameKey,
  type Problem,
  readTerms,
} from "../../../core/index.ts";
import { todayIn } from "../actions/reading.ts";
import { requestedInCells } from "../approvals/requests.ts";
import { PROPOSED, wishedSubjects } from "../approvals/wished-subjects.ts";
import { actorOf } from "../deciders.ts";
import type { RowWrite } from "../views/row-write.ts";
import { type Desk, isProblem, type TypedChange, type TypedTable } from "./desk.ts";
import type { TypedRow } from "./typed-row.ts";

/** Customers 客户 that people typed or changed; limit and terms are wishes and not read here. */
export const typedCustomers: TypedTable = {
  needs: ["name"],
  filled: () => ["code", "currency"],
  fixed: fixedKeys,
  add: newCustomer,
  change: changedCustomer,
};

/** A limit is in the customer's own currency: while there is one, or one is asked for, another currency would make it another sum. */
function fixedKeys({ id }: RowWrite, desk: Desk): string[] {
  const account = desk.ledger.book.accounts.get(id);
  if (!account) return [];
  const isAsked = fileOf(account).approvals.some(
    (each) => each.voided === 0 && isUndecided(each) && each.subject.kind === "limit",
  );
  return account.customer.limit !== undefined || isAsked ? ["currency"] : [];
}

const HAND_KEYS: readonly string[] = [
  "aliases",
  "taxId",
  "parent",
  "payer",
  "team",
  "salesperson",
  "cutOffDay",
  "onAccount",
  "naturalPerson",
  "language",
  "currency",
  "note",
];

/** A customer without a code goes by its name. */
function newCustomer(row: TypedRow, desk: Desk): readonly Change[] | Problem {
  const name = String(row.fields.name);
  const code = String(row.fields.code ?? name);
  if (desk.otherWithCode(code, "")) return taken(row, code, desk);
  const blank = { id: desk.ids.customer(), code, name };
  const customer = customerFrom(row.fields, HAND_KEYS, blank, row, desk);
  return "place" in customer
    ? customer
    : [{ put: "customer", row: customer }, ...wishedOf(customer, row, desk)];
}

/** Limit and terms beside a new customer are wishes too; terms that cannot be read stay in their cell and are listed. */
function wishedOf(customer: Customer, { fields }: TypedRow, desk: Desk): Change[] {
  const terms = fields.terms === undefined ? undefined : readTerms(String(fields.terms));
  const wished = { ...pickedFields(fields), ...(terms ? { terms } : {}) };
  const columns = PROPOSED.filter((column) => wished[column] !== undefined);
  const asking = { ledger: desk.ledger, ids: desk.ids, by: actorOf(), today: todayIn(desk.ledger) };
  return wishedSubjects(columns, { ...customer, ...wished }).flatMap((subject) =>
    requestedInCells(emptyAccount(customer), { subject }, asking),
  );
}

function pickedFields({ limitType, limit, limitUntil }: Fields): Partial<Customer> {
  const given = Object.entries({ limitType, limit, limitUntil }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Customer>; // cells of those columns hold nothing else
}

function changedCustomer(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const { row, fields, keys, known } = typed;
  const account = desk.ledger.book.accounts.get(known.id);
  if (!account) return [];
  const code = String(fields.code ?? account.customer.code);
  if (desk.otherWithCode(code, known.id)) return taken(row, code, desk);
  const customer = customerFrom(fields, [...keys], account.customer, row, desk);
  if ("place" in customer) return customer;
  const former = withFormerName(customer, account.customer, desk);
  // Nobody typed it: a run that is cut off before it stands in the cell must not take it for taken away.
  const decided = former.aliases ? { decided: ["aliases"] } : {};
  return [{ put: "customer", row: { ...customer, ...former }, ...decided }];
}

/**
 * The name that it had stays one of its aliases, for lists that still say it, unless that is another
 * customer's name by now. It stands in the tab, where people may take it away.
 */
function withFormerName(now: Customer, { name: was }: Customer, desk: Desk): Pick<Customer, "aliases"> {
  const { aliases = [] } = now;
  const isKnown = [now.name, ...aliases].some((each) => nameKey(each) === nameKey(was));
  const isOthers = desk
    .accounts()
    .some(({ customer }) => customer.id !== now.id && nameKey(customer.name) === nameKey(was));
  return isKnown || isOthers ? {} : { aliases: [...aliases, was] };
}

function taken(row: TypedRow, code: string, desk: Desk): Problem {
  return { kind: "codeTaken", place: desk.place(row, "code"), found: code };
}

/** A customer with the fields that were typed; a parent or payer must be a customer. */
function customerFrom(
  fields: Fields,
  keys: readonly string[],
  known: Customer,
  row: TypedRow,
  desk: Desk,
): Customer | Problem {
  const next: Record<string, unknown> = { ...known };
  for (const key of keys) {
    const value = fields[key];
    if (value === undefined || value === "") delete next[key];
    else if (key === "aliases") next[key] = aliasesIn(String(value));
    else if (key === "parent" || key === "payer") {
      const other = desk.customerOf(row, value);
      if (isProblem(other)) return { ...other, place: desk.place(row, key) };
      next[key] = other.customer.id;
    } else next[key] = value;
  }
  const { code, name } = fields;
  return {
    ...(next as Customer),
    id: known.id,
    code: String(code ?? known.code),
    name: String(name ?? known.name),
    ...formerCodesOf(known, String(code ?? known.code)),
  };
}

/** The code that it had goes on meaning it, for rows and lists that still carry it. */
function formerCodesOf({ code, formerCodes = [] }: Customer, now: string): Pick<Customer, "formerCodes"> {
  const other = [...formerCodes, code].filter((each) => codeKey(each) !== codeKey(now));
  return other.length > 0 ? { formerCodes: [...new Set(other)] } : {};
}

function aliasesIn(text: string): string[] {
  return text.split(/\s*[;；]\s*/).filter(Boolean);
}
