import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Nothing runs before it is called. */
const AXE_LATER = `window.__startAxe = function () {${AXE}\n};`;
/** Pages that have axe in every document, where it is compiled once and not sent again. */
const withAxe = new WeakSet<Page>();

/** What axe finds on the page as it is: one line a violation. */
export async function axeFinds(page: Page): Promise<string[]> {
  if (!withAxe.has(page)) {
    withAxe.add(page);
    await page.addInitScript({ content: AXE_LATER });
    await page.evaluate(AXE_LATER);
  }
  return page.evaluate(async () => {
    Reflect.get(window, "__startAxe")();
    const axe: {
      run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    } = Reflect.get(window, "axe");
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** What is wrong with the layout: overflow, small text, small targets, primaries; one line each. */
export async function layoutFinds(page: Page): Promise<string[]> {
  const found = await Promise.all([
    page.evaluate(textFinds),
    page.evaluate(targetFinds),
    page.evaluate(primaryFinds),
  ]);
  return found.flat();
}

/** What is wider than its box; one line each. */
export async function overflowFinds(page: Page): Promise<string[]> {
  return (await page.evaluate(textFinds)).filter((found) => found.startsWith("wider"));
}

/**
 * A zoom of 200 % and a base font of 16 px at once: a sidebar keeps its 300 px of width and loses half of
 * its height, and every text grows by a quarter.
 */
export async function enlarge(page: Page): Promise<void> {
  await page.setViewportSize({ width: 300, height: 360 });
  await page.addStyleTag({ content: "html { font-size: 19.7px }" });
}

function textFinds(): string[] {
  const shown = Array.from(document.querySelectorAll<HTMLElement>("body, body *")).filter(
    (element) => element.getClientRects().length > 0 && !element.closest(".for-readers, svg"),
  );
  const nameOf = (element: Element) =>
    `<${element.tagName} ${element.className}> ${element.textContent?.slice(0, 40)}`;
  const isSmall = (element: HTMLElement) => {
    const hasText = Array.from(element.childNodes).some(
      (node) => node.nodeType === 3 && node.textContent?.trim(),
    );
    return hasText && Number(getComputedStyle(element).fontSize.replace("px", "")) < 12;
  };
  // What is typed scrolls in its field by nature; a long name is said whole under it.
  const boxes = shown.filter((element) => element.clientWidth > 0 && !element.matches("input"));
  const wide = boxes.filter((element) => element.scrollWidth > element.clientWidth);
  return [
    ...wide.map((element) => `wider than its box: ${nameOf(element)}`),
    ...shown.filter(isSmall).map((element) => `text under 12 px: ${nameOf(element)}`),
  ];
}

function targetFinds(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    "button, select, summary, textarea, .tick, .hit, input:not([type=checkbox], [type=radio])",
  );
  return Array.from(targets)
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => ({ element, ...element.getBoundingClientRect().toJSON() }))
    .filter(({ width, height }) => width < 24 || height < 24)
    .map(({ element, width, height }) => `target ${width}×${height}: ${element.textContent}`);
}

function primaryFinds(): string[] {
  const all = Array.from(document.querySelectorAll<HTMLElement>("[data-primary]"));
  const boxes = all.map((element) => element.getBoundingClientRect());
  return [
    ...(all.length > 1 ? [`${all.length} primary buttons`] : []),
    ...boxes.filter(({ height }) => height < 32).map(({ height }) => `primary ${height} px high`),
    ...boxes
      .filter((box) => box.top < 0 || box.bottom > window.innerHeight)
      .map(() => "primary out of sight"),
  ];
}

export function primaries(page: Page): Promise<number> {
  return page.locator("[data-primary]").count();
}

/** Counts what a person does: clicks and keys, typed text apart. */
export class Hands {
  readonly #page: Page;
  clicks = 0;
  keys = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(selector: string): Promise<void> {
    await this.#page.locator(selector).first().click();
    this.clicks += 1;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    this.keys += 1;
  }

  /** Names, amounts and dates are counted apart (+k). */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }
}
