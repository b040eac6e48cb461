import type { LetterLanguage } from "../records/reminder.ts";
import { html } from "./markup.ts";
import { PAPERS } from "./paper.ts";

/** A letter as it is printed: its subject, and its text line by line. */
export interface PrintedLetter {
  readonly subject: string;
  readonly text: string;
  readonly language: LetterLanguage;
}

/**
 * A letter 信函 on A4, as an HTML document that may load nothing and run nothing. Lines stand as they were written; what
 * does not go on one page goes on the next, and each says which of how many it is.
 *
 * @example
 * letterHtml({ subject: "A & B", text: "1 < 2", language: "en" }).includes("A &amp; B") // => true
 */
export function letterHtml({ subject, text, language }: PrintedLetter): string {
  const { width, height, side, top, bottom } = PAPERS.a4;
  const lines = text.split("\n").map(
    (line) => html`<p>${line}</p>
`,
  );
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${subject}</title>
<style>
@page{size:${width}mm ${height}mm;margin:${top + 8}mm ${side + 8}mm ${bottom + 10}mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
body{margin:0;color:#000;font-size:11pt;line-height:1.6;font-variant-numeric:tabular-nums lining-nums}
h1{margin:0 0 8mm;font-size:14pt;text-align:center}
p{margin:0;min-height:1.6em;overflow-wrap:anywhere;orphans:3;widows:3;white-space:pre-wrap}
.letter{break-after:page}
.letter:last-of-type{break-after:auto}
</style></head><body><section class="letter"><h1>${subject}</h1>
${lines}</section></body></html>
`.markup;
}
