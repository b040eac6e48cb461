import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Colours that one byte can name. */
const COLOURS = 256;

/** A picture with a palette: text on plain grounds takes a third of the bytes so, and looks the same. */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await decoded(page, png);
  const palette = commonest(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, each naming a colour of the palette; deflated, without interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(named(pixels, palette, width), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Whether nobody sees a difference: a browser draws rounded edges a shade lighter or darker each time. */
export async function looksLike(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = [await decoded(page, one), await decoded(page, other)];
  if (a.width !== b.width || a.height !== b.height) return false;
  return a.pixels.every((colour, i) => distance(colour, b.pixels[i] ?? 0) <= UNSEEN);
}

/** Squares of red, green and blue apart, added: four shades in each. */
const UNSEEN = 48;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue as one number, row by row. */
  readonly pixels: Uint32Array;
}

/** The browser reads the PNG that it made. */
async function decoded(page: Page, png: Buffer): Promise<Pixels> {
  const source = `data:image/png;base64,${png.toString("base64")}`;
  const { width, height, text } = await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const bytes = context?.getImageData(0, 0, width, height).data ?? [];
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 32_768)
      parts.push(String.fromCharCode(...bytes.slice(at, at + 32_768)));
    return { width, height, text: btoa(parts.join("")) };
  }, source);
  const bytes = Buffer.from(text, "base64");
  const pixels = Uint32Array.from({ length: width * height }, (_, i) => bytes.readUInt32BE(4 * i) >>> 8);
  return { width, height, pixels };
}

function commonest(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([one, n], [other, m]) => m - n || one - other);
  return byCount.slice(0, COLOURS).map(([colour]) => colour);
}

/** Each row as PNG wants it, a byte a pixel behind a zero: no filter. */
function named(pixels: Uint32Array, palette: readonly number[], width: number): Buffer {
  const names = new Map(palette.map((colour, name) => [colour, name]));
  const rows = Buffer.alloc(pixels.length + pixels.length / width);
  for (const [i, colour] of pixels.entries()) {
    const name = names.get(colour) ?? nearest(colour, palette);
    names.set(colour, name);
    rows[i + 1 + Math.floor(i / width)] = name;
  }
  return rows;
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = { name: 0, apart: Number.POSITIVE_INFINITY };
  for (const [name, known] of palette.entries()) {
    const apart = distance(colour, known);
    if (apart < best.apart) best = { name, apart };
  }
  return best.name;
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, at) => sum + (((one >> at) & 255) - ((other >> at) & 255)) ** 2, 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
