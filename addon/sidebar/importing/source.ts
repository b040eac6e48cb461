import type { Currency } from "../../../core/index.ts";
import {
  type ColumnMapping,
  type ImportKind,
  likeliestMapping,
  type MappingProposal,
  type RawCell,
  type RawTable,
} from "../../../core/index.ts";
import { call } from "../server.ts";

/** Reads a tab of the workbook as a raw table, part by part; nothing where the server would not. */
export async function tableOfTab(tab: string): Promise<RawTable | undefined> {
  const rows: RawCell[][] = [];
  for (;;) {
    const answer = await call("tabRows", { tab, from: rows.length });
    if (!answer.ok) return undefined;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) return { name: tab, rows };
  }
}

/** What a person made of a proposal so far. */
export interface ImportPlan {
  readonly table: RawTable;
  readonly kind: ImportKind;
  readonly proposal: MappingProposal;
  readonly mapping: ColumnMapping;
  /** Questions that are not answered yet. */
  readonly open: MappingProposal["questions"];
}

/** A plan from the likeliest reading of a table; nothing where no row looks like headings. */
export function planOf(table: RawTable, currency: Currency): ImportPlan | undefined {
  const proposal = likeliestMapping(table, currency);
  if (!proposal) return undefined;
  return {
    table,
    kind: proposal.mapping.kind,
    proposal,
    mapping: proposal.mapping,
    open: proposal.questions,
  };
}
