import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bench } from "../addon/bundle.ts";
import { launchChromium } from "./chromium.ts";
import { axeFinds, enlarge, layoutFinds, overflowFinds, primaries } from "./sidebar-checks.ts";
import { type LedgerName, ledgersIn } from "./sidebar-ledgers.ts";
import { builtSidebar, openStage, type Stage, settled } from "./sidebar-page.ts";
import { SCENES } from "./sidebar-scenes.ts";
import { inScenes, type Scene, WAYS, WITHOUT_REFRESH } from "./sidebar-ways.ts";

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

const IS_DEEP = process.env.DEEP !== undefined;

/** Each screen as it mostly is. */
const SCREENS = new Set(Object.keys(WAYS).map(inScenes));

/** Which half of the further states a run looks at. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`layout: SEED=${SEED}`);

/**
 * Every screen in both languages; of its further states one half, drawn by SEED, in one of the two in turn, and those
 * that differ from others by one sentence in Chinese. All of them in both, and in words as long as German, with
 * `npm run test:deep`.
 */
function languagesOf({ name, isAlike }: Scene, at: number): readonly ("zh" | "en")[] {
  if (!IS_DEEP && !SCREENS.has(name) && (at + SEED) % 2 === 1) return [];
  if (isAlike || (!IS_DEEP && /-(loading|problem|stale)$/.test(name))) return ["zh"];
  if (IS_DEEP || SCREENS.has(name)) return ["zh", "en"];
  return at % 4 < 2 ? ["en"] : ["zh"];
}

/** Scenes without a primary button: nothing can be done before anything is known. */
const WITHOUT =
  /^(today|new-customer|settings|draft|user|statement|close-period|request|promise)-(loading|problem)$/;

const variants = [
  { name: "zh", language: "zh", words: "own", locale: "zh-CN" },
  { name: "en", language: "en", words: "own", locale: "en-GB" },
  { name: "stretched", language: "en", words: "stretched", locale: "en-GB" },
] as const;

describe.each(IS_DEEP ? variants : variants.slice(0, 2))("$name", ({ language, words, locale }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browser, locale, { isHurried: true });
  });
  afterAll(() => stage.close());

  const scenes = SCENES.filter((scene, at) => languagesOf(scene, at).includes(language));
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
    // Another language changes words and widths, not what axe reads.
    const isFirst = languagesOf(scene, SCENES.indexOf(scene))[0] === language;
    if (words === "own" && (isFirst || IS_DEEP)) expect(await axeFinds(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
    if (words === "stretched" || scene.isAlike || scene.size?.width === 900) return;
    await enlarge(opened.page);
    expect(await overflowFinds(opened.page)).toEqual([]);
  });
});

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
      "approvals",
      "reminders",
      "reviews",
      "users",
    ];
    expect(lists.filter((list) => !names.includes(`${list}-empty`))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

test("the page without the reader of files is at most 704 KB", () => {
  console.log(`sidebar.html: ${Buffer.byteLength(pages.own)} bytes`);
  expect(Buffer.byteLength(pages.own)).toBeLessThanOrEqual(704 * 1024);
});
