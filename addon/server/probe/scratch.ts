import {
  activate,
  activeSheet,
  deleteSheet,
  findSheet,
  insertSheet,
  newUuid,
  type Platform,
  platform,
  type Sheet,
  type SheetCell,
  sheetNames,
} from "../google.ts";

const PREFIX = "_onaccount-probe-";

/** The tab that the probe makes for itself; nothing else of the workbook is written to. */
export interface Scratch {
  readonly sheet: Sheet;
  readonly google: Platform;
  /** A rectangle of cells that no line has used yet, in the first eight columns. */
  readonly fresh: (rows?: number, cols?: number) => GoogleAppsScript.Spreadsheet.Range;
  /** Writes one value into a fresh cell of that format and tells what the cell holds then. */
  readonly told: (value: unknown, format?: string) => SheetCell;
}

/** Works on a scratch tab, which is gone afterwards, whatever happens; the person sees the tab they saw before. */
export function withScratch<T>(work: (scratch: Scratch) => T): T {
  removeLeftovers();
  const before = activeSheet();
  const sheet = insertSheet(`${PREFIX}${newUuid().slice(0, 8)}`, sheetNames().length);
  try {
    return work(scratchOn(sheet));
  } finally {
    activate(before);
    deleteSheet(sheet);
  }
}

/** A probe that was killed could not tidy up; its tab bears our prefix. */
function removeLeftovers(): void {
  for (const name of sheetNames()) {
    const sheet = name.startsWith(PREFIX) ? findSheet(name) : undefined;
    if (sheet) deleteSheet(sheet);
  }
}

function scratchOn(sheet: Sheet): Scratch {
  let next = 1;
  const fresh = (rows = 1, cols = 1) => {
    const range = sheet.getRange(next, 1, rows, cols);
    next += rows;
    return range;
  };
  const told = (value: unknown, format = "") => {
    const cell = fresh();
    if (format !== "") cell.setNumberFormat(format);
    return cell.setValue(value).getValue();
  };
  return { sheet, google: platform(), fresh, told };
}
