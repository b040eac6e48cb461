import type { Page } from "playwright-core";
import { settled } from "../sidebar-page.ts";
import { type Journeys, line, press, primary } from "./journey.ts";

/** The ledgers of the tests have no firm yet: it is named on the way. */
async function made(page: Page): Promise<void> {
  await line(page, 3, 2);
  await settled(page);
  await primary(page);
  await page.fill("#firm-name", "鸿运达贸易");
  await primary(page);
}

const closed: NonNullable<Journeys[string]["prepare"]> = (bench) =>
  void bench.call("closePeriod", { action: "journey-close", through: "2026-09-30" });

/** The way to every call about statements and closed periods. */
export const STATEMENT_JOURNEYS: Journeys = {
  statementCandidates: { go: (page) => line(page, 3, 2) },
  previewStatement: {
    go: async (page) => {
      await line(page, 3, 2);
      await page.fill("#customer", "K001");
      await page.locator(".hit").first().waitFor();
      await page.keyboard.press("Enter");
      await page.fill("#from", "2026-09-01");
    },
  },
  makeStatements: { go: made },
  madeStatements: {
    go: async (page) => {
      await line(page, 3, 2);
      await press(page, ".choice button:last-child");
    },
  },
  statement: {
    go: async (page) => {
      await made(page);
      await press(page, ".row-verb .quiet");
    },
  },
  period: { go: (page) => line(page, 4, 7) },
  closePeriod: {
    go: async (page) => {
      await line(page, 4, 7);
      await primary(page);
      await page.locator(".effects").waitFor();
      await primary(page);
    },
  },
  reopenPeriod: {
    prepare: closed,
    go: async (page) => {
      await line(page, 4, 7);
      await press(page, ".foot .secondary");
      await page.fill("#reason", "补记漏开的发票");
      await primary(page);
    },
  },
};
