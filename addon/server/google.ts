/**
 * The only file that names Google's services. Everything the add-on does to a sheet, a lock, a
 * property or a person's screen goes through here, so that it can be read, counted and faked in one
 * place. Rows and columns count from 1.
 */

import type { KnownBy } from "../../core/index.ts";

export type SheetCell = string | number | boolean | Date;

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tab with that name, if there is one. */
export function findSheet(name: string): Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name) ?? undefined;
}

export function allSheets(): Sheet[] {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets();
}

export function sheetNames(): string[] {
  return allSheets().map((sheet) => sheet.getName());
}

export function insertSheet(name: string, at: number): Sheet {
  return SpreadsheetApp.getActiveSpreadsheet().insertSheet(name, at);
}

export function spreadsheetId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

export function workbookZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}

/** Reads a rectangle: one call to the servers. */
export function readCells(sheet: Sheet, row: number, col: number, rows: number, cols: number): SheetCell[][] {
  return sheet.getRange(row, col, rows, cols).getValues();
}

/** Writes a rectangle: one call to the servers. */
export function writeCells(sheet: Sheet, row: number, col: number, cells: SheetCell[][]): void {
  const width = cells[0]?.length ?? 0;
  if (width > 0) sheet.getRange(row, col, cells.length, width).setValues(cells);
}

/** No single read or write is larger than this: Google's servers time out on more. */
export const CELLS_PER_CALL = 200_000;

/** Reads whole columns below the heading, in as many calls as their cells need. */
export function readColumns(sheet: Sheet, col: number, cols: number): SheetCell[][] {
  const rows = sheet.getMaxRows() - 1;
  const step = Math.max(1, Math.floor(CELLS_PER_CALL / cols));
  const read: SheetCell[][] = [];
  for (let at = 0; at < rows; at += step) {
    for (const cells of readCells(sheet, at + 2, col, Math.min(step, rows - at), cols)) read.push(cells);
  }
  return read;
}

/** Writes many rows, in as many calls as their cells need. */
export function writeRows(sheet: Sheet, row: number, col: number, rows: SheetCell[][]): void {
  const step = Math.max(1, Math.floor(CELLS_PER_CALL / Math.max(1, rows[0]?.length ?? 1)));
  for (let at = 0; at < rows.length; at += step) writeCells(sheet, row + at, col, rows.slice(at, at + step));
}

/** Adds one row below everything, safely against other writers: one call. */
export function appendRow(sheet: Sheet, cells: SheetCell[]): void {
  sheet.appendRow(cells);
}

/** The last row with any content, 0 for an empty tab: one call. */
export function lastRowOf(sheet: Sheet): number {
  return sheet.getLastRow();
}

/** Makes sure the tab has so many rows; Google refuses to write below the last one. */
export function ensureRows(sheet: Sheet, rows: number): void {
  const missing = rows - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
}

/**
 * Makes empty rows at a place: what a person types there meanwhile moves down and is not overwritten.
 * They look like the row that stood there.
 */
export function makeRoom(sheet: Sheet, row: number, rows: number): void {
  ensureRows(sheet, row);
  sheet.insertRowsBefore(row, rows);
}

export function ensureColumns(sheet: Sheet, cols: number): void {
  const missing = cols - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
}

/** The first row whose cell in the column is exactly the text, at or below `fromRow`: one call. */
export function findInColumn(sheet: Sheet, col: number, text: string, fromRow = 2): number | undefined {
  const height = sheet.getMaxRows() - fromRow + 1;
  if (height < 1) return undefined;
  const column = sheet.getRange(fromRow, col, height, 1);
  const found = column.createTextFinder(text).matchEntireCell(true).matchCase(true).findNext();
  return found?.getRow();
}

/** Keeps a short text with the script, readable without opening the ledger: one call. */
export function setProperty(key: string, value: string): void {
  PropertiesService.getScriptProperties().setProperty(key, value);
}

/** Waits up to ten seconds for the one lock that sidebar, menu, triggers and web app share. */
export function tryLock(): boolean {
  return LockService.getScriptLock().tryLock(10_000);
}

export function releaseLock(): void {
  LockService.getScriptLock().releaseLock();
}

/** Sends buffered writes to the servers: what was written is there when this returns. */
export function flush(): void {
  SpreadsheetApp.flush();
}

export function newUuid(): string {
  return Utilities.getUuid();
}

/** The signed-in person's address; "" where Google does not tell. */
export function userAddress(): string {
  return Session.getActiveUser().getEmail();
}

/** How the local host knows who acts; Google defines no such name. */
declare const onAccountKnownBy: KnownBy | undefined;

/** How whoever runs the add-on knows the person; nothing on Google, which knows them itself. */
export function knownByHost(): KnownBy | undefined {
  return typeof onAccountKnownBy === "undefined" ? undefined : onAccountKnownBy;
}

/** This moment, UTC, as ISO text. */
export function now(): string {
  return new Date().toISOString();
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone; the calendar of a zone is made once, it is slow to make. */
export function dayIn(zone: string, moment: Date): string {
  const known = calendars.get(zone);
  const calendar = known ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  if (!known) calendars.set(zone, calendar);
  return calendar.format(moment);
}

/** The hour of a moment in a time zone, 0 to 23. */
export function hourAt(zone: string, moment: Date): number {
  const hours = new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", hourCycle: "h23" });
  return Number(hours.format(moment));
}

/** Looks of a rectangle of cells; only what is given is changed. */
export interface Look {
  readonly format?: string;
  readonly bold?: boolean;
  readonly background?: string;
  readonly color?: string;
  readonly wrap?: boolean;
  readonly note?: string;
  readonly list?: readonly string[];
}

export function dress(range: GoogleAppsScript.Spreadsheet.Range, look: Look): void {
  if (look.format !== undefined) range.setNumberFormat(look.format);
  if (look.bold) range.setFontWeight("bold");
  if (look.background) range.setBackground(look.background);
  if (look.color) range.setFontColor(look.color);
  if (look.wrap) range.setWrap(true);
  if (look.note) range.setNote(look.note);
  if (look.list) {
    const rule = SpreadsheetApp.newDataValidation().requireValueInList([...look.list], true);
    range.setDataValidation(rule.setAllowInvalid(true).build());
  }
}

/** A column from a row down to its end, however many rows the tab will get. */
export function columnBelow(sheet: Sheet, col: number, row: number): GoogleAppsScript.Spreadsheet.Range {
  const letters = columnLetters(col - 1);
  return sheet.getRange(`${letters}${row}:${letters}`);
}

/** The letters of a column: 0 is "A", 26 is "AA". */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Asks people, by a warning, before they type over cells that the add-on fills. */
export function warnBeforeEditing(range: GoogleAppsScript.Spreadsheet.Range, why: string): void {
  range.protect().setDescription(why).setWarningOnly(true);
}

/** Puts a lasting name on a column, so that it is found again when its heading is changed. */
export function nameColumn(sheet: Sheet, col: number, key: string): void {
  sheet.getRange(1, col, sheet.getMaxRows(), 1).addDeveloperMetadata(`onaccount.${key}`);
}

/** Columns of a tab that were given a name, from 0, wherever they went since. */
export function namedColumns(sheet: Sheet): Map<string, number> {
  const found = new Map<string, number>();
  for (const each of sheet.createDeveloperMetadataFinder().find()) {
    const [, key] = /^onaccount\.(.+)$/.exec(each.getKey() ?? "") ?? [];
    const column = key ? each.getLocation().getColumn() : null;
    if (key && column) found.set(key, column.getColumn() - 1);
  }
  return found;
}

export function deleteSheet(sheet: Sheet): void {
  SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
}

/** The tab that the person looks at. */
export function activeSheet(): Sheet {
  return SpreadsheetApp.getActiveSheet();
}

/** Brings a tab before the person's eyes. */
export function activate(sheet: Sheet): void {
  SpreadsheetApp.setActiveSheet(sheet);
}

/** Where the person's selection starts: the tab and the row. */
export function selectedPlace(): { sheet: Sheet; row: number } | undefined {
  const range = SpreadsheetApp.getActiveRange();
  return range ? { sheet: range.getSheet(), row: range.getRow() } : undefined;
}

/** One line of the menu, and the global function it calls. */
export interface MenuLine {
  readonly label: string;
  readonly calls: string;
}

/** Puts a menu beside Google's own: groups of lines, parted by separators. Needs no permission. */
export function showMenu(title: string, groups: readonly (readonly MenuLine[])[]): void {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const [at, group] of groups.entries()) {
    if (at > 0) menu.addSeparator();
    for (const { label, calls } of group) menu.addItem(label, calls);
  }
  menu.addToUi();
}

/** The text of an HTML file that was pushed beside the code. */
export function htmlFile(name: string): string {
  return HtmlService.createHtmlOutputFromFile(name).getContent();
}

/** Shows a page beside the sheet, 300 px wide. */
export function showSidebar(title: string, html: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle(title));
}

/** Shows a page over the sheet; the sheet waits until it is closed. */
export function showDialog(title: string, html: string): void {
  const page = HtmlService.createHtmlOutput(html).setWidth(900).setHeight(600);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}

/** The services themselves, for the probe, which asks what they do instead of using them. */
export function platform() {
  return {
    app: SpreadsheetApp,
    html: HtmlService,
    locks: LockService,
    properties: PropertiesService,
    session: Session,
    utilities: Utilities,
  };
}

export type Platform = ReturnType<typeof platform>;
