import { TABLES } from "../../../core/index.ts";
import type { Ledger } from "../ledger.ts";
import type { TakeOver } from "./findings.ts";
import { projected } from "./projections.ts";
import { tabTakeOver } from "./tab-take-over.ts";
import { isTakenOver } from "./typed-tables.ts";

/** Rows of all tabs in which the ledger's own cells say otherwise than the journal. Reads only. */
export function rowsToRestore(ledger: Ledger): TakeOver["restore"] {
  const of = projected(ledger.book);
  return TABLES.filter(isTakenOver).flatMap((table) => tabTakeOver(ledger, table, of).restore);
}
