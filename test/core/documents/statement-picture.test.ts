import { describe, expect, it } from "vitest";
import { type DocumentLanguage, plainDate, statementPictures } from "../../../core/index.ts";
import { evilStatement } from "./evil.ts";

/** What the pictures of a statement of November 2026 say, without markup. */
function said(language: DocumentLanguage): string {
  const statement = {
    ...evilStatement("Iris"),
    from: plainDate("2026-11-01"),
    to: plainDate("2026-11-30"),
    firm: { name: "广州早茶有限公司", nameEn: "Morning Tea Ltd" },
  };
  const pages = statementPictures(statement, language).map((page) => page.split("</head>")[1] ?? "");
  return pages.join(" ").replace(/<[^>]*>/g, " ");
}

/** Rule: a picture names its firm, its period and its day as the paper does, in its own language. */
describe("the picture of a statement", () => {
  it("in English joins days with words, and writes none as a file does", () => {
    expect(said("en")).toContain("1 Nov 2026 to 30 Nov 2026");
    expect(said("en")).not.toMatch(/～|、|2026-11-/);
    expect(said("en")).toContain("Morning Tea Ltd");
    expect(said("en")).not.toContain("广州早茶");
  });

  it("in Chinese joins them as Chinese does, and in both languages names the firm in both", () => {
    expect(said("zh")).toContain("2026-11-01 ～ 2026-11-30");
    expect(said("zh")).not.toContain("Morning Tea Ltd");
    expect(said("both")).toMatch(/广州早茶有限公司[\s\S]*Morning Tea Ltd/);
  });
});
