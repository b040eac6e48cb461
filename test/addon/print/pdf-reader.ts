import { inflateSync } from "node:zlib";

/** A page of a PDF: its size in points, the text it shows without spaces, and its drawing operations. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly drawing: string;
}

/** Reads what Chromium writes: plain objects, deflated streams, fonts with a ToUnicode map. */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const file = Buffer.from(bytes).toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of file.matchAll(/(\d+) 0 obj([\s\S]*?)endobj/g)) objects.set(id, body);
  const root = [...objects.values()].find((body) => /\/Type\s*\/Pages/.test(body) && !/\/Parent/.test(body));
  return pagesUnder(root ?? "", objects).map((page) => pageOf(page, objects));
}

type Objects = ReadonlyMap<string, string>;

function pagesUnder(node: string, objects: Objects): string[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id = ""]) =>
    pagesUnder(objects.get(id) ?? "", objects),
  );
}

function pageOf(page: string, objects: Objects): PdfPage {
  const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(page)?.[1] ?? "")
    .trim()
    .split(/\s+/)
    .map(Number);
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ""));
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = "", id = ""] of page.matchAll(/\/(F\d+) (\d+) 0 R/g))
    fonts.set(name, unicodeOf(id, objects));
  return { width, height, text: textOf(content, fonts), drawing: content };
}

function streamOf(body = ""): string {
  const start = /stream\r?\n/.exec(body);
  if (!start) return "";
  const raw = Buffer.from(body.slice(start.index + start[0].length, body.lastIndexOf("endstream")), "latin1");
  return /FlateDecode/.test(body) ? inflateSync(raw).toString("latin1") : raw.toString("latin1");
}

/** Character codes of a font and the text they stand for. */
function unicodeOf(font: string, objects: Objects): Map<string, string> {
  const map = new Map<string, string>();
  const cmap = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1] ?? ""));
  for (const [, block = ""] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(code, utf16(text));
  }
  for (const [, block = ""] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(text, 16);
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code += 1) {
        const hex = code.toString(16).toUpperCase().padStart(from.length, "0");
        map.set(hex, utf16((first + code - start).toString(16).padStart(text.length, "0")));
      }
    }
  }
  return map;
}

function utf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

/** Text in the order it is drawn; Kangxi radicals that share a glyph become the characters they look like. */
function textOf(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let text = "";
  let font = new Map<string, string>();
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]\s*TJ|<\w*>\s*Tj)/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    const width = [...font.keys()][0]?.length ?? 4;
    for (const [, hex = ""] of (shown ?? "").matchAll(/<(\w*)>/g)) {
      for (const code of hex.toUpperCase().match(new RegExp(`.{${width}}`, "g")) ?? [])
        text += font.get(code) ?? "";
    }
  }
  return text.normalize("NFKC").replace(/\s/g, "");
}
