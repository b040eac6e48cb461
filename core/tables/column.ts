import { isBlankCell } from "../reading/raw-table.ts";
import type { PlainDate } from "../values/date.ts";

/** Who a column belongs to, and so what happens to typing in it. */
export type Owner =
  /** Document fields: what is typed is taken over into the journal. */
  | "hand"
  /** A wish (limit, terms, hold): listed, and in force only once decided. */
  | "proposed"
  /** Ids, open amounts, states: restored, and the typing listed. */
  | "machine";

export type ColumnType = "text" | "longText" | "money" | "date" | "number" | "rate" | "choice" | "flag";

export type Language = "zh" | "en";

/** A word in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One column of a tab: its name in both languages, its owner, and what its cells hold. */
export interface Column {
  readonly key: string;
  readonly name: Words;
  readonly owner: Owner;
  readonly type: ColumnType;
  /** For `choice`: the code and the word that stands in the cell. */
  readonly choices?: Readonly<Record<string, Words>>;
  readonly width?: number;
}

/** A table that stands in a tab of its own: rows of one kind, found by their id. */
export interface Table {
  readonly key: string;
  readonly name: Words;
  readonly columns: readonly Column[];
}

/** What a cell means once read: text, a number of minor units, a day, a choice's code, yes or no. */
export type Field = string | number | boolean | PlainDate | undefined;

/** A row as named fields; a key that is absent is an empty cell. */
export type Fields = Readonly<Record<string, Field>>;

/**
 * Whether a cell says what the ledger says; blank, a dash and absent are the same.
 *
 * @example
 * isSameField(" K001 ", "K001") // => true
 * isSameField(undefined, "") // => true
 * isSameField(undefined, "—") // => true
 * @example
 * isSameField(100, 1000) // => false
 */
export function isSameField(a: Field, b: Field): boolean {
  return a === b || saidBy(a) === saidBy(b);
}

/** A dash is read back as nothing: what holds one must not differ from its own cell for ever. */
function saidBy(field: Field): string {
  const text = String(field ?? "").trim();
  return isBlankCell(text) ? "" : text;
}

/**
 * The column's heading: both languages, the ledger's first, so that either half finds it again.
 *
 * @example
 * headingOf({ key: "due", name: { zh: "到期日", en: "Due date" }, owner: "hand", type: "date" }, "zh") // => "到期日 Due date"
 */
export function headingOf(column: Pick<Column, "name">, language: Language): string {
  const { zh, en } = column.name;
  if (zh === en) return zh;
  return language === "zh" ? `${zh} ${en}` : `${en} ${zh}`;
}

/**
 * Finds each column of a table among the headings of a tab: exactly, in either language order, or by
 * one half of the heading. Positions count from 0; a column that is not there is left out.
 *
 * @example
 * findColumns([{ key: "due", name: { zh: "到期日", en: "Due date" }, owner: "hand", type: "date" }], ["备注", "到期日"]).get("due") // => 1
 */
export function findColumns(columns: readonly Column[], headings: readonly string[]): Map<string, number> {
  const keys = headings.map(headingKey);
  const found = new Map<string, number>();
  for (const column of columns) {
    const { zh, en } = column.name;
    const names = [`${zh}${en}`, `${en}${zh}`, zh, en].map(headingKey);
    const at = names.map((name) => keys.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found.set(column.key, at);
  }
  return found;
}

function headingKey(heading: string): string {
  return heading.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
