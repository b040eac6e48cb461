import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileReaderPage } from "../../../addon/local/build.ts";

const BUILT = new URL("../../../dist/addon/", import.meta.url);

describe("what is pushed to Google", () => {
  it("is the code, its manifest and HTML files, and nothing else", () => {
    const names = readdirSync(BUILT);
    expect(names).toEqual(expect.arrayContaining(["Code.js", "appsscript.json", "sidebar.html"]));
    expect(names.filter((name) => !/^(Code\.js|appsscript\.json|[\w-]+\.html)$/.test(name))).toEqual([]);
  });

  it("has the reader of files in a page of its own, and not in the sidebar", () => {
    const [reader, sidebar] = ["file-reader.html", "sidebar.html"].map((name) =>
      readFileSync(new URL(name, BUILT), "utf8"),
    );
    expect(reader).toContain("exceljs");
    expect(sidebar).not.toMatch(/exceljs|papaparse/i);
  });
});

describe("the page of the reader", () => {
  it("is one script, which nothing in it ends early, and which needs no network", async () => {
    const page = await fileReaderPage();
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    // A comment's beginning would make a "<script" inside it swallow the end of the script.
    expect(page).not.toContain("<!--");
    expect(page).not.toMatch(/<script[^>]*\bsrc=|<link/i);
  });
});
