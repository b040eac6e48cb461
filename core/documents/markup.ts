/**
 * HTML made by {@link html}: the only text that is not escaped when it stands in a template. An object
 * of the same shape from anywhere else (a parsed file, a message) is not markup and is refused.
 */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template's hole. Lists are written one after the other, `undefined` not at all. */
export type Hole = string | number | Markup | undefined | readonly Hole[];

const made = new WeakSet<Markup>();

/**
 * Writes HTML. Everything in a hole is escaped, in text and in quoted attributes alike, unless this
 * function made it; there is no way to pass raw text. Control characters and bidirectional marks, which
 * could make an amount read backwards, become spaces.
 *
 * @example
 * html`<b title="${'"x"'}">${"A & <i>"}</b>`.markup // => "<b title=\"&quot;x&quot;\">A &amp; &lt;i&gt;</b>"
 * @example
 * html`<p>${html`<b>${"1 < 2"}</b>`}</p>`.markup // => "<p><b>1 &lt; 2</b></p>"
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  const text = parts.reduce((written, part, i) => written + writtenHole(holes[i - 1]) + part);
  const markup = Object.freeze({ markup: text });
  made.add(markup);
  return markup;
}

function writtenHole(hole: Hole): string {
  if (hole === undefined) return "";
  if (typeof hole === "string") return escaped(hole);
  if (typeof hole === "number") return String(hole);
  if (isList(hole)) return hole.map(writtenHole).join("");
  return made.has(hole) ? hole.markup : escaped(String(hole.markup));
}

function isList(hole: Hole): hole is readonly Hole[] {
  return Array.isArray(hole);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

function escaped(text: string): string {
  return text.replace(UNSAFE, " ").replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "");
}
