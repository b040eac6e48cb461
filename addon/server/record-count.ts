import { type Account, type Figures, UNIDENTIFIED } from "../../core/index.ts";
import type { Ledger } from "./ledger.ts";

/** How many records there are of each table that counts; each once, whatever its versions. */
type Records = Readonly<Record<"items" | "receipts" | "allocations", number>>;

/** Counts customers and records as accounts are read. */
export class RecordCount {
  readonly sums = { customers: 0, items: 0, receipts: 0, allocations: 0 };

  add(customer: string, { items, receipts, allocations }: Records): void {
    if (customer !== UNIDENTIFIED) this.sums.customers += 1;
    this.sums.items += items;
    this.sums.receipts += receipts;
    this.sums.allocations += allocations;
  }
}

export function recordsInFigures({ items, receipts, allocations }: Figures): Records {
  const [ofItems, ofReceipts] = [items, receipts].map(({ count, first }) => {
    let records = 0;
    for (let i = 0; i < count; i += 1) if (first[i] === i) records += 1;
    return records;
  });
  return { items: ofItems ?? 0, receipts: ofReceipts ?? 0, allocations: allocations.count };
}

export function recordsOf({ items, receipts, allocations }: Account): Records {
  const countOf = (facts: readonly { id: string }[]) => new Set(facts.map(({ id }) => id)).size;
  return { items: countOf(items), receipts: countOf(receipts), allocations: allocations.length };
}

/**
 * Whether packed accounts tell of fewer records than the tabs were left with: a row of them is gone, or is
 * an older one. What the state knows anyway is compared, so it costs no call. More of them is no sign:
 * somebody may be saving.
 */
export function lacksRecords({ state }: Ledger, { sums }: RecordCount): boolean {
  const rowsOf = (tab: string) => (state.left.expected[tab]?.ids ?? HEADING) - HEADING;
  return Object.entries(sums).some(([tab, told]) => told < rowsOf(tab));
}

/** A tab's count of ids counts the heading too. */
const HEADING = 1;

/** Every account as the journal has it; the ledger is noted as not whole. */
export function accountsOfJournal(ledger: Ledger): ReadonlyMap<string, Account> {
  const { accounts } = ledger.fromJournal();
  ledger.damaged.push(...accounts.keys());
  return accounts;
}
