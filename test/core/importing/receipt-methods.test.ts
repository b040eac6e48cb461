import { describe, expect, it } from "vitest";
import { type ImportRow, money, plainDate, type Receipt } from "../../../core/index.ts";
import { planned } from "./planned.ts";

/** How money came in decides whether it can bounce: a draft is never booked as cash in bank. */
const DAY = plainDate("2026-11-05");
const MATURITY = plainDate("2027-05-05");

function received(row: Partial<ImportRow>) {
  const plan = planned("receipts", [
    { customerName: "甲", date: DAY, amount: money(100), number: "R1", ...row },
  ]);
  const receipts = plan.changes.flatMap((change): Receipt[] =>
    change.put === "receipt" ? [change.row] : [],
  );
  return { receipt: receipts[0], problems: plan.problems };
}

describe("the method of an imported receipt", () => {
  it.each([
    ["转账", "transfer"],
    ["银行转账", "transfer"],
    ["电汇", "transfer"],
    ["T/T", "transfer"],
    ["Wire transfer", "transfer"],
    ["现金", "cash"],
    ["现金收款", "cash"],
    ["微信支付", "wechat"],
    ["支付宝转账", "alipay"],
    ["转账支票", "cheque"],
    ["现金支票", "cheque"],
    ["Check", "cheque"],
    ["抵账", "offset"],
    ["其他", "other"],
    [undefined, "transfer"],
  ])("%s is %s", (method, expected) => {
    const { receipt, problems } = received(method === undefined ? {} : { method });
    expect(problems).toEqual([]);
    expect(receipt?.method).toBe(expected);
    expect(receipt?.note).toBeUndefined();
  });

  it.each(["银联商务", "银行汇票", "现金+微信"])(
    "“%s” is other, and the word stays in the note",
    (method) => {
      const { receipt } = received({ method, note: "首付" });
      expect(receipt).toMatchObject({ method: "other", note: `首付；${method}` });
      expect(received({ method }).receipt?.note).toBe(method);
    },
  );

  it.each([
    ["银行承兑", "bankDraft"],
    ["银行承兑汇票", "bankDraft"],
    ["电子银行承兑汇票", "bankDraft"],
    ["银票", "bankDraft"],
    ["承兑汇票", "bankDraft"],
    ["商业承兑汇票", "commercialDraft"],
    ["商票", "commercialDraft"],
    ["Bank acceptance", "bankDraft"],
  ])("%s with its maturity is a draft that is held", (method, expected) => {
    const { receipt, problems } = received({ method, maturity: MATURITY });
    expect(problems).toEqual([]);
    expect(receipt).toMatchObject({ method: expected, draft: { maturity: MATURITY, state: "held" } });
  });

  it.each(["银行承兑", "承兑汇票", "商业承兑汇票", "转账+承兑", "Bank draft"])(
    "%s without a maturity is listed, not booked: it could never bounce",
    (method) => {
      const { receipt, problems } = received({ method });
      expect(receipt).toBeUndefined();
      expect(problems).toEqual([
        { kind: "draftWithoutMaturity", place: { table: "来表", row: 2 }, found: method },
      ]);
    },
  );

  it("says the kind of draft that nobody told in the note", () => {
    expect(received({ method: "承兑汇票", maturity: MATURITY }).receipt?.note).toBe("承兑汇票");
    expect(received({ method: "银行承兑汇票", maturity: MATURITY }).receipt?.note).toBeUndefined();
  });

  it("lists a draft beside other money of one row: nobody says how much of it is the draft", () => {
    const { receipt, problems } = received({ method: "转账+承兑", maturity: MATURITY });
    expect(receipt).toBeUndefined();
    expect(problems).toMatchObject([{ kind: "wordUnknown", found: "转账+承兑" }]);
  });
});
