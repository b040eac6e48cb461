import { describe, expect, it } from "vitest";
import { nextCode } from "../../../addon/sidebar/forms/customer-form.ts";
import { dueWithoutTerms } from "../../../addon/sidebar/forms/item-form.ts";
import { directed, emptyReceipt, readReceipt } from "../../../addon/sidebar/forms/receipt-form.ts";
import { stepDate, tidyAmount, typedAmount, typedDate } from "../../../addon/sidebar/forms/typed.ts";
import { refundMethodOptions } from "../../../addon/sidebar/parts/row-words.ts";
import { en } from "../../../addon/sidebar/words/en.ts";
import { zh } from "../../../addon/sidebar/words/zh.ts";
import { documentLinesOf, money, plainDate } from "../../../core/index.ts";

const today = plainDate("2026-11-22");

describe("what is typed", () => {
  it("is an amount exactly, or a sentence", () => {
    expect(typedAmount("86,400", "CNY")).toEqual({ value: 8640000 });
    expect(typedAmount("１２００．５", "CNY")).toEqual({ value: 120050 });
    expect(tidyAmount("86400", "CNY")).toBe("86,400.00");
    const faults = {
      "": "Missing",
      "0": "NotPositive",
      "-5": "NotPositive",
      "1.234": "TooFine",
      "12a": "Unreadable",
      $5: "Currency",
    };
    for (const [text, fault] of Object.entries(faults)) {
      expect(typedAmount(text, "CNY"), text).toEqual({ fault: { say: `fault.amount${fault}` } });
    }
  });

  it("is a day; a bare day is of this month, and nothing ambiguous is guessed", () => {
    expect(typedDate("5", today)).toEqual({ value: "2026-11-05" });
    expect(typedDate("10-31", today)).toEqual({ value: "2026-10-31" });
    expect(typedDate("2026年1月5日", today)).toEqual({ value: "2026-01-05" });
    expect(typedDate("2026-02-30", today)).toMatchObject({ fault: { say: "fault.dateNoSuchDay" } });
    expect(typedDate("3/4/2026", today)).toMatchObject({ fault: { say: "fault.dateAmbiguous" } });
    expect(typedDate("11-31", today)).toHaveProperty("fault");
    expect(stepDate("2026-11-30", today, 1)).toBe("2026-12-01");
  });
});

describe("the receipt form", () => {
  it("asks for what is missing and sends what is there", () => {
    const draft = emptyReceipt("s-1", today);
    expect(Object.keys(readReceipt(draft, today, "CNY").faults).sort()).toEqual(["amount", "customer"]);
    const unidentified = { ...draft, isUnidentified: true, amount: "20" };
    expect(readReceipt(unidentified, today, "CNY").input).toEqual({
      ...{ date: today, amount: 2000, currency: "CNY", method: "transfer" },
    });
    const accepted = { ...unidentified, method: "bankDraft" as const };
    expect(readReceipt(accepted, today, "CNY").faults).toHaveProperty("maturity");
    expect(readReceipt({ ...accepted, maturity: "2027-03-01" }, today, "CNY").input?.draft).toEqual({
      ...{ maturity: "2027-03-01", state: "held" },
    });
  });
});

describe("the form of a refund", () => {
  const customer = { id: "c1.0", name: "恒通", currency: "CNY" };
  const draft = { ...emptyReceipt("s-1", today), customer, amount: "20", note: "多付", reference: "B-1" };

  it("is typed positive and sent negative, with its note", () => {
    expect(readReceipt(directed(draft, "refund"), today, "CNY").input).toEqual({
      ...{ date: today, amount: -2000, currency: "CNY", method: "transfer" },
      ...{ customer: "c1.0", bankReference: "B-1", note: "多付" },
    });
    expect(readReceipt({ ...directed(draft, "refund"), amount: "-20" }, today, "CNY").faults).toEqual({
      amount: { say: "fault.amountNotPositive" },
    });
  });

  it("has no documents, no draft, no offset, and somebody whose it is", () => {
    const filled = {
      ...{ ...draft, customer: undefined, isUnidentified: true, currency: "USD" },
      ...{ items: ["i1.0"], roundsOff: true },
    };
    for (const method of ["bankDraft", "commercialDraft", "offset"] as const) {
      const back = directed({ ...filled, method }, "refund");
      expect(back).toMatchObject({
        ...{ method: "transfer", items: [], isUnidentified: false, roundsOff: false, currency: undefined },
      });
      expect(Object.keys(readReceipt(back, today, "CNY").faults)).toEqual(["customer"]);
    }
    expect(directed({ ...draft, method: "cash" }, "refund").method).toBe("cash");
    const offered = refundMethodOptions("en").map(({ value }) => value);
    expect(offered).toEqual(["transfer", "cash", "wechat", "alipay", "cheque", "other"]);
  });

  it("is a receipt again where it was one by mistake: its note is of the refund alone", () => {
    const again = readReceipt(directed(directed(draft, "refund"), "receipt"), today, "CNY").input;
    expect(again).toMatchObject({ amount: 2000 });
    expect(again).not.toHaveProperty("note");
  });
});

describe("the form of a receipt of nobody known", () => {
  const draft = {
    ...emptyReceipt("s-1", today),
    isUnidentified: true,
    amount: "20",
    payerName: " ACME Ltd ",
  };

  it("sends who paid and the currency, by which it is recognised later", () => {
    expect(readReceipt(draft, today, "USD").input).toEqual({
      ...{ date: today, amount: 2000, currency: "USD", method: "transfer", payerName: "ACME Ltd" },
    });
  });

  it("says of a known customer's receipt no payer that was typed before", () => {
    const customer = { id: "c1.0", name: "恒通", currency: "CNY" };
    const known = readReceipt({ ...draft, isUnidentified: false, customer }, today, "CNY").input;
    expect(known).toMatchObject({ customer: "c1.0" });
    expect(known).not.toHaveProperty("payerName");
  });
});

describe("the next code", () => {
  it("follows the commonest form", () => {
    expect(nextCode([])).toBe("K001");
    expect(nextCode(["K001", "K009", "X1"])).toBe("K010");
    expect(nextCode(["C0099", "C0100"])).toBe("C0101");
  });
});

describe("the form of a document", () => {
  it("says of a customer without terms what the record will say: not fixed, or at once for cash", () => {
    expect(dueWithoutTerms({})).toBe("due.notFixed");
    expect(dueWithoutTerms({ onAccount: true })).toBe("due.notFixed");
    expect(dueWithoutTerms({ onAccount: false })).toBe("due.cash");
    for (const onAccount of [undefined, true, false]) {
      const customer = onAccount === undefined ? {} : { onAccount };
      const [line] = documentLinesOf(money(100), { date: today }, customer);
      expect(line?.due === undefined).toBe(dueWithoutTerms(customer) === "due.notFixed");
    }
    expect(en["due.notFixed"]).toContain("not fixed");
    expect(zh["due.notFixed"]).toContain("到期日未定");
  });
});
