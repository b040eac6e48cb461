import type { Page } from "playwright-core";
import { type Journeys, line, press, primary } from "./journey.ts";

async function openUser(page: Page): Promise<void> {
  await line(page, 4, 11);
  await press(page, ".users .row-link");
}

/** The way to every call about wishes, users and what the ledger goes by. */
export const DECIDING_JOURNEYS: Journeys = {
  proposals: { ledger: "waiting", go: (page) => line(page, 4, 10) },
  decideProposals: {
    ledger: "waiting",
    go: async (page) => {
      await line(page, 4, 10);
      await press(page, ".row-acts .secondary");
    },
  },
  users: { go: (page) => line(page, 4, 11) },
  addUser: {
    go: async (page) => {
      await line(page, 4, 11);
      await primary(page);
      await page.fill("#user-name", "陈静");
      await primary(page);
    },
  },
  changeUser: {
    ledger: "waiting",
    go: async (page) => {
      await openUser(page);
      await primary(page);
    },
  },
  removeUser: {
    ledger: "waiting",
    go: async (page) => {
      await openUser(page);
      await press(page, ".foot .quiet");
      await primary(page);
    },
  },
  settings: { go: (page) => line(page, 4, 8) },
  savePolicy: {
    go: async (page) => {
      await line(page, 4, 8);
      await page.locator("#edges").waitFor();
      await primary(page);
    },
  },
  saveSettings: {
    go: async (page) => {
      await line(page, 4, 9);
      await page.fill("#firm-name", "鸿运达贸易");
      await primary(page);
    },
  },
};
