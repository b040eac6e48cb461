/**
 * How wide a text is at most, in ems of the usual Chinese screen and print faces (Noto, YaHei, PingFang,
 * SimSun). It is on the safe side, so that a line broken by it fits whatever face is there.
 *
 * @example
 * textWidth("账龄") // => 2
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return Math.round(width * 100) / 100;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
const JOINING = /[\p{M}\u200c\u200d]/u;

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return asciiWidth(character);
  if (JOINING.test(character)) return 0;
  if (code === 0xa0) return 0.32;
  if (WIDE.test(character) || (code >= 0x20000 && code < 0x40000)) return 1;
  if (code >= 0x1f000) return 1.5;
  return code < 0x530 ? 0.85 : 1.1;
}

function asciiWidth(character: string): number {
  if (/[ .,:;'|!iljI]/.test(character)) return 0.32;
  if (/[-/()[\]{}ftr"`]/.test(character)) return 0.42;
  if (/[acesvxyzk]/.test(character)) return 0.56;
  if (/[mwMW@%&]/.test(character)) return 0.95;
  return /[A-DGHK-OQRU-Z+<=>#~_]/.test(character) ? 0.75 : 0.62;
}

const NO_START = /[，。、；：？！）》」』】〉”’％…%,.;:!?)\]}]/u;
const NO_END = /[（《「『【〈“‘([{]/u;
const BREAK_AFTER = /[ \-/_]/;

/**
 * Breaks a text into lines no wider than so many ems: between Chinese characters, after spaces, slashes
 * and hyphens (not inside a date), never before a closing or after an opening mark. A word that is too wide is broken
 * anywhere. Of a text that needs too many lines the middle is left out, never the end, because names
 * differ there (分公司, Ltd.).
 *
 * @example
 * linesOf("深圳市鸿运达（集团）", 6) // => ["深圳市鸿运达", "（集团）"]
 */
export function linesOf(text: string, width: number, maxLines = 6): string[] {
  const pieces = unbreakable(text).flatMap((piece) => (textWidth(piece) > width ? clusters(piece) : [piece]));
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `…${tailOf(text, width - 1.1)}`];
}

/**
 * One line no wider than so many ems; of a longer text the middle is left out.
 *
 * @example
 * shortened("深圳市鸿运达电子有限公司", 8) // => "深圳市…限公司"
 */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const half = (width - 1.1) / 2;
  return `${headOf(text, half)}…${tailOf(text, half)}`;
}

function headOf(text: string, width: number): string {
  let head = "";
  for (const cluster of clusters(text)) {
    if (textWidth(head + cluster) > width) break;
    head += cluster;
  }
  return head;
}

function tailOf(text: string, width: number): string {
  let tail = "";
  for (const cluster of clusters(text).reverse()) {
    if (textWidth(cluster + tail) > width) break;
    tail = cluster + tail;
  }
  return tail;
}

/** Characters with the marks and joined emoji that belong to them. */
function clusters(text: string): string[] {
  return text.match(/\P{M}(?:\u200d\P{M}|[\p{M}\u200c\u200d])*|\p{M}+/gu) ?? [];
}

function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let [last, lastButOne] = ["", ""];
  for (const cluster of clusters(text)) {
    const inNumber = last === "-" && /\d/.test(lastButOne) && /\d/.test(cluster);
    if (last !== "" && (inNumber || !mayBreak(last, cluster))) pieces.push((pieces.pop() ?? "") + cluster);
    else pieces.push(cluster);
    [last, lastButOne] = [cluster, last];
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (NO_START.test(after) || after === " " || NO_END.test(before)) return false;
  return BREAK_AFTER.test(before) || WIDE.test(before) || WIDE.test(after);
}
