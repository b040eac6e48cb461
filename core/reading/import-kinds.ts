import type { ImportField } from "./synonyms.ts";

/** What a table is read as: items 应收明细, settledItems 已结清明细, receipts 收款, customers 客户, openings 期初, openItems 未清项快照. */
export const IMPORT_KINDS = [
  "items",
  "settledItems",
  "receipts",
  "customers",
  "openings",
  "openItems",
] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a kind of import can hold and what it cannot do without. */
export interface KindRules {
  readonly fields: readonly ImportField[];
  /** Of each group at least one column must be found … */
  readonly neededColumns: readonly (readonly ImportField[])[];
  /** … and in each row at least one of its cells must be filled. */
  readonly neededCells: readonly (readonly ImportField[])[];
  /** The field whose figures are summed in the control totals: the first one that has a column. */
  readonly counted: readonly ImportField[];
}

const CUSTOMER = ["customerCode", "customerName"] as const;
const DOCUMENT = [
  ...CUSTOMER,
  "payerName",
  "number",
  "reference",
  "orderNumber",
  "deliveryNumber",
  "date",
  "currency",
  "phone",
  "salesperson",
  "note",
  "documentKind",
  "status",
] as const;
const ITEM = [
  ...DOCUMENT,
  "due",
  "terms",
  "amount",
  "tax",
  "openAmount",
  "settledAmount",
  "disputed",
  "direction",
] as const;
/** The two columns of a ledger 往来明细账, in place of one amount. */
const SIDES = ["debit", "credit"] as const;
const GOODS = ["goodsName", "goodsSpec", "goodsUnit", "goodsQuantity", "goodsPrice", "goodsAmount"] as const;

/** The rules of each kind of import. */
export const KIND_RULES: Readonly<Record<ImportKind, KindRules>> = {
  items: {
    fields: [...ITEM, ...SIDES, ...GOODS],
    neededColumns: [CUSTOMER, ["date"], ["amount", "debit"]],
    neededCells: [CUSTOMER, ["date"], ["amount"]],
    counted: ["amount"],
  },
  settledItems: {
    fields: [...ITEM.filter((field) => field !== "openAmount"), "settledOn"],
    neededColumns: [CUSTOMER, ["date", "due"], ["amount"], ["settledOn"]],
    neededCells: [CUSTOMER, ["date", "due"], ["amount"]],
    counted: ["amount"],
  },
  receipts: {
    fields: [...DOCUMENT, "amount", ...SIDES, "method", "maturity", "bankReference"],
    neededColumns: [[...CUSTOMER, "payerName"], ["date"], ["amount", "credit"]],
    neededCells: [[...CUSTOMER, "payerName"], ["date"], ["amount"]],
    counted: ["amount"],
  },
  customers: {
    fields: [
      ...CUSTOMER,
      "payerName",
      "terms",
      "currency",
      "phone",
      "salesperson",
      "note",
      "creditLimit",
      "taxId",
      "status",
    ],
    neededColumns: [CUSTOMER],
    neededCells: [CUSTOMER],
    counted: [],
  },
  openings: {
    fields: [
      ...CUSTOMER,
      "number",
      "date",
      "due",
      "amount",
      "openAmount",
      "currency",
      "direction",
      "status",
      "salesperson",
      "note",
    ],
    neededColumns: [CUSTOMER, ["amount", "openAmount"]],
    neededCells: [CUSTOMER, ["amount", "openAmount"]],
    counted: ["openAmount", "amount"],
  },
  openItems: {
    fields: [...ITEM],
    neededColumns: [CUSTOMER, ["date", "due"], ["openAmount", "amount"]],
    neededCells: [CUSTOMER, ["date", "due"], ["openAmount", "amount"]],
    counted: ["openAmount", "amount"],
  },
};

/** What stands in the cells of a field. */
export type FieldType = "direction" | "date" | "amount" | "quantity" | "currency" | "yesNo" | "name" | "text";

/**
 * What stands in the cells of a field, by which a column can prove or deny that it is that field.
 *
 * @example
 * fieldTypeOf("due") // => "date"
 */
export function fieldTypeOf(field: ImportField): FieldType {
  return TYPES[field] ?? "text";
}

const TYPES: Partial<Record<ImportField, FieldType>> = {
  date: "date",
  due: "date",
  maturity: "date",
  settledOn: "date",
  amount: "amount",
  debit: "amount",
  credit: "amount",
  tax: "amount",
  openAmount: "amount",
  settledAmount: "amount",
  goodsAmount: "amount",
  creditLimit: "amount",
  goodsQuantity: "quantity",
  goodsPrice: "quantity",
  currency: "currency",
  disputed: "yesNo",
  direction: "direction",
  customerName: "name",
  payerName: "name",
  salesperson: "name",
  documentKind: "name",
  status: "name",
  goodsName: "name",
};
