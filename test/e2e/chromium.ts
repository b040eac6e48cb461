import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The browser to test with: CHROMIUM, else the system's, else the one playwright would download. */
export function chromiumPath(): string {
  const candidates = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    chromium.executablePath(),
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error("No chromium found: install it, or set CHROMIUM to its path.");
  return found;
}

/** Starts a browser that talks to nobody but the page. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
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
