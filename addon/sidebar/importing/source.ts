import type { Currency } from "../../../core/index.ts";
import {
  type ColumnMapping,
  type ImportKind,
  type MappingProposal,
  proposeMapping,
  type RawCell,
  type RawTable,
} from "../../../core/index.ts";
import { call } from "../server.ts";

/** The kinds of table in the order in which a newcomer has them; the likeliest that fits is proposed. */
export const KINDS: readonly ImportKind[] = [
  "settledItems",
  "items",
  "openItems",
  "receipts",
  "customers",
  "openings",
];

/**
 * Proposes what a table holds: the first kind that needs no question, else the one with the fewest.
 * Nothing where no row looks like headings.
 */
export function likeliest(
  table: RawTable,
  currency: Currency,
): { kind: ImportKind; proposal: MappingProposal } | undefined {
  const proposals = KINDS.flatMap((kind) => {
    const proposal = proposeMapping(table, { kind, currency });
    return proposal ? [{ kind, proposal }] : [];
  });
  return proposals.reduce<(typeof proposals)[number] | undefined>(
    (best, each) => (!best || each.proposal.questions.length < best.proposal.questions.length ? each : best),
    undefined,
  );
}

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

export function planOf(table: RawTable, kind: ImportKind, proposal: MappingProposal): ImportPlan {
  return { table, kind, proposal, mapping: proposal.mapping, open: proposal.questions };
}
