import type { Change, Problem } from "../../../core/index.ts";
import type { IdMaker } from "../plan.ts";
import type { RowWrite } from "../views/row-write.ts";
import { type Desk, isProblem } from "./desk.ts";
import type { EditedRow } from "./restated-rows.ts";
import type { Proposal } from "./typed-proposals.ts";
import type { TypedRow } from "./typed-row.ts";
import { unfitCell } from "./unfit-cell.ts";

/** A row that hands have made different from the journal. */
export interface SeenRow {
  readonly row: number;
  readonly change: "new" | "changed" | "restored" | "deleted";
  /** Number, name or reference by which a person knows the row. */
  readonly text: string;
}

/** What is to be done about one tab. */
export interface TakeOver {
  readonly changes: readonly Change[];
  /** Rows whose machine cells, or which altogether, are to be put back. */
  readonly restore: readonly RowWrite[];
  readonly problems: readonly Problem[];
  readonly taken: number;
  readonly seen: readonly SeenRow[];
  /** Wishes that stand in columns where typing is one. */
  readonly proposals: readonly Proposal[];
  /** Rows that carry the id of another row: a copy's id is taken away before it gets its own. */
  readonly copies: readonly number[];
  readonly edited: readonly EditedRow[];
  /** What else its entry makes gets its ids here. */
  readonly ids: IdMaker;
}

/** A take-over as it grows, row by row. */
export class Findings implements TakeOver {
  readonly changes: Change[] = [];
  readonly restore: RowWrite[] = [];
  readonly problems: Problem[] = [];
  readonly seen: SeenRow[] = [];
  readonly proposals: Proposal[] = [];
  readonly copies: number[] = [];
  readonly edited: EditedRow[] = [];
  readonly ids: IdMaker;
  taken = 0;

  constructor(ids: IdMaker) {
    this.ids = ids;
  }

  see(row: number, change: SeenRow["change"], of: Pick<TypedRow, "fields">): void {
    this.seen.push({ row, change, text: textOf(of) });
  }

  /** Whether there was something to take; the rows that follow see it. */
  take(made: readonly Change[] | Problem, row: TypedRow, desk: Desk): boolean {
    const problem = isProblem(made) ? made : unfitCell(made, row, desk);
    if (problem) this.problems.push(problem);
    if (problem || isProblem(made) || made.length === 0) return false;
    this.changes.push(...made);
    desk.pretend(made);
    this.taken += 1;
    return true;
  }
}

/** By what a person knows a row: its number, its reference, its name. */
export function textOf({ fields }: Pick<TypedRow, "fields">): string {
  const { number, reference, name, bankReference, customerName, customer } = fields;
  return String(number ?? reference ?? name ?? bankReference ?? customerName ?? customer ?? "");
}
