import type { User } from "../core/index.ts";

export type Role = User["role"];

/** What a role may or may not do beyond reading: write 记账, ask 申请, decide 审批, say who the users are. */
export type Right = "write" | "ask" | "decide" | "users";

const ROLES: Readonly<Record<Right, readonly Role[]>> = {
  write: ["controller", "approver", "clerk"],
  // A salesperson asks for a release where the order is taken; what is asked for changes nothing.
  ask: ["controller", "approver", "clerk", "sales"],
  // Whoever keys the books does not also decide what is wished in them.
  decide: ["controller", "approver"],
  // Whoever may could make themselves anything.
  users: ["controller"],
};

/** Whether a role has a right. */
export function hasRight(role: Role, right: Right): boolean {
  return ROLES[right].includes(role);
}

/** The roles 角色 that have a right, the first named first. */
export function rolesWith(right: Right): readonly Role[] {
  return ROLES[right];
}
