import { expect } from "vitest";

type Work = (...row: never[]) => unknown;

interface Suite {
  readonly outer: Suite | undefined;
  readonly before: Work[];
}

interface Collected {
  readonly suite: Suite;
  readonly work: Work;
  readonly row: readonly unknown[];
}

/**
 * Tests of a file that was bundled, collected and run again and again in this process: nothing is started
 * anew for a mutant. Knows of vitest what these files use.
 */
export class CollectedTests {
  private readonly found: Collected[] = [];
  private suite: Suite = { outer: undefined, before: [] };

  /** What a bundled file imports instead of `vitest`. */
  readonly api = {
    expect,
    describe: Object.assign((_name: string, work: Work) => this.inside(work, []), {
      each: (rows: readonly unknown[]) => (_name: string, work: Work) => {
        for (const row of rows) this.inside(work, Array.isArray(row) ? row : [row]);
      },
    }),
    it: this.collector(),
    test: this.collector(),
    beforeEach: (work: Work) => void this.suite.before.push(work),
  };

  /** The first failure; nothing where all pass. */
  async failure(): Promise<unknown> {
    for (const { suite, work, row } of this.found) {
      try {
        for (const before of beforesOf(suite)) await before();
        await work(...(row as never[]));
      } catch (error) {
        return error ?? new Error("thrown");
      }
    }
    return undefined;
  }

  get count(): number {
    return this.found.length;
  }

  private inside(work: Work, row: readonly unknown[]): void {
    const outer = this.suite;
    this.suite = { outer, before: [] };
    work(...(row as never[]));
    this.suite = outer;
  }

  private collector() {
    const collect = (work: unknown, row: readonly unknown[]) => {
      if (typeof work === "function") this.found.push({ suite: this.suite, work: work as Work, row });
    };
    const it = (_name: string, ...rest: readonly unknown[]) =>
      collect(
        rest.find((each) => typeof each === "function"),
        [],
      );
    const each =
      (rows: readonly unknown[]) =>
      (_name: string, ...rest: readonly unknown[]) => {
        const work = rest.find((one) => typeof one === "function");
        for (const row of rows) collect(work, Array.isArray(row) ? row : [row]);
      };
    return Object.assign(it, { each });
  }
}

function beforesOf(suite: Suite | undefined): Work[] {
  return suite ? [...beforesOf(suite.outer), ...suite.before] : [];
}
