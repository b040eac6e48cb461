import type { News } from "../host-port.ts";
import type { Op, TabId } from "../ops.ts";
import type { Tab } from "../tab.ts";
import type { TabHead, TabLook, TabRows, WorkbookView } from "../wire.ts";
import { Workbook } from "../workbook.ts";
import type { Api } from "./api.ts";

/**
 * The page's copy of the workbook: what the server has stored, and nothing else. Tabs arrive one at a
 * time; news that arrives while one is on its way is applied to it afterwards.
 */
export class Replica {
  book = new Workbook();
  readonly #api: Api;
  #revision = 0;
  /** Tabs whose cells are here, and the revision they came with. */
  readonly #loaded = new Map<TabId, number>();
  /** News heard since the oldest load that is still on its way. */
  #heard: News[] = [];
  #loads = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Begins anew with the workbook's tabs, none of whose cells are here yet. */
  async begin(): Promise<WorkbookView> {
    return this.#listening(
      () => this.#api.workbook(),
      (view) => {
        this.book = new Workbook();
        this.book.tabs = view.tabs.map((look) => tabOf(look, []));
        this.#revision = view.revision;
        this.#loaded.clear();
        for (const news of this.#heard) this.#take(news);
      },
    );
  }

  has(tab: TabId): boolean {
    return this.#loaded.has(tab);
  }

  /** The ledger's revision that this copy has reached. */
  get revision(): number {
    return this.#revision;
  }

  /** The tabs that a person sees. */
  get visible(): Tab[] {
    return this.book.tabs.filter((tab) => !tab.hidden);
  }

  /** Fetches a tab as the server has it now. */
  async load(id: TabId): Promise<Tab> {
    await this.#listening(
      () => this.#api.tab(id),
      (fetched) => this.#place(fetched),
    );
    return this.book.tab(id);
  }

  /** Applies news; returns the operations that were not known yet, or null if news before them was missed. */
  hear(news: News): readonly Op[] | null {
    if (this.#loads > 0) this.#heard.push(news);
    return news.revision - news.ops.length > this.#revision ? null : this.#take(news);
  }

  #take(news: News): readonly Op[] {
    if (news.revision <= this.#revision) return [];
    const fresh = news.ops.filter((op) => !this.#isKnown(op, news.revision));
    for (const op of fresh) this.book.apply(op);
    this.#revision = news.revision;
    return fresh;
  }

  // A tab that came with a later revision holds these operations already.
  #isKnown(op: Op, revision: number): boolean {
    return "tab" in op && (this.#loaded.get(op.tab) ?? 0) >= revision;
  }

  #place({ look, cells, revision }: TabHead & Pick<TabRows, "cells">): void {
    const tab = tabOf(look, cells);
    const at = this.book.tabs.findIndex(({ id }) => id === tab.id);
    if (at < 0) return;
    this.book.tabs[at] = tab;
    this.#loaded.set(tab.id, revision);
    for (const news of this.#heard) {
      if (news.revision <= revision || news.revision > this.#revision) continue;
      for (const op of news.ops) if ("tab" in op && op.tab === tab.id) this.book.apply(op);
    }
  }

  async #listening<T>(load: () => Promise<T>, arrived: (loaded: T) => void): Promise<T> {
    this.#loads += 1;
    try {
      const loaded = await load();
      arrived(loaded);
      return loaded;
    } finally {
      this.#loads -= 1;
      if (this.#loads === 0) this.#heard = [];
    }
  }
}

function tabOf({ notes, widths, ...look }: TabLook, cells: Tab["cells"]): Tab {
  return { ...look, cells, notes: new Map(notes), widths: new Map(widths) };
}
