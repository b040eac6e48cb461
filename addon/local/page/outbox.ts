import type { Op, TabId } from "../ops.ts";
import type { Refusal } from "../wire.ts";
import { type Api, RefusedByServer } from "./api.ts";
import { type GridChange, movesRows } from "./grid.ts";

/** Edits of one tab that were not stored: the server's refusal, or null when it could not be reached. */
export interface Refused {
  readonly tab: TabId;
  readonly ops: readonly Op[];
  readonly refusal: Refusal | null;
}

export interface OutboxEvents {
  refused(refused: Refused): void;
  /** Called whenever something begins or has ended; `busy` tells which. */
  changed(): void;
}

type Edit = Extract<GridChange, { ops: Op[] }>;

/**
 * What the person did and the server has not answered yet. One request at a time, in order; what is
 * typed meanwhile goes with the next one. When a tab's edit is refused, later edits of that tab that
 * were made on the same wrong ground are refused with it.
 */
export class Outbox {
  readonly #api: Api;
  readonly #events: OutboxEvents;
  #waiting: Edit[] = [];
  #sending: Promise<void> | null = null;
  /** The ledger's revision after the last edit that was stored. */
  storedAt = 0;

  constructor(api: Api, events: OutboxEvents) {
    this.#api = api;
    this.#events = events;
  }

  get busy(): boolean {
    return this.#sending !== null;
  }

  add(edit: Edit): void {
    this.#waiting.push(edit);
    // What one act of the person brings about in several steps goes together.
    this.#sending ??= Promise.resolve().then(() => this.#sendAll());
    this.#events.changed();
  }

  /** Resolves when everything that was done has been answered. */
  async idle(): Promise<void> {
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    for (let edit = this.#next(); edit; edit = this.#next()) await this.#send(edit);
    this.#sending = null;
    this.#events.changed();
  }

  async #send({ tab, structure, ops }: Edit): Promise<void> {
    try {
      this.storedAt = (await this.#api.edit(ops, { [tab]: structure })).revision;
    } catch (thrown) {
      const later = this.#waiting.filter((edit) => edit.tab === tab);
      this.#waiting = this.#waiting.filter((edit) => edit.tab !== tab);
      const refusal = thrown instanceof RefusedByServer ? thrown.refusal : null;
      this.#events.refused({ tab, ops: [...ops, ...later.flatMap((edit) => edit.ops)], refusal });
    }
  }

  // Joins edits that stand on each other: same tab, and no foreign change of shape in between.
  #next(): Edit | undefined {
    const first = this.#waiting.shift();
    if (!first) return undefined;
    const ops = [...first.ops];
    for (let edit = this.#waiting[0]; edit && this.#continues(first, ops, edit); edit = this.#waiting[0]) {
      ops.push(...edit.ops);
      this.#waiting.shift();
    }
    return { ...first, ops };
  }

  #continues(first: Edit, ops: readonly Op[], edit: Edit): boolean {
    return edit.tab === first.tab && edit.structure === first.structure + ops.filter(movesRows).length;
  }
}
