import { indexOf, lettersOf } from "./formulas.ts";

/** What became of rows or columns: each end of a span goes elsewhere, or the whole span is gone. */
export type Shift = (from: number, to: number) => readonly [number, number] | undefined;

/** A tab that changed, as formulas name it. */
export interface ChangedTab {
  /** The tab's name before. */
  readonly name: string;
  readonly newName?: string;
  readonly rows?: Shift;
  readonly cols?: Shift;
}

/** Quoted text, which names nothing; or a tab, if it is said, with cells, whole columns or whole rows. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!])('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?:(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d+):(\$?)(\d+))(?![\p{L}\p{N}_(!.])/gu;

/** A formula of a tab after another tab, or that one, changed; as it was where it does not name what changed. */
export function followed(formula: string, ownTab: string, change: ChangedTab): string {
  return formula.replace(REFERENCE, (whole: string, said: string | undefined, ...parts: string[]) => {
    if (whole.startsWith('"') || nameOf(said, ownTab) !== change.name) return whole;
    const cells = spanAfter(parts, change);
    if (cells === undefined) return "#REF!";
    return `${said && change.newName !== undefined ? quoted(change.newName) : (said ?? "")}${cells}`;
  });
}

function nameOf(said: string | undefined, ownTab: string): string {
  if (said === undefined) return ownTab;
  const name = said.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** The cells of a reference, as the parts of {@link REFERENCE}, after the change; nothing where they are gone. */
function spanAfter(parts: readonly (string | undefined)[], { rows, cols }: ChangedTab): string | undefined {
  const [a1, a = "", a2, down = "", b1, b, b2, below, c1, c, d1, d = "", e1, e, f1, f = ""] = parts;
  if (c !== undefined) {
    const span = after(cols, indexOf(c), indexOf(d));
    return span && `${c1}${lettersOf(span[0])}:${d1}${lettersOf(span[1])}`;
  }
  if (e !== undefined) {
    const span = after(rows, Number(e), Number(f));
    return span && `${e1}${span[0]}:${f1}${span[1]}`;
  }
  const across = after(cols, indexOf(a), indexOf(b ?? a));
  const high = after(rows, Number(down), Number(below ?? down));
  if (!across || !high) return undefined;
  const first = `${a1}${lettersOf(across[0])}${a2}${high[0]}`;
  return b === undefined ? first : `${first}:${b1}${lettersOf(across[1])}${b2}${high[1]}`;
}

function after(shift: Shift | undefined, from: number, to: number): readonly [number, number] | undefined {
  return shift ? shift(from, to) : [from, to];
}
