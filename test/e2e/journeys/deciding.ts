import type { Page } from "playwright-core";
import { type Journeys, line, press, primary } from "./journey.ts";

async function openUser(page: Page): Promise<void> {
  await line(page, 4, 10);
  await press(page, ".users .row-link");
}

/** A small change of the policy, and who would change by it. */
async function changedPolicy(page: Page): Promise<void> {
  await line(page, 4, 8);
  await press(page, ".links .row-link");
  await page.fill("#edges", "15, 45");
  await primary(page);
}

/** The way to every call about wishes, users and what the ledger goes by. */
export const DECIDING_JOURNEYS: Journeys = {
  users: { go: (page) => line(page, 4, 10) },
  addUser: {
    go: async (page) => {
      await line(page, 4, 10);
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
      await changedPolicy(page);
      await primary(page);
    },
  },
  previewPolicy: { go: changedPolicy },
  policyVersions: {
    go: async (page) => {
      await line(page, 4, 8);
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
