import type { Desk } from "./desk.ts";
import { byId } from "./element.ts";
import { guardFocus } from "./focus.ts";
import type { Grid } from "./grid.ts";
import { say } from "./kept.ts";
import type { TableView } from "./table.ts";
import type { Language, Words } from "./words.ts";

/** The two views of a tab, list and grid, and the button that changes between them. */
export class View {
  readonly #desk: Desk;
  readonly #table: TableView;
  readonly #words: Words;
  #grid: Grid | null = null;
  #isLoading = false;
  #hasTabs = false;
  #openGrid: (() => void) | null = null;

  constructor(desk: Desk, table: TableView, words: Words) {
    this.#desk = desk;
    this.#table = table;
    this.#words = words;
    byId("view").onclick = () => this.#turn(byId("grid").hidden ? "grid" : "list");
  }

  /** Loads the grid once, and shows it unless it cannot be had: then the list stays. */
  async loadGrid(language: Language): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#openGrid = guardFocus(byId("grid"), byId("book"));
      const { openGrid } = await import("./univer-grid.ts");
      byId("grid").hidden = false;
      this.#grid = await openGrid(byId("grid"), language);
      this.#desk.adoptGrid(this.#grid);
      this.#turn(this.#hasTabs ? "grid" : "list");
      performance.mark("grid");
    } catch (thrown) {
      console.error(thrown);
      this.#turn("list");
      say(byId("kept"), this.#words.noGrid, this.#words);
    }
  }

  /** A ledger without tabs has nothing for the grid to show; with the first tab the grid comes. */
  follow(hasTabs: boolean): void {
    if (!hasTabs) this.#table.say(this.#words.noTabs);
    if (hasTabs === this.#hasTabs) return;
    this.#hasTabs = hasTabs;
    if (this.#grid) this.#turn(hasTabs ? "grid" : "list");
  }

  async finishEditing(): Promise<void> {
    await this.#grid?.finishEditing();
  }

  focusGrid(): void {
    this.#openGrid?.();
    this.#grid?.focus();
  }

  #turn(to: "grid" | "list"): void {
    byId("grid").hidden = to === "list";
    byId("table").hidden = to === "grid";
    const button = byId("view");
    button.hidden = this.#grid === null || !this.#hasTabs;
    button.textContent = to === "grid" ? this.#words.showTable : this.#words.showGrid;
    this.#table.repaint();
  }
}
