import { describe, expect, it } from "vitest";
import { EMPTY_ORDER, type OrderDraft, readOrder } from "../../../addon/sidebar/forms/order-form.ts";
import { promiseDraft, readPromise } from "../../../addon/sidebar/forms/promise-form.ts";
import { type RequestDraft, readRequest } from "../../../addon/sidebar/forms/request-form.ts";
import { money, plainDate } from "../../../core/index.ts";

const today = plainDate("2026-11-22");

describe("the form of an order", () => {
  const form = (more: Partial<OrderDraft>) => readOrder({ ...EMPTY_ORDER, ...more }, "c1.0", "CNY");

  it("needs an amount, and says what kind of order it is only where it is another", () => {
    expect(form({}).faults).toEqual({ amount: { say: "fault.amountMissing" } });
    expect(form({ amount: "58,000" }).input).toEqual({ customer: "c1.0", amount: 5_800_000 });
    expect(form({ amount: "1", number: " SO-1 ", kind: "prepaid" }).input).toEqual({
      ...{ customer: "c1.0", amount: 100, order: "SO-1", prepaid: true },
    });
    expect(form({ amount: "1", kind: "quotation" }).input).toMatchObject({ draft: true });
  });
});

describe("the form of a request", () => {
  const empty: RequestDraft = {
    ...{ action: "s-1", about: "limit", limitType: "amount", amount: "", until: "", terms: "", grade: "" },
    ...{ order: "", why: "", remark: "", by: "" },
  };
  const form = (more: Partial<RequestDraft>) =>
    readRequest({ ...empty, ...more }, { today, currency: "CNY" });

  it("asks a limit by amount for its sum, any other for none", () => {
    expect(form({}).faults).toEqual({ amount: { say: "fault.amountMissing" } });
    expect(form({ amount: "50000" }).asked).toEqual({
      subject: { kind: "limit", limitType: "amount", limit: 5_000_000 },
    });
    expect(form({ limitType: "none", amount: "50000" }).asked).toEqual({
      subject: { kind: "limit", limitType: "none" },
    });
  });

  it("takes a last day to come, and none that is over by then", () => {
    const until = (text: string) => form({ amount: "1", until: text });
    expect(until("2026-11-22").faults.until?.say).toBe("fault.limitUntilPast");
    expect(until("2026-11-23").asked?.subject).toMatchObject({ until: "2026-11-23" });
  });

  it("takes no grade and no terms for somebody", () => {
    expect(form({ about: "grade" }).faults).toEqual({ grade: { say: "fault.gradeMissing" } });
    expect(form({ about: "terms" }).faults).toEqual({ terms: { say: "fault.termsMissing" } });
    expect(form({ about: "grade", grade: "B" }).asked).toEqual({ subject: { kind: "grade", grade: "B" } });
    expect(form({ about: "terms", terms: "3" }).asked).toEqual({
      subject: { kind: "terms", terms: { kind: "net", days: 30 } },
    });
  });

  it("wants a reason for a release, and words for another reason than the usual ones", () => {
    const release = { about: "release", amount: "580", order: "SO-1" } as const;
    expect(form(release).faults).toEqual({ why: { say: "fault.whyMissing" } });
    expect(form({ ...release, why: "other" }).faults).toEqual({ remark: { say: "fault.remarkMissing" } });
    expect(form({ ...release, why: "other", remark: "样品" }).asked).toEqual({
      ...{ subject: { kind: "release", order: "SO-1" }, amount: 58_000 },
    });
    expect(form({ ...release, order: "", why: "urgent" }).asked?.subject).toEqual({ kind: "release" });
  });
});

describe("the form of a promise", () => {
  const line = (currency: string, overdue: number) => ({
    ...{ id: "c1.0", code: "K1", name: "鸿运达", currency, payments: 0, amount: money(0), notTheirs: {} },
    ...{ overdue: { amount: money(overdue) }, habit: { of: "nobody", usualDays: 0 } as const },
  });

  it("is filled with what is overdue, in the customer's own currency first", () => {
    const draft = (...history: ReturnType<typeof line>[]) => promiseDraft("s-1", history, "CNY");
    expect(draft(line("USD", 700), line("CNY", 500))).toMatchObject({ currency: "CNY", amount: "5.00" });
    expect(draft(line("USD", 700), line("CNY", 0))).toMatchObject({ currency: "USD", amount: "7.00" });
    expect(draft(line("CNY", 0))).toMatchObject({ currency: "CNY", amount: "" });
  });

  it("is for today or a day to come", () => {
    const until = (text: string) =>
      readPromise({ ...promiseDraft("s-1", [line("CNY", 500)], "CNY"), until: text }, today);
    expect(until("2026-11-21").faults.until?.say).toBe("fault.promisePast");
    expect(until("2026-11-22").promised).toEqual({ amount: 500, currency: "CNY", until: "2026-11-22" });
    expect(until("").faults.until?.say).toBe("fault.dateMissing");
  });
});
