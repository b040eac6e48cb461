import type { Table } from "../../../core/index.ts";
import type { TypedTable } from "./desk.ts";
import { typedCustomers } from "./typed-customers.ts";
import { typedItems } from "./typed-items.ts";
import { typedOrders } from "./typed-orders.ts";
import { typedReceipts } from "./typed-receipts.ts";
import { typedStatements } from "./typed-statements.ts";
import { typedTaxInvoices } from "./typed-tax-invoices.ts";
import { typedUsers } from "./typed-users.ts";

/** Where every column is the ledger's. */
const NOTHING_TYPED: TypedTable = { needs: [], change: () => [] };

/** What typing means in each tab; contacts are not their tab's own. */
const TYPED: ReadonlyMap<string, TypedTable> = new Map([
  ["customers", typedCustomers],
  ["items", typedItems],
  ["receipts", typedReceipts],
  ["allocations", NOTHING_TYPED],
  ["taxInvoices", typedTaxInvoices],
  ["orders", typedOrders],
  ["statements", typedStatements],
  ["users", typedUsers],
  ["approvals", NOTHING_TYPED],
  ["collection", NOTHING_TYPED],
]);

/** Whether what is typed in a tab becomes part of the journal. */
export function isTakenOver(table: Table): boolean {
  return TYPED.has(table.key);
}

/** What typing means in that tab. */
export function typedTableOf(table: Table): TypedTable {
  return TYPED.get(table.key) ?? NOTHING_TYPED;
}
