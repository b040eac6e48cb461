import type { LetterLanguage } from "../records/reminder.ts";
import { oneLine } from "../values/text.ts";
import { html, type Markup } from "./markup.ts";
import { PAPERS } from "./paper.ts";

/** A letter as it is printed: its subject, and its text line by line. */
export interface PrintedLetter {
  readonly subject: string;
  readonly text: string;
  readonly language: LetterLanguage;
  /** Whom it is to; said at the foot of every page. */
  readonly to?: string;
}

/**
 * A letter 信函 on A4, as an HTML document that may load nothing and run nothing. Lines stand as they were written, what
 * is divided by bars in columns; what does not go on one page goes on the next, and each says which of how many it is.
 * What follows two blank lines is the signature 落款: it stands at the right, with room for a seal.
 *
 * @example
 * letterHtml({ subject: "A & B", text: "1 < 2", language: "en" }).includes("A &amp; B") // => true
 */
export function letterHtml({ subject, text, language, to = "" }: PrintedLetter): string {
  const { width, height, side, top, bottom } = PAPERS.a4;
  const { body, signature } = signed(text);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${subject}</title>
<style>
@page{size:${width}mm ${height}mm;margin:${top + 8}mm ${side + 8}mm ${bottom + 10}mm;@bottom-left{content:"${cssText(to)}";font-size:9pt}@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
body{margin:0;color:#000;font-family:${FONTS[language]};font-size:11pt;line-height:1.6;font-variant-numeric:tabular-nums lining-nums}
h1{margin:0 0 8mm;font-size:14pt;text-align:center;text-wrap:balance;word-break:keep-all;overflow-wrap:anywhere}
p{margin:0;min-height:1.6em;overflow-wrap:anywhere;orphans:3;widows:3;white-space:pre-wrap}
table{width:100%;border-collapse:collapse}
td{padding:0.8mm 3mm 0.8mm 0;border-bottom:0.2mm solid #999;vertical-align:baseline;overflow-wrap:anywhere}
td+td{white-space:nowrap}
td:last-child{padding-right:0;text-align:right}
table+p{font-weight:bold;text-align:right}
tr,.signature{break-inside:avoid}
.signature{break-before:avoid;min-height:38mm;margin:6mm 0 0 auto;width:75mm}
.letter{break-after:page}
.letter:last-of-type{break-after:auto}
</style></head><body><section class="letter"><h1>${heading(subject)}</h1>
${blocksOf(body).map(written)}${signature.length === 0 ? undefined : html`<div class="signature">${signature.map(paragraph)}</div>`}</section></body></html>
`.markup;
}

/** A subject is broken behind its bars first. */
function heading(subject: string): Markup[] {
  return subject.split(/(?<=[｜|])/u).map((part, i) => (i === 0 ? html`${part}` : html`<wbr>${part}`));
}

const HAN = html`"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif`;
const FONTS: Readonly<Record<LetterLanguage, Markup>> = {
  "zh-CN": HAN,
  "zh-TW": html`"Noto Sans CJK TC","Source Han Sans TC","PingFang TC","Microsoft JhengHei",sans-serif`,
  en: html`"Segoe UI","Helvetica Neue","Liberation Sans","Arial",${HAN}`,
};

/** Two blank lines part the signature from the letter. */
function signed(text: string): { readonly body: readonly string[]; readonly signature: readonly string[] } {
  const at = text.lastIndexOf("\n\n\n");
  const signature = at < 0 ? "" : text.slice(at).trim();
  if (signature === "") return { body: text.split("\n"), signature: [] };
  return { body: text.slice(0, at).split("\n"), signature: signature.split("\n") };
}

/** Lines that follow each other with as many columns, or one line without. */
type Block = readonly (readonly string[])[];

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: (readonly string[])[][] = [];
  for (const line of lines) {
    const cells = line.split(/\s*[｜|]\s*/u);
    const last = blocks[blocks.length - 1];
    if (cells.length > 2 && last?.[0]?.length === cells.length) last.push(cells);
    else blocks.push([cells.length > 2 ? cells : [line]]);
  }
  return blocks;
}

function written(block: Block): Markup {
  const [first = []] = block;
  if (first.length === 1) return paragraph(first[0] ?? "");
  const rows = block.map(
    (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  );
  return html`<table>${rows}</table>
`;
}

function paragraph(line: string): Markup {
  return html`<p>${line}</p>
`;
}

/** A text for a style sheet, each character by its number: whatever it contains, it ends nothing. */
function cssText(text: string): string {
  return Array.from(oneLine(text), (each) => `\\${(each.codePointAt(0) ?? 32).toString(16)} `).join("");
}
