/**
 * A text as long as its German: +120 % under 20 characters, +50 % above, made of words as German has
 * them. Placeholders stay.
 *
 * @example
 * pseudoGerman("Save").length // => 9
 */
export function pseudoGerman(text: string): string {
  const bare = text.replace(/\{[^}]*\}/g, "");
  const wanted = Math.ceil(bare.length * (bare.length < 20 ? 1.2 : 0.5));
  return bare.length === 0 ? text : text + filling(wanted);
}

const FILLER = "ungsgrößen verfahren übersicht einträge";

function filling(length: number): string {
  return FILLER.repeat(Math.ceil(length / FILLER.length))
    .slice(0, length)
    .trimEnd();
}
