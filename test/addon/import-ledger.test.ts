import { describe, expect, it } from "vitest";
import { type Call, runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { answered, type CreditsAre, likeliestMapping, type RawCell } from "../../core/index.ts";
import { ImportBench } from "./import-bench.ts";

/** A ledger with a debit and a credit column 往来明细账, from the table into the books. */
const HEADINGS = ["客户编码", "客户", "日期", "凭证号", "摘要", "借方金额", "贷方金额", "余额"];
const hongyun = (
  day: string,
  voucher: string,
  note: string,
  debit: RawCell,
  credit: RawCell,
  balance: RawCell,
) => [...["K001", "深圳市鸿运达", `2026-01-${day}`, voucher, note], ...[debit, credit, balance]];
const ROWS: RawCell[][] = [
  HEADINGS,
  hongyun("01", "", "期初余额", "", "", 0),
  hongyun("05", "记-3", "销售", 500, "", 500),
  hongyun("12", "记-5", "销售", "1,200.50", "", 1700.5),
  hongyun("20", "记-3", "收到货款 网银", "", 700, 1000.5),
  hongyun("22", "记-10", "销售退货", "", 200.5, 800),
  hongyun("31", "", "本月合计", 1700.5, 900.5, 800),
];

let files = 0;

function imported(bench: ImportBench, rows: RawCell[][], creditsAre?: CreditsAre) {
  files += 1;
  const table = { name: `${files}.xlsx`, rows };
  const proposal = likeliestMapping(table, "CNY");
  if (!proposal) throw new Error("no headings");
  const { mapping, layout } = proposal;
  const told = creditsAre ? answered(mapping, layout, { kind: "creditsAre", value: creditsAre }) : mapping;
  const call: Call = async <N extends CallName>(name: N, input: Input<N>) =>
    bench.call<Output<N>>(name, input);
  return runImport(call, { table, mapping: told, action: `import-${files}` });
}

describe("a ledger with a column for each side", () => {
  it("becomes invoices, a receipt and a return; what is owed is its own last balance", async () => {
    const { bench } = ImportBench.withCustomer();
    const report = await imported(bench, ROWS);
    expect(report).toMatchObject({ rowsRead: 4, rowsTaken: 4, problems: [], amountTaken: 80_000 });
    expect(report).not.toHaveProperty("totalsDiffering");
    expect(report.sides).toEqual([
      {
        currency: "CNY",
        debits: { rows: 2, amount: "1700.5" },
        receipts: { rows: 1, amount: "700" },
        creditNotes: { rows: 1, amount: "200.5" },
      },
    ]);
    expect(bench.aged().balance).toBe(80_000);
    const text = JSON.stringify(bench.tab("收款").cells);
    expect(text).toContain("记-3 · 收到货款 网银");
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("adds nothing when it is imported again", async () => {
    const { bench } = ImportBench.withCustomer();
    await imported(bench, ROWS);
    const again = await imported(bench, ROWS);
    expect(again).toMatchObject({ rowsTaken: 0, rowsKnown: 4, amountTaken: 0, problems: [] });
    expect(again.currencies).toMatchObject([{ amountTaken: "0", amountListed: "800" }]);
    expect(bench.aged().balance).toBe(80_000);
  });

  it("is what is left of it in the list of imports when its receipt was taken back", async () => {
    const { bench, customer } = ImportBench.withCustomer();
    const { batch } = await imported(bench, ROWS);
    const { batches } = bench.call<Output<"batches">>("batches", {});
    expect(batches.find(({ id }) => id === batch)).toMatchObject({
      taken: { amounts: [{ amount: 80_000 }] },
    });
    const receipt = bench
      .call<Output<"customer">>("customer", { id: customer, asOf: "2026-12-31" })
      .timeline.find(({ id }) => id.startsWith("r"));
    bench.call("voidImportedRow", { action: bench.action(), customer, record: receipt?.id ?? "" });
    const left = bench.call<Output<"batches">>("batches", {}).batches.find(({ id }) => id === batch);
    expect(left?.standing).toEqual({ rows: 3, amounts: [{ currency: "CNY", amount: 150_000 }] });
    expect(bench.aged().balance).toBe(150_000);
  });

  it("credits that say nothing are what somebody says, and a draft without its maturity is none", async () => {
    const rows: RawCell[][] = [
      HEADINGS,
      hongyun("05", "记-1", "销售", 500, "", 500),
      hongyun("06", "记-2", "一月", "", 100, 400),
      hongyun("07", "记-3", "收到银行承兑汇票", "", 50, 350),
    ];
    for (const [creditsAre, unapplied] of [
      ["receipts", 0],
      ["creditNotes", 0],
    ] as const) {
      const { bench } = ImportBench.withCustomer();
      const report = await imported(bench, rows, creditsAre);
      expect(report.problems).toMatchObject([{ kind: "draftWithoutMaturity", place: { row: 4 } }]);
      expect(report.sides).toMatchObject([
        {
          receipts: { rows: creditsAre === "receipts" ? 1 : 0 },
          creditNotes: { rows: creditsAre === "receipts" ? 0 : 1 },
        },
      ]);
      expect(bench.aged()).toMatchObject({ balance: 40_000, unapplied });
    }
    const { bench } = ImportBench.withCustomer();
    expect((await imported(bench, rows)).problems).toMatchObject([
      { kind: "creditUnclear" },
      { kind: "draftWithoutMaturity" },
    ]);
    expect(bench.aged().balance).toBe(50_000);
  });
});
