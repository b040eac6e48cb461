/**
 * Compares two texts by their characters' codes, for sorting: days in ISO text come in their order.
 *
 * @example
 * ["2026-11-22", "2026-02-03"].sort(compareText) // => ["2026-02-03", "2026-11-22"]
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Text as UTF-8 bytes; Apps Script has no TextEncoder. A lone surrogate becomes U+FFFD.
 *
 * @example
 * utf8Bytes("账").length // => 3
 */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return new Uint8Array(bytes);
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/**
 * A name in the form in which two spellings are the same name: NFKC, lower case, without spaces and
 * punctuation. Legal suffixes stay: without them a quarter of all names collide.
 *
 * @example
 * nameKey("深圳市鸿运达（集团） Co., Ltd.") // => "深圳市鸿运达集团coltd"
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, "");
}

/**
 * A code, a document number or a reference in the form in which two spellings are the same one: NFKC, lower
 * case, single spaces, and nothing else taken away. "12-3" and "123" are two codes.
 *
 * @example
 * codeKey(" Ｋ００１ ") // => "k001"
 * @example
 * codeKey("12-3") === codeKey("123") // => false
 */
export function codeKey(code: string): string {
  const plain = PLAIN.test(code) ? code : code.normalize("NFKC");
  return plain.toLowerCase().trim().replace(/\s+/g, " ");
}

/** Nothing that another form of the same characters could stand for. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text safe to show in one line: control characters and bidirectional marks become spaces.
 *
 * @example
 * oneLine("a\u202eb\nc") // => "a b c"
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

/**
 * The beginning of a text, so many UTF-16 units at most: never half of a pair, which no file keeps as it was.
 *
 * @example
 * firstCharacters("a𠮷b", 2) // => "a"
 * @example
 * firstCharacters("a𠮷b", 3) // => "a𠮷"
 */
export function firstCharacters(text: string, most: number): string {
  return text.slice(0, wholeUntil(text, most));
}

/**
 * A place at which a text may be cut: the one that is wanted, or one before where that parts a pair.
 *
 * @example
 * wholeUntil("a𠮷b", 2) // => 1
 */
export function wholeUntil(text: string, at: number): number {
  const isInPair =
    at < text.length && /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1), at + 1));
  return isInPair ? at - 1 : at;
}

/**
 * What was found, fit for a sentence: one line, not longer than a glance.
 *
 * @example
 * quoted("  a\nb ") // => "a b"
 */
export function quoted(found: string): string {
  const line = oneLine(found);
  return line.length > 24 ? `${firstCharacters(line, 22)}…` : line;
}
