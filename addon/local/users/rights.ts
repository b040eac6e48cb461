import { hasRight, type Right, type Role } from "../../rights.ts";

/** Why a role may not do something. */
export type NoRight = "readsOnly" | "usersOnly" | "decidersOnly";

/** Clerk 会计, controller 主管 and approver 审批人 write; auditor 审计 and sales 销售 read. */
export function mayWrite(role: Role): boolean {
  return hasRight(role, "write");
}

/** Only a controller says who the users are. */
export function mayChangeUsers(role: Role): boolean {
  return hasRight(role, "users");
}

/** The right that somebody lacks. */
export const RIGHT_LACKING: Readonly<Record<NoRight, Right>> = {
  readsOnly: "write",
  usersOnly: "users",
  decidersOnly: "decide",
};

/** Calls that change nothing. What does not stand here is taken to write, a call added later too. */
export const READING: ReadonlySet<string> = new Set([
  "status",
  "users",
  "today",
  "customers",
  "customer",
  "findCustomer",
  "aging",
  "grade",
  "history",
  "orderCheck",
  "standing",
  "previewReceipt",
  "statementCandidates",
  "previewStatement",
  "madeStatements",
  "statement",
  "settings",
  "period",
  "check",
  "tabRows",
  "fileReader",
  "rememberedMapping",
  "unidentified",
  "batches",
  "handEdits",
  "approvals",
  "remind",
  "duties",
  "previewPolicy",
  "policyVersions",
  "previewUndo",
  "previewImportedRow",
  "previewReanchor",
  "draft",
  "drafts",
  "showTab",
]);

/** Calls that note in the state that they have looked, and what they found: they book nothing, and everybody may. */
export const NOTING: ReadonlySet<string> = new Set(["verify"]);

/** Whether a call is everybody's who may see the ledger. */
export function mayAnybody(call: string): boolean {
  return READING.has(call) || NOTING.has(call);
}

/** Calls that change who may do what. */
export const CHANGING_USERS: ReadonlySet<string> = new Set(["addUser", "changeUser", "removeUser"]);

/** Calls that decide for everybody: policy, what is wished put in force, a journal vouched for, a period closed or opened. */
export const DECIDING: ReadonlySet<string> = new Set([
  "savePolicy",
  "decideApprovals",
  "liftHold",
  "reviewGrades",
  "reanchor",
  "closePeriod",
  "reopenPeriod",
]);

/** Calls that ask for something: nothing changes until somebody has decided. */
export const ASKING: ReadonlySet<string> = new Set(["requestApproval", "withdrawApproval"]);

/** Calls that put nothing into the journal: from the command line they are the keeper's of the folder. */
export const KEEPING: ReadonlySet<string> = new Set(["setup", "settleIdentity", "rebuild"]);

/** Why a role may not make a call; nothing where it may. */
export function noRightTo(call: string, role: Role): NoRight | undefined {
  if (mayAnybody(call)) return undefined;
  if (ASKING.has(call) && hasRight(role, "ask")) return undefined;
  if (!mayWrite(role)) return "readsOnly";
  if (CHANGING_USERS.has(call) && !mayChangeUsers(role)) return "usersOnly";
  return DECIDING.has(call) && !hasRight(role, "decide") ? "decidersOnly" : undefined;
}
