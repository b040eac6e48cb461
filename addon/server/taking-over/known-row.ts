import { type Column, type Fields, isSameField, money, moneyText } from "../../../core/index.ts";
import { PROPOSED } from "../approvals/wished-subjects.ts";
import type { RowWrite } from "../views/row-write.ts";
import type { Desk, TypedTable } from "./desk.ts";
import type { Findings } from "./findings.ts";
import { hadCode } from "./named-customer.ts";
import { proposalOf } from "./typed-proposals.ts";
import type { TypedRow } from "./typed-row.ts";
import { typedTableOf } from "./typed-tables.ts";

/** A row that the journal knows: typing in its hand columns is taken over, its machine columns are put back. */
export class KnownRow {
  private readonly row: TypedRow;
  private readonly known: RowWrite;
  private readonly desk: Desk;
  private readonly findings: Findings;
  private readonly typed: TypedTable;

  constructor(row: TypedRow, known: RowWrite, desk: Desk, findings: Findings) {
    this.row = row;
    this.known = known;
    this.desk = desk;
    this.findings = findings;
    this.typed = typedTableOf(desk.table);
  }

  compare(): void {
    const { row, desk, findings } = this;
    findings.problems.push(...row.problems);
    const readable = desk.table.columns.filter(({ key }) => !row.unread.includes(key));
    const isFormer = this.isFormerCode();
    if (isFormer) this.mendCode();
    const isLeft = ({ key }: Column) => isFormer && key === "customer";
    const differing = readable.filter((column) => !isLeft(column) && this.differs(column));
    const owned = (owner: Column["owner"]) => differing.filter((column) => column.owner === owner);
    if (owned("machine").length > 0) this.putBack(owned("machine"));
    for (const column of owned("proposed")) this.listProposal(column);
    this.takeTyping(owned("hand"), readable);
  }

  /** Cells of a record that hands may not change are put back, though they may change others of its kind. */
  private takeTyping(differing: readonly Column[], readable: readonly Column[]): void {
    const fixed = this.typed.fixed?.(this.known, this.desk) ?? [];
    const filled = this.typed.filled?.(this.row, this.known, this.desk) ?? [];
    const isEmptied = ({ key }: Column) => filled.includes(key) && this.row.fields[key] === undefined;
    const settled = differing.filter(({ key }) => fixed.includes(key));
    const emptied = differing.filter((column) => !settled.includes(column) && isEmptied(column));
    const back = [...settled, ...emptied];
    const free = differing.filter((column) => !back.includes(column));
    if (back.length > 0) this.putBackHand(settled, emptied);
    if (free.length === 0) return this.restateTexts(readable, differing);
    if (!this.change(new Set(free.map(({ key }) => key)))) return;
    const columns = readable.filter((column) => column.owner === "hand" && !back.includes(column));
    this.findings.edited.push({ row: this.row, columns });
  }

  /** Cells that say what the journal says, but as text. */
  private restateTexts(readable: readonly Column[], differing: readonly Column[]): void {
    const isText = (column: Column) => this.row.asText.includes(column.key) && !differing.includes(column);
    const columns = readable.filter(isText);
    if (columns.length > 0) this.findings.edited.push({ row: this.row, columns });
  }

  private change(keys: ReadonlySet<string>): boolean {
    const { row, known, desk, findings, typed } = this;
    const fields: Record<string, TypedRow["fields"][string]> = { ...known.fields };
    for (const key of keys) fields[key] = row.fields[key];
    findings.see(row.row, "changed", { fields });
    const absent = typed.needs.find((key) => fields[key] === undefined);
    if (absent) findings.problems.push({ kind: "cellMissing", place: desk.place(row, absent) });
    return !absent && findings.take(typed.change({ row, known, keys, fields }, desk), row, desk);
  }

  private differs(column: Column): boolean {
    return !isSameField(this.row.fields[column.key], this.known.fields[column.key]);
  }

  /** The cell names its own customer by a code that it had: nobody has typed a change. */
  private isFormerCode(): boolean {
    const { row, known, desk } = this;
    if (isSameField(row.fields.customer, known.fields.customer)) return false;
    const own = desk.accounts().find(({ customer }) => customer.code === known.fields.customer);
    return own !== undefined && hadCode(own, String(row.fields.customer ?? ""));
  }

  /** Where another customer has that code or name now, somebody may mean that one: then it is asked. */
  private mendCode(): void {
    const { row, known, desk, findings } = this;
    const found = String(row.fields.customer ?? "");
    const code = String(known.fields.customer ?? "");
    const named = desk.accountNamed(found);
    if (named === "ambiguous" || named?.customer.code !== code) {
      findings.problems.push({ kind: "formerCode", place: desk.place(row, "customer"), found, code });
      return;
    }
    findings.restore.push({ ...known, state: "decided", columns: ["customer"] });
    findings.see(row.row, "restored", known);
  }

  private putBack(columns: readonly Column[]): void {
    const { row, known, findings } = this;
    // Without its id the row is found again as a typed one is: by what it says, near where it was read.
    const id = String(row.fields.id ?? "");
    const found = { typedAt: row.row, ...(id ? { wrongId: id } : {}) };
    findings.restore.push(
      id === known.id ? { ...known, state: "restored" } : { ...known, state: "new", ...found },
    );
    this.tellPutBack(columns);
  }

  private putBackHand(settled: readonly Column[], emptied: readonly Column[]): void {
    const { row, known, desk, findings } = this;
    const columns = [...settled, ...emptied].map(({ key }) => key);
    findings.restore.push({ ...known, state: "decided", columns });
    this.tellPutBack(settled);
    for (const column of emptied) {
      const expected = this.shown(known.fields, column);
      findings.problems.push({ kind: "cellEmptied", place: desk.place(row, column.key), expected });
    }
  }

  private tellPutBack(columns: readonly Column[]): void {
    const { row, known, desk, findings } = this;
    findings.see(row.row, "restored", known);
    for (const column of columns) {
      const place = desk.place(row, column.key);
      const found = this.shown(row.fields, column);
      const expected = this.shown(known.fields, column);
      findings.problems.push({ kind: "machineCellTyped", place, found, expected });
    }
  }

  /** What a cell says, as a person reads it there. */
  private shown(fields: Fields, { key, type, choices }: Column): string {
    const { book, style } = this.desk.ledger;
    const field = fields[key];
    const currency = String(this.known.fields.currency ?? book.settings.baseCurrency);
    if (type === "money" && typeof field === "number") return moneyText(money(field), currency);
    const text = String(field ?? "");
    return choices?.[text]?.[style.language] ?? text;
  }

  private listProposal({ key }: Column): void {
    const { row, known, desk, findings } = this;
    const column = PROPOSED.find((each) => each === key);
    const proposal = column ? proposalOf(row, known, column, desk) : undefined;
    if (!proposal) return;
    if ("place" in proposal) {
      findings.problems.push(proposal);
      return;
    }
    findings.proposals.push(proposal);
    const { proposed: found, inForce } = proposal;
    findings.problems.push({ kind: "proposed", place: desk.place(row, key), found, inForce });
  }
}
