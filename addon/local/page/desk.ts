import type { News } from "../host-port.ts";
import type { Op, TabId } from "../ops.ts";
import type { Tab } from "../tab.ts";
import type { WorkbookView } from "../wire.ts";
import type { Api } from "./api.ts";
import type { Grid, GridChange } from "./grid.ts";
import { Outbox, type Refused } from "./outbox.ts";
import { Replica } from "./replica.ts";

/** What the desk tells the page around it. */
export interface DeskEvents {
  /** Tabs came, went, were renamed, or another one is shown. */
  tabs(tabs: readonly Tab[], current: TabId | null): void;
  /** The tab on show, as the ledger has it now. */
  painted(tab: Tab): void;
  saving(): void;
  refused(refused: Refused, tabName: string): void;
  blocked(): void;
  locked(): void;
}

/**
 * The workbook on the page: the copy of what is stored, the grid in which a person works on it, and
 * the outbox between them.
 */
export class Desk {
  readonly #replica: Replica;
  readonly #outbox: Outbox;
  readonly #events: DeskEvents;
  readonly #client: string;
  #grid: Grid | null = null;
  #current: TabId | null = null;
  #readOnly = true;
  /** Own operations as they were stored; the grid learns of differences once nothing is on its way. */
  #stored: Op[] = [];

  constructor(api: Api, events: DeskEvents) {
    this.#client = api.client;
    this.#events = events;
    this.#replica = new Replica(api);
    this.#outbox = new Outbox(api, {
      refused: (refused) => void this.#refuse(refused),
      changed: () => this.#outboxChanged(),
    });
  }

  get saving(): boolean {
    return this.#outbox.busy;
  }

  /** Loads the workbook and shows the tab that was shown before, else the first; also after a lost connection. */
  async open(): Promise<WorkbookView> {
    const view = await this.#replica.begin();
    this.#stored = [];
    const { visible } = this.#replica;
    const shown = visible.find(({ id }) => id === this.#current) ?? visible[0];
    this.#current = null;
    if (shown) await this.show(shown.id, "again");
    else this.#events.tabs(visible, null);
    return view;
  }

  /** From now on the person works in this grid. */
  adoptGrid(grid: Grid): void {
    this.#grid = grid;
    grid.onChange((change) => this.#changed(change));
    grid.setReadOnly(this.#readOnly);
    if (this.#current !== null) this.#toGrid(this.#current, "again");
  }

  async show(id: TabId, how: "again" | "kept" = "kept"): Promise<void> {
    this.#current = id;
    this.#events.tabs(this.#replica.visible, id);
    // What the grid has of a tab whose cells are not here is from before a lost connection.
    const isHere = this.#replica.has(id);
    const tab = isHere ? this.#replica.book.tab(id) : await this.#replica.load(id);
    if (this.#current !== id) return;
    this.#events.painted(tab);
    this.#toGrid(id, isHere ? how : "again");
  }

  hear(news: News): void {
    const fresh = this.#replica.hear(news);
    if (fresh === null) {
      void this.open();
      return;
    }
    if (news.origin === this.#client) this.#stored.push(...fresh);
    else this.#grid?.apply(fresh.filter((op) => this.#isInGrid(op)));
    this.#settle();
    this.#followTabs(fresh);
    this.#repaint(fresh);
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    this.#grid?.setReadOnly(readOnly);
  }

  /** Resolves when what was typed has been stored or refused. */
  async settled(): Promise<void> {
    await this.#outbox.idle();
  }

  #toGrid(id: TabId, how: "again" | "kept"): void {
    if (!this.#grid) return;
    if (how === "again" || !this.#grid.has(id)) this.#grid.load(this.#replica.book.tab(id));
    this.#grid.show(id);
  }

  #changed(change: GridChange): void {
    if ("ops" in change) this.#outbox.add(change);
    else if ("unknown" in change) void this.#reload(change.unknown);
    else if ("locked" in change) this.#events.locked();
    else this.#events.blocked();
  }

  #outboxChanged(): void {
    this.#events.saving();
    this.#settle();
  }

  // What was stored can differ from what was typed: text that became a number, a restored machine cell.
  #settle(): void {
    if (this.#outbox.busy || this.#replica.revision < this.#outbox.storedAt || !this.#grid) return;
    const stored = this.#stored.filter((op) => this.#isInGrid(op));
    this.#stored = [];
    this.#grid.apply(stored.flatMap((op) => this.#asStoredNow(op)));
    const tabs = new Set(stored.flatMap((op) => ("tab" in op ? [op.tab] : [])));
    for (const id of tabs) {
      if (this.#grid.structureOf(id) !== this.#replica.book.tab(id).structure) void this.#reload(id);
    }
  }

  // Own changes of shape are in the grid already; cells are shown as they are by now.
  #asStoredNow(op: Op): Op[] {
    if (op.do === "insertRows" || op.do === "removeRows") return [];
    if (op.do !== "set") return [op];
    const { cells } = this.#replica.book.tab(op.tab);
    const now = op.cells.map((line, down) =>
      line.map((_, right) => cells[op.row - 1 + down]?.[op.col - 1 + right] ?? ""),
    );
    return [{ ...op, cells: now }];
  }

  async #refuse(refused: Refused): Promise<void> {
    const tab = this.#replica.book.tabs.find(({ id }) => id === refused.tab);
    this.#events.refused(refused, tab?.name ?? refused.tab);
    try {
      await this.#reload(refused.tab);
    } catch (thrown) {
      // The connection is gone; when it is back everything is loaded anyway.
      if (refused.refusal !== null) throw thrown;
    }
  }

  async #reload(id: TabId): Promise<void> {
    if (!this.#replica.book.tabs.some((tab) => tab.id === id)) return;
    const tab = await this.#replica.load(id);
    this.#grid?.load(tab);
    if (id !== this.#current) return;
    this.#grid?.show(id);
    this.#events.painted(tab);
  }

  #isInGrid(op: Op): boolean {
    return "tab" in op && (this.#grid?.has(op.tab) ?? false) && this.#replica.has(op.tab);
  }

  #followTabs(fresh: readonly Op[]): void {
    const ofTabs = new Set<Op["do"]>(["addTab", "removeTab", "renameTab", "moveTab", "hideTab"]);
    if (!fresh.some((op) => ofTabs.has(op.do))) return;
    const { visible } = this.#replica;
    const isThere = visible.some(({ id }) => id === this.#current);
    if (!isThere && visible[0]) void this.show(visible[0].id);
    else this.#events.tabs(visible, isThere ? this.#current : null);
  }

  #repaint(fresh: readonly Op[]): void {
    if (this.#current === null || !fresh.some((op) => "tab" in op && op.tab === this.#current)) return;
    const tab = this.#replica.book.tabs.find(({ id }) => id === this.#current);
    if (tab) this.#events.painted(tab);
  }
}
