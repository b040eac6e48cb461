import { describe, expect, it } from "vitest";
import { html } from "../../../core/documents/markup.ts";
import { linesOf, shortened, textWidth } from "../../../core/documents/typeset.ts";

describe("html", () => {
  it("escapes what stands in a hole, in text and in attributes", () => {
    const evil = `"><script>alert('1')</script>\`&`;
    expect(html`<a title="${evil}">${evil}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#96;&amp;">' +
        "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#96;&amp;</a>",
    );
  });

  it("takes only its own markup as markup, not a look-alike", () => {
    const own = html`<b>1</b>`;
    const parsed: typeof own = JSON.parse('{"markup":"<b>2</b>"}');
    expect(html`${own}${parsed}${[own, "<"]}`.markup).toBe("<b>1</b>&lt;b&gt;2&lt;/b&gt;<b>1</b>&lt;");
    expect(html`${{ ...own }}`.markup).toBe("&lt;b&gt;1&lt;/b&gt;");
  });

  it("turns marks that reorder or break text into spaces", () => {
    expect(html`${"a\u202e1\u0000b\u2028c"}`.markup).toBe("a 1 b c");
  });
});

describe("lines", () => {
  it("are no wider than asked, and keep the end of what is too long", () => {
    const text = "深圳市鸿运达电子科技股份有限公司（龙岗分公司）ACME-20261122-000123 / PO 4711 ".repeat(20);
    for (const width of [3, 5, 8, 13.4]) {
      const lines = linesOf(`${text}末`, width, 5);
      expect(lines.length).toBe(5);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.at(-1)?.endsWith("末")).toBe(true);
    }
  });

  it("never begin with a closing mark or end with an opening one, nor break a date", () => {
    const text = "票据到期 2027-05-10，付款人（深圳）有限公司，（东莞）分公司。";
    for (let width = 7; width < 20; width += 1) {
      for (const line of linesOf(text, width, 40)) {
        expect(line).not.toMatch(/^[，。）]|（$/);
        expect(line.includes("2027-05-10") || !/2027|05-10/.test(line)).toBe(true);
      }
    }
  });

  it("lose nothing but the spaces they break at", () => {
    const text = "一二三四 ABC-123/456 五六，七八（九）十";
    for (let width = 2; width < 12; width += 1) {
      expect(linesOf(text, width, 99).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  it("of one line leave out the middle", () => {
    expect(shortened("东莞市恒泰五金制品有限公司长安分公司", 9)).toMatch(/^东莞市.*…分公司$|^东莞市…分公司$/);
  });
});
