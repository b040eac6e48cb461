import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOfDecimals, sumOfDecimals } from "../../../core/reading/decimal-text.ts";
import { IMPORT_KINDS } from "../../../core/reading/import-kinds.ts";
import { proposeMapping } from "../../../core/reading/propose-mapping.ts";
import type { RawCell } from "../../../core/reading/raw-table.ts";
import { readAmount } from "../../../core/reading/read-amount.ts";
import { readDate } from "../../../core/reading/read-date.ts";
import { readRows } from "../../../core/reading/read-rows.ts";

const seed = Number(process.env.SEED ?? 20261122);

const cell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constantFrom<RawCell>(
    "",
    "",
    "甲",
    "乙公司",
    "合计",
    "小计",
    "Total",
    "2026-01-05",
    "3/4/2026",
    "2026-02-30",
    "1.234",
  ),
  fc.constantFrom<RawCell>(
    "500+300",
    "#REF!",
    "1,234.00",
    "(5)",
    "$5",
    "€ 7",
    "作废",
    "是",
    "A1",
    "A2",
    "CNY",
    "USD",
    "__proto__",
  ),
  fc.double(),
  fc.integer({ min: -1000, max: 99_999 }),
  fc.constantFrom<RawCell>(99_999_999_999_999, 9_999_999_999_999.99, 0.005, 45_678, true),
  fc.string({ maxLength: 12 }),
);
const headings = [
  "客户",
  "客户编码",
  "日期",
  "金额",
  "单据编号",
  "币别",
  "已收",
  "未收金额",
  "状态",
  "品名",
  "数量",
  "单价",
  "备注",
  "结清日期",
  "",
  "constructor",
];
const table = fc
  .tuple(
    fc.shuffledSubarray(headings, { minLength: 4 }),
    fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 12 }),
  )
  .map(([header, rows]) => ({ name: "t", rows: [header, ...rows] }));

test("any table: nothing throws, no row is lost, and the control totals balance", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...IMPORT_KINDS),
      fc.constantFrom("documents", "linesAddingUp", "linesRepeatingTotal"),
      (raw, kind, rowsAre) => {
        const proposal = proposeMapping(raw, { kind, currency: "CNY" });
        if (!proposal) return;
        const { rows, problems, skipped, totals } = readRows(raw, { ...proposal.mapping, rowsAre });
        const filled = raw.rows
          .slice(proposal.layout.headerRow)
          .filter((row) => !row.every((one) => readAmount(one, { currency: "CNY" }).kind === "nothing"));
        expect(totals.rowsTaken + totals.rowsListed).toBe(totals.rowsRead);
        expect(totals.rowsRead + skipped.length).toBe(filled.length);
        expect(rows.flatMap((row) => row.rows ?? [row.row])).toHaveLength(totals.rowsTaken);
        expect(totals.rowsListed === 0).toBe(problems.length === 0);
        for (const { amountTaken, amountListed, roundingDifference, sumInFile } of totals.currencies) {
          expect(differenceOfDecimals(sumOfDecimals([amountTaken, amountListed]), roundingDifference)).toBe(
            sumInFile,
          );
        }
      },
    ),
    { seed, numRuns: 3000 },
  );
});

test("cells of a megabyte cost no time", () => {
  const long = ["(", "元", " ", "[", "1,", "9", "2026-01-05 ", "T"].map((part) =>
    part.repeat(1_048_576 / part.length),
  );
  const start = performance.now();
  for (const text of long) {
    for (const one of [text, `5${text}5`]) {
      readAmount(one, { currency: "CNY" });
      readDate(one, {});
      proposeMapping(
        {
          name: "t",
          rows: [
            ["客户", "日期", one],
            [one, "2026-01-05", one],
          ],
        },
        { kind: "items", currency: "CNY" },
      );
    }
  }
  expect(performance.now() - start).toBeLessThan(3000);
});
