import type { KnownBy } from "../../core/index.ts";
import type { Op, TabId } from "./ops.ts";
import type { Workbook } from "./workbook.ts";

/** What the little server needs of the host that runs the add-on: cells, calls, and news of both. */
export interface Host {
  readonly workbook: Workbook;
  /**
   * Calls one global function of the add-on's `Code.js`, as google.script.run would. Arguments and
   * answer are plain JSON. A throw inside the add-on is thrown here with its message.
   */
  call(name: string, args: readonly unknown[], who: Session): unknown;
  /** The tab that the last call brought before the person's eyes, if it did. */
  readonly shownTab?: TabId | undefined;
  /**
   * Applies what a person did in the grid: stores it durably, fires the add-on's edit triggers, and
   * returns what was really stored (typed text is coerced as a sheet would).
   */
  edit(ops: readonly Op[], who: Session): readonly Op[];
  /** Hears every batch of operations after it is stored; returns the function that stops hearing. */
  onOps(listener: (news: News) => void): () => void;
}

/** Who acts, how the host knows it, and the browser tab that spoke. */
export interface Session extends Person {
  readonly client: string;
}

/** A user's name, "" where the ledger asks nobody, and how it is known. */
export interface Person {
  readonly user: string;
  readonly knownBy: KnownBy;
}

/** Whoever comes to a ledger that asks nobody. */
export const NOBODY: Person = { user: "", knownBy: "nobody" };

/** Operations that have just become part of the ledger, and the browser tab they came from. */
export interface News {
  readonly ops: readonly Op[];
  readonly origin: string;
  /** The workbook's revision after these operations. */
  readonly revision: number;
}
