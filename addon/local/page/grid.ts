import type { Op, TabId } from "../ops.ts";
import type { Tab } from "../tab.ts";

/**
 * A spreadsheet grid in the browser. It speaks the workbook's operations in both directions and
 * names nothing of the library behind it.
 */
export interface Grid {
  /** Shows a tab as it is now; a tab that was there is replaced, and its undo history forgotten. */
  load(tab: Tab): void;
  has(tab: TabId): boolean;
  /** How many changes of shape the grid knows of in a tab, those that still wait included. */
  structureOf(tab: TabId): number;
  /**
   * Takes over operations that are already part of the ledger. While a cell of the same tab is being
   * edited, operations that move rows wait until the person is done, so that nothing typed lands in
   * another row: it is then refused as stale by the server, and kept.
   */
  apply(ops: readonly Op[]): void;
  onChange(listener: (change: GridChange) => void): void;
  setReadOnly(readOnly: boolean): void;
  show(tab: TabId): void;
  /** Ends the editing of a cell as Enter would, and resolves when its change has been told. */
  finishEditing(): Promise<void>;
  focus(): void;
  dispose(): void;
}

/** What a person did in the grid. */
export type GridChange =
  /** Operations on one tab, and how many changes of shape the tab had seen before them. */
  | { readonly tab: TabId; readonly structure: number; readonly ops: Op[] }
  /** Something happened that has no operation: the tab must be loaded again. */
  | { readonly unknown: TabId }
  /** Somebody began to type where they may only look. */
  | { readonly locked: true }
  /** Something was asked that the ledger cannot hold; it was not done. */
  | { readonly blocked: string };

const MOVES: ReadonlySet<Op["do"]> = new Set([
  "insertRows",
  "removeRows",
  "insertCols",
  "removeCols",
  "moveCols",
]);

/** Changes of shape: after them, places of the same tab mean other cells. */
export function movesRows(op: Op): boolean {
  return MOVES.has(op.do);
}
