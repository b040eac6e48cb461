import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Bench } from "../addon/bundle.ts";
import { sampleLedger } from "../addon/sidebar/sample.ts";
import { launchChromium } from "./chromium.ts";
import { builtSidebar, type OpenedSidebar, openSidebar, settled } from "./sidebar-page.ts";
import { SCENES, type Scene } from "./sidebar-scenes.ts";

/** Pictures of every screen and state: `node test/e2e/sidebar-gallery.ts FOLDER`. */
const [, , folder = "/tmp/onaccount-gallery", only = ""] = process.argv;

const variants = [
  { name: "zh", locale: "zh-CN", language: "zh", words: "own" },
  { name: "en", locale: "en-GB", language: "en", words: "own" },
  { name: "de", locale: "en-GB", language: "en", words: "stretched" },
] as const;

const ledgers = { zh: ledgersIn("zh"), en: ledgersIn("en") };
const browser = await launchChromium();
mkdirSync(folder, { recursive: true });
for (const variant of variants) {
  const html = await builtSidebar(variant.words);
  for (const scene of SCENES) {
    if (only && !scene.name.includes(only)) continue;
    const bench = ledgers[variant.language][scene.ledger].copy();
    const opened = await openSidebar(browser, {
      ...{ html, bench, locale: variant.locale, hash: scene.hash ?? "" },
      ...(scene.size ? { size: scene.size } : {}),
      ...(scene.media ? { media: scene.media } : {}),
    });
    try {
      await shoot(opened, scene, variant.name);
    } catch (error) {
      console.error(`${variant.name} ${scene.name}: ${error}`);
      await opened.page.screenshot({ path: join(folder, `${scene.name}.${variant.name}.failed.png`) });
    }
    await opened.close();
  }
}
await browser.close();

async function shoot(opened: OpenedSidebar, scene: Scene, name: string): Promise<void> {
  opened.page.setDefaultTimeout(8_000);
  await scene.play(opened);
  if (!scene.isLoading) await settled(opened.page);
  await opened.page.waitForTimeout(150);
  await opened.page.screenshot({ path: join(folder, `${scene.name}.${name}.png`) });
  for (const complaint of opened.complaints) console.error(`${name} ${scene.name}: ${complaint}`);
}

function ledgersIn(language: "zh" | "en"): Record<Scene["ledger"], Bench> {
  const empty = new Bench();
  empty.call("setup", { language });
  return { none: new Bench(), empty, sample: sampleLedger(language).bench };
}
