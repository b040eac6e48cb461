/** A cell as a file or a sheet gives it: nothing is interpreted yet. An empty cell is "". */
export type RawCell = string | number | boolean;

/** A sheet or a file as rows of cells; the first row of the file is `rows[0]`, row 1 for people. */
export interface RawTable {
  /** The tab's or file's name as the user sees it. */
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** The sheet is hidden in its workbook: it is left out unless somebody names it, and that is said. */
  readonly hidden?: boolean;
}

const INVISIBLE = /[\u200B-\u200F\u202A-\u202D\u2060\u2066-\u2069\uFEFF]/g;
const FORMULA_TEXT = /^="([^"]*)"$/;

/**
 * The text of a cell without what exports put around it to keep it text: outer blanks and tabs,
 * invisible marks, `="…"`, a leading backtick, an apostrophe before a digit or sign. What stands
 * inside is not changed. A number gives its shortest exact decimal text.
 *
 * @example
 * cellTextOf("`4200001234\t") // => "4200001234"
 * @example
 * cellTextOf('="00123"') // => "00123"
 */
export function cellTextOf(cell: RawCell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const bare = cell.replace(INVISIBLE, "").trim();
  const inner = FORMULA_TEXT.exec(bare)?.[1] ?? bare;
  return inner
    .replace(/^`(.*?)`?$/, "$1")
    .replace(/^['’](?=[\d+\-=@(.¥￥$])(.*?)['’]?$/, "$1")
    .trim();
}

/**
 * Turns full-width digits, letters and signs (１，２３４．００) into their plain forms, and the
 * ideographic blank into a blank. Narrower than NFKC on purpose: that would read "100²" as 1002.
 *
 * @example
 * halfWidth("￥１，２３４．００") // => "¥1,234.00"
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, "¥")
    .replace(/\u3000/g, " ");
}

/**
 * Whether a cell says "nothing": blank, dashes of any length, or a slash, as banks and people write it.
 *
 * @example
 * isBlankCell("--") // => true
 * @example
 * isBlankCell(0) // => false
 */
export function isBlankCell(cell: RawCell | undefined): boolean {
  return cell === undefined || cell === "" || (typeof cell === "string" && BLANK.test(cellTextOf(cell)));
}

const BLANK = /^(?:[-–—－―─]*|[/／])$/;
