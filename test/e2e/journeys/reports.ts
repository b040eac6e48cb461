import { settled } from "../sidebar-page.ts";
import { type Journeys, line, press } from "./journey.ts";

/** The way to every call that only looks at the ledger. */
export const REPORTS_JOURNEYS: Journeys = {
  status: { go: async (page) => void (await page.reload()) },
  today: { go: (page) => press(page, ".head .icon-button") },
  customers: { go: (page) => page.keyboard.press("/") },
  customer: { go: (page) => page.locator(".to-do .row .secondary").last().click() },
  findCustomer: {
    html: (html) => html.replace('<div id="app">', '<div id="app" data-start="customer" data-code="K001">'),
    go: settled,
  },
  aging: { go: (page) => press(page, ".legend button") },
  writeAging: {
    go: async (page) => {
      await line(page, 4, 1);
      await settled(page);
      await press(page, ".foot .secondary");
    },
  },
  showTab: {
    go: async (page) => {
      await line(page, 4, 1);
      await settled(page);
      await press(page, ".foot .secondary");
      await page.locator(".note.good").waitFor();
      await press(page, ".foot .secondary");
    },
  },
};
