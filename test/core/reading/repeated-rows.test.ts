import { describe, expect, it } from "vitest";
import { proposeMapping, type RawCell, readRows } from "../../../core/index.ts";

function read(headings: string[], ...rows: RawCell[][]) {
  const table = { name: "t", rows: [headings, ...rows] };
  const proposal = proposeMapping(table, { kind: "items", currency: "CNY" });
  if (!proposal) throw new Error("no headings");
  return readRows(table, proposal.mapping);
}

const HEADINGS = ["客户编码", "单号", "单据日期", "金额"];

describe("two rows of one number, day and sum in a file", () => {
  it("the second is listed with what to do: no ledger has it yet", () => {
    const { rows, problems, totals } = read(
      HEADINGS,
      ["K001", "A-3", "2026-02-05", 500],
      ["K001", "A-3", "2026-02-05", 500],
      ["K001", "A-4", "2026-02-06", 70],
    );
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(problems).toEqual([{ kind: "rowRepeated", place: { table: "t", row: 3 }, found: "A-3", row: 2 }]);
    expect(totals.currencies[0]).toMatchObject({
      amountTaken: "570",
      amountListed: "500",
      sumInFile: "1070",
    });
  });

  it("also where only the due day or a word beside it tells them apart", () => {
    const { problems } = read(
      [...HEADINGS, "到期日"],
      ["K001", "A-3", "2026-02-05", 500, "2026-03-01"],
      ["K001", "A-3", "2026-02-05", 500, "2026-04-01"],
    );
    expect(problems.map(({ kind }) => kind)).toEqual(["rowRepeated"]);
  });

  it("not where number, customer, day or sum is another one, or none has a number", () => {
    const { problems } = read(
      HEADINGS,
      ["K001", "A-3", "2026-02-05", 500],
      ["K001", "A-5", "2026-02-05", 500],
      ["K002", "A-3", "2026-02-05", 500],
      ["K001", "A-3", "2026-02-06", 500],
      ["K001", "A-3", "2026-02-05", 501],
      ["K001", "", "2026-02-05", 500],
      ["K001", "", "2026-02-05", 500],
    );
    expect(problems).toEqual([]);
  });
});
