import { lastColumnOf, lastRowOf, layerAt, type Tab } from "../tab.ts";
import { element } from "./element.ts";
import { columnLetters, lastValue } from "./places.ts";
import { shownText } from "./shown.ts";
import type { Words } from "./words.ts";

const FIRST_ROWS = 200;
const MORE_ROWS = 1000;
/** Paper beyond this is not a list any more. */
const PRINTED_ROWS = 5000;

/**
 * A tab as a plain table: what is there before the grid, and for print and screen readers. It shows the
 * first rows and more on demand.
 */
export class TableView {
  readonly #box: HTMLElement;
  readonly #words: Words;
  #tab: Tab | null = null;
  #limit = FIRST_ROWS;
  #isDue = false;

  constructor(box: HTMLElement, words: Words) {
    this.#box = box;
    this.#words = words;
    // What scrolls must be reachable by keyboard.
    box.tabIndex = 0;
    box.role = "region";
    window.addEventListener("beforeprint", () => this.#showAtLeast(PRINTED_ROWS));
  }

  /** The tab to show, as it is now: painted before the next frame, if anybody looks. */
  refresh(tab: Tab): void {
    if (this.#tab?.id !== tab.id) this.#limit = FIRST_ROWS;
    this.#tab = tab;
    this.#box.ariaLabel = tab.name;
    this.repaint();
  }

  /** Shows a sentence instead of a tab. */
  say(sentence: string): void {
    this.#tab = null;
    this.#box.replaceChildren(element("p", { className: "empty" }, sentence));
  }

  repaint(): void {
    if (this.#isDue || this.#box.hidden) return;
    this.#isDue = true;
    requestAnimationFrame(() => this.#paint());
  }

  #showAtLeast(rows: number): void {
    this.#limit = Math.max(this.#limit, rows);
    this.#paint();
  }

  #paint(): void {
    this.#isDue = false;
    const tab = this.#tab;
    if (!tab) return;
    const rows = lastRowOf(tab);
    if (rows === 0) {
      this.#box.replaceChildren(element("p", { className: "empty" }, this.#words.emptyTab));
      return;
    }
    const shown = Math.min(rows, this.#limit);
    this.#box.replaceChildren(tableOf(tab, shown), ...this.#footer(shown, rows));
  }

  #footer(shown: number, rows: number): HTMLElement[] {
    if (shown === rows) return [];
    const count = Math.min(MORE_ROWS, rows - shown);
    const more = element("button", { type: "button", onclick: () => this.#showAtLeast(shown + count) });
    more.append(this.#words.showMore(count));
    return [
      element("p", { className: "more" }, element("span", {}, this.#words.rowsShown(shown, rows)), more),
    ];
  }
}

function tableOf(tab: Tab, rows: number): HTMLTableElement {
  const cols = lastColumnOf(tab);
  const headRows = Math.min(tab.frozen.rows, rows);
  const table = element("table", {}, element("caption", {}, tab.name));
  const head = table.createTHead();
  if (headRows === 0) head.append(lettersRow(cols));
  for (let row = 1; row <= headRows; row += 1) head.append(rowOf(tab, row, cols, "col"));
  const body = table.createTBody();
  for (let row = headRows + 1; row <= rows; row += 1) body.append(rowOf(tab, row, cols, "none"));
  return table;
}

function lettersRow(cols: number): HTMLTableRowElement {
  const row = element("tr", {}, element("td", { className: "number" }));
  for (let col = 1; col <= cols; col += 1) row.append(element("th", { scope: "col" }, columnLetters(col)));
  return row;
}

function rowOf(tab: Tab, row: number, cols: number, heading: "col" | "none"): HTMLTableRowElement {
  const line = element("tr", {}, element("td", { className: "number" }, String(row)));
  const cells = tab.cells[row - 1] ?? [];
  for (let col = 1; col <= cols; col += 1) {
    const cell = cells[col - 1] ?? "";
    const text = shownText(cell, layerAt(tab.formats, row, col) ?? "");
    const box = heading === "col" ? element("th", { scope: "col" }, text) : element("td", {}, text);
    if (typeof lastValue(cell) === "number") box.className = "amount";
    dress(box, tab, row, col);
    line.append(box);
  }
  return line;
}

function dress(box: HTMLElement, tab: Tab, row: number, col: number): void {
  const note = tab.notes.get(`${row}:${col}`);
  if (note !== undefined) box.title = note;
  const style = layerAt(tab.styles, row, col);
  if (!style) return;
  if (style.bold) box.style.fontWeight = "600";
  if (style.background) box.style.backgroundColor = style.background;
  if (style.color) box.style.color = style.color;
  if (style.align) box.style.textAlign = style.align;
}
