import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { typeBeside } from "./sidebar-ledgers.ts";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import { fillReceipt, openCustomer, WAYS } from "./sidebar-ways.ts";

/** Where somebody decides: drafts, offsets, users; and aging that is written to a tab. */
const run = sidebarRun({ isHurried: true });

const toDoKinds = () => run.ask("today", {}).toDo.map(({ kind }) => kind);
const openRefund = (page: Page) => page.locator("form .choice button").nth(1).click();
const cardOf = (code: string) => run.ask("customer", { id: run.ask("findCustomer", { code }).id });

describe("typed rows that are as before", () => {
  test("are taken over once, and Today is rid of them", async () => {
    const page = await run.start("sample");
    typeBeside(run.opened.bench, "zh", "K005", { salesperson: "" });
    expect(toDoKinds()).toContain("handEdits");
    await WAYS.handEdits.play(run.opened);
    await page.locator(".empty.done").waitFor();
    await run.primary().click();
    await run.good();
    expect(toDoKinds()).not.toContain("handEdits");
  });
});

describe("a draft", () => {
  test("from Today: collected, and undo has it in hand again", async () => {
    const page = await run.start("sample");
    const row = page.locator(".to-do .row", { hasText: "票据" });
    await row.locator(".secondary").click();
    await run.primary().click();
    await page.locator("#became-fault").waitFor();
    expect(run.sent("markDraft")).toEqual([]);
    await page.locator(".pick input").first().check();
    await run.primary().click();
    await run.good();
    expect(toDoKinds()).not.toContain("draft");
    await page.locator(".note .quiet").click();
    await soon(() => toDoKinds()).toContain("draft");
  });

  test("that bounced opens again exactly what the screen said, and undo takes it back", async () => {
    const page = await run.start("sample", "draft");
    const before = cardOf("K002").open;
    await page.locator(".pick input").last().check();
    await page.locator("#dishonoured-on").waitFor();
    expect(await page.locator("h2").allTextContents()).toEqual(["将重新挂账（1）"]);
    expect(await page.locator(".rows .row-title").allTextContents()).toEqual(["应收单 INV-203"]);
    expect(await page.locator(".rows .row-value").allTextContents()).toEqual(["3,000.00"]);
    await run.primary().click();
    await run.good();
    const after = cardOf("K002").open;
    expect(after.find(({ number }) => number === "INV-203")).toMatchObject({
      open: 1_230_000,
      due: before[0]?.due,
    });
    expect(await page.locator(".drafts").count()).toBe(0);
    await page.locator(".note .quiet").click();
    await page.locator(".drafts").waitFor();
    expect(cardOf("K002").open).toEqual(before);
  });
});

describe("a refund", () => {
  test("is booked as its preview said: the document open again, the rest owed without one; undo takes it back", async () => {
    const page = await run.start("sample", "receipt");
    const before = cardOf("K002");
    await openRefund(page);
    expect(await run.heading()).toBe("登记退款");
    expect(await page.locator(".tick, .designation").count()).toBe(0);
    await fillReceipt(page, "K002", "4000");
    await page.fill("#reference", "TK-1");
    await page.fill("#reason", "多付退回");
    await run.primary().click();
    await page.locator(".from").waitFor();
    expect(await page.locator(".from strong").textContent()).toBe("4,000.00");
    expect(await page.locator(".rows .row-title").allTextContents()).toEqual(["应收单 INV-203"]);
    expect(await page.locator(".rows .row-value").allTextContents()).toEqual(["3,000.00"]);
    expect(await page.locator(".strip.ask").textContent()).toContain("1,000.00 已退款、待收回");
    expect(await page.locator(".tick").count()).toBe(0);
    await run.primary().click();
    await run.good();
    expect(await page.locator(".note-text").textContent()).toBe("已登记退款 4,000.00");
    expect(run.sent("addReceipt")[0]?.input).toMatchObject({
      receipt: { amount: -400_000, bankReference: "TK-1", note: "多付退回", method: "transfer" },
    });
    const { open, unapplied } = cardOf("K002");
    expect(open.find(({ number }) => number === "INV-203")?.open).toBe(1_230_000);
    expect(unapplied.map((each) => each.open)).toEqual([-100_000]);
    await page.locator(".note .quiet").click();
    await soon(() => cardOf("K002").open).toEqual(before.open);
    expect(cardOf("K002").unapplied).toEqual([]);
  });

  test("chosen by mistake is a receipt again, with what was typed; nothing of a receipt goes along", async () => {
    const page = await run.start("sample", "receipt");
    await page.locator(".tick input").first().check();
    await page.selectOption("#method", "bankDraft");
    await openRefund(page);
    expect(await page.locator("#customer, #reason").count()).toBe(2);
    expect(await page.locator("#maturity").count()).toBe(0);
    await fillReceipt(page, "K006", "50");
    await page.locator("form .choice button").first().click();
    expect(await run.heading()).toBe("登记收款");
    expect(await page.inputValue("#amount")).toBe("50.00");
    await openRefund(page);
    await run.primary().click();
    await page.locator(".strip.plain").waitFor();
    expect(await page.locator(".strip.plain").textContent()).toBe(
      "其中 50.00 出自未核销收款，用后余 4,950.00",
    );
  });
});

describe("what was done", () => {
  test("is said on the screen to which it led, and gone at the next move", async () => {
    const page = await run.start("sample", "receipt");
    await fillReceipt(page, "K001", "100");
    await run.primary().click();
    await page.locator(".from").waitFor();
    await run.primary().click();
    await run.good();
    expect(await run.heading()).toBe("今天");
    await page.locator("nav button").nth(3).click();
    await soon(() => page.locator(".note.good").count()).toBe(0);
    await page.locator("nav button").first().click();
    await settled(page);
    expect(await page.locator(".note.good").count()).toBe(0);
  });

  test("on the same screen stays there, through its undo, until somebody leaves it", async () => {
    const page = await run.start("sample");
    await openCustomer(page, "K006");
    await run.primary().click();
    await page.fill("#amount", "100");
    await run.primary().click();
    await run.good();
    await page.locator(".strip.offer .secondary").click();
    await soon(() => page.locator(".note-text").textContent()).toBe("未核销收款已核销到单据");
    await page.locator(".note .quiet").click();
    await soon(() => page.locator(".note-text").textContent()).toBe("已撤销，账目已恢复");
    await page.waitForTimeout(200);
    expect(await page.locator(".note.good").count()).toBe(1);
    await page.locator("[data-primary]").click();
    await page.locator("form").waitFor();
    expect(await page.locator(".note.good").count()).toBe(0);
  });

  test("said on a form is gone with its preview: that is a move too", async () => {
    const page = await run.start("sample", "receipt");
    await page.fill("#customer", "新客户商行");
    await page.locator(".no-hit .quiet, .no-hit button").first().click();
    await run.primary().click();
    await run.good();
    expect(await run.heading()).toBe("登记收款");
    await page.fill("#amount", "100");
    await run.primary().click();
    await page.locator(".from").waitFor();
    expect(await page.locator(".note.good").count()).toBe(0);
  });
});

describe("an offset", () => {
  test("is recorded like a receipt, with its paper and its reason", async () => {
    const page = await run.start("sample", "receipt");
    await page.locator(".tick input").first().check();
    await page.selectOption("#method", "offset");
    expect(await page.locator(".tick input").first().isChecked()).toBe(false);
    await fillReceipt(page, "K001", "20000");
    await run.primary().click();
    await page.locator(".field-fault").first().waitFor();
    expect(run.sent("previewReceipt")).toEqual([]);
    await page.fill("#reference", "DC-2026-11");
    await page.fill("#reason", "抵十月采购款");
    await run.primary().click();
    await page.locator(".from").waitFor();
    await run.primary().click();
    await run.good();
    expect(run.sent("addReceipt")[0]?.input).toMatchObject({
      receipt: { method: "offset", bankReference: "DC-2026-11", note: "抵十月采购款", amount: 2_000_000 },
    });
  });
});

describe("users", () => {
  const users = () => run.ask("users", {}).users;

  test("the first is a controller, the next a clerk; the list has both", async () => {
    const page = await run.start("sample", "users");
    for (const name of ["王芳", "李强"]) {
      await run.primary().click();
      await page.fill("#user-name", name);
      await run.primary().click();
      await run.good();
      await page.locator(".users .row", { hasText: name }).waitFor();
    }
    expect(users().map(({ name, role }) => `${name} ${role}`)).toEqual(["王芳 controller", "李强 clerk"]);
  });

  test("one gets another role; the last controller does not, in words", async () => {
    const page = await run.start("waiting", "users");
    await page.locator(".users .row-link").first().click();
    await page.locator("input[name=role][value=auditor]").check();
    await run.primary().click();
    await page.locator(".strip.trouble", { hasText: "最后一位主管" }).waitFor();
    await page.locator("[data-back]").click();
    await page.locator(".users .row-link").last().click();
    await page.locator("input[name=role][value=controller]").check();
    await run.primary().click();
    await run.good();
    expect(
      users()
        .map(({ role }) => role)
        .slice(0, 2),
    ).toEqual(["controller", "controller"]);
  });

  test("one is retired after a second question, and is listed as such", async () => {
    const page = await run.start("waiting", "users");
    await page.locator(".users .row-link").last().click();
    await page.locator(".foot .quiet").click();
    await page.locator(".strip.ask").waitFor();
    expect(run.sent("removeUser")).toEqual([]);
    await run.primary().click();
    await run.good();
    await soon(() => page.locator(".users .row").count()).toBe(1);
    expect(users().map(({ active }) => active)).toEqual([true, false, false]);
  });
});

describe("aging", () => {
  test("as it is on the screen is written to a tab, which is named", async () => {
    const page = await run.start("sample", "aging");
    await page.locator(".chips button").last().click();
    await settled(page);
    await page.locator(".foot .secondary").click();
    await run.good();
    expect(await page.locator(".note-text").textContent()).toMatch(/账龄表.*\d+ 行/);
    await page.locator(".foot .secondary", { hasText: "查看工作表" }).click();
    const written = run.opened.bench.workbook.tabs.find(({ name }) => name === "账龄表");
    await soon(() => run.opened.bench.world.selection?.tab).toBe(written?.id);
    await page.locator(".chips button").first().click();
    await page.locator(".foot .secondary", { hasText: "写入工作表" }).waitFor();
    const [asked] = run.sent("writeAging");
    expect(asked?.input).toMatchObject({ by: "customer", asOf: "2026-10-31" });
    expect(run.opened.bench.cells("账龄表")[0]?.slice(0, 2)).toEqual([
      expect.stringContaining("截止日"),
      "2026-10-31",
    ]);
  });
});

test("a draft and a user go by keys alone", async () => {
  const page = await run.start("sample");
  await openCustomer(page, "K002");
  await page.locator(".drafts .row-link").focus();
  await page.keyboard.press("Enter");
  await page.locator(".pick input").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await run.good();
  await WAYS.users.play(run.opened);
  await page.keyboard.press("Control+Enter");
  await page.locator("#user-name:focus").waitFor();
  await page.keyboard.type("王芳\n\n\n");
  await page.locator("[data-primary]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".users .row", { hasText: "王芳" }).waitFor();
});
