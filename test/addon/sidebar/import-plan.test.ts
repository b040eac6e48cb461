import { describe, expect, it } from "vitest";
import {
  askingsOf,
  isCurrencyOpen,
  openCountOf,
  openQuestionsOf,
} from "../../../addon/sidebar/importing/asking.ts";
import {
  columnsOf,
  type ImportPlan,
  mappingOf,
  needsAsOf,
  planAs,
  planOf,
  withAnswer,
} from "../../../addon/sidebar/importing/plan.ts";
import { asked } from "../../../addon/sidebar/importing/questions.ts";
import { wordsOf } from "../../../addon/sidebar/words/words.ts";
import { type ImportField, type RawTable, readRows } from "../../../core/index.ts";

const say = wordsOf("zh");

const table = (...rows: (string | number)[][]): RawTable => ({ name: "t", rows });

function planned(raw: RawTable) {
  const plan = planOf(raw, ["CNY"]);
  if (!plan) throw new Error("no headings");
  return plan;
}

const unsure = table(
  ["客户", "日期", "金额"],
  ["甲公司", "3/4/2026", 100],
  ["乙公司", "5/6/2026", 200],
  ["丙公司", "7/8/2026", 300],
);

describe("a table with sums in it", () => {
  it("is never taken for a list of customers because that would leave no question", () => {
    expect(mappingOf(planned(unsure)).kind).toBe("items");
  });

  it("but customers with their limits are", () => {
    const customers = table(
      ["客户编码", "客户名称", "信用额度"],
      ["K1", "甲公司", 5000],
      ["K2", "乙公司", 900],
    );
    expect(mappingOf(planned(customers)).kind).toBe("customers");
  });
});

describe("questions", () => {
  it("are only what is unsure, and an answer can be given anew", () => {
    const plan = planned(unsure);
    expect(openQuestionsOf(plan)).toHaveLength(1);
    const [question] = openQuestionsOf(plan);
    if (!question) throw new Error("no question");
    const dates = asked(question, say).choices.map(({ answer }) => {
      const answered = withAnswer(plan, answer);
      expect(openQuestionsOf(answered)).toEqual([]);
      return readRows(unsure, mappingOf(answered)).rows[0]?.date;
    });
    expect(dates.sort()).toEqual(["2026-03-04", "2026-04-03"]);
  });

  it("about a missing customer are settled by sub-headings that are customers", () => {
    const grouped = table(
      ["日期", "单号", "金额"],
      ["甲公司", "", ""],
      ["2026-10-01", "A-1", 100],
      ["2026-10-02", "A-2", 50],
      ["乙公司", "", ""],
      ["2026-10-03", "A-3", 70],
    );
    const plan = planAs("items", planned(grouped));
    expect(openQuestionsOf(plan).map(({ kind }) => kind)).toEqual(["missing", "groupsAre"]);
    expect(openQuestionsOf(withAnswer(plan, { kind: "groupsAre" }))).toEqual([]);
  });

  it("offer a column of names as the customer's name, not as a code", () => {
    const choice = asked(
      {
        kind: "missing",
        fields: ["customerCode", "customerName"],
        choices: [{ column: 1, header: "抬头", examples: ["甲公司", "乙公司"] }],
      },
      say,
    );
    expect(choice.choices.map(({ answer }) => answer)).toEqual([
      { kind: "field", column: 1, field: "customerName" },
    ]);
  });
});

describe("a remembered mapping", () => {
  it("asks nothing, and shows the columns as they were matched", () => {
    const days = table(
      ["客户", "日期", "金额"],
      ["甲公司", "2026-04-03", 100],
      ["乙公司", "2026-06-05", 200],
    );
    const { mapping } = planned(days).proposal;
    const remembered = planOf(days, ["CNY"], { ...mapping, kind: "receipts" });
    if (!remembered) throw new Error("no headings");
    expect(openQuestionsOf(remembered)).toEqual([]);
    expect(columnsOf(remembered).map(({ field }) => field)).toEqual(["customerName", "date", "amount"]);
  });

  it("asks of each table what its days leave open, and takes the answer", () => {
    const { mapping } = planned(unsure).proposal;
    const plan = planOf(unsure, ["CNY"], mapping);
    if (!plan) throw new Error("no headings");
    expect(openQuestionsOf(plan)).toMatchObject([{ kind: "dateOrder", field: "date", example: "3/4/2026" }]);
    const told = withAnswer(plan, { kind: "dateOrder", field: "date", value: "monthFirst" });
    expect(openQuestionsOf(told)).toEqual([]);
    expect(readRows(unsure, mappingOf(told)).rows[0]?.date).toBe("2026-03-04");
    const next = planOf(unsure, ["CNY"], mappingOf(told));
    expect(next && openQuestionsOf(next)).toEqual([]);
    expect(next && readRows(unsure, mappingOf(next)).rows[0]?.date).toBe("2026-03-04");
  });
});

/** A table of which nothing is asked. */
const sure = table(
  ["客户", "日期", "到期日", "金额", "未清金额（万元）"],
  ["甲公司", "2026-10-01", "2026-10-31", 100, 0.5],
  ["乙公司", "2026-10-02", "2026-11-01", 200, 1.5],
);

const fieldsOf = (plan: ImportPlan) => columnsOf(plan).map(({ field }) => field);
const taken = (plan: ImportPlan, column: number, field?: ImportField) =>
  withAnswer(plan, { kind: "field", column, ...(field ? { field } : {}) });

describe("a column that was surely recognised", () => {
  it("is put right: the column that had the field is not imported any more, the others stay", () => {
    const plan = planAs("items", planned(sure));
    expect(openQuestionsOf(plan)).toEqual([]);
    const before = fieldsOf(plan);
    const right = taken(plan, 2, "date");
    expect(fieldsOf(right)).toEqual(before.with(1, undefined).with(2, "date"));
    expect(readRows(sure, mappingOf(right)).rows[0]?.date).toBe("2026-10-31");
  });

  it("can be left out, and taken for what it was again", () => {
    const plan = planAs("items", planned(sure));
    const without = taken(plan, 2);
    expect(mappingOf(without).columns.map(({ field }) => field)).not.toContain("due");
    expect(mappingOf(taken(without, 2, "due"))).toEqual(mappingOf(plan));
  });

  it("is asked for where the table cannot do without it, every other column to choose from", () => {
    const plan = planAs("items", planned(sure));
    const without = taken(plan, 3);
    const [question, ...others] = openQuestionsOf(without);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ kind: "missing", fields: ["amount", "debit"] });
    expect(question?.kind === "missing" && question.choices.map(({ column }) => column)).toContain(3);
    expect(openQuestionsOf(taken(without, 3, "amount"))).toEqual([]);
  });

  it("keeps the unit of its heading: 万元 is never read as yuan", () => {
    const plan = taken(planAs("items", planned(sure)), 4, "amount");
    expect(readRows(sure, mappingOf(plan)).rows.map(({ amount }) => amount)).toEqual([500_000, 1_500_000]);
  });

  it("is asked how its days are written where they can be read in two ways", () => {
    const plan = taken(planned(unsureDelivery), 2, "date");
    const [question, ...others] = openQuestionsOf(plan);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ kind: "dateOrder", field: "date", header: "送货" });
    const told = withAnswer(plan, { kind: "dateOrder", field: "date", value: "dayFirst" });
    expect(openQuestionsOf(told)).toEqual([]);
    expect(readRows(unsureDelivery, mappingOf(told)).rows[0]?.date).toBe("2026-04-03");
    expect(openQuestionsOf(taken(told, 1, "date"))).toEqual([]);
    expect(openQuestionsOf(taken(taken(told, 1, "date"), 2, "date"))).toHaveLength(1);
  });

  it("is put right in a remembered mapping, which is what is remembered then", () => {
    const { mapping } = planAs("items", planned(sure)).proposal;
    const remembered = planOf(sure, ["CNY"], mapping);
    if (!remembered) throw new Error("no headings");
    const right = mappingOf(taken(remembered, 2, "date"));
    const again = planOf(sure, ["CNY"], right);
    expect(again && mappingOf(again)).toEqual(right);
    expect(again && fieldsOf(again).filter((field) => field === "date")).toHaveLength(1);
  });
});

const unsureDelivery = table(
  ["客户", "日期", "送货", "金额"],
  ["甲公司", "2026-10-01", "3/4/2026", 100],
  ["乙公司", "2026-10-02", "5/6/2026", 200],
);

describe("the currency of a table that names none", () => {
  const two = (raw: RawTable) => {
    const plan = planOf(raw, ["CNY", "USD"]);
    if (!plan) throw new Error("no headings");
    return planAs("items", plan);
  };

  it("is asked once where the ledger has several, and told to the import", () => {
    const plan = two(sure);
    expect(isCurrencyOpen(plan)).toBe(true);
    expect(openCountOf(plan)).toBe(1);
    const told = withAnswer(plan, { kind: "currency", value: "USD" });
    expect(openCountOf(told)).toBe(0);
    expect(mappingOf(told)).toMatchObject({ currency: "USD", currencyTold: true });
    expect(readRows(sure, mappingOf(told)).rows.map(({ currency }) => currency)).toEqual(["USD", "USD"]);
    expect(mappingOf(planAs("receipts", told))).toMatchObject({ currency: "USD", currencyTold: true });
  });

  it("is not asked in a ledger of one currency, nor where a column says it, nor of a list of customers", () => {
    expect(isCurrencyOpen(planned(sure))).toBe(false);
    const column = table(["客户", "日期", "金额", "币种"], ["甲公司", "2026-10-01", 100, "USD"]);
    expect(isCurrencyOpen(two(column))).toBe(false);
    expect(isCurrencyOpen(planAs("customers", two(sure)))).toBe(false);
  });

  it("is not asked where the table's heading states it", () => {
    const stated = table(
      ["客户", "日期", "金额 (USD)"],
      ["甲公司", "2026-10-01", 100],
      ["乙公司", "2026-10-02", 5],
    );
    expect(isCurrencyOpen(two(stated))).toBe(false);
    expect(mappingOf(two(stated))).toMatchObject({ currency: "USD", currencyTold: true });
  });

  it("is asked where titles name two, also of a ledger of one and of known columns", () => {
    const several: RawTable = { name: "t", rows: [["币种：人民币"], ["Currency: USD"], ...sure.rows] };
    const plan = planAs("items", planned(several));
    expect([isCurrencyOpen(plan), openCountOf(plan)]).toEqual([true, 1]);
    const told = withAnswer(plan, { kind: "currency", value: "USD" });
    expect(openCountOf(told)).toBe(0);
    expect(readRows(several, mappingOf(told)).rows.map(({ currency }) => currency)).toEqual(["USD", "USD"]);
    const next = planOf(several, ["CNY"], mappingOf(told));
    expect(next && isCurrencyOpen(next)).toBe(true);
  });

  it("is asked of a ledger of one currency where a heading's 元 may be other money", () => {
    const yuan = table(
      ["客户", "日期", "金额（元）"],
      ["甲公司", "2026-10-01", 100],
      ["乙公司", "2026-10-02", 5],
    );
    const plan = planOf(yuan, ["HKD"]);
    if (!plan) throw new Error("no headings");
    expect([isCurrencyOpen(plan), openCountOf(plan), askingsOf(plan)]).toEqual([true, 1, []]);
    for (const value of ["HKD", "CNY"]) {
      const told = withAnswer(plan, { kind: "currency", value });
      expect(openCountOf(told)).toBe(0);
      expect(readRows(yuan, mappingOf(told)).rows.map(({ currency }) => currency)).toEqual([value, value]);
    }
    const own = planOf(yuan, ["CNY"]);
    expect(own && openCountOf(own)).toBe(0);
  });

  it("is not asked again where a mapping is remembered that was told", () => {
    const told = mappingOf(withAnswer(two(sure), { kind: "currency", value: "USD" }));
    const again = planOf(sure, ["CNY", "USD"], told);
    expect(again && openCountOf(again)).toBe(0);
    expect(again && mappingOf(again).currency).toBe("USD");
  });
});

describe("credits of a ledger that do not say what they are", () => {
  const ledger = table(
    ["客户", "日期", "摘要", "借方金额", "贷方金额"],
    ["甲公司", "2026-10-01", "销售", 100, ""],
    ["甲公司", "2026-10-02", "一月", "", 40],
  );

  it("are asked about until it is answered, and the answer can be given anew", () => {
    const plan = planned(ledger);
    const [question, ...others] = openQuestionsOf(plan);
    if (!question) throw new Error("no question");
    expect([question.kind, others]).toEqual(["creditsAre", []]);
    const { title, choices } = asked(question, say);
    expect([title, ...choices.map(({ label }) => label)]).toEqual([
      "1 行贷方没写明是不是收款",
      "收到的款",
      "贷项，没有收款",
    ]);
    for (const { answer } of choices) {
      const told = withAnswer(plan, answer);
      expect(openQuestionsOf(told)).toEqual([]);
      expect(askingsOf(told)).toMatchObject([{ isOpen: false, given: answer }]);
    }
  });

  it("are asked about once the columns are put right by hand", () => {
    const plain = table(
      ["客户", "日期", "增加", "减少"],
      ["甲公司", "2026-10-01", 100, ""],
      ["甲公司", "2026-10-02", "", 40],
    );
    const plan = taken(taken(planAs("items", planned(plain)), 2, "debit"), 3, "credit");
    expect(openQuestionsOf(plan).map(({ kind }) => kind)).toEqual(["creditsAre"]);
  });
});

describe("an answer", () => {
  it("stays on the screen to be changed", () => {
    const plan = planned(unsure);
    const answer = { kind: "dateOrder", field: "date", value: "dayFirst" } as const;
    expect(askingsOf(withAnswer(plan, answer))).toMatchObject([{ given: answer, isOpen: false }]);
  });
});

describe("the day as of which", () => {
  it("is asked where opening balances have no day of their own", () => {
    const openings = planAs("openings", planned(table(["客户", "余额"], ["甲公司", 100], ["乙公司", 50])));
    expect(needsAsOf(openings)).toBe(true);
    expect(needsAsOf(planned(unsure))).toBe(false);
  });
});
