import type { Browser, Page } from "playwright-core";
import { ChromiumMissing, findChromium } from "./chromium.ts";

const QUIET = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** Width of a picture for WeChat; its height is the page's own, at most 1,280. */
const PICTURE = { width: 1080, height: 1280 };

/**
 * Prints HTML documents to PDF, each on the paper that its own `@page` names, with one headless Chromium
 * for all of them (a 60-row statement takes a fraction of a second once it runs). The documents run no
 * script and reach no network. Throws {@link ChromiumMissing} where there is no browser.
 */
export function printPdfs(documents: readonly string[]): Promise<Uint8Array[]> {
  return withPage(async (page) => {
    const printed: Uint8Array[] = [];
    for (const document of documents) {
      await page.setContent(document, { waitUntil: "load" });
      printed.push(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    }
    return printed;
  });
}

/** Takes a PNG picture of each document (see `statementPictures`), as wide and high as its body. */
export function screenshotPictures(documents: readonly string[]): Promise<Uint8Array[]> {
  return withPage(async (page) => {
    await page.setViewportSize(PICTURE);
    const taken: Uint8Array[] = [];
    for (const document of documents) {
      await page.setContent(document, { waitUntil: "load" });
      taken.push(await page.locator("body").screenshot({ type: "png", animations: "disabled" }));
    }
    return taken;
  });
}

/** A page that is offline and runs no scripts; the browser ends with the work, whatever happens. */
async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launched();
  try {
    const context = await browser.newContext({
      offline: true,
      javaScriptEnabled: false,
      serviceWorkers: "block",
    });
    await context.route("**/*", (route) => route.abort());
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

async function launched(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new ChromiumMissing();
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: QUIET });
}
