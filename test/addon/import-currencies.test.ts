import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../addon/importing/import-report.ts";
import { type Call, runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { type ImportKind, proposeMapping, type RawCell } from "../../core/index.ts";
import { Bench } from "./bundle.ts";

interface Told {
  readonly batches: readonly {
    readonly source: string;
    readonly announced: { readonly rows: number; readonly amounts: unknown };
    readonly taken: { readonly rows: number; readonly amounts: unknown };
  }[];
}

const HEADINGS = ["客户", "单号", "单据日期", "币种", "金额"];
const yuan = ["甲公司", "A-1", "2026-01-05", "CNY", 100.5];
const dollars = ["乙公司", "A-2", "2026-01-06", "USD", 20.25];
const yen = ["丙公司", "A-3", "2026-01-07", "JPY", 3000];

class Ledger {
  readonly bench = new Bench();
  private files = 0;

  constructor() {
    this.bench.call("setup", { language: "zh" });
  }

  async imported(rows: readonly RawCell[][], kind: ImportKind = "items"): Promise<ImportReport> {
    this.files += 1;
    const table = { name: `${this.files}.xlsx`, rows };
    const proposal = proposeMapping(table, { kind, currency: "CNY" });
    if (!proposal || proposal.questions.length > 0) throw new Error(JSON.stringify(proposal?.questions));
    const call: Call = async <N extends CallName>(name: N, input: Input<N>) =>
      this.bench.call<Output<N>>(name, input);
    return runImport(call, { table, mapping: proposal.mapping, action: `import-${this.files}` });
  }

  batches(): Told["batches"] {
    return this.bench.call<Told>("batches", {}).batches;
  }
}

describe("control totals of an import in several currencies", () => {
  it("are told each for itself: no figure adds yuan, dollars and yen", async () => {
    const ledger = new Ledger();
    const report = await ledger.imported([HEADINGS, yuan, dollars, yen]);
    expect(report.amounts).toEqual([
      { currency: "CNY", amountTaken: 10_050, amountListed: 0, roundingDifference: "0" },
      { currency: "JPY", amountTaken: 3_000, amountListed: 0, roundingDifference: "0" },
      { currency: "USD", amountTaken: 2_025, amountListed: 0, roundingDifference: "0" },
    ]);
    for (const figure of ["amountTaken", "amountListed", "roundingDifference"])
      expect(report).not.toHaveProperty(figure);
  });

  it("stand so in the record of the import, announced and taken", async () => {
    const ledger = new Ledger();
    await ledger.imported([HEADINGS, yuan, dollars]);
    const amounts = [
      { currency: "CNY", amount: 10_050 },
      { currency: "USD", amount: 2_025 },
    ];
    expect(ledger.batches()).toMatchObject([
      { announced: { rows: 2, amounts }, taken: { rows: 2, amounts } },
    ]);
  });

  it("say what was there before as listed, of its own currency", async () => {
    const ledger = new Ledger();
    await ledger.imported([HEADINGS, yuan, dollars]);
    const again = await ledger.imported([HEADINGS, yuan, ["丁公司", "A-4", "2026-02-01", "USD", 7]]);
    expect(again).toMatchObject({ rowsTaken: 1, rowsKnown: 1 });
    expect(again.amounts).toMatchObject([
      { currency: "CNY", amountTaken: 0, amountListed: 10_050 },
      { currency: "USD", amountTaken: 700, amountListed: 0 },
    ]);
  });

  it("of one currency that has no cents are in its own units", async () => {
    const ledger = new Ledger();
    const report = await ledger.imported([HEADINGS, yen]);
    expect(report).toMatchObject({ amountTaken: 3_000, amountListed: 0, roundingDifference: "0" });
    expect(report).not.toHaveProperty("amounts");
  });
});

describe("control totals of an import in one currency", () => {
  it("count of a snapshot what is open, as its column and the ledger do", async () => {
    const ledger = new Ledger();
    const headings = ["客户", "单号", "单据日期", "金额", "未收金额"];
    const report = await ledger.imported([headings, ["甲公司", "A-1", "2026-01-05", 100, 70]], "openItems");
    expect(report).toMatchObject({ amountTaken: 7_000, amountListed: 0 });
  });
});
