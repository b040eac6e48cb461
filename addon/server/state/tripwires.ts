import type { Table } from "../../../core/index.ts";
import { columnLetters } from "../google.ts";
import type { TabState } from "./ledger-state.ts";

/** Separates the headings in the formula that reads a tab's first row. */
export const HEADING_SEPARATOR = "␟";

/** Sums that formulas keep over a tab: what hands changed shows as a difference to the expected ones. */
export interface Tripwires {
  readonly ids: number;
  readonly rows: number;
  readonly amount: number;
  readonly days: number;
}

/** Whether something that the tab's formulas watch was removed. */
export function isBroken({ now, headings }: TabState): boolean {
  return headings[0] === LOST || Object.values(now).some(Number.isNaN);
}

/** What a formula shows that names what is not there any more. */
const LOST = "#REF!";

/** Headings and tripwires of a tab. */
export function formulasOf(table: Table, name: string, positions: ReadonlyMap<string, number>): string[] {
  const tab = `'${name.replace(/'/g, "''")}'`;
  const column = (key: string | undefined) => {
    const at = key === undefined ? undefined : positions.get(key);
    return at === undefined ? undefined : `${tab}!${columnLetters(at)}:${columnLetters(at)}`;
  };
  const { rows, amount, days } = tripwireColumns(table);
  const [ids, typed, sum, dates] = [column("id"), column(rows), column(amount), column(days)];
  const headings = `=TEXTJOIN("${HEADING_SEPARATOR}",FALSE,${tab}!1:1)`;
  const formulas = [
    ids && `=COUNTA(${ids})`,
    typed && `=COUNTA(${typed})`,
    sum && `=SUM(${sum})`,
    dates && `=SUM(${dates})`,
  ];
  return [headings, ...formulas.map((formula) => formula ?? "")];
}

/** What the tripwires of a tab show when only its headings are there. */
export function emptyTripwires(table: Table): Tripwires {
  return { ids: 1, rows: tripwireColumns(table).rows ? 1 : 0, amount: 0, days: 0 };
}

/** The columns a table's tripwires watch. */
export function tripwireColumns(table: Table): {
  rows: string | undefined;
  amount: string | undefined;
  days: string | undefined;
} {
  const has = (key: string) => (table.columns.some((column) => column.key === key) ? key : undefined);
  return { rows: has("customer") ?? has("name"), amount: has("amount"), days: has("date") };
}
