import { type Change, type Problem, subjectText, type Table } from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import type { RowWrite } from "../views/row-write.ts";
import { Desk, isProblem } from "./desk.ts";
import { Findings, type TakeOver, textOf } from "./findings.ts";
import { KnownRow } from "./known-row.ts";
import { mixedDays } from "./mixed-days.ts";
import { followed, type Projected, projected, projectionsOf } from "./projections.ts";
import { readTab } from "./read-tab.ts";
import { matchedRows, type RowMatch } from "./row-matching.ts";
import type { TypedRow } from "./typed-row.ts";
import { typedTableOf } from "./typed-tables.ts";

/**
 * Compares one tab with what the journal says it holds, row by row, and plans what to do about every
 * difference. Reads only. Of a planned ledger the projections also say what the tab shows now.
 */
export function tabTakeOver(ledger: Ledger, table: Table, of: Projected = projected(ledger.book)): TakeOver {
  const desk = new Desk(ledger, table);
  const findings = new Findings(desk.ids);
  const projections = projectionsOf(table, of);
  const projection = projections.planned;
  const rows = readTab(desk, projections.now).map((row) => followed(row, projections));
  const match = matchedRows(rows, projection);
  const isNew = (row: TypedRow) => !match.originals.has(row) && !match.nearly.has(row) && !row.isBlank;
  const mixed = mixedDays(rows.filter(isNew), desk);
  for (const row of rows) {
    const doubtful = mixed.get(row);
    const known = match.originals.get(row);
    const nearly = match.nearly.get(row);
    if (known) new KnownRow(row, known, desk, findings).compare();
    else if (nearly) listNearly(row, nearly, desk, findings);
    else if (doubtful) listDoubtful(row, doubtful, findings);
    else if (!row.isBlank) addTyped(row, desk, findings);
  }
  putBackDeleted(projection, match, desk, findings);
  return findings;
}

/** Neither the row is booked nor the record's own put back, until somebody has said whether it is that one. */
function listNearly(row: TypedRow, { id }: RowWrite, desk: Desk, findings: Findings): void {
  findings.problems.push(...row.problems);
  findings.problems.push({ kind: "rowNearlyKnown", place: desk.place(row, "id"), found: textOf(row), id });
  findings.see(row.row, "changed", row);
}

function listDoubtful(row: TypedRow, doubtful: Problem, findings: Findings): void {
  findings.problems.push(...row.problems, doubtful);
  findings.see(row.row, "new", row);
}

/** A row without an id, or a copy of one that has it: it is new. */
function addTyped(row: TypedRow, desk: Desk, findings: Findings): void {
  const { needs, add } = typedTableOf(desk.table);
  findings.see(row.row, "new", row);
  findings.problems.push(...row.problems);
  if (row.problems.length > 0 || !add) return;
  const absent = needs.find((key) => row.fields[key] === undefined);
  if (absent) {
    findings.problems.push({ kind: "cellMissing", place: desk.place(row, absent) });
    return;
  }
  const made = add(row, desk);
  const isTaken = findings.take(isProblem(made) ? made : typedIn(row, made), row, desk);
  if (isTaken && !isProblem(made)) tellRequests(made, row, desk, findings);
  if (isTaken && row.fields.id !== undefined) findings.copies.push(row.row);
}

/** What was wished beside a new customer is asked for with it. */
function tellRequests(made: readonly Change[], row: TypedRow, desk: Desk, findings: Findings): void {
  for (const change of made) {
    if (change.put !== "approval") continue;
    const { subject, currency } = change.row;
    const { language } = desk.ledger.style;
    const found = subjectText(subject, { account: { items: [] }, currency, language });
    findings.problems.push({ kind: "proposed", place: desk.place(row, subject.kind), found, inForce: "" });
  }
}

function putBackDeleted(
  projection: ReadonlyMap<string, RowWrite>,
  { originals, nearly }: RowMatch,
  { table, ledger }: Desk,
  findings: Findings,
): void {
  const there = new Set([...originals.values(), ...nearly.values()].map((write) => write.id));
  const place = { table: table.name[ledger.style.language] };
  for (const write of projection.values()) {
    if (there.has(write.id)) continue;
    findings.restore.push({ ...write, state: "new" });
    findings.see(0, "deleted", write);
    findings.problems.push({ kind: "rowDeleted", place, found: textOf(write) || write.id });
  }
}

/** The row's own record comes first: it is the one that stands there already. */
function typedIn({ row }: TypedRow, [own, ...others]: readonly Change[]): Change[] {
  const place = { typedAt: row };
  return own ? [{ ...own, ...place }, ...others] : [];
}
