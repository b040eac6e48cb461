import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { moneyText, ZERO } from "../../core/index.ts";
import { changeJournal, damageEnd, damageJournal } from "./damaging-hands.ts";
import { settled } from "./sidebar-page.ts";
import { sidebarRun, soon } from "./sidebar-run.ts";
import type { WAYS } from "./sidebar-ways.ts";

/** Hands in the hidden tabs: how a person hears of them, and the ways out. */
const run = sidebarRun();

describe("a damaged journal", () => {
  const check = () => run.ask("check", {});
  const damaged = (screen: keyof typeof WAYS): Promise<Page> => {
    const bench = run.ledger("sample");
    damageJournal(bench);
    return run.start(bench, screen);
  };

  test("is said on every screen once a save met it, and leads to the check-up", async () => {
    const page = await damaged("closePeriod");
    damageEnd(run.opened.bench);
    await run.primary().click();
    await page.locator(".strip.trouble", { hasText: "只读" }).first().waitFor();
    await page.locator("nav button").first().click();
    await page.locator("main > .strip.trouble .quiet").click();
    await page.locator(".vouch").waitFor();
  });

  test("is not shown as it was while the ledger is checked again", async () => {
    const page = await damaged("checkUp");
    await page.locator(".vouch .secondary").click();
    await page.fill("#reason", "备份里也没有，已逐笔核对");
    run.opened.interfere((name) => (name === "check" ? "hang" : undefined));
    await run.primary().click();
    await run.good();
    await page.locator(".skeleton").waitFor();
    expect(await page.locator("main .vouch, main .problems, main .strip.trouble").count()).toBe(0);
  });

  test("is vouched for with a reason, which stays, after it was shown who will owe another sum", async () => {
    const page = await damaged("checkUp");
    await page.locator(".vouch .secondary").click();
    await page.locator("#reason").waitFor();
    const [shift] = run.ask("previewReanchor", {}).shifts;
    expect(await page.locator("main .rows").textContent()).toContain(moneyText(shift?.after ?? ZERO, "CNY"));
    await run.primary().click();
    await page.locator(".field-fault").waitFor();
    expect(run.opened.calls.some(({ name }) => name === "reanchor")).toBe(false);
    await page.fill("#reason", "备份里也没有，已逐笔核对");
    await run.primary().click();
    await run.good();
    expect(await page.locator(".vouched").textContent()).toContain("备份里也没有，已逐笔核对");
    expect(check()).toMatchObject({ damage: [], reanchorings: [{ reason: "备份里也没有，已逐笔核对" }] });
    await page.locator("nav button").first().click();
    await page.locator(".headline").waitFor();
    expect(await page.locator("main > .strip.trouble").count()).toBe(0);
  });
});

describe("a ledger that is opened", () => {
  const trouble = (page: Page) => page.locator("main > .strip.trouble");

  test("is verified behind the first figures: damage that they cannot show is said, nobody asked", async () => {
    const bench = run.ledger("sample");
    changeJournal(bench);
    const page = await run.start(bench);
    expect(await trouble(page).count()).toBe(0);
    await trouble(page).filter({ hasText: "只读" }).waitFor();
    expect(run.sent("check")).toEqual([]);
  });

  test("is verified once a day, and where that fails nothing is said", async () => {
    const page = await run.start("sample");
    await soon(() => run.sent("verify").length).toBe(1);
    await soon(() => run.ask("status", {}).facts?.verifiedOn).toBeDefined();
    await page.reload();
    await settled(page);
    await page.waitForTimeout(4_000);
    expect(run.sent("verify")).toHaveLength(1);
    expect(await trouble(page).count()).toBe(0);
  });

  test("is doubted where hands were in a hidden tab, until the check-up has mended it", async () => {
    const bench = run.ledger("sample");
    bench.type("_accounts", 2, 5, [["x"]]);
    const page = await run.start(bench);
    await trouble(page).filter({ hasText: "先检查账本" }).locator(".quiet").click();
    await run.primary().filter({ hasText: "重建" }).click();
    await run.good();
    await page.locator(".empty.done").waitFor();
    await page.locator("nav button").first().click();
    await page.locator(".headline").waitFor();
    await soon(() => trouble(page).count()).toBe(0);
  });
});

describe("the check-up", () => {
  test("shows the whole hash, and copies it to be compared with one that was written down", async () => {
    const page = await run.start("sample", "checkUp");
    const { head } = run.ask("check", {});
    expect(await page.locator(".hash").textContent()).toBe(head);
    await page.evaluate(() => {
      const copied: string[] = [];
      Object.assign(window, { copied });
      const writeText = async (text: string) => void copied.push(text);
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    await page.locator(".anchor .secondary").click();
    await run.good();
    expect(await page.evaluate(() => Reflect.get(window, "copied"))).toEqual([head]);
  });
});
