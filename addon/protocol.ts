import type * as z from "zod/mini";
import { APPROVALS_CALLS } from "./protocol/approvals.ts";
import { COLLECTION_CALLS } from "./protocol/collection.ts";
import { HANDS_CALLS } from "./protocol/hands.ts";
import { IMPORTS_CALLS } from "./protocol/imports.ts";
import { JUDGEMENT_CALLS } from "./protocol/judgement.ts";
import { KEEPING_CALLS } from "./protocol/keeping.ts";
import { RECORDS_CALLS } from "./protocol/records.ts";
import { REPORTS_CALLS } from "./protocol/reports.ts";
import { STATEMENTS_CALLS } from "./protocol/statements.ts";

export { MADE_AT_ONCE } from "./protocol/statements.ts";

/**
 * Every call that the sidebar, the command line and scripts make of the add-on: a name, what goes in,
 * what comes out. Plain JSON both ways; amounts are whole numbers of minor units.
 */
export const CALLS = {
  ...RECORDS_CALLS,
  ...REPORTS_CALLS,
  ...JUDGEMENT_CALLS,
  ...APPROVALS_CALLS,
  ...COLLECTION_CALLS,
  ...IMPORTS_CALLS,
  ...HANDS_CALLS,
  ...STATEMENTS_CALLS,
  ...KEEPING_CALLS,
} as const;

export type CallName = keyof typeof CALLS;
export type Input<N extends CallName> = z.infer<(typeof CALLS)[N]["input"]>;
export type Output<N extends CallName> = z.infer<(typeof CALLS)[N]["output"]>;

/** What every call comes back as: an answer, a refusal in one sentence, or a report of a bug of ours. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: "refusal"; readonly why: string; readonly sentence: string }
  | { readonly ok: false; readonly kind: "bug"; readonly report: string };
