import type { Page } from "playwright-core";
import { held, upToDate } from "../credit-ledger.ts";
import { type Journeys, press, primary } from "./journey.ts";

/** The card of the customer over its limit, whether or not its credit is read. */
async function toCard(page: Page): Promise<void> {
  await page.keyboard.press("/");
  await page.fill("#search", "K001");
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".strip-acts").waitFor();
}

async function toCredit(page: Page): Promise<void> {
  await toCard(page);
  await press(page, ".strip-acts .secondary");
}

/** The way to every call about what the ledger thinks of a customer. */
export const CREDIT_JOURNEYS: Journeys = {
  standing: { go: toCredit },
  orderCheck: {
    go: async (page) => {
      await toCard(page);
      await press(page, ".strip-acts .secondary:nth-child(2)");
      await page.fill("#order-amount", "58000");
      await primary(page);
    },
  },
  requestApproval: {
    go: async (page) => {
      await toCredit(page);
      await page.locator(".folds").waitFor();
      await press(page, ".foot .secondary");
      await page.fill("#limit-amount", "120000");
      await primary(page);
    },
    prepare: upToDate,
  },
  hold: {
    go: async (page) => {
      await toCredit(page);
      await press(page, ".holds > .quiet");
      await press(page, "input[name=hold-kind]");
      await page.fill("#hold-reason", "换了法人");
      await primary(page);
    },
  },
  liftHold: {
    prepare: (bench) => held(bench, "K001", "hold", "换了法人"),
    go: async (page) => {
      await toCredit(page);
      await press(page, ".holds .row-verb .quiet");
      await page.fill("#lift-reason", "新法人已签字");
      await primary(page);
    },
  },
  reviewGrades: {
    go: async (page) => {
      await toCredit(page);
      await press(page, ".folds .fold:nth-of-type(3) summary");
      await press(page, ".review .secondary");
    },
  },
  addPromise: {
    go: async (page) => {
      await toCard(page);
      await press(page, ".links .row:last-child .row-link");
      await page.fill("#promise-until", "2027-06-30");
      await primary(page);
    },
  },
};
