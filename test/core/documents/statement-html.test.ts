import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../core/documents/markup.ts";
import { pagesOf, type RunningRow } from "../../../core/documents/pages.ts";
import { statementOf } from "../../../core/documents/statement.ts";
import { type PrintOptions, statementHtml } from "../../../core/documents/statement-html.ts";
import { statementPictures } from "../../../core/documents/statement-picture.ts";
import {
  STATEMENT_KINDS,
  STATEMENT_METHODS,
  STATEMENT_REASONS,
  STATEMENT_WORDS,
} from "../../../core/documents/statement-words.ts";
import { ADJUSTMENT_REASONS, ITEM_KINDS, METHODS } from "../../../core/tables/words.ts";
import { EVIL, evilStatement } from "./evil.ts";
import { busyLedger, CUSTOMER, invoice, ledgerOf, optionsFor } from "./sample.ts";

const PRINTS: PrintOptions[] = (["a4", "tractorHalf", "tractorFull"] as const).flatMap((paper) =>
  (["zh", "en", "both"] as const).map((language) => ({ paper, language })),
);

/** Every tag our documents are made of; anything else came from outside. */
const OWN_TAG = new RegExp(
  [
    "!doctype html",
    'html lang="(zh-CN|en)"',
    "/?(head|body|title|style|table|colgroup|thead|tbody|small|section|div|td|br)",
    "/(html|tr)",
    'meta charset="utf-8"',
    'meta name="viewport" content="width=device-width"',
    "meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"",
    'section class="page"',
    'col style="width:[\\d.]+(mm|px)"',
    'tr class="[a-z]+" style="height:[\\d.]+(mm|px)"',
    'td( class="[rb ]+")?( colspan="\\d+")?',
    'div class="[a-z-]+"( style="(height|width):[\\d.]+(mm|px)")?',
    'div style="height:[\\d.]+(mm|px)"',
  ]
    .map((form) => `^<(?:${form})>$`)
    .join("|"),
);

describe("statementHtml", () => {
  it("has no live markup but its own, wherever a text is typed", () => {
    for (const text of EVIL) {
      const statement = evilStatement(text);
      const documents = [
        ...PRINTS.map((print) => statementHtml(statement, print)),
        ...statementPictures(statement, "both"),
      ];
      for (const document of documents) {
        for (const tag of document.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(OWN_TAG);
        expect(document.match(/<style>/g)).toHaveLength(1);
        expect(document).not.toMatch(/[\u202a-\u202e]/);
        expect(document.split(/<\/?style>/)[1]).not.toMatch(/url\(|@import|https?:/);
      }
    }
  });

  it("calls nothing due in an aging by document date: the first figure is of that very day", () => {
    const policy = { bucketEdges: [30, 60], agingBasis: "documentDate" as const };
    const account = busyLedger(3).account(CUSTOMER);
    const printed = (more: object, language: "zh" | "en") => {
      const html = statementHtml(statementOf(account, optionsFor(1000, more)), { paper: "a4", language });
      return html.slice(html.lastIndexOf(language === "zh" ? "账龄" : "Aging"));
    };
    expect(printed({ policy }, "zh")).toContain("当日单据");
    expect(printed({ policy }, "zh")).not.toContain("未到期");
    expect(printed({ policy }, "en")).toContain("Of that day");
    expect(printed({}, "zh")).toContain("未到期");
    expect(printed({}, "zh")).not.toContain("当日单据");
  });

  it("carries page totals over, and they add up, on every paper", () => {
    const statement = statementOf(busyLedger(90).account(CUSTOMER), optionsFor(10_000));
    for (const print of PRINTS) {
      const pages = statementHtml(statement, print).split('<section class="page">').slice(1);
      expect(pages.length).toBeGreaterThan(2);
      expectTotals(pages, statement.closing);
      for (const [i, page] of pages.entries()) {
        expect(page).toContain(
          print.language === "en" ? `Page ${i + 1} / ${pages.length}` : `第 ${i + 1} / ${pages.length} 页`,
        );
        expect(page).toContain(statement.customer.name);
        for (const table of page.match(/<table>[\s\S]*?<\/table>/g) ?? []) {
          if (/tr class="plain"/.test(table)) expect(table).toMatch(/<thead><tr class="head"/);
        }
      }
    }
  });

  it("names the carbon copies on tractor paper, or the one that is asked for", () => {
    const statement = evilStatement("甲");
    expect(statementHtml(statement, { paper: "tractorHalf", language: "zh" })).toContain("存根联 / 客户联");
    const one = statementHtml(statement, { paper: "tractorHalf", language: "zh", copies: ["customerCopy"] });
    expect(one.includes("客户联") && !one.includes("存根联")).toBe(true);
    expect(statementHtml(statement, { paper: "a4", language: "zh" })).not.toContain("客户联");
  });

  it("says on every statement that it waives nothing, asks for the two answers, and prints no interest", () => {
    const statement = evilStatement("甲");
    for (const print of PRINTS) {
      const text = statementHtml(statement, print);
      expect(text).toContain(print.language === "en" ? "□ Figures agree" : "□ 数据相符");
      expect(text).toContain(print.language === "en" ? "does not waive" : "不视为我司放弃");
      expect(text.match(/class="seal"/g)).toHaveLength(2);
    }
  });

  it("marks made-up data", () => {
    const known = 1;
    const { settings } = optionsFor(known);
    const statement = statementOf(
      ledgerOf().account(CUSTOMER),
      optionsFor(known, { settings: { ...settings, sample: true } }),
    );
    expect(statementHtml(statement, { paper: "a4", language: "both" })).toMatch(/示例数据[\s\S]*Sample data/);
  });

  it("holds a number of 500 characters and amounts of 15 digits", () => {
    const ledger = ledgerOf("名".repeat(500));
    const known = ledger.write(invoice("9".repeat(500), "2026-11-01", 999_999_999_999_999));
    const statement = statementOf(ledger.account(CUSTOMER), optionsFor(known));
    for (const print of PRINTS) expect(statementHtml(statement, print)).toContain("9,999,999,999,999.99");
  });
});

/** Adds the rows up page by page, as a person with a calculator would. */
function expectTotals(pages: readonly string[], closing: number): void {
  const sums = { debit: 0, credit: 0, open: 0 };
  for (const [i, page] of pages.entries()) {
    for (const [, look = "", row = ""] of page.matchAll(/<tr class="(\w+)"[^>]*>(.*?)<\/tr>/g)) {
      const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => fen(match[1] ?? ""));
      if (look === "plain") addRow(sums, cells);
      else expectSums(look, cells, { ...sums, closing });
    }
    const carried = page.match(/过次页|Carried forward/g) ?? [];
    const brought = pages[i + 1]?.match(/承前页|Brought forward/g) ?? [];
    expect(brought.length).toBe(carried.length);
  }
}

/** Movements have seven cells, open items eight, what is not applied two. */
function addRow(sums: { debit: number; credit: number; open: number }, cells: readonly number[]): void {
  if (cells.length === 7) {
    sums.debit += cells[4] ?? 0;
    sums.credit += cells[5] ?? 0;
  }
  if (cells.length === 8) sums.open += cells[7] ?? 0;
  if (cells.length === 2) sums.open += cells[1] ?? 0;
}

function expectSums(
  look: string,
  [, ...sums]: readonly number[],
  { debit, credit, open, closing }: { debit: number; credit: number; open: number; closing: number },
): void {
  const ofMovements = sums.length === 3;
  if (look === "carry" && ofMovements) expect(sums.slice(0, 2)).toEqual([debit, credit]);
  if (look === "carry" && !ofMovements) expect(sums).toEqual([open]);
  if (look === "total" && ofMovements) expect(sums).toEqual([debit, credit, closing]);
  if (look === "total" && !ofMovements) expect([...sums, open]).toEqual([closing, closing]);
}

function fen(text: string): number {
  return /^-?[\d,]+\.\d\d$/.test(text) ? Math.round(Number(text.replaceAll(",", "")) * 100) : 0;
}

describe("pagesOf", () => {
  const row = (height: number, name: string) => ({ height, content: html`<tr>${name}</tr>` });

  it("never overfills a page, keeps rows in order and loses none", () => {
    const heights = fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (rows, keeps) => {
        const carry = { forward: row(3, "F3"), brought: row(3, "B3") };
        const running = rows.map((height, i): RunningRow => {
          const keep = keeps[i] === true && keeps[i - 1] !== true && i < rows.length - 1;
          return { ...row(height, `R${height}`), ...(keep ? { withNext: true as const } : { carry }) };
        });
        const table = { columns: [], unit: "mm" as const, head: row(4, "H4"), rows: running };
        const pages = pagesOf([{ height: 9, content: html`<p>P9</p>` }, table], { first: 40, later: 50 });
        const seen = pages.flatMap((page, i) => {
          const names = page.markup.match(/[PHRFB]\d+/g) ?? [];
          const used = names.reduce((sum, name) => sum + Number(name.slice(1)), 0);
          expect(used).toBeLessThanOrEqual(i === 0 ? 40 : 50);
          return names.filter((name) => name.startsWith("R"));
        });
        expect(seen).toEqual(rows.map((height) => `R${height}`));
      }),
    );
  });
});

describe("words", () => {
  it("are the ones of the tables", () => {
    expect(STATEMENT_KINDS).toMatchObject(ITEM_KINDS);
    expect(STATEMENT_METHODS).toEqual(METHODS);
    expect(STATEMENT_REASONS).toEqual(ADJUSTMENT_REASONS);
  });

  it("have the same places in both languages, no ！ no 您 no 帐, and full-width marks beside Chinese", () => {
    for (const { zh, en } of Object.values(STATEMENT_WORDS)) {
      expect((zh.match(/\{\w+\}/g) ?? []).sort()).toEqual((en.match(/\{\w+\}/g) ?? []).sort());
      expect(zh).not.toMatch(/[！您帐]|其它|[\u4e00-\u9fff][,;?()]|[,;?()][\u4e00-\u9fff]/);
    }
  });
});
