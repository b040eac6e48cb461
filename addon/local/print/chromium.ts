import { existsSync } from "node:fs";

/** What a person reads when there is no browser to print with. */
export const NO_CHROMIUM =
  "没有找到 Chromium 或 Chrome：请安装，或用环境变量 CHROMIUM 指明路径；也可以在浏览器中打开该单据，用浏览器的打印功能。 / No Chromium or Chrome was found: install one, or name its path in CHROMIUM; or open the document in a browser and print it there.";

/** There is no browser to print with; the way out is the browser's own print dialog. */
export class ChromiumMissing extends Error {
  override name = "ChromiumMissing";
  constructor() {
    super(NO_CHROMIUM);
  }
}

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser that prints: the one that CHROMIUM names, else the system's, else the one in playwright's
 * own registry. `undefined` where there is none. CHROMIUM naming a file that is not there counts as none,
 * so that a wrong path is noticed.
 */
export async function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const named = environment.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const usual = USUAL_PLACES.find((path) => existsSync(path));
  if (usual) return usual;
  const { chromium } = await import("playwright-core");
  const registered = chromium.executablePath();
  return registered && existsSync(registered) ? registered : undefined;
}
