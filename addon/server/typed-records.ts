import type { Account, Customer, Fields, ItemKind, PlainDate, Receipt } from "../../core/index.ts";
import type { Input } from "../protocol.ts";

type ItemInput = Input<"addItem">["item"];

/** An open item as its row says it. */
export function itemInputFrom(fields: Fields, customer: string, kind: ItemKind): ItemInput {
  const text = <K extends string>(key: K) =>
    (fields[key] ? { [key]: String(fields[key]) } : {}) as { [P in K]?: string };
  return {
    customer,
    kind: (fields.kind as ItemKind | undefined) ?? kind,
    date: fields.date as PlainDate,
    amount: fields.amount as ItemInput["amount"],
    ...(fields.due ? { due: fields.due as PlainDate } : {}),
    ...text("number"),
    ...text("currency"),
    ...text("shop"),
    ...text("order"),
    ...text("delivery"),
    ...text("salesperson"),
    ...text("note"),
  };
}

type ReceiptInput = Input<"addReceipt">["receipt"];

/** A receipt as its row says it; of a known one the draft keeps what the row does not show. */
export function receiptInputFrom(
  fields: Fields,
  customer: string | undefined,
  known?: Receipt["draft"],
): ReceiptInput {
  const text = <K extends string>(key: K) =>
    (fields[key] ? { [key]: String(fields[key]) } : {}) as { [P in K]?: string };
  return {
    ...(customer ? { customer } : {}),
    date: fields.date as PlainDate,
    amount: fields.amount as ReceiptInput["amount"],
    method: (fields.method as ReceiptInput["method"] | undefined) ?? "transfer",
    ...text("currency"),
    ...text("bankReference"),
    ...text("payerName"),
    ...text("designation"),
    ...text("collectedBy"),
    ...text("note"),
    ...draftFrom(fields, known),
  };
}

/** A bounced draft stays bounced whatever is typed; that it bounced is an act of its own. */
function draftFrom(fields: Fields, known: Receipt["draft"]): { draft?: NonNullable<Receipt["draft"]> } {
  const maturity = (fields.draftMaturity as PlainDate | undefined) ?? known?.maturity;
  if (!maturity) return {};
  const typed = fields.draftState as NonNullable<Receipt["draft"]>["state"] | undefined;
  const isFixed = known?.state === "dishonoured" || typed === undefined || typed === "dishonoured";
  const state = isFixed ? (known?.state ?? "held") : typed;
  const number = fields.draftNumber ? { number: String(fields.draftNumber) } : {};
  const acceptor = fields.draftAcceptor ? { acceptor: String(fields.draftAcceptor) } : {};
  return { draft: { ...known, maturity, state, ...number, ...acceptor } };
}

/** A customer with the fields that were typed. */
export function customerFrom(
  fields: Fields,
  keys: ReadonlySet<string>,
  known: Customer,
  accounts: readonly Account[],
): Customer {
  const next: Record<string, unknown> = { ...known };
  for (const key of keys) {
    const value =
      key === "aliases" && fields.aliases
        ? String(fields.aliases)
            .split(/\s*[;；]\s*/)
            .filter(Boolean)
        : fields[key];
    if (value === undefined || value === "") delete next[key];
    else next[key] = key === "parent" || key === "payer" ? idOfCode(String(value), accounts) : value;
  }
  return {
    ...(next as Customer),
    id: known.id,
    code: String(fields.code ?? known.code),
    name: String(fields.name ?? known.name),
  };
}

function idOfCode(code: string, accounts: readonly Account[]): string | undefined {
  return accounts.find((account) => account.customer.code === code)?.customer.id;
}
