import { describe, expect, it } from "vitest";
import { readSettings, settingsDraft } from "../../../addon/sidebar/forms/settings-form.ts";
import { isAllTaken, sortedProblems } from "../../../addon/sidebar/hand-edits.ts";
import { emptyBook, type Problem, plainDate, problemText } from "../../../core/index.ts";

const today = plainDate("2026-11-22");

describe("typed rows", () => {
  const place = { table: "客户", row: 2 };
  const wish: Problem = { kind: "proposed", place, found: "30天", inForce: "" };
  const wrong: Problem = { kind: "cellMissing", place };

  it("wait for a decision, or were not taken: never both, and beside neither all is said to be taken", () => {
    expect(sortedProblems([wish, wrong])).toEqual({ waiting: [wish], notTaken: [wrong] });
    expect(isAllTaken([], [])).toBe(true);
    expect([isAllTaken([], [wish]), isAllTaken([], [wrong]), isAllTaken([{}], [])]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("name an empty cell in words", () => {
    expect(problemText(wish, "zh")).toContain("申请“30天”，现行为空。");
    expect(problemText(wish, "en")).toContain("“30天” is asked for; blank is in force.");
  });
});

describe("the settings form", () => {
  const { settings } = emptyBook();

  it("begins without a name in a new ledger, and asks for it", () => {
    const draft = settingsDraft("s-1", settings);
    expect(draft.name).toBe("");
    expect(readSettings(draft, today).faults).toEqual({ name: { say: "fault.firmMissing" } });
  });

  it("sends back what it was filled with", () => {
    const firm = {
      name: "鸿运达",
      nameEn: "Hongyunda",
      address: "深圳",
      phone: "0755",
      account: ["招行", "6225"],
    };
    const restDays = "nextWorkingDay" as const;
    const kept = { ...settings, firm, restDays, receiptsEnteredThrough: plainDate("2026-11-20") };
    expect(readSettings(settingsDraft("s-1", kept), today).input).toEqual({
      ...{
        firm,
        language: kept.language,
        baseCurrency: kept.baseCurrency,
        debtCarriedBy: kept.debtCarriedBy,
        restDays,
      },
      receiptsEnteredThrough: "2026-11-20",
    });
  });

  it("leaves due dates on the days that terms give, unless somebody says otherwise", () => {
    expect(settingsDraft("s-1", settings).restDays).toBe("asIs");
  });

  it("takes no word that receipts of days to come are entered", () => {
    const draft = { ...settingsDraft("s-1", settings), name: "鸿运达", through: "2026-11-23" };
    expect(readSettings(draft, today).faults).toEqual({ through: { say: "fault.throughFuture" } });
  });
});
