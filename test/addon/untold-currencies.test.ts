import { describe, expect, it } from "vitest";
import { type Call, runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { answered, proposeMapping, type RawCell } from "../../core/index.ts";
import { ImportBench } from "./import-bench.ts";

/**
 * A file that does not tell its currency is the ledger's own by assumption only: a row of a customer in another one
 * is listed, never booked in either.
 */
const HEADINGS = ["客户编码", "客户", "单号", "单据日期", "金额"];
const dollars: RawCell[] = ["K001", "深圳市鸿运达", "A-1", "2026-01-05", 100];
const yuan: RawCell[] = ["K002", "乙", "A-2", "2026-01-06", 70];

let files = 0;

async function imported(bench: ImportBench, rows: RawCell[][], told?: string) {
  files += 1;
  const table = { name: `${files}.csv`, rows };
  const kind = rows[0]?.includes("收款日期") ? "receipts" : "items";
  const proposal = proposeMapping(table, { kind, currency: told ?? "CNY" });
  if (!proposal || proposal.questions.length > 0) throw new Error(JSON.stringify(proposal?.questions));
  const mapping = told
    ? answered(proposal.mapping, { headers: [], titles: [] }, { kind: "currency", value: told })
    : proposal.mapping;
  const call: Call = async <N extends CallName>(name: N, input: Input<N>) =>
    bench.call<Output<N>>(name, input);
  return runImport(call, { table, mapping, action: `import-${files}` });
}

function ledger(): { bench: ImportBench; owes: () => Record<string, number> } {
  const { bench } = ImportBench.withCustomer({ currency: "USD" });
  bench.customer("K002", "乙");
  const owes = () => {
    const { customers } = bench.call<Output<"aging">>("aging", { asOf: "2026-12-31" });
    return Object.fromEntries(
      customers.map(({ code, currency, balance }) => [`${code} ${currency}`, balance]),
    );
  };
  return { bench, owes };
}

const listed = { kind: "currencyNotTold", found: "CNY", expected: "USD" };

describe("an import that does not tell its currency", () => {
  it("lists the row of a customer who has another one, and takes the others", async () => {
    const { bench, owes } = ledger();
    const report = await imported(bench, [HEADINGS, dollars, yuan]);
    expect(report).toMatchObject({
      rowsTaken: 1,
      rowsListed: 1,
      problems: [{ ...listed, place: { row: 2 } }],
    });
    expect(owes()).toEqual({ "K002 CNY": 7_000 });
  });

  it("does so with receipts", async () => {
    const { bench, owes } = ledger();
    const headings = ["客户编码", "客户", "收款日期", "金额"];
    const report = await imported(bench, [headings, ["K001", "深圳市鸿运达", "2026-01-05", 100]]);
    expect(report).toMatchObject({ rowsTaken: 0, problems: [listed] });
    expect(owes()).toEqual({});
  });

  it("books the rows in the currency that somebody tells", async () => {
    const { bench, owes } = ledger();
    expect(await imported(bench, [HEADINGS, dollars], "USD")).toMatchObject({ rowsTaken: 1, problems: [] });
    expect(owes()).toEqual({ "K001 USD": 10_000 });
  });

  it("books them in the ledger's own if that is what somebody tells", async () => {
    const { bench, owes } = ledger();
    expect(await imported(bench, [HEADINGS, dollars], "CNY")).toMatchObject({ rowsTaken: 1, problems: [] });
    expect(owes()).toEqual({ "K001 CNY": 10_000 });
  });

  it.each([
    ["a title", [["币种：人民币"], HEADINGS, dollars]],
    [
      "a column",
      [
        [...HEADINGS, "币种"],
        [...dollars, "CNY"],
      ],
    ],
    ["the heading", [HEADINGS.map((each) => (each === "金额" ? "金额(CNY)" : each)), dollars]],
    ["the cell", [HEADINGS, [...dollars.slice(0, 4), "¥100.00"]]],
  ] as [string, RawCell[][]][])("takes what %s says as told", async (_, rows) => {
    const { bench, owes } = ledger();
    expect(await imported(bench, rows)).toMatchObject({ rowsTaken: 1, problems: [] });
    expect(owes()).toEqual({ "K001 CNY": 10_000 });
  });

  it("lists the rows of a currency column that leave it blank", async () => {
    const { bench, owes } = ledger();
    const report = await imported(bench, [
      [...HEADINGS, "币种"],
      [...dollars, ""],
      [...yuan, "CNY"],
    ]);
    expect(report.problems).toMatchObject([listed]);
    expect(owes()).toEqual({ "K002 CNY": 7_000 });
  });

  it("knows again what it was told before, by its number", async () => {
    const { bench } = ledger();
    await imported(bench, [HEADINGS, dollars], "CNY");
    expect(await imported(bench, [HEADINGS, dollars])).toMatchObject({
      rowsTaken: 0,
      rowsKnown: 1,
      problems: [],
    });
  });
});
