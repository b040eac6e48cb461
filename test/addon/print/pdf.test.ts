import { createServer } from "node:http";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ChromiumMissing, findChromium, NO_CHROMIUM } from "../../../addon/local/print/chromium.ts";
import { type Printer, withPrinter } from "../../../addon/local/print/pdf.ts";
import { statementOf } from "../../../core/documents/statement.ts";
import { statementHtml } from "../../../core/documents/statement-html.ts";
import { statementPictures } from "../../../core/documents/statement-picture.ts";
import { busyLedger, CUSTOMER, optionsFor } from "../../core/documents/sample.ts";
import { type PdfPage, readPdf } from "./pdf-reader.ts";

const chromium = await findChromium();
if (!chromium) console.log("no chromium here: nothing is printed, the PDF tests are skipped");

const statement = statementOf(busyLedger(60).account(CUSTOMER), optionsFor(1000));
const POINTS_PER_MM = 72 / 25.4;

/** All documents through one browser. */
const printed = (documents: readonly string[], as: keyof Printer) =>
  withPrinter(async (printer) => {
    const files: Uint8Array[] = [];
    for (const document of documents) files.push(await printer[as](document));
    return files;
  });

describe.skipIf(!chromium)("a printer", () => {
  const papers = [
    { paper: "a4", width: 210, height: 297 },
    { paper: "tractorHalf", width: 241, height: 140 },
    { paper: "tractorFull", width: 241, height: 279.4 },
  ] as const;
  const languages = ["zh", "en", "both"] as const;
  const prints = papers.flatMap((size) => languages.map((language) => ({ ...size, language })));

  it("prints each paper at its exact size, head, customer and n/N on each page, no empty page", async () => {
    const documents = prints.map((print) => statementHtml(statement, print));
    const pdfs = (await printed(documents, "pdf")).map(readPdf);
    for (const [i, { width, height, language }] of prints.entries()) {
      const pages = pdfs[i] ?? [];
      expect(pages.length).toBe(documents[i]?.match(/<section class="page">/g)?.length);
      for (const [at, page] of pages.entries()) {
        expect(Math.abs(page.width - width * POINTS_PER_MM)).toBeLessThan(0.5);
        expect(Math.abs(page.height - height * POINTS_PER_MM)).toBeLessThan(0.5);
        expect(page.text).toContain("深圳市鸿运达电子有限公司DZ-202611-018");
        expect(page.text).toContain(
          language === "en" ? `Page${at + 1}/${pages.length}` : `第${at + 1}/${pages.length}`,
        );
        if (/XS-2026/.test(page.text)) expect(page.text).toMatch(/日期.*类型.*单号|Date.*Kind.*Number/);
      }
    }
  }, 120_000);

  it("keeps the needle form black, without fills, with lines of 0.3 mm and type of 10.5 pt or more", async () => {
    const tractor = prints.filter((print) => print.paper !== "a4");
    const pdfs = await printed(
      tractor.map((print) => statementHtml(statement, print)),
      "pdf",
    );
    for (const page of pdfs.flatMap(readPdf)) expectNeedleForm(page);
  }, 120_000);

  it("asks for nothing from the network and runs no script", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("x");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    const at = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
    const page = `<!doctype html><p>安静<img src="${at}/i"><link rel="stylesheet" href="${at}/s"><iframe src="${at}/f"></iframe>
      <script>document.body.innerHTML = "ran"; fetch("${at}/x")</script>`;
    const [pdf] = (await printed([page], "pdf")).map(readPdf);
    server.close();
    expect(asked).toEqual([]);
    expect(pdf?.[0]?.text).toContain("安静");
    expect(pdf?.[0]?.text).not.toContain("ran");
  });
});

/** Colours are black, filled rectangles are lines, and both are thick enough. */
function expectNeedleForm({ drawing }: PdfPage): void {
  const scale = 0.75;
  for (const [colour] of drawing.matchAll(/[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b|[\d.]+ [gG]\n/g)) {
    expect(colour.trim()).toMatch(/^(0 0 0 (rg|RG)|0 [gG])$/);
  }
  for (const [, width, height] of drawing.matchAll(/[-\d.]+ [-\d.]+ ([-\d.]+) ([-\d.]+) re\s+f\b/g)) {
    const thickness = Math.min(Math.abs(Number(width)), Math.abs(Number(height))) * scale;
    expect(thickness).toBeGreaterThanOrEqual(0.3 * POINTS_PER_MM);
    expect(thickness).toBeLessThanOrEqual(0.6 * POINTS_PER_MM);
  }
  for (const [, size] of drawing.matchAll(/\/F\d+ ([\d.]+) Tf/g)) {
    expect(Number(size) * scale).toBeGreaterThanOrEqual(10.49);
  }
  expect(drawing).not.toMatch(/\/(Im|X|I)\d+ Do/);
}

describe.skipIf(!chromium)("a printer's pictures", () => {
  it("takes PNG pictures 1,080 wide and at most 1,280 high, numbered, with something on them", async () => {
    const documents = statementPictures(statement, "zh");
    const pictures = await printed(documents, "picture");
    expect(pictures.length).toBe(documents.length);
    for (const [i, picture] of pictures.entries()) {
      const png = Buffer.from(picture);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(1080);
      expect(png.readUInt32BE(20)).toBeLessThanOrEqual(1280);
      expect(documents[i]).toContain(`${i + 1}/${documents.length}`);
      expect(inflateSync(dataOf(png)).some((byte) => byte !== 0)).toBe(true);
    }
  }, 120_000);
});

/** The compressed pixels of a PNG file. */
function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.subarray(at + 4, at + 8).toString() === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

describe.skipIf(!chromium)("a printer after another document", () => {
  it("gives a picture of its own size, and paper of its own size", async () => {
    const [small] = statementPictures(statement, "zh");
    const sizes = await withPrinter(async (printer) => {
      const before = await printer.picture(small ?? "");
      await printer.pdf(statementHtml(statement, { paper: "tractorHalf", language: "zh" }));
      const after = await printer.picture(small ?? "");
      const [page] = readPdf(await printer.pdf(statementHtml(statement, { paper: "a4", language: "zh" })));
      return { isSame: Buffer.from(before).equals(Buffer.from(after)), width: Math.round(page?.width ?? 0) };
    });
    expect(sizes).toEqual({ isSame: true, width: 595 });
  }, 120_000);
});

describe("findChromium", () => {
  it("takes the browser that CHROMIUM names, and none where the name is wrong", async () => {
    expect(await findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(await findChromium({ CHROMIUM: "/nowhere/chromium" })).toBeUndefined();
  });

  it("says one clear sentence with a way out where there is none", async () => {
    const before = process.env.CHROMIUM;
    process.env.CHROMIUM = "/nowhere/chromium";
    await expect(printed(["<p>x"], "pdf")).rejects.toThrow(ChromiumMissing);
    await expect(printed(["<p>x"], "pdf")).rejects.toThrow(NO_CHROMIUM);
    if (before === undefined) delete process.env.CHROMIUM;
    else process.env.CHROMIUM = before;
  });
});
