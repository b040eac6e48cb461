import Pinyin from "pinyin-match";

/**
 * Pinyin knowledge of single characters, asked of pinyin-match once per character: which letters its
 * readings begin with (重: c and z), so that initials are found without asking the library per name.
 */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

const masks = new Map<string, number>();

/** The letters with which a character's readings begin, as bits; 0 where it has none. */
export function initialsOf(character: string): number {
  let mask = masks.get(character);
  if (mask === undefined) {
    mask = 0;
    for (let i = 0; i < LETTERS.length; i += 1) {
      if (Pinyin.match(character, LETTERS.charAt(i))) mask |= 1 << i;
    }
    masks.set(character, mask);
  }
  return mask;
}

/** Whether a character can be typed with that letter or is that very character. */
export function beginsWith(character: string, letter: string): boolean {
  if (character === letter) return true;
  const at = LETTERS.indexOf(letter);
  return at >= 0 && (initialsOf(character) & (1 << at)) !== 0;
}

/**
 * Where the letters stand as initials of characters in a row, or -1.
 *
 * @example
 * initialsAt([..."重庆长安"], "cq") // => 0
 * @example
 * initialsAt([..."重庆长安"], "zq") // => 0
 */
export function initialsAt(characters: readonly string[], letters: string): number {
  const last = characters.length - letters.length;
  for (let start = 0; start <= last; start += 1) {
    let i = 0;
    while (i < letters.length && beginsWith(characters[start + i] ?? "", letters.charAt(i))) i += 1;
    if (i === letters.length) return start;
  }
  return -1;
}

const openings = new Map<string, Map<string, boolean>>();

/** Whether a reading of the character begins with these letters. */
function readsAs(character: string, letters: string): boolean {
  const known = openings.get(letters) ?? new Map<string, boolean>();
  openings.set(letters, known);
  let reads = known.get(character);
  if (reads === undefined) {
    reads = beginsWith(character, letters.charAt(0)) && Pinyin.match(character, letters) !== false;
    known.set(character, reads);
  }
  return reads;
}

/**
 * Whether typed pinyin could begin somewhere in a row of characters: one character reads as its first
 * three letters, or as the first two (or one) with the next character going on. What passes is worth
 * asking pinyin-match, what does not cannot match.
 */
export function couldOpen(characters: readonly string[], typed: string): boolean {
  const [one, two, three] = [typed.slice(0, 1), typed.slice(0, 2), typed.slice(0, 3)];
  return characters.some((character, i) => {
    if (!beginsWith(character, one)) return false;
    const next = characters[i + 1] ?? "";
    if (readsAs(character, three)) return true;
    if (three.length === 3 && readsAs(character, two) && beginsWith(next, typed.charAt(2))) return true;
    return beginsWith(next, typed.charAt(1));
  });
}

/** Where a character reads as the letters, or -1: all that pinyin-match could find for so few. */
export function syllableAt(characters: readonly string[], letters: string): number {
  return characters.findIndex((character) => readsAs(character, letters));
}

/** Where full pinyin matches a text, or -1. */
export function pinyinAt(text: string, typed: string): number {
  const found = Pinyin.match(text, typed);
  return found ? found[0] : -1;
}
