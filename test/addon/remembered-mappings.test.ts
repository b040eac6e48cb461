import { describe, expect, it } from "vitest";
import { type Call, layoutKeyOf, runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { mappingOf, planOf } from "../../addon/sidebar/importing/plan.ts";
import {
  asStated,
  type ColumnMapping,
  hashOf,
  proposeMapping,
  type RawCell,
  type RawTable,
  recalled,
} from "../../core/index.ts";
import { ImportBench } from "./import-bench.ts";

const HEADINGS = ["客户编码", "单号", "单据日期", "金额"];
type Rows = readonly (readonly RawCell[])[];
const invoice = (number: string, amount: number) => ["K001", number, "2026-01-05", amount];

/** Imports file after file, as the command line and the page do: by what is remembered of the headings. */
class Remembering {
  readonly bench = ImportBench.withCustomer().bench;
  private files = 0;
  private readonly call: Call = async <N extends CallName>(name: N, input: Input<N>) =>
    this.bench.call<Output<N>>(name, input);

  async imported(rows: Rows, change: Partial<ColumnMapping> = {}) {
    this.files += 1;
    const table: RawTable = { name: `${this.files}.xlsx`, rows };
    const { mapping } = this.recalled(table);
    const job = { table, mapping: { ...mapping, ...change }, action: `import-${this.files}` };
    return runImport(this.call, job);
  }

  recalled(table: RawTable): { mapping: ColumnMapping; remembered: ColumnMapping | undefined } {
    const layout = layoutKeyOf(table);
    const { mapping: remembered } = this.bench.call<Output<"rememberedMapping">>("rememberedMapping", {
      layout,
    });
    const mapping =
      (remembered && recalled(remembered, table, "CNY")) ??
      proposeMapping(table, { kind: "items", currency: "CNY" })?.mapping;
    if (!mapping) throw new Error("no headings");
    expect(mappingOf(planned(table, remembered))).toEqual(mapping);
    return { mapping, remembered };
  }
}

function planned(table: RawTable, remembered: ColumnMapping | undefined) {
  const proposed = remembered ?? proposeMapping(table, { kind: "items", currency: "CNY" })?.mapping;
  const plan = planOf(table, ["CNY"], proposed);
  if (!plan) throw new Error("no headings");
  return plan;
}

describe("a remembered mapping leaves to each table what the table states itself", () => {
  it.each([
    ["单位：万元", 1.5, "单位：元", 15_000],
    ["单位：元", 15_000, "单位：万元", 1.5],
    ["单位：万元", 1.5, "应收明细", 15_000],
    ["应收明细", 15_000, "单位：百万元", 0.015],
  ])("the unit: %s, then %s", async (first, firstFigure, second, secondFigure) => {
    const files = new Remembering();
    const one = await files.imported([[first], HEADINGS, invoice("A-1", firstFigure)]);
    const two = await files.imported([[second], HEADINGS, invoice("A-2", secondFigure)]);
    expect([one.amountTaken, two.amountTaken]).toEqual([1_500_000, 1_500_000]);
  });

  it.each([
    ["币种：人民币", "币种：美元", "USD"],
    ["币种：人民币", "单位：万美元", "USD"],
    ["币种：美元", "币种：人民币", "CNY"],
    ["币种：美元", "应收明细", "CNY"],
    ["应收明细", "币种：美元", "USD"],
  ])("the currency: %s, then %s", async (first, second, currency) => {
    const files = new Remembering();
    await files.imported([[first], HEADINGS, invoice("A-1", 100)]);
    const table = { name: "2", rows: [[second], HEADINGS, invoice("A-2", 100)] };
    expect(files.recalled(table).mapping.currency).toBe(currency);
  });

  it("but a currency that a person told holds where no table states one", async () => {
    const files = new Remembering();
    const told = { currency: "USD", currencyTold: true } as const;
    await files.imported([HEADINGS, invoice("A-1", 100)], told);
    const same = files.recalled({ name: "2", rows: [HEADINGS, invoice("A-2", 100)] });
    expect(same.remembered).toBeDefined();
    expect(same.mapping).toMatchObject(told);
    const stated = { name: "3", rows: [["币种：人民币"], HEADINGS, invoice("A-3", 100)] };
    expect(files.recalled(stated).mapping.currency).toBe("CNY");
  });

  it("and one that a person told against the table is not carried to the next that states it", async () => {
    const files = new Remembering();
    const rows = (number: string) => [["币种：人民币"], HEADINGS, invoice(number, 100)];
    await files.imported(rows("A-1"), { currency: "USD", currencyTold: true });
    const next = files.recalled({ name: "2", rows: rows("A-2") });
    expect(next.remembered?.currency).toBe("USD");
    expect(next.mapping).toMatchObject({ currency: "CNY", currencyTold: true });
  });

  it("a dollar that was told is the dollar of a heading in $", () => {
    const table = {
      name: "t",
      rows: [
        ["Customer", "Date", "Amount ($)"],
        ["A", "2026-01-05", 5],
      ],
    };
    const proposal = proposeMapping(table, { kind: "items", currency: "CNY" });
    if (!proposal) throw new Error("no headings");
    const told: ColumnMapping = { ...proposal.mapping, currency: "CAD", currencyTold: true };
    expect(asStated(told, table, "CNY").currency).toBe("CAD");
    expect(asStated({ ...told, currency: "EUR" }, table, "CNY").currency).toBe("USD");
  });

  it("a mapping that an earlier version kept under the headings alone is asked anew", () => {
    const files = new Remembering();
    const table = { name: "t", rows: [HEADINGS, invoice("A-1", 100)] };
    const { mapping } = files.recalled(table);
    const inTenThousands = mapping.columns.map((column) =>
      column.field === "amount" ? { ...column, unitPlaces: 4 } : column,
    );
    files.bench.call("importOpen", {
      ...{ action: "import-old", source: "old.xlsx", sourceHash: "old", rows: 1, amounts: [] },
      layout: hashOf(JSON.stringify(HEADINGS)).slice(0, 16),
      mapping: { ...mapping, columns: inTenThousands },
    });
    expect(files.recalled(table).remembered).toBeUndefined();
  });
});
