import { nameKey, type User } from "../../../core/index.ts";
import { hasRight, type Role } from "../../rights.ts";
import type { Person } from "../host-port.ts";
import { COST, type Cost, hashOf, isPassphrase } from "./passphrase.ts";
import { PassphraseFile } from "./passphrase-file.ts";
import {
  CHANGING_USERS,
  KEEPING,
  mayAnybody,
  mayChangeUsers,
  type NoRight,
  noRightTo,
  RIGHT_LACKING,
} from "./rights.ts";

export interface LedgerUsersOptions {
  /** The ledger's folder. */
  readonly directory: string;
  /** The users in the book, active or not. */
  readonly list: () => readonly User[];
  readonly cost?: Cost;
}

/** The users 用户 of a ledger on this computer: rows of the book, and passphrases kept beside it. */
export class LedgerUsers {
  private readonly list: () => readonly User[];
  private readonly file: PassphraseFile;
  private readonly cost: Cost;
  private decoy: Promise<string> | undefined;

  constructor({ directory, list, cost = COST }: LedgerUsersOptions) {
    this.list = list;
    this.file = new PassphraseFile(directory);
    this.cost = cost;
  }

  /** Users who can log in: where there are any, the ledger asks who comes. */
  get known(): readonly User[] {
    return this.list().filter((user) => user.active && this.file.hashFor(user) !== undefined);
  }

  /** Active or not. */
  get all(): readonly User[] {
    return this.list();
  }

  get active(): readonly User[] {
    return this.list().filter((user) => user.active);
  }

  /** Whether the ledger asks who comes. */
  get areAsked(): boolean {
    return this.known.length > 0;
  }

  /** Whether somebody who can log in may say who the users are. */
  get hasController(): boolean {
    return this.known.some((user) => mayChangeUsers(user.role));
  }

  /** Why somebody may not make a call; nothing where they may. */
  noRightTo(call: string, { role, knownBy }: Person & { role?: Role }): NoRight | "login" | undefined {
    if (role !== undefined) return noRightTo(call, role);
    if (!this.areAsked || mayAnybody(call)) return undefined;
    return knownBy === "command line" && this.isKeepers(call) ? undefined : "login";
  }

  /** Names of those who could make a call that somebody else may not. */
  whoMay(why: NoRight | "login"): readonly string[] {
    if (why === "login") return [];
    return this.active.filter(({ role }) => hasRight(role, RIGHT_LACKING[why])).map(({ name }) => name);
  }

  /** The one active user of that name; two of the same name are nobody. */
  named(name: string): User | undefined {
    const [found, ...others] = this.active.filter((user) => nameKey(user.name) === nameKey(name));
    return others.length === 0 ? found : undefined;
  }

  /** The active user with that id, and a text that changes with the passphrase. */
  withId(id: string): { user: User; passphrase: string } | undefined {
    const user = this.known.find((candidate) => candidate.id === id);
    const passphrase = user && this.file.hashFor(user);
    return user && passphrase !== undefined ? { user, passphrase } : undefined;
  }

  hasPassphrase(user: User): boolean {
    return this.file.hashFor(user) !== undefined;
  }

  /** The user whose name and passphrase these are. It takes as long where there is no such user. */
  async check(name: string, passphrase: string): Promise<User | undefined> {
    const user = this.named(name);
    const kept = user && this.file.hashFor(user);
    this.decoy ??= hashOf("nobody's passphrase", this.cost);
    const fits = await isPassphrase(passphrase, kept ?? (await this.decoy));
    return fits && kept !== undefined ? user : undefined;
  }

  /** The command line belongs to whoever keeps the ledger's folder; they may mend what nobody else can. */
  private isKeepers(call: string): boolean {
    return KEEPING.has(call) || (CHANGING_USERS.has(call) && !this.hasController);
  }

  async setPassphrase(user: User, passphrase: string): Promise<void> {
    this.file.set(user, await hashOf(passphrase, this.cost));
  }

  forgetPassphrase(user: User): void {
    this.file.forget(user.id);
  }
}
