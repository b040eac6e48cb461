import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DUNNING_LEVELS,
  type DunnedLine,
  type DunningLevel,
  dateOfDayNumber,
  dayNumberOf,
  type LetterLanguage,
  money,
  plainDate,
  REMINDER_TEMPLATES,
  type ReminderFacts,
  reminderLetterOf,
  templateFaults,
  utf8Bytes,
} from "../../../core/index.ts";

const LANGUAGES: readonly LetterLanguage[] = ["zh-CN", "zh-TW", "en"];
const AS_OF = plainDate("2026-11-22");

function line(n: number, days: number, yuan: number, level: DunningLevel, number = `INV-${n}`): DunnedLine {
  const due = dateOfDayNumber(dayNumberOf(AS_OF) - days);
  const open = money(Math.round(yuan * 100));
  return {
    ...{ level, days },
    line: {
      ...{ line: 0, due, open },
      item: {
        ...{
          id: `i${n}.0`,
          customer: "c1.0",
          kind: "invoice",
          number,
          date: due,
          currency: "CNY",
          amount: open,
        },
        ...{ lines: [{ amount: open, due, basis: "stated" }], seq: 1, voided: 0 },
      },
    },
  };
}

function facts(lines: readonly DunnedLine[], more: Partial<ReminderFacts> = {}): ReminderFacts {
  const total = money(lines.reduce((sum, each) => sum + each.line.open, 0));
  const none = { soon: [], soonTotal: money(0) };
  return {
    letter: { currency: "CNY", level: lines[0]?.level ?? "friendly", lines, total, ...none },
    customer: "深圳市鸿运达电子科技有限公司",
    firm: { name: "挂账贸易", nameEn: "Ledger Trading", account: ["中国银行", "6225 0000"] },
    asOf: AS_OF,
    ...more,
  };
}

describe("a reminder", () => {
  it("names each item, the oldest first, the sum and the account", () => {
    const { subject, text } = reminderLetterOf(
      facts([line(1, 17, 32_400, "firm"), line(2, 102, 66_400, "firm")]),
      "zh-CN",
    );
    expect(subject).toBe("催款｜挂账贸易｜逾期款项 98,800.00 元，截至 2026年11月22日");
    expect(text.split("\n")).toEqual([
      "深圳市鸿运达电子科技有限公司：",
      "以下款项已逾期，尚未付清。请尽快付款，或告知付款日期。",
      "",
      "INV-2｜2026年8月12日 到期｜逾期 102 天｜66,400.00 元",
      "INV-1｜2026年11月5日 到期｜逾期 17 天｜32,400.00 元",
      "合计 98,800.00 元",
      "",
      "以上仅为本次提醒的款项，全部往来以双方对账为准。",
      "",
      ...["收款账户：", "中国银行", "6225 0000", ""],
      "如已付款，请忽略本提醒；对金额有不同意见的，请列明告知。",
      ...["", "", "挂账贸易", "2026年11月22日"],
    ]);
  });

  it("speaks of no delay before the due date", () => {
    const { text, sms } = reminderLetterOf(facts([line(1, -3, 100, "beforeDue")]), "zh-CN");
    expect(text).toContain("INV-1｜2026年11月25日 到期｜100.00 元");
    expect(`${text}${sms}`).not.toContain("逾期");
  });

  it("names what falls due shortly apart, and asks for none of it", () => {
    const late = facts([line(1, 17, 300, "firm")]);
    const soon = [line(2, -1, 70, "beforeDue"), line(3, -2, 5, "beforeDue")];
    const letter = { ...late.letter, soon, soonTotal: money(7_500) };
    const { subject, text, chat, sms } = reminderLetterOf({ ...late, letter }, "zh-CN");
    expect(subject).toBe("催款｜挂账贸易｜逾期款项 300.00 元，截至 2026年11月22日");
    expect(text.split("\n").slice(3, 9)).toEqual([
      "INV-1｜2026年11月5日 到期｜逾期 17 天｜300.00 元",
      "合计 300.00 元",
      "",
      "另有 2 笔即将到期，合计 75.00 元",
      "INV-2｜2026年11月23日 到期｜70.00 元",
      "INV-3｜2026年11月24日 到期｜5.00 元",
    ]);
    expect(chat.split("\n")).toContain("另有 2 笔即将到期，合计 75.00 元");
    expect(sms).toContain("逾期款项 300.00 元，共 1 笔");
  });

  it("says one day and one item in English as one", () => {
    const { text, sms } = reminderLetterOf(facts([line(1, 1, 300, "friendly")]), "en");
    expect(text).toContain("INV-1 | due 21 Nov 2026 | 1 day late | CNY 300.00");
    expect(sms).toBe("Ledger Trading: CNY 300.00 overdue (1 item). Please pay. Ignore if paid.");
  });

  it("tells in a chat where to pay, unless there is no room", () => {
    const few = reminderLetterOf(facts([line(1, 17, 300, "firm")]), "zh-CN").chat.split("\n");
    expect(few.slice(-3)).toEqual(["收款账户：", "中国银行", "6225 0000"]);
    const account = ["中".repeat(300), "国".repeat(300)];
    const long = facts([line(1, 17, 300, "firm")], { firm: { name: "挂账贸易", account } });
    expect(reminderLetterOf(long, "zh-CN").chat).not.toContain("收款账户");
  });

  it("is signed with the firm's name, its phone where it has one, and the day", () => {
    const named = facts([line(1, 17, 300, "firm")], { firm: { name: "挂账贸易", phone: "0755-1234" } });
    const foot = (more: ReminderFacts) => reminderLetterOf(more, "zh-CN").text.split("\n\n\n")[1];
    expect(foot(named)).toBe("挂账贸易\n电话：0755-1234\n2026年11月22日");
    expect(foot({ ...named, firm: { name: "—" } })).toBe("2026年11月22日");
  });

  it("claims of no letter before it that there was one", () => {
    for (const language of LANGUAGES)
      for (const level of DUNNING_LEVELS)
        expect(Object.values(REMINDER_TEMPLATES[language][level]).join()).not.toMatch(
          /此前|多次|再次|reminded|several|again/,
        );
  });

  it("fits into a chat and a short message, whatever there is to say", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
    const debts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 1e8 }), name),
      {
        ...{ minLength: 1, maxLength: 300 },
      },
    );
    fc.assert(
      fc.property(debts, name, name, fc.constantFrom(...LANGUAGES), (owed, customer, firm, language) => {
        const lines = owed.map(([days, yuan, number], n) => line(n, days, yuan, "formal", number));
        const written = facts(lines, { customer, firm: { name: firm } });
        const soon = lines.filter((_, n) => n % 3 === 0);
        const { chat, sms, text } = reminderLetterOf(
          { ...written, letter: { ...written.letter, soon, soonTotal: money(1e10) } },
          language,
        );
        expect(chat.length).toBeLessThanOrEqual(600);
        expect(utf8Bytes(chat).length).toBeLessThanOrEqual(1_800);
        expect(chat).not.toContain("\t");
        expect(Array.from(sms).length).toBeLessThanOrEqual(/^[ -~]*$/.test(sms) ? 160 : 70);
        expect(text.split("\n").length).toBeGreaterThanOrEqual(owed.length + 4);
      }),
      { numRuns: 200 },
    );
  });

  it("fills in what a name contains as it is, and reads no place in it", () => {
    const customer = "{total}=<b>甲</b>\u202e\n{firm}";
    const { text } = reminderLetterOf(facts([line(1, 40, 100, "friendly")], { customer }), "en");
    expect(text.startsWith("Dear {total}=<b>甲</b> {firm},\nThe items below")).toBe(true);
  });

  it("takes the firm's own words, and says which places it does not know", () => {
    const own = { subject: "{firm}：{total}", opening: "{customer} 好", closing: "谢谢" };
    expect(reminderLetterOf(facts([line(1, 9, 100, "friendly")]), "zh-CN", own).subject).toBe(
      "挂账贸易：100.00 元",
    );
    expect(templateFaults(own)).toEqual([]);
    expect(templateFaults({ ...own, closing: "{bank} {} {total} {bank}" })).toEqual(["bank", ""]);
  });
});

describe("the words of all letters", () => {
  const all = LANGUAGES.flatMap((language) =>
    DUNNING_LEVELS.map((level) => ({ language, level, ...REMINDER_TEMPLATES[language][level] })),
  );

  it.each(all)(
    "$language $level: no interest, no threat, no promise, nobody addressed as you in Chinese",
    (own) => {
      const text = `${own.subject}${own.opening}${own.closing}`;
      expect(text).not.toMatch(
        /利息|滞纳金|違約金|违约金|罚|罰|起诉|起訴|律师|律師|法院|黑名单|您|你|！|承诺|保证/,
      );
      expect(text).not.toMatch(/interest|fee|penalt|lawyer|court|sue|legal action|blacklist|guarantee|!/i);
      if (own.language !== "en") expect(text).not.toMatch(/[\u4e00-\u9fff][,;?()]|[,;?()][\u4e00-\u9fff]/);
      expect(templateFaults(own)).toEqual([]);
    },
  );

  it("name the same places in every language", () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();
    for (const level of DUNNING_LEVELS) {
      const [first, ...others] = LANGUAGES.map((language) => {
        const { subject, opening, closing } = REMINDER_TEMPLATES[language][level];
        return places(subject + opening + closing);
      });
      for (const each of others) expect(each, level).toEqual(first);
    }
  });
});
