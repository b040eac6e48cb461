import { describe, expect, it } from "vitest";
import { type DraftDraft, readDraft, waysOn } from "../../../addon/sidebar/forms/draft-form.ts";
import { emptyReceipt, readReceipt } from "../../../addon/sidebar/forms/receipt-form.ts";
import { readUser, userDraft } from "../../../addon/sidebar/forms/user-form.ts";
import { admitsOf, hasNoController, lacksPassphrase } from "../../../addon/sidebar/users-door.ts";
import { money, plainDate, type User } from "../../../core/index.ts";

const today = plainDate("2026-11-22");

describe("the form of a draft", () => {
  const facts = {
    ...{ id: "r1.0", date: plainDate("2026-11-02"), currency: "CNY", amount: money(300_000) },
    ...{ method: "bankDraft", maturity: plainDate("2026-11-27"), state: "held" as const },
  };
  const form = (more: Partial<DraftDraft>) =>
    readDraft({ action: "s-1", became: undefined, date: today, ...more }, facts, today);

  it("takes nothing beforehand, and asks", () => {
    expect(form({})).toEqual({ faults: { became: { say: "fault.becameMissing" } } });
  });

  it("offers every state but the present one", () => {
    expect(waysOn("held")).toEqual(["collected", "endorsed", "discounted", "dishonoured"]);
    expect(waysOn("endorsed")).toEqual(["collected", "discounted", "held", "dishonoured"]);
  });

  it("marks without a day, and bounces from one between receipt and today", () => {
    expect(form({ became: "collected", date: "" }).ask).toEqual({ do: "mark", state: "collected" });
    for (const date of ["2026-11-02", "2026-11-22"])
      expect(form({ became: "dishonoured", date }).ask).toEqual({ do: "dishonour", date });
    const fault = (date: string) => form({ became: "dishonoured", date }).faults.date?.say;
    expect(fault("2026-11-01")).toBe("fault.dishonouredEarly");
    expect(fault("2026-11-23")).toBe("fault.dishonouredFuture");
    expect(fault("")).toBe("fault.dateMissing");
  });
});

describe("an offset in the receipt form", () => {
  const customer = { id: "c1.0", name: "鸿运达", currency: "CNY" };
  const offset = { ...emptyReceipt("s-1", today), customer, amount: "200", method: "offset" as const };

  it("names its paper and its reason, which other receipts do not need", () => {
    expect(Object.keys(readReceipt(offset, today, "CNY").faults).sort()).toEqual(["note", "reference"]);
    expect(readReceipt({ ...offset, method: "transfer" }, today, "CNY").faults).toEqual({});
    const filled = { ...offset, reference: " DC-7 ", note: "抵十月货款" };
    expect(readReceipt(filled, today, "CNY").input).toEqual({
      ...{ customer: "c1.0", date: today, amount: 20_000, currency: "CNY", method: "offset" },
      ...{ bankReference: "DC-7", note: "抵十月货款" },
    });
  });

  it("leaves no reason behind when it is no offset after all", () => {
    const changed = { ...offset, reference: "DC-7", note: "抵十月货款", method: "cash" as const };
    expect(readReceipt(changed, today, "CNY").input).not.toHaveProperty("note");
  });
});

describe("the form of a user", () => {
  const clerk: User = { id: "x1.0", name: "李强", role: "clerk", team: "财务", active: true };
  const controller: User = { id: "x2.0", name: "王芳", role: "controller", active: true };

  it("makes the first user a controller, and the next ones clerks", () => {
    expect(userDraft("s-1", undefined, []).role).toBe("controller");
    expect(userDraft("s-1", undefined, [clerk, { ...controller, active: false }]).role).toBe("controller");
    expect(userDraft("s-1", undefined, [controller]).role).toBe("clerk");
  });

  it("knows whom the ledger lets in: everybody until a user has a passphrase, and then users", () => {
    const users = [clerk, controller];
    expect(admitsOf({ users })).toBe("unsaid");
    expect(admitsOf({ users, withPassphrase: [] })).toBe("everybody");
    expect(admitsOf({ users, withPassphrase: ["x2.0"] })).toBe("users");
    const retired = { ...controller, active: false };
    expect(admitsOf({ users: [clerk, retired], withPassphrase: ["x2.0"] })).toBe("everybody");
    expect(users.map((user) => lacksPassphrase(user, { users, withPassphrase: ["x2.0"] }))).toEqual([
      true,
      false,
    ]);
    expect(lacksPassphrase(clerk, { users })).toBe(false);
    expect([[clerk, retired], users].map((each) => hasNoController({ users: each }))).toEqual([true, false]);
  });

  it("asks for a name, and sends a known user back as it was", () => {
    expect(readUser(userDraft("s-1", undefined, [])).faults).toEqual({
      name: { say: "fault.userNameMissing" },
    });
    const { input } = readUser(userDraft("s-1", clerk, [clerk]));
    expect(input).toEqual({ name: "李强", role: "clerk", team: "财务" });
    expect(readUser({ ...userDraft("s-1", clerk, []), team: " " }).input).toEqual({
      name: "李强",
      role: "clerk",
    });
  });
});
