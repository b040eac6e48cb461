import { nameKey, type User } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { fieldWords } from "../../words/field-names.ts";
import type { Ledger } from "../ledger.ts";
import { draftOf, idsFor } from "../plan.ts";
import { readState } from "../state/state-tab.ts";
import { book } from "./booking.ts";

/** Users 用户, active or not; also of a ledger that was moved, because they must log in to say so. */
export function users(): Output<"users"> {
  return { users: readState()?.left.book.users ?? [] };
}

/** Adds a user; no other active user may have the name. */
export function addUser(input: Input<"addUser">): Output<"addUser"> {
  return book(input, (ledger) => {
    refuseNoName(input.user.name);
    if (activeUser(ledger, input.user.name)) throw new Refusal("userTaken", { name: input.user.name });
    const id = idsFor(ledger.book.head.seq + 1).other();
    return userEntry("addUser", input.action, { id, ...input.user, active: true });
  });
}

/** Another role or team; the name stays, as entries carry it. */
export function changeUser(input: Input<"changeUser">): Output<"changeUser"> {
  return book(input, (ledger) => {
    const { name, role, team } = input.user;
    const { team: _, ...user } = knownUser(ledger, name);
    if (!manages(role)) refuseNobodyLeft(ledger, user);
    return userEntry("changeUser", input.action, { ...user, role, ...(team ? { team } : {}) });
  });
}

/** Switches a user off; what they did keeps their name. */
export function removeUser(input: Input<"removeUser">): Output<"removeUser"> {
  return book(input, (ledger) => {
    const user = knownUser(ledger, input.name);
    refuseNobodyLeft(ledger, user);
    return userEntry("removeUser", input.action, { ...user, active: false });
  });
}

/** Names are compared by their letters and digits: a name without any would be nobody's. */
function refuseNoName(name: string): void {
  if (nameKey(name) === "")
    throw new Refusal("badInput", { field: fieldWords(["user", "name"]), found: name });
}

function userEntry(kind: string, action: string, row: User) {
  return draftOf(kind, action, "", [{ put: "user", row }]);
}

function knownUser(ledger: Ledger, name: string): User {
  const user = activeUser(ledger, name);
  if (!user) throw new Refusal("userUnknown", { name });
  return user;
}

/** Where there are users, one of them says who they are. */
function refuseNobodyLeft(ledger: Ledger, { id, name, role }: User): void {
  const others = ledger.book.users.filter((user) => user.active && user.id !== id);
  const isLast = manages(role) && others.length > 0 && !others.some((user) => manages(user.role));
  if (isLast) throw new Refusal("lastController", { name });
}

function manages(role: User["role"]): boolean {
  return role === "controller";
}

function activeUser(ledger: Ledger, name: string): User | undefined {
  return ledger.book.users.find((user) => user.active && nameKey(user.name) === nameKey(name));
}
