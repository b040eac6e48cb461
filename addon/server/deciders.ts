import { nameKey, type User } from "../../core/index.ts";
import type { Output } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { hasRight } from "../rights.ts";
import { currentUser } from "./actions/booking.ts";

/** Users who decide: controllers 主管 and approvers 审批人. */
export function decidersOf(users: readonly User[]): User[] {
  return users.filter(({ active, role }) => active && hasRight(role, "decide"));
}

/** Whether the person proved who they are; whom Google knows may be named otherwise among the users. */
export function isLoggedIn(): boolean {
  const { user, knownBy } = currentUser();
  return user !== "" && (knownBy === "passphrase" || knownBy === "command line");
}

export function isDecider(users: readonly User[], name: string): boolean {
  return decidersOf(users).some((each) => nameKey(each.name) === nameKey(name));
}

/** Who must say a name before they decide on periods: whom the ledger does not know among its users. */
export function asksDecider(users: readonly User[]): boolean {
  const hasUsers = users.some(({ active }) => active);
  return hasUsers && !isLoggedIn() && !isDecider(users, currentUser().user);
}

/** Who decides, by name. A ledger without users asks nobody, and then nobody may be known: "". */
export function deciderOf(users: readonly User[], by?: string): string {
  const name = actorOf(by);
  const hasUsers = users.some(({ active }) => active);
  if (hasUsers && !isDecider(users, name)) throw new Refusal("deciderNeeded", {});
  return name;
}

/** Who acts, by name: the person who logged in, whom they say they are, or whom Google knows; "" for nobody. */
export function actorOf(by?: string): string {
  const { user } = currentUser();
  return (isLoggedIn() ? user : (by ?? user)).trim();
}

/** Who decides an approval, by name: somebody who may, and never nobody. */
export function namedDecider(users: readonly User[], by?: string): string {
  const name = actorOf(by);
  if (name === "") throw new Refusal("deciderUnnamed", {});
  return deciderOf(users, by);
}

/** Whom a screen may have to ask for a name, and which names there are. */
export function actingIn(users: readonly User[]): Output<"standing">["acting"] {
  const isNobody = actorOf() === "";
  return {
    asksName: isNobody,
    asksDecider: isNobody || asksDecider(users),
    users: users.filter(({ active }) => active).map(({ name }) => name),
    deciders: decidersOf(users).map(({ name }) => name),
  };
}

/** Who decides, and whether the person must say which of them they are: a decision is never nobody's. */
export function decidersAsked(users: readonly User[]) {
  return {
    deciders: decidersOf(users).map(({ name }) => name),
    asksName: asksDecider(users) || actorOf() === "",
  };
}
