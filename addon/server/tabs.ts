import type { Language, Table } from "../../core/index.ts";
import { findSheet, type Sheet } from "./google.ts";

/** The tab of a table: its name in the ledger's language, or in the other one if the language was changed. */
export function sheetOf(table: Table, language: Language): Sheet | undefined {
  return findSheet(table.name[language]) ?? findSheet(table.name.zh) ?? findSheet(table.name.en);
}
