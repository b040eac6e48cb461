import { type Book, CONTACTS, type Customer, codeKey, UNIDENTIFIED } from "../../../core/index.ts";
import { lastRowOf, readCells, writeRows } from "../google.ts";
import { positionsIn, sheetOf } from "../tabs.ts";
import type { FormerCustomers } from "./renamed-rows.ts";
import type { ViewRun } from "./tab-writer.ts";

type RenamingRun = ViewRun & { readonly formerly: FormerCustomers };

/**
 * Contacts 联系人 name their customer by its code and stand outside the journal: where a customer gets
 * another code, it is written over the one that it had. Costs nothing where no code has changed.
 */
export function recodeContacts(book: Book, ids: ReadonlySet<string>, run: RenamingRun): void {
  const codes = newCodes(book, ids, run);
  const tab = run.state.tabs.get(CONTACTS.key);
  const sheet = codes.size > 0 && tab ? sheetOf(CONTACTS, run.style.language) : undefined;
  const at = sheet && positionsIn(CONTACTS, tab?.headings ?? [], sheet).get("customer");
  const rows = sheet ? lastRowOf(sheet) - 1 : 0;
  if (!sheet || at === undefined || rows < 1) return;
  const cells = readCells(sheet, 2, at + 1, rows, 1);
  const recoded = cells.map(([cell = ""]) => [codes.get(codeKey(String(cell))) ?? cell]);
  if (recoded.some(([cell], i) => cell !== cells[i]?.[0])) writeRows(sheet, 2, at + 1, recoded);
}

/** The code that takes the place of each that a customer had until now. */
function newCodes(book: Book, ids: ReadonlySet<string>, { formerly, recovering }: RenamingRun) {
  const customers = [...book.accounts.values()].map(({ customer }) => customer);
  const codes = new Map<string, string>();
  for (const customer of customers.filter(({ id }) => ids.has(id) && id !== UNIDENTIFIED)) {
    const was = recovering ? (customer.formerCodes ?? []) : formerCodes(customer, formerly);
    for (const code of was) codes.set(codeKey(code), customer.code);
  }
  // A run that was cut off may have written them: what is somebody's code by now is left alone.
  if (recovering) for (const { code } of customers) codes.delete(codeKey(code));
  return codes;
}

function formerCodes({ id, code }: Customer, formerly: FormerCustomers): string[] {
  const was = formerly.get(id)?.code;
  return was === undefined || was === code ? [] : [was];
}
