import type { LeaseState } from "../wire.ts";

/** A browser tab that has not been heard of for this long no longer writes. */
export const LEASE_MILLISECONDS = 15_000;

/**
 * Which one browser tab may write. It says so again and again (a heartbeat); when it falls silent,
 * or another tab takes over, the lease moves on. The clock is handed in.
 */
export class Lease {
  #holder: string | null = null;
  #user = "";
  #heardAt = 0;
  readonly #now: () => number;
  readonly #changed: (state: LeaseState) => void;

  constructor(now: () => number, changed: (state: LeaseState) => void) {
    this.#now = now;
    this.#changed = changed;
  }

  /** Who writes now; null when nobody does, or the last one fell silent. */
  get state(): LeaseState {
    const silent = this.#now() - this.#heardAt > LEASE_MILLISECONDS;
    const holder = silent ? null : this.#holder;
    return { holder, ...(holder !== null && this.#user !== "" ? { user: this.#user } : {}) };
  }

  /** A heartbeat of a user's ("" for nobody's) page: keeps the lease, gets it when it is free. True if it may write. */
  beat(client: string, user = ""): boolean {
    const { holder } = this.state;
    if (holder !== null && holder !== client) return false;
    this.#give(client, user);
    return true;
  }

  /** "Edit here": the lease moves to this client, whoever had it. */
  take(client: string, user = ""): void {
    this.#give(client, user);
  }

  /** The page is closing. */
  release(client: string): void {
    if (this.#holder !== client) return;
    this.#holder = null;
    this.#changed(this.state);
  }

  #give(client: string, user: string): void {
    const moved = this.#holder !== client || this.#user !== user;
    this.#holder = client;
    this.#user = user;
    this.#heardAt = this.#now();
    if (moved) this.#changed(this.state);
  }
}
