import { type Browser, chromium } from "playwright-core";
import { ChromiumMissing, findChromium } from "../../addon/local/print/chromium.ts";

/** Starts a browser that talks to nobody but the page. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new ChromiumMissing();
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
