import { html, type Markup } from "./markup.ts";
import type { Paper, TypeSize } from "./paper.ts";
import { lookScale } from "./text-piece.ts";

/**
 * The style sheet of a printed document. Every height is the one that was measured with; nothing is
 * loaded. Chromium draws borders in whole pixels (1 px = 0.26 mm), so that the needle form takes 2 px.
 */
export function printStyle(paper: Paper): Markup {
  return html`<style>${frame(paper)}${typeStyle(paper.type)}${paper.needle ? needle() : quietStyle()}</style>
`;
}

/** Sheets exactly as large as the paper: the page has no margin of its own. */
function frame({ width, height, side, top, bottom }: Paper): Markup {
  return html`
@page{size:${width}mm ${height}mm;margin:0}
*{box-sizing:border-box}
html,body{margin:0;padding:0}
.page{position:relative;width:${width}mm;height:${height - 0.4}mm;padding:${top}mm ${side}mm 0;overflow:hidden;break-after:page;break-inside:avoid}
.page:last-child{break-after:auto}
.foot{position:absolute;left:${side}mm;right:${side}mm;padding:0 1mm;bottom:${bottom}mm;display:flex;justify-content:space-between;gap:4mm}
.foot div{white-space:pre}
@media screen{body{background:#eee}.page{margin:6mm auto;background:#fff;box-shadow:0 0 2mm rgba(0,0,0,.25)}}
`;
}

/** Type and tables, the same on paper and in a picture: every size is the one that was measured with. */
export function typeStyle({ unit, em, line, side, minor }: TypeSize): Markup {
  return html`
body{font-size:${em}${unit};line-height:${line}${unit};color:#000;font-variant-numeric:tabular-nums lining-nums;font-kerning:none;-webkit-text-size-adjust:none;text-size-adjust:none}
table{border-collapse:separate;border-spacing:0;table-layout:fixed;width:100%}
td{padding:0 ${side}${unit};white-space:pre;vertical-align:middle;overflow:visible}
td.r{text-align:right}
td.b,.firm,.title,.section,.amount{font-weight:700}
small{font-size:${em * minor}${unit};font-weight:400;line-height:0}
div>small{display:block;line-height:${line}${unit}}
.party td{vertical-align:top}
.firm,.title,.contact,div.party,.text,.section,.fine,.amount{white-space:pre;padding:0 ${side}${unit}}
.contact{text-align:center;font-size:${lookScale("contact")}em;line-height:${lookScale("contact") * line}${unit}}
.firm{text-align:center;font-size:${lookScale("firm")}em;line-height:${lookScale("firm") * line}${unit}}
.title{text-align:center;font-size:${lookScale("title")}em;line-height:${lookScale("title") * line}${unit}}
.section,.amount{font-size:${lookScale("section")}em;line-height:${lookScale("section") * line}${unit}}
.slip{display:flex;justify-content:space-between}
.side{display:flex;justify-content:space-between;height:100%}
.sign{flex:1;padding:0 ${side}${unit};white-space:pre;line-height:${line * 1.25}${unit}}
.sign div{height:${line * 1.25}${unit}}
.sign .fill{margin-right:2mm}
.seal{flex:none;width:50mm;height:50mm}
.write{padding:${line * 0.4}${unit} ${side}${unit} 0}
`;
}

/** Quotation marks that Chinese faces draw as wide as a character: in English they come from another face. */
const MARKS = html`@font-face{font-family:"Latin marks";src:local("Segoe UI"),local("Helvetica Neue"),local("Liberation Sans"),local("DejaVu Sans"),local("Arial");unicode-range:U+2018-201D,U+2026}`;

/** For A4 and pictures: hairlines, English in grey below the Chinese. */
export function quietStyle(): Markup {
  return html`
${MARKS}
body{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
html:lang(en) body{font-family:"Latin marks","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
.foot{font-size:.85em;color:#444}
small{color:#444}
tr.plain td{border-bottom:1px solid #d4d4d4}
tr.head td{border-top:1.5px solid #000;border-bottom:1px solid #000}
tr.figures td{border-bottom:1px solid #000}
tr.goods td{color:#333;border-bottom:1px dotted #ddd}
tr.group td{border-bottom:1px solid #777}
tr.note td{border-bottom:1px solid #d4d4d4;font-weight:400;color:#333}
tr.carry td{border-bottom:1px solid #777}
tr.sum td{border-bottom:1px solid #777}
tr.total td{border-top:1px solid #000;border-bottom:1.5px solid #000}
.seal{border:1px dashed #999}
.write,.sign .fill{border-bottom:1px solid #777}
`;
}

/** Needles and carbon copies: black only, no fills, lines of 2 px, no type below 10.5 pt. */
function needle(): Markup {
  return html`
body{font-family:SimSun,NSimSun,"Noto Sans CJK SC","Source Han Sans SC",sans-serif}
tr.head td{border-top:2px solid #000;border-bottom:2px solid #000}
tr.figures td,tr.sum td,tr.carry td{border-bottom:2px solid #000}
tr.carry td{border-top:2px solid #000}
tr.group td{border-bottom:2px solid #000}
tr.total td{border-top:2px solid #000;border-bottom:2px solid #000}
.seal{border:2px dashed #000}
.write,.sign .fill{border-bottom:2px solid #000}
`;
}
