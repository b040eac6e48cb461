import { html, type Markup } from "./markup.ts";
import type { Column, Row } from "./table-layout.ts";

/** A part of a document that stays in one piece. */
export interface Piece {
  readonly height: number;
  readonly content: Markup;
}

/** A table that may run over pages: its head is repeated, and sums are carried over. */
export interface RunningTable {
  /** Stands above the table, on the page of its first row. */
  readonly title?: Piece;
  readonly columns: readonly Column[];
  readonly unit: "mm" | "px";
  readonly head: Row;
  readonly rows: readonly RunningRow[];
}

/** A row and what page totals say when the page ends after it: 过次页 below, 承前页 on the next page. */
export interface RunningRow extends Row {
  readonly carry?: { readonly forward: Row; readonly brought: Row };
  /** Stays on the page of the next row: a group's name, an opening balance. */
  readonly withNext?: true;
}

export type Block = Piece | RunningTable;

/**
 * Fills pages with blocks in order. Heights are known before, so a page never overflows; a block too
 * high for what is left starts the next page.
 *
 * @example
 * pagesOf([{ height: 6, content: html`a` }, { height: 6, content: html`b` }], { first: 10, later: 10 }).length // => 2
 */
export function pagesOf(blocks: readonly Block[], room: { first: number; later: number }): Markup[] {
  const filler = new PageFiller(room);
  for (const block of blocks) {
    if ("rows" in block) filler.addTable(block);
    else filler.addPiece(block);
  }
  return filler.pages();
}

class PageFiller {
  private readonly done: Markup[] = [];
  private current: Markup[] = [];
  private left: number;
  private readonly later: number;

  constructor(room: { first: number; later: number }) {
    this.left = room.first;
    this.later = room.later;
  }

  addPiece({ height, content }: Piece): void {
    if (height > this.left && this.current.length > 0) this.turn();
    this.current.push(content);
    this.left -= height;
  }

  addTable(table: RunningTable): void {
    const first = (table.title?.height ?? 0) + table.head.height + blockHeight(table, 0);
    if (first > this.left && this.current.length > 0) this.turn();
    if (table.title) this.addPiece(table.title);
    let rows: Row[] = [table.head];
    this.left -= table.head.height;
    for (const [i, row] of table.rows.entries()) {
      if (blockHeight(table, i) > this.left && rows.length > 1 && !table.rows[i - 1]?.withNext) {
        const carry = table.rows[i - 1]?.carry;
        this.current.push(tableMarkup(table, carry ? [...rows, carry.forward] : rows));
        this.turn();
        rows = carry ? [table.head, carry.brought] : [table.head];
        this.left -= rows.reduce((sum, { height }) => sum + height, 0);
      }
      rows.push(row);
      this.left -= row.height;
    }
    this.current.push(tableMarkup(table, rows));
  }

  pages(): Markup[] {
    if (this.current.length > 0) this.turn();
    return this.done;
  }

  private turn(): void {
    this.done.push(html`${this.current}`);
    this.current = [];
    this.left = this.later;
  }
}

/** Room that a row needs: itself, the rows it must stay with, and the line that carries sums over. */
function blockHeight(table: RunningTable, at: number): number {
  let height = 0;
  for (let i = at; i < table.rows.length; i += 1) {
    const row = table.rows[i];
    height += row?.height ?? 0;
    if (row?.withNext) continue;
    return height + (i < table.rows.length - 1 ? (row?.carry?.forward.height ?? 0) : 0);
  }
  return height;
}

function tableMarkup({ columns, unit }: RunningTable, [head, ...rows]: readonly Row[]): Markup {
  const widths = columns.map(({ width }) => html`<col style="width:${width}${unit}">`);
  return html`<table><colgroup>${widths}</colgroup><thead>${head?.content}</thead><tbody>
${rows.map((row) => row.content)}</tbody></table>
`;
}
