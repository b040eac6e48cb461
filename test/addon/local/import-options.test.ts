import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import type { Output } from "../../../addon/protocol.ts";
import { Terminal } from "./terminal.ts";

/** What the command line is told and cannot read is refused: nothing is booked under another day or of another sheet. */
const folder = mkdtempSync(join(tmpdir(), "onaccount-import-options-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const HEAD = ["客户编码", "客户", "日期", "单号", "金额"];
const row = (number: string) => ["K1", "甲公司", "2026-01-05", number, 10];

async function bookOf(name: string, sheets: readonly (readonly [string, "hidden" | "visible"])[]) {
  const book = new ExcelJS.Workbook();
  for (const [sheet, state] of sheets) book.addWorksheet(sheet, { state }).addRows([HEAD, row(sheet)]);
  const file = join(folder, name);
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()));
  return file;
}

interface Report {
  readonly rowsTaken: number;
  readonly hiddenLeftOut?: readonly string[];
}

const numbers = (cli: Terminal) =>
  cli.bench.call<Output<"customers">>("customers", { search: "", asOf: "2026-12-31" });

describe("import on the command line", () => {
  it.each(["2026-02-30", "22.11.2026", "tomorrow"])("refuses --as-of %s, and takes nothing", async (day) => {
    const cli = new Terminal();
    const file = join(folder, "o.csv");
    writeFileSync(file, "客户编码,客户,期初余额\nK1,甲公司,10.00\n");
    await expect(cli.run(`import --kind openings --file ${file} --as-of ${day}`)).rejects.toThrow("--as-of");
    expect(JSON.stringify(numbers(cli))).not.toContain("甲公司");
  });

  it.each(["abc", "0", "32", "2.5", "-1"])("refuses --cut-off %s", async (day) => {
    const cli = new Terminal();
    await expect(cli.run(`add-customer --code K1 --name Ann --cut-off ${day}`)).rejects.toThrow("--cut-off");
  });

  it("takes --cut-off 25", async () => {
    const cli = new Terminal();
    await cli.run("add-customer --code K1 --name Ann --cut-off 25");
  });

  it("leaves hidden sheets out, and says so", async () => {
    const cli = new Terminal();
    const file = await bookOf("h.xlsx", [
      ["旧账", "hidden"],
      ["本月", "visible"],
    ]);
    const report = await cli.run<Report>(`import --kind items --file ${file}`);
    expect(report).toMatchObject({ rowsTaken: 1, hiddenLeftOut: ["旧账"] });
    const named = await cli.run<Report>(`import --kind items --file ${file} --sheet 旧账`);
    expect(named).toMatchObject({ rowsTaken: 1 });
    expect(named).not.toHaveProperty("hiddenLeftOut");
  });

  it("refuses a file of hidden sheets only, with their names", async () => {
    const cli = new Terminal();
    const file = await bookOf("only.xlsx", [
      ["旧账", "hidden"],
      ["更旧", "hidden"],
    ]);
    const refused = cli.run(`import --kind items --file ${file}`);
    await expect(refused).rejects.toThrow("Every sheet");
    await expect(refused).rejects.toThrow("旧账, 更旧");
  });

  it("asks whose 元 a heading means in a ledger of another dollar, unless the currency is told", async () => {
    const cli = new Terminal();
    await cli.run("setup --currency HKD");
    const file = join(folder, "y.csv");
    writeFileSync(file, "客户编码,客户,日期,单号,金额（元）\nK1,甲公司,2026-01-05,N1,10.00\n");
    await expect(cli.run(`import --kind items --file ${file}`)).rejects.toThrow("--currency HKD");
    expect(await cli.run<Report>(`import --kind items --file ${file} --currency HKD`)).toMatchObject({
      rowsTaken: 1,
    });
  });
});
