import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ImportReport } from "../../../addon/importing/import-report.ts";
import { Refused } from "../../../addon/local/cli/refused.ts";
import { type ColumnMapping, ColumnMappingShape } from "../../../core/index.ts";
import { Terminal } from "./terminal.ts";

/** What the command line asks: by the rules of the sidebar, as sentences for people and as JSON for programs. */
const folder = mkdtempSync(join(tmpdir(), "onaccount-import-questions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

function fileOf(text: string, ending = "csv"): string {
  files += 1;
  const file = join(folder, `${files}.${ending}`);
  writeFileSync(file, text);
  return file;
}

async function refusal(cli: Terminal, line: string): Promise<Refused> {
  const refused = await cli.run(line).catch((error: unknown) => error);
  if (!(refused instanceof Refused)) throw new Error(`not refused: ${line}`);
  return refused;
}

/** The mapping that the refusal offers to begin with. */
function offered(refused: Refused): ColumnMapping {
  const last = refused.in("en").split("\n").at(-1) ?? "";
  return ColumnMappingShape.parse(JSON.parse(last));
}

const DOLLARS = "客户编码,客户,日期,单号,金额\nK1,甲公司,2026-01-05,N1,10.00\n";

async function inDollars(): Promise<Terminal> {
  const cli = new Terminal();
  await cli.run("setup --currency CNY");
  await cli.run("add-customer --code K1 --name 甲公司 --currency USD");
  return cli;
}

describe("a file that names no currency, in a ledger whose customers have another one", () => {
  it("is asked about, and nothing is written until it is told", async () => {
    const cli = await inDollars();
    const file = fileOf(DOLLARS);
    const refused = await refusal(cli, `import --kind items --file ${file}`);
    expect(refused.in("en")).toContain("Which currency are the amounts in?");
    for (const choice of ["--currency CNY", "--currency USD"]) expect(refused.in("en")).toContain(choice);
    expect((await cli.run<{ batches: unknown[] }>("batches")).batches).toEqual([]);
    const report = await cli.run<ImportReport>(`import --kind items --file ${file} --currency USD`);
    expect(report.amountTaken).toBe(1_000);
    expect(report.currencies).toMatchObject([{ currency: "USD" }]);
  });

  it("what is told is remembered for the next one; what was never told is asked again", async () => {
    const cli = await inDollars();
    await cli.run(`import --kind items --file ${fileOf(DOLLARS)} --currency USD`);
    const next = fileOf(DOLLARS.replace("N1", "N2"));
    expect((await cli.run<ImportReport>(`import --kind items --file ${next}`)).rowsTaken).toBe(1);
    const plain = new Terminal();
    await plain.run("setup --currency CNY");
    await plain.run(`import --kind items --file ${fileOf(DOLLARS)}`);
    await plain.run("add-customer --code K9 --name 乙公司 --currency USD");
    await refusal(plain, `import --kind items --file ${next}`);
  });

  it("is answered in the mapping's file as the sentence says it", async () => {
    const cli = await inDollars();
    const file = fileOf(DOLLARS);
    const refused = await refusal(cli, `import --kind items --file ${file}`);
    const part = '"currency": "USD", "currencyTold": true';
    expect(refused.in("en")).toContain(part);
    const mapping = fileOf(JSON.stringify({ ...offered(refused), ...JSON.parse(`{${part}}`) }), "json");
    const report = await cli.run<ImportReport>(`import --file ${file} --mapping ${mapping}`);
    expect(report).toMatchObject({ rowsTaken: 1, problems: [] });
  });

  it("is not asked about where the file names one", async () => {
    const cli = await inDollars();
    const named = DOLLARS.replace("金额", "金额（USD）");
    const report = await cli.run<ImportReport>(`import --kind items --file ${fileOf(named)}`);
    expect(report).toMatchObject({ rowsTaken: 1, currencies: [{ currency: "USD" }] });
  });
});

const MIXED = "客户,日期,金额\n甲公司,3/4/2026,100\n乙公司,5/6/2026,200\n";

describe("a question", () => {
  it("is a sentence with its choices, in the terminal's language, and with --json what it was", async () => {
    const line = `import --kind items --file ${fileOf(MIXED)}`;
    const refused = await refusal(new Terminal(), line);
    expect(refused.in("en")).toContain(
      '- How is “日期” to be read? (3/4/2026)\n    2026-04-03: "dateOrder": "dayFirst" in the column of "field": "date"',
    );
    expect(refused.in("zh")).toContain(
      '- “日期”应读作（3/4/2026）\n    2026-04-03：在 "field": "date" 的列里写 "dateOrder": "dayFirst"',
    );
    expect(refused.in("en")).not.toContain('"kind":"dateOrder"');
    const raw = await refusal(new Terminal(), `${line} --json`);
    expect(raw.in("en")).toContain('- {"kind":"dateOrder","field":"date"');
  });

  it("about days is asked of each file, also where the columns are known or given", async () => {
    const cli = new Terminal();
    const sure = fileOf("客户,日期,金额\n甲公司,2026-01-05,10\n乙公司,2026-01-06,20\n");
    expect((await cli.run<ImportReport>(`import --kind items --file ${sure}`)).rowsTaken).toBe(2);
    const file = fileOf(MIXED);
    const refused = await refusal(cli, `import --file ${file}`);
    expect(refused.in("en")).toContain("dateOrder");
    const given = fileOf(JSON.stringify(offered(refused)), "json");
    expect((await refusal(cli, `import --file ${file} --mapping ${given}`)).in("en")).toContain("dateOrder");
    const { columns, ...rest } = offered(refused);
    const said = columns.map((each) => (each.field === "date" ? { ...each, dateOrder: "dayFirst" } : each));
    const answered = fileOf(JSON.stringify({ ...rest, columns: said }), "json");
    const report = await cli.run<ImportReport>(`import --file ${file} --mapping ${answered}`);
    expect(report).toMatchObject({ rowsTaken: 2, problems: [] });
  });

  it("about credits of a ledger is answered in the file as it says", async () => {
    const cli = new Terminal();
    const file = fileOf(
      "客户,日期,摘要,借方金额,贷方金额\n甲公司,2026-01-05,销售,500,\n甲公司,2026-01-06,一月,,100\n",
    );
    const refused = await refusal(cli, `import --kind items --file ${file}`);
    expect(refused.in("en")).toContain("1 credit does not say whether money came in (一月)");
    expect(refused.in("en")).toContain('Money that came in: "creditsAre": "receipts"');
    const mapping = fileOf(JSON.stringify({ ...offered(refused), creditsAre: "receipts" }), "json");
    const report = await cli.run<ImportReport>(`import --file ${file} --mapping ${mapping}`);
    expect(report).toMatchObject({
      rowsTaken: 2,
      sides: [{ debits: { rows: 1, amount: "500" }, receipts: { rows: 1, amount: "100" } }],
    });
  });
});

it("what is taken is newly taken, wherever the report says it", async () => {
  const cli = new Terminal();
  const rows = (...numbers: string[]) =>
    fileOf(`客户,日期,单号,金额\n${numbers.map((number) => `甲公司,2026-01-05,${number},10.00\n`).join("")}`);
  await cli.run(`import --kind items --file ${rows("N1")}`);
  const again = await cli.run<ImportReport>(`import --kind items --file ${rows("N1", "N2")}`);
  expect(again).toMatchObject({ rowsTaken: 1, rowsKnown: 1, amountTaken: 1_000, amountListed: 1_000 });
  expect(again.currencies).toMatchObject([{ amountTaken: "10", amountListed: "10", sumInFile: "20" }]);
});
