import type { Words } from "../../core/index.ts";
import type { LedgerState, TabState } from "./state/ledger-state.ts";
import { isBroken } from "./state/tripwires.ts";

/** A tab in which hands were at work since the last take-over. */
export interface TypedTab {
  readonly key: string;
  readonly name: Words;
  /** How many rows differ at least, as the tripwires and the edit mark tell it. */
  readonly rows: number;
}

/**
 * The tabs whose tripwires or edit mark say that people typed, pasted or deleted there. Costs nothing:
 * everything was read with the ledger's state.
 */
export function typedRows(state: LedgerState): TypedTab[] {
  return [...state.tabs.values()].flatMap((tab) => {
    const rows = NOT_JOURNALED.has(tab.table.key) ? 0 : touchedRows(tab);
    return rows > 0 ? [{ key: tab.table.key, name: tab.table.name, rows }] : [];
  });
}

/** Contact data stays out of the journal: what is typed there is simply there. */
const NOT_JOURNALED = new Set(["contacts"]);

function touchedRows(tab: TabState): number {
  const { now, expected } = tab;
  // Every row lost what stood in a column that was removed; which rows that matters to, only they tell.
  if (isBroken(tab)) return Math.max(1, markedRows(tab.mark));
  const byCount = Math.max(Math.abs(now.ids - expected.ids), Math.abs(now.rows - expected.rows));
  const bySum = differs(now.amount, expected.amount) || differs(now.days, expected.days) ? 1 : 0;
  return Math.max(byCount, bySum, markedRows(tab.mark));
}

/**
 * Sums of decimals carry floating-point noise, the more the larger they are. What is less than the smallest
 * unit of any currency is noise in every sum; half a cent is noise in none.
 */
function differs(a: number, b: number): boolean {
  const noise = Math.abs(b) * 1e-12;
  return Math.abs(a - b) > Math.min(Math.max(noise, 0.000_05), 0.004);
}

/** Rows in an edit mark, written as "2:1,7:3" (row and count). */
export function markedRows(mark: string): number {
  if (mark === "") return 0;
  return mark.split(",").reduce((sum, range) => sum + Number(range.split(":")[1] ?? 1), 0);
}
