/** How the bytes of a text file were written. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

/** A text file's text, and the encoding that its bytes showed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Decodes a text file by its bytes, never by its name: a byte order mark (UTF-8, UTF-16), UTF-16
 * without one, strict UTF-8, GB18030 (which holds GBK) when its byte pairs look like Chinese, else
 * windows-1252. "Müller" in windows-1252 is also valid GB18030; its lone high bytes tell it apart.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingMarked(bytes);
  if (marked !== undefined) return { text: decode(bytes, marked) ?? "", encoding: marked };
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const chinese = looksChinese(bytes) ? decode(bytes, "gb18030") : undefined;
  if (chinese !== undefined) return { text: chinese, encoding: "gb18030" };
  return { text: decode(bytes, "windows-1252") ?? "", encoding: "windows-1252" };
}

function encodingMarked(bytes: Uint8Array): TextEncoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return zeroBytesAt(bytes);
}

/** Text has no zero bytes; UTF-16 of Latin letters has one in every pair, on one side. */
function zeroBytesAt(bytes: Uint8Array): TextEncoding | undefined {
  const head = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (odd > head.length / 10 && even * 10 < odd) return "utf-16le";
  if (even > head.length / 10 && odd * 10 < even) return "utf-16be";
  return undefined;
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  const fatal = encoding === "utf-8" || encoding === "gb18030";
  const start = encoding === "utf-8" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return new TextDecoder(encoding, { fatal: fatal && !start }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not text in this encoding
    throw error;
  }
}

/** In Chinese text nearly all pairs have two high bytes; a lone accented letter stands before a plain one. */
function looksChinese(bytes: Uint8Array): boolean {
  let [pairs, common] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++i] ?? 0;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++;
  }
  return pairs > 0 && common >= pairs * 0.7;
}
