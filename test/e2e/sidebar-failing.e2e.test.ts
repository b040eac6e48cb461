import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CALLS } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { launchChromium } from "./chromium.ts";
import { JOURNEYS, QUIET } from "./sidebar-journeys.ts";
import { type LedgerName, ledgersIn } from "./sidebar-ledgers.ts";
import { builtSidebar, type OpenedSidebar, openStage, type Stage, settled } from "./sidebar-page.ts";

/** Every call of the sidebar made to fail, in three ways: a person reads a sentence, never a stack or a code. */
let browser: Browser;
let stage: Stage;
let html: string;
let ledgers: Record<LedgerName, Bench>;

beforeAll(async () => {
  [browser, html, ledgers] = await Promise.all([launchChromium(), builtSidebar(), ledgersIn("zh")]);
  stage = await openStage(browser, "zh-CN", { isHurried: true });
}, 120_000);
afterAll(() => browser.close());

const CODE = /Exception|Error|stack|at rpc|Code:|undefined|\[object|NaN|[A-Z]{2,}_[A-Z]|\b[a-z]+[A-Z]\w*\b/;
const OWN = /OnAccount|INV-\d+|CMB-[\w-]+|ICBC-\d+|SH-\d+|K00\d/g;

const failures = {
  throws: () => "throw" as const,
  bug: () => ({ ok: false, kind: "bug", report: "TypeError: x is undefined\n at f (Code:1:2)" }) as const,
  refusal: () => ({ ok: false, kind: "refusal", why: "someNewKind", sentence: "someNewKind" }) as const,
};

async function failed(call: string, failure: () => ReturnType<(typeof failures)[keyof typeof failures]>) {
  const journey = JOURNEYS[call];
  if (!journey) throw new Error(`no way to ${call}`);
  const bench = ledgers[journey.ledger ?? "sample"].copy();
  journey.prepare?.(bench);
  const opened: OpenedSidebar = await stage.show({ html: journey.html?.(html) ?? html, bench });
  opened.page.setDefaultTimeout(10_000);
  let count = 0;
  opened.interfere((name, input) => {
    if (name !== call) return journey.besides?.(name, input);
    count += 1;
    return failure();
  });
  if (journey.html) await opened.page.reload();
  else await settled(opened.page);
  await journey.go(opened.page);
  return { opened, count: () => count };
}

const tried = Object.keys(JOURNEYS).filter((call) => !QUIET.includes(call));

/** Every call fails in one of the ways, in turn from where SEED begins; in all of them with `npm run test:deep`. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`failing calls: SEED=${SEED}`);

function isTried(way: string, at: number): boolean {
  const ways = Object.keys(failures);
  return process.env.DEEP !== undefined || ways.indexOf(way) === (at + SEED) % ways.length;
}

describe.each(Object.entries(failures))("a call that comes back as %s", (way, failure) => {
  test.each(tried.filter((_, at) => isTried(way, at)))("%s", async (call) => {
    const { opened, count } = await failed(call, failure);
    await opened.page.locator(".strip.trouble, .note.trouble, .strip.stale, .strip.ask").first().waitFor();
    expect(count()).toBeGreaterThan(0);
    const text = await opened.page.evaluate(() => document.body.textContent ?? "");
    expect(text.replace(OWN, ""), call).not.toMatch(CODE);
    expect(opened.requests).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});

test("without the mapping of last time everything that is unsure is asked", async () => {
  const { opened, count } = await failed("rememberedMapping", failures.bug);
  await opened.page.locator(".columns").waitFor();
  expect(count()).toBe(1);
});

test("every call that the sidebar makes is tried", () => {
  const source = readdirSync(SIDEBAR, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(SIDEBAR, file), "utf8"))
    .join("\n");
  const made = Object.keys(CALLS).filter((name) =>
    new RegExp(`(call|useAnswer)\\(\\s*"${name}"`).test(source),
  );
  // An import goes through a run of calls that the command line shares.
  const imported = ["importOpen", "importChunk", "importClose"];
  expect(Object.keys(JOURNEYS).sort()).toEqual([...made, ...imported].sort());
});

const SIDEBAR = join(import.meta.dirname, "../../addon/sidebar");
