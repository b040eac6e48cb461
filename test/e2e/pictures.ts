import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Frame, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { looksLike, palettePng } from "./palette-png.ts";
import { type Language, MOMENT, type PicturedLedger, servedSample, ZONE } from "./pictures-ledger.ts";
import { PICTURES } from "./pictures-scenes.ts";

/** `npm run pictures`: the main screens as both READMEs show them, in each language: `… -- FOLDER NAME`. */
const [, , folder = fileURLToPath(new URL("../../addon/pictures", import.meta.url)), only = ""] =
  process.argv;

const SIZE = { width: 1280, height: 720 };

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
  const blank = await context.newPage();
  for (const { name, take } of PICTURES.filter((each) => each.name.includes(only))) {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(ledger.url);
    const shot = await take({ language, ledger, page, sidebar: await sidebarOf(page) });
    const taken = await palettePng(blank, shot);
    await keep(blank, `${folder}/${name}.${language}.png`, taken);
    await page.close();
  }
  await context.close();
}

/** A picture that looks as it did stays the file that it is. */
async function keep(blank: Page, file: string, taken: Buffer): Promise<void> {
  const isSame = existsSync(file) && (await looksLike(blank, readFileSync(file), taken));
  if (!isSame) writeFileSync(file, taken);
  console.log(`${file}: ${isSame ? "as it was" : `${Math.ceil(taken.length / 1024)} KB`}`);
}

async function sidebarOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("#sidebar iframe")).contentFrame();
  if (!frame) throw new Error("the page has no sidebar");
  return frame;
}
