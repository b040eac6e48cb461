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

/** Puts HTML documents on paper and into pictures; they run no script and reach no network. */
export interface Printer {
  /** A document as PDF, on the paper that its own `@page` names. */
  pdf(document: string): Promise<Uint8Array>;
  /** A PNG picture of a document (see `statementPictures`), as wide and high as its body. */
  picture(document: string): Promise<Uint8Array>;
}

/**
 * Lends one headless Chromium for all documents of a run: starting it takes seconds, a document a fraction
 * of one. It ends with the work, whatever happens. Throws {@link ChromiumMissing} where there is no browser.
 */
export async function withPrinter<T>(work: (printer: Printer) => Promise<T>): Promise<T> {
  const browser = await launched();
  try {
    const context = await browser.newContext({
      ...{ offline: true, javaScriptEnabled: false, serviceWorkers: "block", viewport: PICTURE },
    });
    await context.route("**/*", (route) => route.abort());
    return await work(printerOn([await context.newPage(), await context.newPage()]));
  } finally {
    await browser.close();
  }
}

/** As many documents at once as there are pages, each of which is a process of its own; others wait. */
function printerOn(pages: readonly Page[]): Printer {
  const idle = [...pages];
  const waiting: ((page: Page) => void)[] = [];
  const onPage = async <T>(document: string, take: (page: Page) => Promise<T>): Promise<T> => {
    const page = idle.pop() ?? (await new Promise<Page>((free) => waiting.push(free)));
    try {
      await page.setContent(document, { waitUntil: "load" });
      return await take(page);
    } finally {
      const next = waiting.shift();
      if (next) next(page);
      else idle.push(page);
    }
  };
  return {
    pdf: (document) =>
      onPage(document, (page) => page.pdf({ preferCSSPageSize: true, printBackground: false })),
    picture: (document) =>
      onPage(document, (page) => page.locator("body").screenshot({ type: "png", animations: "disabled" })),
  };
}

async function launched(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new ChromiumMissing();
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: QUIET });
}
