/** So many log-ins of one browser or address are looked at together; more are told to wait. */
export const AT_ONCE = 4;

/** Wrong passphrases are forgotten after a quarter of an hour. */
const REMEMBERED = 15 * 60_000;

/** So many wrong ones in a row are taken for slips. */
const SLIPS = 3;

const LONGEST_DELAY = 8000;

/** So many sources are remembered; beyond, those heard of longest ago are forgotten. */
const SOURCES = 1000;

interface Source {
  busy: number;
  /** When wrong passphrases came. */
  wrong: number[];
}

/**
 * Slows guessing down. Nobody is locked out: a right passphrase is answered at once, a wrong one
 * later and later, and who guesses takes up only the places of their own source (a browser that has
 * logged in before, otherwise the address), not those of others.
 */
export class Guesses {
  private readonly sources = new Map<string, Source>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Takes a place for one log-in; false when all places of the source are taken. */
  enter(from: string): boolean {
    const source = this.source(from);
    if (source.busy >= AT_ONCE) return false;
    source.busy += 1;
    return true;
  }

  /** Milliseconds for which the answer to a wrong passphrase is kept back, its place with it. */
  wrong(from: string): number {
    const { wrong } = this.source(from);
    wrong.push(this.now());
    return wrong.length <= SLIPS ? 0 : Math.min(LONGEST_DELAY, 1000 * 2 ** (wrong.length - SLIPS - 1));
  }

  leave(from: string): void {
    const source = this.source(from);
    source.busy = Math.max(0, source.busy - 1);
  }

  /** So many sources are remembered. */
  get size(): number {
    return this.sources.size;
  }

  private source(from: string): Source {
    const known = this.sources.get(from);
    const since = this.now() - REMEMBERED;
    const source = { busy: known?.busy ?? 0, wrong: known?.wrong.filter((at) => at > since) ?? [] };
    this.sources.delete(from);
    this.sources.set(from, source);
    this.forgetQuiet();
    return source;
  }

  private forgetQuiet(): void {
    for (const [from, { busy }] of this.sources) {
      if (this.sources.size <= SOURCES) return;
      if (busy === 0) this.sources.delete(from);
    }
  }
}
