import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Frame, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { type Language, MOMENT, type PicturedLedger, servedSample, ZONE } from "./pictures-ledger.ts";
import { PICTURES } from "./pictures-scenes.ts";

/** `npm run pictures`: the main screens as both READMEs show them, in each language: `… -- FOLDER NAME`. */
const [, , folder = fileURLToPath(new URL("../../addon/pictures", import.meta.url)), only = ""] = process.argv;

const SIZE = { width: 1180, height: 700 };

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const language of ["zh", "en"] as const) {
  const ledger = await servedSample(language);
  await picture(browser, ledger, language);
  await ledger.close();
}
await browser.close();

async function picture(browser: Browser, ledger: PicturedLedger, language: Language): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport: SIZE, deviceScaleFactor: 1, timezoneId: ZONE, reducedMotion: "reduce" },
    locale: language === "zh" ? "zh-CN" : "en-GB",
  });
  await context.clock.setFixedTime(MOMENT);
  for (const { name, take } of PICTURES.filter((each) => each.name.includes(only))) {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(ledger.url);
    const taken = await take({ language, ledger, page, sidebar: await sidebarOf(page) });
    writeFileSync(`${folder}/${name}.${language}.png`, taken);
    console.log(`${name}.${language}.png ${Math.ceil(taken.length / 1024)} KB`);
    await page.close();
  }
  await context.close();
}

async function sidebarOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("#sidebar iframe")).contentFrame();
  if (!frame) throw new Error("the page has no sidebar");
  return frame;
}
