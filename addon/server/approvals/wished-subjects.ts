import type { ApprovalSubject, Customer } from "../../../core/index.ts";

/** Columns of a customer in which typing is a wish: what is in force stands until somebody decides. */
export const PROPOSED = ["terms", "limitType", "limit", "limitUntil"] as const;

export type ProposedColumn = (typeof PROPOSED)[number];

/**
 * What is asked for by wishes in those columns 申请事项: terms for themselves, a limit with its type and last day. Who
 * wishes a sum wishes a limit by amount.
 */
export function wishedSubjects(columns: readonly ProposedColumn[], wished: Customer): ApprovalSubject[] {
  const { terms } = wished;
  const asksLimit = columns.some((column) => column !== "terms");
  return [
    ...(columns.includes("terms") ? [{ kind: "terms", ...(terms ? { terms } : {}) } as const] : []),
    ...(asksLimit ? [limitWished(columns, wished)] : []),
  ];
}

function limitWished(
  columns: readonly ProposedColumn[],
  { limitType, limit, limitUntil }: Customer,
): ApprovalSubject {
  const bySum = limit !== undefined && columns.includes("limit") && !columns.includes("limitType");
  const type = bySum ? "amount" : (limitType ?? "notSet");
  return {
    kind: "limit",
    limitType: type,
    ...(type === "amount" && limit !== undefined ? { limit } : {}),
    ...(limitUntil === undefined ? {} : { until: limitUntil }),
  };
}

/** The columns in which a subject stands once it is in force. */
export function columnsOfSubject({ kind }: ApprovalSubject): readonly ProposedColumn[] {
  if (kind === "terms") return ["terms"];
  return kind === "limit" ? ["limitType", "limit", "limitUntil"] : [];
}
