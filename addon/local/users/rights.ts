import type { User } from "../../../core/index.ts";

export type Role = User["role"];

/** Why a role may not do something. */
export type NoRight = "readsOnly" | "usersOnly" | "decidersOnly";

/** Clerk 会计, controller 主管 and approver 审批人 write; auditor 审计 and sales 销售 read. */
export function mayWrite(role: Role): boolean {
  return role === "clerk" || role === "controller" || role === "approver";
}

/** Only a controller says who the users are: whoever may could make themselves anything. */
export function mayChangeUsers(role: Role): boolean {
  return role === "controller";
}

/** Whoever keys the books does not also decide what is wished in them. */
export function mayDecide(role: Role): boolean {
  return role === "controller" || role === "approver";
}

/** Calls that change nothing. What does not stand here is taken to write, a call added later too. */
export const READING: ReadonlySet<string> = new Set([
  "status",
  "users",
  "today",
  "customers",
  "customer",
  "findCustomer",
  "aging",
  "previewReceipt",
  "statementCandidates",
  "previewStatement",
  "statement",
  "settings",
  "check",
  "tabRows",
  "fileReader",
  "rememberedMapping",
  "unidentified",
  "batches",
  "handEdits",
  "proposals",
  "previewUndo",
  "previewReanchor",
  "draft",
  "showTab",
]);

/** Calls that change who may do what. */
export const CHANGING_USERS: ReadonlySet<string> = new Set(["addUser", "changeUser", "removeUser"]);

/** Calls that put a wish of others in force, such as terms and limits that were typed. */
export const DECIDING: ReadonlySet<string> = new Set(["decideProposals", "reanchor"]);

/** Calls that put nothing into the journal: from the command line they are the keeper's of the folder. */
export const KEEPING: ReadonlySet<string> = new Set(["setup", "settleIdentity", "rebuild"]);

/** Why a role may not make a call; nothing where it may. */
export function noRightTo(call: string, role: Role): NoRight | undefined {
  if (READING.has(call)) return undefined;
  if (!mayWrite(role)) return "readsOnly";
  if (CHANGING_USERS.has(call) && !mayChangeUsers(role)) return "usersOnly";
  return DECIDING.has(call) && !mayDecide(role) ? "decidersOnly" : undefined;
}
