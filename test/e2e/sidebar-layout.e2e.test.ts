import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bench } from "../addon/bundle.ts";
import { launchChromium } from "./chromium.ts";
import { axeFinds, enlarge, layoutFinds, overflowFinds, primaries } from "./sidebar-checks.ts";
import { type LedgerName, ledgersIn } from "./sidebar-ledgers.ts";
import { builtSidebar, openStage, type Stage, settled } from "./sidebar-page.ts";
import { SCENES } from "./sidebar-scenes.ts";
import { inScenes, WAYS, WITHOUT_REFRESH } from "./sidebar-ways.ts";

/** Every screen in every state, in Chinese, English and words as long as German. */
let browser: Browser;
const pages = { own: "", stretched: "" };
const ledgers: Partial<Record<"zh" | "en", Record<LedgerName, Bench>>> = {};

beforeAll(async () => {
  [browser, pages.own, pages.stretched, ledgers.zh, ledgers.en] = await Promise.all([
    launchChromium(),
    builtSidebar("own"),
    builtSidebar("stretched"),
    ledgersIn("zh"),
    ledgersIn("en"),
  ]);
}, 120_000);
afterAll(() => browser.close());

/** States that differ from the screen's others by one sentence: in English with `npm run test:deep`. */
const IN_ONE_LANGUAGE = process.env.DEEP === undefined ? /-(loading|problem|stale)$/ : /^$/;

/** Another language changes words and widths, not what axe reads: both with `npm run test:deep`. */
const hasOwnStructure = (language: "zh" | "en", words: string, isAlike: boolean) =>
  words === "own" && (language === "zh" || (process.env.DEEP !== undefined && !isAlike));

/** Scenes without a primary button: nothing can be done before anything is known. */
const WITHOUT = /^(today|new-customer|policy|settings|draft|user|statement|close-period)-(loading|problem)$/;

const variants = [
  { name: "zh", language: "zh", words: "own", locale: "zh-CN" },
  { name: "en", language: "en", words: "own", locale: "en-GB" },
  { name: "stretched", language: "en", words: "stretched", locale: "en-GB" },
] as const;

describe.each(process.env.DEEP === undefined ? variants.slice(0, 2) : variants)(
  "$name",
  ({ language, words, locale }) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(browser, locale, { isHurried: true });
    });
    afterAll(() => stage.close());

    const isHere = ({ name, isAlike }: (typeof SCENES)[number]) => !isAlike && !IN_ONE_LANGUAGE.test(name);
    const scenes = SCENES.filter((scene) => language === "zh" || isHere(scene));
    test.each(scenes.map((scene) => [scene.name, scene] as const))("%s", async (name, scene) => {
      const bench = ledgers[language]?.[scene.ledger].copy();
      if (!bench) throw new Error("the ledgers of the scenes were not made");
      const { hash = "", size = { width: 300, height: 480 }, media = {} } = scene;
      const opened = await stage.show({ html: pages[words], bench, hash, size, media });
      opened.page.setDefaultTimeout(10_000);
      await scene.play(opened);
      if (!scene.isLoading) await settled(opened.page);
      await opened.page.waitForTimeout(50);
      expect(await layoutFinds(opened.page)).toEqual([]);
      expect(await primaries(opened.page)).toBe(WITHOUT.test(name) ? 0 : 1);
      expect(await opened.page.getAttribute("html", "lang")).toBe(language === "zh" ? "zh-CN" : "en");
      if (hasOwnStructure(language, words, scene.isAlike === true))
        expect(await axeFinds(opened.page)).toEqual([]);
      expect(opened.complaints).toEqual([]);
      expect(opened.requests).toEqual([]);
      if (words === "stretched" || scene.isAlike || scene.size?.width === 900) return;
      await enlarge(opened.page);
      expect(await overflowFinds(opened.page)).toEqual([]);
    });
  },
);

describe("the gallery", () => {
  const names = SCENES.map(({ name }) => name);
  const states = Object.entries(WAYS).flatMap(([screen, { reads }]) => {
    const own = inScenes(screen);
    const reading = reads ? [`${own}-loading`, `${own}-problem`] : [];
    return [own, ...reading, ...(reads && !WITHOUT_REFRESH.has(screen) ? [`${own}-stale`] : [])];
  });

  test("has every screen ready, and every reading one loading, in trouble and with old data", () => {
    // A customer is never just "ready": it is overdue, owes, has credit.
    expect(states.filter((state) => !names.includes(state) && state !== "customer")).toEqual([]);
  });

  test("has every list empty, and no scene twice", () => {
    const lists = [
      "today",
      "customers",
      "aging",
      "statements",
      "batches",
      "identify",
      "hand-edits",
      "check-up",
      "proposals",
      "users",
    ];
    expect(lists.filter((list) => !names.includes(`${list}-empty`))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

test("the page without the reader of files is at most 450 KB", () => {
  console.log(`sidebar.html: ${Buffer.byteLength(pages.own)} bytes`);
  expect(Buffer.byteLength(pages.own)).toBeLessThanOrEqual(450 * 1024);
});
