import { describe, expect, it } from "vitest";
import { type TakenOver, TypedBench } from "./typed-bench.ts";

/** Rows as a sheet leaves them that read 07/10/2026 as an American and could make nothing of 13/10/2026. */
function pasted(...days: string[]): TypedBench {
  const { bench } = TypedBench.withCustomer();
  for (const [at, day] of days.entries())
    bench.typeRow("应收明细", at + 2, { 单号: `P-${at}`, 客户编码: "K001", 单据日期: day, 金额: 10 });
  return bench;
}

const listed = ({ problems }: TakenOver) => problems.map(({ kind, place }) => [kind, place.row]);

describe("pasted days of which the sheet may have swapped some", () => {
  it("are listed, those that it read and those that stayed text, until no text is left", () => {
    const bench = pasted("2026-07-10", "13/10/2026", "2026-10-10", "2026-10-25");
    const done = bench.takeOver();
    expect([done.taken, listed(done)]).toEqual([
      2,
      [
        ["daysMixed", 2],
        ["daysMixed", 3],
      ],
    ]);
    expect(bench.takeOver()).toMatchObject({ taken: 0 });
    bench.typeRow("应收明细", 2, { 单据日期: "2026-10-07" });
    bench.typeRow("应收明细", 3, { 单据日期: "2026-10-13" });
    expect(bench.takeOver()).toMatchObject({ taken: 2, problems: [] });
  });

  it("are taken where nothing is mixed", () => {
    expect(pasted("13/10/2026", "14/10/2026").takeOver()).toMatchObject({ taken: 2, problems: [] });
    expect(pasted("2026-07-10", "2026年10月7日").takeOver()).toMatchObject({ taken: 2, problems: [] });
  });
});
