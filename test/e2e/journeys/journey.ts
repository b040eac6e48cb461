import type { Page } from "playwright-core";
import type { Bench } from "../../addon/bundle.ts";
import type { LedgerName } from "../sidebar-ledgers.ts";
import { type Interference, settled } from "../sidebar-page.ts";

/** The way from the first screen to a call of the server. */
export interface Journey {
  readonly go: (page: Page) => Promise<void>;
  readonly ledger?: LedgerName;
  readonly prepare?: (bench: Bench) => void;
  /** What other calls answer on the way. */
  readonly besides?: Interference;
  /** The page as the menu asks for it. */
  readonly html?: (html: string) => string;
}

/** Journeys by the call that they lead to. */
export type Journeys = Readonly<Record<string, Journey>>;

export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
}

export const primary = (page: Page) => press(page, "[data-primary]");

/** A line of Documents (3rd tab) or More (4th tab), by its place. */
export async function line(page: Page, tab: number, at: number): Promise<void> {
  await press(page, `nav button:nth-child(${tab})`);
  await press(page, `.links .row:nth-child(${at}) .row-link`);
}

export async function openCustomer(page: Page, code: string): Promise<void> {
  await page.keyboard.press("/");
  await page.fill("#search", code);
  await settled(page);
  await page.keyboard.press("Enter");
  await settled(page);
}
