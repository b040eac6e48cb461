import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../../addon/local/print/chromium.ts";
import { statementOf } from "../../../core/documents/statement.ts";
import { statementHtml } from "../../../core/documents/statement-html.ts";
import { statementPictures } from "../../../core/documents/statement-picture.ts";
import type { Statement } from "../../../core/documents/statement-shape.ts";
import { EVIL, evilStatement } from "../../core/documents/evil.ts";
import { busyLedger, CUSTOMER, invoice, ledgerOf, optionsFor } from "../../core/documents/sample.ts";

const executablePath = await findChromium();
if (!executablePath) console.log("no chromium here: the layout tests are skipped");

const MM = 96 / 25.4;
const PRINTS = (["a4", "tractorHalf", "tractorFull"] as const).flatMap((paper) =>
  (["zh", "en", "both"] as const).map((language) => ({ paper, language })),
);

/** Statements that are hard to lay out: long, wide, and of every script. */
function hardStatements(): Statement[] {
  const wide = ledgerOf("MWMW @@ ".repeat(50));
  wide.write(
    invoice("W".repeat(500), "2026-11-01", 999_999_999_999_999, {
      order: "9".repeat(300),
      delivery: "ﷺ".repeat(40),
    }),
  );
  const known = wide.write(
    invoice("ÄÖÜß-Ж-ไทย-한국어-👩‍👩‍👧", "2026-09-01", -5_000_000_000, { kind: "creditNote" }),
  );
  const many = Array.from({ length: 9 }, (_, i) => (i + 1) * 10);
  const policy = { bucketEdges: many, agingBasis: "documentDate" as const };
  return [
    statementOf(busyLedger(60).account(CUSTOMER), optionsFor(1000)),
    statementOf(wide.account(CUSTOMER), optionsFor(known, { policy })),
    evilStatement(EVIL.join(" ").slice(0, 500)),
    evilStatement("深圳市鸿运达电子科技（集团）股份有限公司".repeat(24)),
  ];
}

describe.skipIf(!executablePath)("layout in the browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) });
    page = await (
      await browser.newContext({ offline: true, viewport: { width: 1080, height: 1280 } })
    ).newPage();
    await page.emulateMedia({ media: "print" });
  });
  afterAll(() => browser?.close());

  it("pages hold what was measured for them, no text leaves its cell, and both seal squares are free", async () => {
    for (const [s, statement] of hardStatements().entries()) {
      for (const print of PRINTS) {
        await page.setContent(statementHtml(statement, print));
        const seen = await page.evaluate(measured);
        const name = `statement ${s}, ${print.paper}, ${print.language}`;
        expect(seen.overfull, name).toEqual([]);
        expect(seen.outside, name).toEqual([]);
        expect(seen.inSeal, name).toEqual([]);
        expect(seen.live, name).toBe(0);
        expect(seen.seals.length, name).toBe(2);
        for (const seal of seen.seals) {
          expect(Math.abs(seal.width - 50 * MM), name).toBeLessThan(0.5);
          expect(Math.abs(seal.height - 50 * MM), name).toBeLessThan(0.5);
        }
      }
    }
  }, 120_000);

  it("pictures are 1,080 × at most 1,280, with no text below 28 px or outside its cell", async () => {
    for (const statement of hardStatements()) {
      for (const language of ["zh", "en", "both"] as const) {
        for (const picture of statementPictures(statement, language)) {
          await page.setContent(picture);
          const seen = await page.evaluate(measured);
          expect(seen.outside).toEqual([]);
          expect(seen.live).toBe(0);
          expect(seen.smallest).toBeGreaterThanOrEqual(28);
          expect(seen.body.width).toBe(1080);
          expect(seen.body.height).toBeLessThanOrEqual(1280);
        }
      }
    }
  }, 120_000);
});

/** Runs in the page. */
function measured() {
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const seals = [...document.querySelectorAll(".seal")].map(boxOf);
  const texts: { text: string; box: DOMRect; size: number; cell: Element | null }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim()) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    for (const box of range.getClientRects()) {
      texts.push({ text: node.textContent, box, size, cell: parent.closest("td, .page > div, .sign") });
    }
  }
  const overfull: string[] = [];
  for (const sheet of document.querySelectorAll(".page")) {
    const foot = sheet.querySelector(".foot");
    const bottom = Math.max(
      ...[...sheet.children].filter((child) => child !== foot).map((child) => boxOf(child).bottom),
    );
    if (!foot || bottom > boxOf(foot).top || boxOf(foot).bottom > boxOf(sheet).bottom)
      overfull.push(String(bottom));
  }
  const outside = texts
    .filter(({ box, cell }) => cell && (box.left < boxOf(cell).left - 1 || box.right > boxOf(cell).right + 1))
    .map(({ text, box, cell }) => `${text} ${box.width} in ${cell ? boxOf(cell).width : 0}`);
  const inSeal = texts.filter(({ box }) =>
    seals.some(
      (seal) =>
        box.left < seal.right && box.right > seal.left && box.top < seal.bottom && box.bottom > seal.top,
    ),
  );
  return {
    seals: seals.map(({ width, height }) => ({ width, height })),
    overfull,
    outside,
    inSeal: inSeal.map(({ text }) => text),
    live: document.querySelectorAll("script,img,svg,iframe,a,link,object,embed,form,input,base").length,
    smallest: Math.min(...texts.map(({ size }) => size)),
    body: { width: boxOf(document.body).width, height: boxOf(document.body).height },
  };
}
