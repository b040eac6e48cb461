import { describe, expect, it } from "vitest";
import { letterHtml } from "../../../core/documents/letter-html.ts";

describe("a printed letter", () => {
  const page = letterHtml({
    subject: "催款 <b>｜{firm}",
    text: "=1+1\n\n<script>alert(1)</script> A\u202eB\n合计 1.00 元",
    language: "zh-TW",
  });

  it("is a sheet of A4 that loads and runs nothing, in its own language", () => {
    expect(page).toContain("size:210mm 297mm");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="zh-TW">');
  });

  it("has a paragraph for every line as it was written, and no markup of what was typed", () => {
    const lines = [...page.matchAll(/<p>(.*?)<\/p>/g)].map(([, line]) => line);
    expect(lines).toEqual(["=1+1", "", "&lt;script&gt;alert(1)&lt;/script&gt; A B", "合计 1.00 元"]);
    expect(page).toContain("<h1>催款 &lt;b&gt;｜{firm}</h1>");
    expect(page).not.toContain("<script");
  });
});
