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
    expect(page).toContain("<h1>催款 &lt;b&gt;｜<wbr>{firm}</h1>");
    expect(page).not.toContain("<script");
  });

  it("puts what is divided by bars in columns, in the order in which it stands", () => {
    const text = "Dear A\nK-1｜due｜1.00\nK-2｜due｜20.00\n合计 21.00\nX | Y";
    const { body = "" } =
      /<\/h1>(?<body>.*)<\/section>/s.exec(letterHtml({ subject: "", text, language: "en" }))?.groups ?? {};
    expect(body.replace(/\s*\n\s*/g, "")).toBe(
      "<p>Dear A</p><table><tr><td>K-1</td><td>due</td><td>1.00</td></tr><tr><td>K-2</td><td>due</td><td>20.00</td></tr></table><p>合计 21.00</p><p>X | Y</p>",
    );
  });

  it("sets the signature apart, where two blank lines do", () => {
    const signed = letterHtml({
      subject: "",
      text: "A\n\nB\n\n\n挂账贸易\n2026年11月22日",
      language: "zh-CN",
    });
    expect(signed.replace(/\n/g, "")).toContain(
      '<div class="signature"><p>挂账贸易</p><p>2026年11月22日</p></div>',
    );
    expect(letterHtml({ subject: "", text: "A\n\nB", language: "zh-CN" })).not.toContain('class="signature"');
  });

  it("names at every foot whom it is to, whatever the name contains", () => {
    const to = '";}</style><script>alert(1)</script>甲\u202e';
    const foot = letterHtml({ subject: "", text: "", language: "en", to });
    const [, content = ""] = /@bottom-left\{content:"(.*?)";font-size/.exec(foot) ?? [];
    expect(content).toMatch(/^(?:\\[0-9a-f]+ )+$/);
    const read = content.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
      String.fromCodePoint(parseInt(code, 16)),
    );
    expect(read).toBe('";}</style><script>alert(1)</script>甲');
  });
});
