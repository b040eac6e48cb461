import { describe, expect, it } from "vitest";
import {
  columnsOf,
  mappingOf,
  needsAsOf,
  openQuestionsOf,
  planAs,
  planOf,
  withAnswer,
} from "../../../addon/sidebar/importing/plan.ts";
import { asked } from "../../../addon/sidebar/importing/questions.ts";
import { wordsOf } from "../../../addon/sidebar/words/words.ts";
import { type RawTable, readRows } from "../../../core/index.ts";

const say = wordsOf("zh");

const table = (...rows: (string | number)[][]): RawTable => ({ name: "t", rows });

function planned(raw: RawTable) {
  const plan = planOf(raw, "CNY");
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
    expect(openQuestionsOf(plan)).toEqual([0]);
    const question = plan.proposal.questions[0];
    if (!question) throw new Error("no question");
    const dates = asked(question, say).choices.map(({ answer }) => {
      const answered = withAnswer(plan, 0, answer);
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
    const at = plan.proposal.questions.findIndex(({ kind }) => kind === "groupsAre");
    expect(at).toBeGreaterThanOrEqual(0);
    const open = openQuestionsOf(withAnswer(plan, at, { kind: "groupsAre" }));
    expect(open.map((each) => plan.proposal.questions[each]?.kind)).not.toContain("missing");
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
    const { mapping } = planned(unsure).proposal;
    const remembered = planOf(unsure, "CNY", { ...mapping, kind: "receipts" });
    if (!remembered) throw new Error("no headings");
    expect(openQuestionsOf(remembered)).toEqual([]);
    expect(columnsOf(remembered).map(({ field }) => field)).toEqual(["customerName", "date", "amount"]);
  });
});

describe("the day as of which", () => {
  it("is asked where opening balances have no day of their own", () => {
    const openings = planAs("openings", planned(table(["客户", "余额"], ["甲公司", 100], ["乙公司", 50])));
    expect(needsAsOf(openings)).toBe(true);
    expect(needsAsOf(planned(unsure))).toBe(false);
  });
});
