import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Output } from "../../../addon/protocol.ts";
import { Terminal } from "./terminal.ts";

/** Currencies 币种 on the command line: by any of their names, with their own decimals, and none that nobody knows. */
const folder = mkdtempSync(join(tmpdir(), "onaccount-currencies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const UNKNOWN = "The currency “XYZ” is not known. Use a code such as CNY or USD.";

async function withCustomer(currency = ""): Promise<Terminal> {
  const cli = new Terminal();
  await cli.run(`add-customer --code K1 --name Ann${currency && ` --currency ${currency}`}`);
  return cli;
}

const owed = (cli: Terminal) =>
  cli.bench
    .call<Output<"aging">>("aging", { asOf: "2026-12-31" })
    .totals.map(({ currency, balance }) => [currency, balance]);

describe("the command line", () => {
  it.each(["日元", "JPY", "jpy"])(
    "books an amount in %s with the decimals of that currency",
    async (word) => {
      const cli = await withCustomer();
      await cli.run(`add-item --customer K1 --date 2026-01-05 --amount 1000 --currency ${word}`);
      expect(owed(cli)).toEqual([["JPY", 1000]]);
    },
  );

  it.each([
    "add-customer --code K2 --name B --currency XYZ",
    "add-item --customer K1 --date 2026-01-05 --amount 5 --currency XYZ",
    "add-receipt --customer K1 --date 2026-01-05 --amount 5 --currency XYZ",
    "add-receipt --date 2026-01-05 --amount 5 --currency XYZ",
    "setup --currency XYZ",
    "import --file none.csv --currency XYZ",
  ])("refuses an unknown currency in one sentence: %s", async (line) => {
    const cli = await withCustomer();
    await expect(cli.run(line)).rejects.toThrow(UNKNOWN);
  });

  it("is told a file's currency, also where the mapping is remembered", async () => {
    const cli = await withCustomer("USD");
    const file = join(folder, "f.csv");
    writeFileSync(file, "Customer code,Customer,Number,Date,Amount\nK1,Ann,N-1,2026-01-05,10.00\n");
    await expect(cli.run(`import --kind items --file ${file}`)).rejects.toThrow("--currency USD");
    expect(owed(cli)).toEqual([]);
    await cli.run(`import --kind items --file ${file} --currency USD`);
    expect(owed(cli)).toEqual([["USD", 1000]]);
    const other = join(folder, "g.csv");
    writeFileSync(other, "Customer code,Customer,Number,Date,Amount\nK2,Bob,N-2,2026-01-05,7.00\n");
    await cli.run(`import --file ${other} --currency CNY`);
    expect(owed(cli)).toEqual([
      ["USD", 1000],
      ["CNY", 700],
    ]);
  });
});
