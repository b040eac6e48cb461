import {
  type Account,
  Bug,
  type Customer,
  type Figures,
  figureSpace,
  packAccount,
  unpackAccount,
  unpackCustomer,
  unpackFigures,
} from "../../core/index.ts";
import { safeText } from "./cells.ts";
import {
  ensureColumns,
  ensureRows,
  findInColumn,
  findSheet,
  readCells,
  readColumns,
  type Sheet,
  type SheetCell,
  writeCells,
  writeRows,
} from "./google.ts";
import { ACCOUNTS_TAB } from "./hidden-tabs.ts";

/**
 * The hidden tab of packed accounts, one row a customer: id, code, name, then the account in cells.
 * An action reads and writes the rows of the customers it touches, however large the ledger is.
 */
export const ACCOUNT_HEADINGS = ["id", "code", "name", "packed"] as const;
const FIRST_PACKED = 4;

/** A row of the tab whose packed cells are not whole: the journal knows what they should be. */
export interface DamagedAccount {
  readonly damaged: string;
}

/** Finds one customer's account: two calls. */
export function readAccount(id: string): Account | DamagedAccount | undefined {
  const sheet = accountsSheet();
  const row = findInColumn(sheet, 1, id);
  return row === undefined ? undefined : readRow(sheet, row);
}

/** Finds the account of the customer with that code: two calls. */
export function readAccountByCode(code: string): Account | DamagedAccount | undefined {
  const sheet = accountsSheet();
  const row = findInColumn(sheet, 2, code);
  return row === undefined ? undefined : readRow(sheet, row);
}

/** Every account, in the order in which customers were made. */
export function readAllAccounts(): (Account | DamagedAccount)[] {
  const sheet = accountsSheet();
  return readRows(sheet)
    .filter((cells) => cells[0] !== "")
    .map(accountOfRow);
}

/** An account of which only the figures have been read. */
export interface FiguresOnly extends CustomerLine {
  /** Good until the next account is read; missing where the row is damaged. */
  readonly figures: Figures | undefined;
  readonly account: () => Account | DamagedAccount;
  /** Missing where the row is damaged. */
  readonly customer: () => Customer | undefined;
}

/** The figures of every account, one after the other, in the order in which customers were made. */
export function* readAllFigures(): Generator<FiguresOnly> {
  const space = figureSpace();
  for (const cells of readRows(accountsSheet())) {
    if (cells[0] === "") continue;
    const packed = packedOf(cells);
    yield {
      ...lineOf(cells),
      figures: unpackFigures(packed, space),
      account: () => accountOfRow(cells),
      customer: () => unpackCustomer(packed),
    };
  }
}

/** Writes accounts back: one call each where they stand already, one more for all the new ones. */
export function writeAccounts(accounts: readonly Account[]): void {
  const sheet = accountsSheet();
  if (accounts.length > 20) return writeMany(sheet, accounts);
  for (const account of accounts) {
    const row = findInColumn(sheet, 1, account.customer.id) ?? nextFreeRow(sheet);
    writeRow(sheet, row, account);
  }
}

/** Empties rows that stand under an id that is not one of these, or that stands above them already. */
export function dropOtherRows(ids: ReadonlySet<string>): void {
  const sheet = accountsSheet();
  const blank = new Array<string>(sheet.getMaxColumns()).fill("");
  const seen = new Set<string>();
  for (const [i, [cell]] of readColumns(sheet, 1, 1).entries()) {
    const id = String(cell);
    if (id !== "" && (seen.has(id) || !ids.has(id))) writeCells(sheet, i + 2, 1, [blank]);
    seen.add(id);
  }
}

/** A customer as lists show it. */
export interface CustomerLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Ids, codes and names of all customers: one call for each 60,000. */
export function readCustomerLines(): CustomerLine[] {
  const sheet = accountsSheet();
  return readColumns(sheet, 1, 3)
    .filter((cells) => cells[0] !== "")
    .map(lineOf);
}

function lineOf([id, code, name]: readonly SheetCell[]): CustomerLine {
  return { id: String(id), code: String(code), name: String(name) };
}

function accountsSheet(): Sheet {
  const sheet = findSheet(ACCOUNTS_TAB);
  if (!sheet) throw new Bug(`the tab ${ACCOUNTS_TAB} is missing`);
  return sheet;
}

function readRow(sheet: Sheet, row: number): Account | DamagedAccount {
  return accountOfRow(readCells(sheet, row, 1, 1, sheet.getMaxColumns())[0] ?? []);
}

/** An account that stands under another's id counts as damaged: whoever looks for either is to be told. */
function accountOfRow(cells: readonly SheetCell[]): Account | DamagedAccount {
  const id = String(cells[0]);
  const account = unpackAccount(packedOf(cells));
  return account?.customer.id === id ? account : { damaged: account?.customer.id ?? id };
}

function packedOf(cells: readonly SheetCell[]): string[] {
  return cells.slice(FIRST_PACKED - 1).map(String);
}

function readRows(sheet: Sheet): SheetCell[][] {
  return readColumns(sheet, 1, sheet.getMaxColumns());
}

function writeRow(sheet: Sheet, row: number, account: Account): void {
  const packed = rowOf(account);
  ensureColumns(sheet, packed.length);
  ensureRows(sheet, row);
  writeCells(sheet, row, 1, [widened(packed, sheet.getMaxColumns())]);
}

/** Rewrites the whole block: one read of the ids and as many writes as its cells need. */
function writeMany(sheet: Sheet, accounts: readonly Account[]): void {
  const rows = readRows(sheet).filter((cells) => cells[0] !== "");
  const at = new Map(rows.map((cells, i) => [String(cells[0]), i]));
  for (const account of accounts) {
    const known = at.get(account.customer.id);
    if (known === undefined) rows.push(rowOf(account));
    else rows[known] = rowOf(account);
  }
  const width = Math.max(...rows.map((cells) => lastFilled(cells)), FIRST_PACKED, sheet.getMaxColumns());
  ensureColumns(sheet, width);
  ensureRows(sheet, rows.length + 1);
  writeRows(
    sheet,
    2,
    1,
    rows.map((cells) => widened(cells, width)),
  );
}

function rowOf(account: Account): string[] {
  const { id, code, name } = account.customer;
  return [id, safeText(code), safeText(name), ...packAccount(account)];
}

function nextFreeRow(sheet: Sheet): number {
  return sheet.getLastRow() + 1;
}

function lastFilled(cells: readonly SheetCell[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === "") width -= 1;
  return width;
}

function widened(cells: readonly SheetCell[], width: number): SheetCell[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? "");
}
