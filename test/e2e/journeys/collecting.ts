import { askForRelease } from "../sidebar-scenes-collection.ts";
import { type Journeys, line, press, primary } from "./journey.ts";

/** The way to every call about approvals, reminders and reviews. */
export const COLLECTING_JOURNEYS: Journeys = {
  approvals: { ledger: "waiting", go: (page) => line(page, 3, 6) },
  decideApprovals: {
    ledger: "waiting",
    go: async (page) => {
      await line(page, 3, 6);
      await primary(page);
      await page.locator("#decider").selectOption({ index: 1 });
      await primary(page);
    },
  },
  withdrawApproval: {
    prepare: (bench) => askForRelease(bench, "wang@example.com"),
    go: async (page) => {
      await line(page, 3, 6);
      await primary(page);
      await page.locator(".strip.ask").waitFor();
      await primary(page);
    },
  },
  remind: { go: (page) => line(page, 3, 7) },
  recordReminders: {
    go: async (page) => {
      await line(page, 3, 7);
      await primary(page);
      await page.locator(".strip.ask").waitFor();
      await primary(page);
    },
  },
  pauseReminders: {
    go: async (page) => {
      await line(page, 3, 7);
      await press(page, "main .rows > .row > .row-link");
      await page.locator("main .row-acts .quiet").last().click();
      await page.locator("#pause-until").waitFor();
      await primary(page);
    },
  },
  duties: { go: async () => {} },
  grade: { go: (page) => page.locator(".duties .secondary").last().click() },
  reviewGrades: {
    go: async (page) => {
      await page.locator(".duties .secondary").last().click();
      await page.locator("main .row-title").first().waitFor();
      await primary(page);
    },
  },
};
