import { type AgingRow, type Columns, type MovementRow, NO_DAY } from "../../core/index.ts";
import { TABLES, type TableName } from "./queries.ts";

/** An answer as one flat list of figures, party after party: what is compared, to the minor unit. */
export type Answer = readonly number[];

export function answerOfAging(rows: readonly AgingRow[]): Answer {
  return rows.flatMap((row, party) => {
    const { disputed, dueNotFixed, draftsHeld } = row.ofWhich;
    return [party, row.current, ...row.buckets, row.unapplied, disputed, dueNotFixed, draftsHeld];
  });
}

export function answerOfMovements(rows: readonly MovementRow[]): Answer {
  return rows.flatMap((row, party) => [party, row.opening, row.increases, row.decreases, row.closing]);
}

/** Stops where two answers differ, and says in which figure. */
export function mustBeEqual(what: string, expected: Answer, found: Answer): void {
  const at = expected.findIndex((figure, i) => figure !== found[i]);
  if (expected.length === found.length && at < 0) return;
  throw new Error(
    `${what}: figure ${at} is ${found[at]} instead of ${expected[at]} (${found.length} figures)`,
  );
}

/** The rows of the columns as CSV, as DuckDB and SQLite read them. */
export function csvOf(columns: Columns, table: TableName): string {
  const lines = [TABLES[table].join(",")];
  for (const row of rowsOf(columns, table)) lines.push(row.join(","));
  return `${lines.join("\n")}\n`;
}

function rowsOf(columns: Columns, table: TableName): number[][] {
  const { lines, credits, allocations } = columns;
  switch (table) {
    case "lines":
      return zipped([lines.party, lines.day, lines.due, lines.amount, disputeDays(columns)], "numbered");
    case "credits":
      return zipped([credits.party, credits.day, credits.amount, maturities(columns)], "numbered");
    case "allocations":
      return zipped([allocations.line, allocations.credit, allocations.day, allocations.amount], "plain");
  }
}

function zipped(columns: readonly ArrayLike<number>[], style: "numbered" | "plain"): number[][] {
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => {
    const cells = columns.map((column) => column[row] ?? 0);
    return style === "numbered" ? [row, ...cells] : cells;
  });
}

function disputeDays({ lines }: Columns): number[] {
  return Array.from(lines.party, (_, line) => lines.disputedFrom.get(line) ?? NO_DAY);
}

/** The day on which a credit's draft matures; drafts stand in the order of their receipts. */
function maturities({ credits, drafts }: Columns): number[] {
  let next = 0;
  return Array.from(credits.party, (party, i) => {
    const draft = drafts[next];
    if (draft?.party !== party || draft.from !== credits.day[i] || draft.amount !== credits.amount[i])
      return NO_DAY;
    next += 1;
    return draft.until;
  });
}
