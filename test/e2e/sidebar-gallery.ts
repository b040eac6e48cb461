import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "./chromium.ts";
import { ledgersIn } from "./sidebar-ledgers.ts";
import { builtSidebar, type OpenedSidebar, openStage, settled } from "./sidebar-page.ts";
import { SCENES } from "./sidebar-scenes.ts";
import type { Scene } from "./sidebar-ways.ts";

/** Pictures of every screen and state: `node test/e2e/sidebar-gallery.ts FOLDER`. */
const [, , folder = "/tmp/onaccount-gallery", only = ""] = process.argv;

const variants = [
  { name: "zh", locale: "zh-CN", language: "zh", words: "own" },
  { name: "en", locale: "en-GB", language: "en", words: "own" },
  { name: "de", locale: "en-GB", language: "en", words: "stretched" },
] as const;

const ledgers = { zh: await ledgersIn("zh"), en: await ledgersIn("en") };
const browser = await launchChromium();
mkdirSync(folder, { recursive: true });
for (const variant of variants) {
  const html = await builtSidebar(variant.words);
  const stage = await openStage(browser, variant.locale, { scale: 2 });
  for (const scene of SCENES) {
    if (only && !scene.name.includes(only)) continue;
    const bench = ledgers[variant.language][scene.ledger].copy();
    const { hash = "", size = { width: 300, height: 720 }, media = {} } = scene;
    const opened = await stage.show({ html, bench, hash, size, media });
    try {
      await shoot(opened, scene, variant.name);
    } catch (error) {
      console.error(`${variant.name} ${scene.name}: ${error}`);
      await opened.page.screenshot({ path: join(folder, `${scene.name}.${variant.name}.failed.png`) });
    }
  }
  await stage.close();
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
