import { join } from "node:path";
import type { Workbook } from "exceljs";
import Papa from "papaparse";
import { SERIAL_OF_1970 } from "../../../core/index.ts";
import { isDateFormat } from "../google/typed-value.ts";
import { isFormula, type Value } from "../ops.ts";
import { makePrivateFolder, writePrivate } from "../private-file.ts";
import { cellAt, lastColumnOf, lastRowOf, layerAt, type Tab } from "../tab.ts";
import type { CliSession } from "./session.ts";

/** `export [--to DIR] [--format xlsx|csv]`: every visible tab, as people see it. */
export async function exportLedger(session: CliSession): Promise<{ files: string[] }> {
  const { options } = session.args;
  const directory = options.to ?? "export";
  makePrivateFolder(directory);
  const tabs = session.workbook().tabs.filter((tab) => !tab.hidden && lastRowOf(tab) > 0);
  if (options.format === "csv") return { files: tabs.map((tab) => writeCsv(tab, directory)) };
  const file = join(directory, "ledger.xlsx");
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  for (const tab of tabs) addSheet(book, tab);
  writePrivate(file, new Uint8Array(await book.xlsx.writeBuffer()));
  return { files: [file] };
}

function writeCsv(tab: Tab, directory: string): string {
  const file = join(directory, `${tab.name.replace(/[\\/:*?"<>|]/g, "_")}.csv`);
  const rows = rowsOf(tab).map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
  );
  writePrivate(file, `\ufeff${Papa.unparse(rows, { escapeFormulae: true })}\r\n`);
  return file;
}

function addSheet(book: Workbook, tab: Tab): void {
  const sheet = book.addWorksheet(tab.name.replace(/[\\/:*?[\]]/g, "_").slice(0, 31), {
    views: [{ state: "frozen", ySplit: tab.frozen.rows, xSplit: tab.frozen.cols }],
  });
  for (const row of rowsOf(tab)) sheet.addRow(row);
  for (let col = 1; col <= lastColumnOf(tab); col += 1) {
    const format = layerAt(tab.formats, 2, col) ?? "";
    const column = sheet.getColumn(col);
    if (format !== "") column.numFmt = format;
    column.width = Math.max(8, Math.round((tab.widths.get(col) ?? 100) / 8));
  }
  sheet.getRow(1).font = { bold: true };
}

function rowsOf(tab: Tab): (Value | Date)[][] {
  const [rows, cols] = [lastRowOf(tab), lastColumnOf(tab)];
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: cols }, (_, right) => valueAt(tab, down + 1, right + 1)),
  );
}

function valueAt(tab: Tab, row: number, col: number): Value | Date {
  const cell = cellAt(tab, row, col);
  const value = isFormula(cell) ? cell.v : cell;
  if (typeof value !== "number" || !isDateFormat(layerAt(tab.formats, row, col) ?? "")) return value;
  return new Date((value - SERIAL_OF_1970) * 86_400_000);
}
