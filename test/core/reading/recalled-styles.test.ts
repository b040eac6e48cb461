import { describe, expect, it } from "vitest";
import {
  type ColumnMapping,
  proposeMapping,
  type RawCell,
  type RawTable,
  readRows,
  recalled,
  recalledQuestions,
} from "../../../core/index.ts";

/** The order of days and the style of figures are each file's own; what is remembered settles only what it leaves open. */
const HEADINGS = ["客户", "日期", "到期日", "金额"];
const of = (...rows: [day: string, due: string, amount: RawCell][]): RawTable => ({
  name: "t",
  rows: [HEADINGS, ...rows.map(([day, due, amount], i) => [`客户${"甲乙丙丁"[i]}`, day, due, amount])],
});

/** A mapping of these headings, with what an earlier table was answered. */
function remembered(change: {
  readonly date?: "dayFirst" | "monthFirst";
  readonly amount?: "point" | "comma";
}) {
  const plain = of(["2026-01-05", "2026-02-05", 100]);
  const mapping = proposeMapping(plain, { kind: "items", currency: "CNY" })?.mapping;
  if (!mapping) throw new Error("no headings");
  const columns = mapping.columns.map((column) => ({
    ...column,
    ...(column.field === "date" && change.date ? { dateOrder: change.date } : {}),
    ...(column.field === "amount" && change.amount ? { numberStyle: change.amount } : {}),
  }));
  return { ...mapping, columns };
}

const next = (mapping: ColumnMapping, table: RawTable) => ({
  questions: recalledQuestions(mapping, table, "CNY"),
  read: readRows(table, recalled(mapping, table, "CNY")),
});

describe("the order of days of a remembered mapping", () => {
  it.each([
    ["dayFirst", "2026-04-03"],
    ["monthFirst", "2026-03-04"],
  ] as const)("%s is used where the file does not tell", (date, day) => {
    const { questions, read } = next(remembered({ date }), of(["3/4/2026", "2026-06-05", 100]));
    expect(questions).toEqual([]);
    expect(read.rows.map((row) => row.date)).toEqual([day]);
  });

  it("is asked for where neither the file nor the memory tells", () => {
    const { questions } = next(remembered({}), of(["3/4/2026", "2026-06-05", 100]));
    expect(questions).toMatchObject([{ kind: "dateOrder", field: "date", example: "3/4/2026" }]);
  });

  it("is the file's own where no value has two readings", () => {
    const { questions, read } = next(
      remembered({ date: "dayFirst" }),
      of(["3/25/2026", "2026-06-05", 100], ["4/30/2026", "2026-06-05", 200]),
    );
    expect(questions).toEqual([]);
    expect(read.rows.map((row) => row.date)).toEqual(["2026-03-25", "2026-04-30"]);
  });

  it("is asked again where a day above 12 stands in the wrong place, the file's own order first", () => {
    const table = of(["3/4/2026", "2026-06-05", 100], ["3/25/2026", "2026-06-05", 200]);
    const { questions } = next(remembered({ date: "dayFirst" }), table);
    expect(questions).toMatchObject([
      {
        kind: "dateOrder",
        field: "date",
        choices: [
          { value: "monthFirst", reading: "2026-03-04" },
          { value: "dayFirst", reading: "2026-04-03" },
        ],
      },
    ]);
    expect(next(remembered({ date: "monthFirst" }), table).questions).toEqual([]);
  });

  it("is asked again where another column of the file is in another order", () => {
    const table = of(["3/4/2026", "3/25/2026", 100]);
    const { questions } = next(remembered({ date: "dayFirst" }), table);
    expect(questions).toMatchObject([
      { kind: "dateOrder", field: "date", choices: [{ value: "monthFirst" }, {}] },
    ]);
    expect(next(remembered({ date: "monthFirst" }), table).questions).toEqual([]);
  });

  it("is asked again where the file writes both", () => {
    const table = of(
      ["3/4/2026", "2026-06-05", 1],
      ["3/25/2026", "2026-06-05", 2],
      ["25/3/2026", "2026-06-05", 3],
    );
    expect(next(remembered({ date: "dayFirst" }), table).questions).toMatchObject([{ mixed: true }]);
  });

  it("stays remembered through a file that has no such days", () => {
    const mapping = remembered({ date: "dayFirst" });
    const between = recalled(mapping, of(["2026-01-05", "2026-02-05", 100]), "CNY");
    expect(next(between, of(["3/4/2026", "2026-06-05", 100])).questions).toEqual([]);
  });
});

describe("the style of figures of a remembered mapping", () => {
  it("is used where the file does not tell, and not where it does", () => {
    const open = of(["2026-01-05", "2026-02-05", "1.234"]);
    expect(next(remembered({ amount: "comma" }), open).read.rows[0]?.amount).toBe(123_400);
    const told = of(["2026-01-05", "2026-02-05", "12.50"]);
    const { questions, read } = next(remembered({ amount: "comma" }), told);
    expect(questions).toEqual([]);
    expect(read.rows[0]?.amount).toBe(1_250);
  });

  it("is asked again where a figure denies it and another has two readings", () => {
    const table = of(["2026-01-05", "2026-02-05", "1.234"], ["2026-01-06", "2026-02-05", "12.50"]);
    expect(next(remembered({ amount: "comma" }), table).questions).toMatchObject([
      { kind: "numberStyle", field: "amount" },
    ]);
  });
});
