import type { Cell, CellValue, Worksheet } from "exceljs";
import type { RawCell, RawTable } from "../../core/index.ts";

/**
 * Reads the sheets of an xlsx workbook as raw tables, with exceljs loaded on demand. Days become ISO
 * text, numbers stay numbers, a formula gives its stored result (or its own text, so that nothing
 * passes as blank), links and rich text give their text, percentages keep their sign, zero-padded
 * codes keep their zeros. Only the first cell of a merged block has its value. Throws on damage.
 */
export async function readXlsx(bytes: Uint8Array): Promise<RawTable[]> {
  const exceljs = await import("exceljs");
  const { Workbook } = exceljs.default ?? exceljs;
  const workbook = new Workbook();
  const copy = new Uint8Array(bytes).buffer;
  await workbook.xlsx.load(copy as Parameters<typeof workbook.xlsx.load>[0]); // exceljs's own Buffer type
  return workbook.worksheets.map(tableOf);
}

function tableOf(sheet: Worksheet): RawTable {
  const rows: RawCell[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: RawCell[] = [];
    for (let column = 1; column <= row.cellCount; column++) cells.push(rawCellOf(row.getCell(column)));
    while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
    rows.push(cells);
  });
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  const table = { name: sheet.name, rows };
  return sheet.state === "visible" ? table : { ...table, hidden: true };
}

function rawCellOf(cell: Cell): RawCell {
  if (cell.isMerged && cell.master.address !== cell.address) return "";
  return flat(cell.value, cell.numFmt);
}

function flat(value: CellValue, format: string | undefined): RawCell {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return formatted(value, format);
  if (typeof value !== "object") return value;
  if (value instanceof Date) return isoOf(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return flat(value.text, format);
  if ("formula" in value || "sharedFormula" in value) return resultOf(value, format);
  return "";
}

function resultOf(
  value: { readonly formula?: string; readonly result?: CellValue },
  format: string | undefined,
): RawCell {
  return value.result === undefined || value.result === null
    ? `=${value.formula ?? ""}`
    : flat(value.result, format);
}

/** A percentage is not an amount, and 000123 is not 123: the format says so. */
function formatted(value: number, format: string | undefined): RawCell {
  if (format === undefined) return value;
  if (format.includes("%")) return `${Number((value * 100).toPrecision(15))}%`;
  const isPadded = /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0;
  return isPadded ? String(value).padStart(format.length, "0") : value;
}

/** exceljs gives the sheet's wall clock as UTC. A time is kept, so that nothing is lost unsaid. */
function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return "#VALUE!";
  const [day = "", time = ""] = date.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}
