import exceljs from "exceljs";
import type { RawTable } from "../../core/index.ts";

/** Tables as the bytes of an xlsx workbook, a sheet each, hidden where the table is. */
export async function xlsxOf(tables: readonly RawTable[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const { name, rows, hidden } of tables)
    workbook
      .addWorksheet(name, { state: hidden ? "hidden" : "visible" })
      .addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
