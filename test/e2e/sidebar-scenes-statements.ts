import { settled } from "./sidebar-page.ts";
import { line, makeStatements, openCustomer, primary, type Scene, tab, WAYS } from "./sidebar-ways.ts";

const CLOSED = { action: "scene-close", through: "2026-11-15" };

/** Statements that are made and shown again, and periods that are closed and opened. */
export const STATEMENT_SCENES: readonly Scene[] = [
  { name: "statements", ledger: "sample", play: WAYS.statements.play },
  { name: "statements-empty", ledger: "empty", play: WAYS.statements.play },
  {
    name: "statements-naming",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.statements.play(opened);
      await settled(opened.page);
      await primary(opened.page);
      await opened.page.locator("#firm-name").waitFor();
      await primary(opened.page);
      await opened.page.locator(".field-fault").waitFor();
    },
  },
  { name: "statements-made", ledger: "sample", play: makeStatements },
  {
    name: "statements-listed",
    ledger: "sample",
    play: async (opened) => {
      await makeStatements(opened);
      await opened.page.locator(".choice button").nth(1).click();
      await opened.page.locator(".row-link").first().waitFor();
    },
  },
  {
    name: "statements-listed-empty",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.statements.play(opened);
      await opened.page.locator(".choice button").nth(1).click();
      await opened.page.locator(".empty").waitFor();
    },
  },
  {
    name: "statements-of-one",
    ledger: "sample",
    play: async ({ page }) => {
      await openCustomer(page, "K001");
      await page.locator("main .links .row-link").first().click();
      await settled(page);
    },
  },
  {
    name: "statements-sheet",
    ledger: "abroad",
    play: async ({ page }) => {
      await openCustomer(page, "K007");
      await page.locator("main .links .row-link").first().click();
      await settled(page);
      await page.fill("#from", "2026-07-01");
      await page.locator(".tick input").check();
      await page.locator(".of-which").waitFor();
    },
  },
  {
    name: "statement",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.statement.play(opened);
      await opened.page.locator(".pictures img").first().waitFor();
    },
  },
  { name: "close-period", ledger: "sample", play: WAYS.closePeriod.play },
  {
    name: "close-period-confirm",
    ledger: "busy",
    play: async (opened) => {
      await WAYS.closePeriod.play(opened);
      await settled(opened.page);
      await primary(opened.page);
      await opened.page.locator(".effects").waitFor();
    },
  },
  {
    name: "close-period-faults",
    ledger: "waiting",
    play: async (opened) => {
      await WAYS.closePeriod.play(opened);
      await opened.page.fill("#close-through", "2062-01-31");
      await primary(opened.page);
      await opened.page.locator(".field-fault").first().waitFor();
    },
  },
  {
    name: "close-period-reopened",
    ledger: "sample",
    play: async (opened) => {
      opened.bench.call("closePeriod", CLOSED);
      opened.bench.call("reopenPeriod", { action: "scene-reopened", reason: "补记漏开的发票" });
      await WAYS.closePeriod.play(opened);
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  { name: "reopen-period", ledger: "sample", play: WAYS.reopenPeriod.play },
  {
    name: "reopen-period-faults",
    ledger: "waiting",
    play: async (opened) => {
      opened.bench.call("closePeriod", { ...CLOSED, by: ownerOf(opened.bench.cells("用户")) });
      await line(opened, 3, 6);
      await opened.page.locator(".foot .secondary").click();
      await opened.page.fill("#still-closed", "2026-11-20");
      await primary(opened.page);
      await opened.page.locator(".field-fault").nth(2).waitFor();
    },
  },
  {
    name: "undo-closed",
    ledger: "sample",
    play: async (opened) => {
      opened.bench.call("closePeriod", CLOSED);
      await openCustomer(opened.page, "K005");
      await opened.page.locator(".timeline .icon-button").last().click();
      await opened.page.locator(".strip.ask").waitFor();
    },
  },
  {
    name: "check-up-periods",
    ledger: "sample",
    play: async (opened) => {
      opened.bench.call("closePeriod", CLOSED);
      const reopening = {
        action: "scene-reopen",
        through: "2026-10-31",
        reason: "补记漏开的发票 An invoice was left out",
      };
      opened.bench.call("reopenPeriod", reopening);
      await settled(opened.page);
      await tab(opened.page, 3);
      await opened.page.locator(".links .row-link").nth(4).click();
      await opened.page.locator(".periods").waitFor();
    },
  },
];

/** The controller of the ledger, whatever language it is in. */
function ownerOf(users: unknown[][]): string {
  return users.length > 0 ? "王芳" : "Fang Wang";
}
