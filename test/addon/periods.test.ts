import { beforeEach, describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

/** Closing a period 关账 and opening it again: who may, what is said, and what lasts. Today is 2026-06-15. */
let bench: TypedBench;
let customer: string;

const REASON = "补记漏开的发票";

beforeEach(() => {
  ({ bench, customer } = TypedBench.withCustomer());
});

const run = (name: string, input: object, user?: string) =>
  bench.run(name, { action: bench.action(), ...input }, user ? { user } : {}).reply;
const close = (through: string, more: object = {}, user?: string) =>
  run("closePeriod", { through, ...more }, user);
const reopen = (more: object = {}, user?: string) => run("reopenPeriod", { reason: REASON, ...more }, user);
const period = () => bench.call<Output<"period">>("period", {});
const enter = (date: string) =>
  run("addItem", { item: { customer, kind: "invoice", number: date, date, amount: 100 } });

describe("closing", () => {
  it("goes forward only: an earlier day is no way to open again, and says which way is", () => {
    expect(close("2026-03-31")).toMatchObject({ ok: true });
    expect(close("2026-04-30")).toMatchObject({ ok: true });
    expect(close("2026-03-31")).toMatchObject({ ok: false, why: "closedFurther" });
    expect(period().closedThrough).toBe("2026-04-30");
  });

  it("takes today, and no day that has not come", () => {
    expect(close("2026-06-16")).toMatchObject({ ok: false, why: "closingAhead" });
    expect(close("2026-06-15")).toMatchObject({ ok: true });
  });

  it("tells beforehand what was typed or imported and would be left outside", () => {
    expect(period()).toMatchObject({ typedRows: 0, openImports: 0 });
    bench.importRow("N-1", "2026-01-05", 100);
    bench.typeRow("应收明细", 2, { 客户编码: "K001", 单号: "T-1", 单据日期: "2026-05-02", 金额: 9 });
    expect(period()).toMatchObject({ typedRows: 1, openImports: 1 });
  });
});

describe("opening again", () => {
  beforeEach(() => void close("2026-03-31"));

  it("wholly, or from a day on, as entered days then show", () => {
    expect(enter("2026-02-10")).toMatchObject({ ok: false, why: "periodClosed" });
    expect(reopen({ through: "2026-01-31" })).toMatchObject({ ok: true });
    expect(period().closedThrough).toBe("2026-01-31");
    expect(enter("2026-02-10")).toMatchObject({ ok: true });
    expect(enter("2026-01-10")).toMatchObject({ ok: false, why: "periodClosed" });
    expect(reopen()).toMatchObject({ ok: true });
    expect(period()).not.toHaveProperty("closedThrough");
    expect(enter("2026-01-10")).toMatchObject({ ok: true });
  });

  it("is remembered until the books are closed that far again, whatever is closed and opened between", () => {
    expect(period()).not.toHaveProperty("reopenedThrough");
    reopen({ through: "2026-02-28" });
    expect(period()).toMatchObject({ closedThrough: "2026-02-28", reopenedThrough: "2026-03-31" });
    reopen();
    expect(period()).toMatchObject({ reopenedThrough: "2026-03-31" });
    close("2026-01-31");
    run("saveSettings", { settings: { firm: { name: "广州早茶有限公司" } } });
    expect(period()).toMatchObject({ closedThrough: "2026-01-31", reopenedThrough: "2026-03-31" });
    reopen();
    expect(period()).toMatchObject({ reopenedThrough: "2026-03-31" });
    close("2026-03-31");
    expect(period()).not.toHaveProperty("reopenedThrough");
    close("2026-04-30");
    reopen();
    expect(period()).toMatchObject({ reopenedThrough: "2026-04-30" });
    close("2026-05-31");
    expect(period()).not.toHaveProperty("reopenedThrough");
  });

  it("wants a reason, something closed, and a day that opens something", () => {
    expect(reopen({ reason: "要" })).toMatchObject({ ok: false, why: "badInput" });
    expect(reopen({ through: "2026-03-31" })).toMatchObject({ ok: false, why: "notReopened" });
    expect(reopen({ through: "2026-04-30" })).toMatchObject({ ok: false, why: "notReopened" });
    reopen();
    expect(reopen()).toMatchObject({ ok: false, why: "nothingClosed" });
  });

  it("is told by the check-up for good, with its reason, also after a rebuild", () => {
    reopen({ through: "2026-01-31" });
    close("2026-05-31");
    bench.call("rebuild", {});
    const { periods, sound } = bench.call<Output<"check">>("check", {});
    expect(sound).toBe(true);
    expect(periods).toMatchObject([
      { through: "2026-03-31", user: "wang@example.com" },
      { through: "2026-01-31", user: "wang@example.com", reason: REASON },
      { through: "2026-05-31" },
    ]);
    expect(periods.map((each) => "reason" in each)).toEqual([false, true, false]);
  });

  it("leaves every other setting as it was, but for how far the books had been closed", () => {
    const settings = () => bench.call<Output<"settings">>("settings", {}).settings;
    bench.nameFirm();
    const { closedThrough, ...before } = settings();
    reopen();
    expect(settings()).toEqual({ ...before, reopenedThrough: closedThrough });
  });
});

describe("in a ledger with users", () => {
  beforeEach(() => {
    for (const [name, role] of [
      ["王芳", "controller"],
      ["李明", "approver"],
      ["陈静", "clerk"],
    ])
      bench.call("addUser", { action: bench.action(), user: { name, role } });
  });

  it("a controller or approver decides, by their own name or one they give; nobody else", () => {
    expect(close("2026-01-31")).toMatchObject({ ok: false, why: "deciderNeeded" });
    expect(close("2026-01-31", { by: "陈静" })).toMatchObject({ ok: false, why: "deciderNeeded" });
    expect(close("2026-01-31", { by: "李明" })).toMatchObject({ ok: true });
    expect(close("2026-02-28", {}, "王芳")).toMatchObject({ ok: true });
    expect(reopen()).toMatchObject({ ok: false, why: "deciderNeeded" });
    expect(reopen({ by: "王芳" })).toMatchObject({ ok: true });
    const { periods } = bench.call<Output<"check">>("check", {});
    expect(periods.map(({ by }) => by)).toEqual(["李明", "王芳", "王芳"]);
  });

  it("asks for the name where Google's address is none of theirs", () => {
    expect(period()).toMatchObject({ asksName: true, deciders: ["王芳", "李明"] });
    expect(bench.call("period", {}, "王芳")).toMatchObject({ asksName: false });
  });
});

describe("undo in a closed period", () => {
  it("is refused with what helps there, before anything is pressed and after", () => {
    bench.call("addItem", {
      action: "item-0001",
      item: { customer, kind: "invoice", number: "A", date: "2026-01-10", amount: 100 },
    });
    const preview = () => bench.call<Output<"previewUndo">>("previewUndo", { of: "item-0001" });
    expect(preview()).not.toHaveProperty("closedDay");
    // The closing day itself is closed.
    close("2026-01-10");
    expect(preview()).toMatchObject({ closedDay: "2026-01-10", dependents: [] });
    const refused = run("undo", { of: "item-0001" });
    expect(refused).toMatchObject({ ok: false, why: "undoClosed" });
    const sentence = !refused.ok && refused.kind === "refusal" ? refused.sentence : "";
    expect(sentence).toContain("重新开放");
    expect(sentence).not.toContain("改用之后的日期");
    reopen();
    expect(run("undo", { of: "item-0001" })).toMatchObject({ ok: true });
    expect(bench.balance("K001")).toBe(0);
  });
});
