import type { User } from "../../core/index.ts";
import type { Output } from "../protocol.ts";

type Users = Output<"users">;

/** Whom the ledger lets in: whoever has its address, or users by their passphrase; elsewhere than on a computer nothing is said. */
export type Admits = "unsaid" | "everybody" | "users";

/** Users are asked from the first passphrase on, and the first one is a controller's. */
export function admitsOf({ users, withPassphrase }: Users): Admits {
  if (!withPassphrase) return "unsaid";
  const has = new Set(withPassphrase);
  return users.some(({ active, id }) => active && has.has(id)) ? "users" : "everybody";
}

/** Whether it is known that a user has no passphrase, and so cannot log in. */
export function lacksPassphrase({ id }: User, { withPassphrase }: Users): boolean {
  return withPassphrase !== undefined && !withPassphrase.includes(id);
}

/** Whether there is nobody yet who may say who the users are. */
export function hasNoController({ users }: Users): boolean {
  return !users.some(({ active, role }) => active && role === "controller");
}
