import type { Change, PlainDate, Problem } from "../../../core/index.ts";
import type { Desk, TypedChange, TypedTable } from "./desk.ts";

/** Statements 对账单: only the day on which the customer confirmed one is typed; it may start a clock. */
export const typedStatements: TypedTable = { needs: [], change: confirmedStatement };

function confirmedStatement(typed: TypedChange, desk: Desk): readonly Change[] | Problem {
  const heads = desk.accounts().flatMap((account) => account.statements);
  const head = heads.find((each) => each.id === typed.known.id);
  if (!head) return [];
  const { confirmed, ...open } = head;
  const day = typed.fields.confirmed as PlainDate | undefined;
  return [{ put: "statement", row: day ? { ...open, confirmed: day } : open }];
}
