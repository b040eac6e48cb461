import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Role } from "../../rights.ts";
import { NOBODY, type Person } from "../host-port.ts";
import { Guesses } from "../users/guesses.ts";
import type { LedgerUsers } from "../users/ledger-users.ts";
import type { NoRight } from "../users/rights.ts";
import type { Secrets, Sessions } from "../users/sessions.ts";
import { cookiesIn } from "./cookies.ts";
import { requireToken, TOKEN_HEADER } from "./guard.ts";
import { Refused } from "./refusals.ts";

/** Who sends a request. Without a role it is somebody at a ledger that asks nobody: they may do everything. */
export interface Visitor extends Person {
  readonly role?: Role;
  /** The name of the session they came by. */
  readonly session?: string;
}

/** What a ledger with users needs at its door. */
export interface UsersAtDoor {
  readonly users: LedgerUsers;
  readonly sessions: Sessions;
  /** Asks even where there are no users: then nobody comes in. */
  readonly always?: boolean;
}

export interface DoorOptions extends Partial<UsersAtDoor> {
  readonly now: () => number;
  /** Waits some milliseconds; tests do not. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A log-in as it is asked for. */
export interface LogIn {
  readonly name: string;
  readonly passphrase: string;
}

/**
 * Who may come in. A ledger without users asks nobody: the token of this start, which stands in the
 * printed address, is enough. Once a user has a passphrase, that token opens nothing, and every call
 * needs the two secrets of a log-in.
 */
export class Door {
  /** For pages of a ledger that asks nobody. */
  readonly token = newToken();
  /** For the command line, which finds it in a file that only the ledger's keeper can read. */
  readonly commandToken = newToken();
  private readonly users: LedgerUsers | undefined;
  private readonly sessions: Sessions | undefined;
  private readonly always: boolean;
  private readonly guesses: Guesses;
  private readonly wait: DoorOptions["wait"];

  constructor({ users, sessions, always = false, now, wait }: DoorOptions) {
    this.users = users;
    this.sessions = sessions;
    this.always = always;
    this.guesses = new Guesses(now);
    this.wait = wait;
  }

  /** Whether visitors must log in. */
  get asks(): boolean {
    return this.always || this.users?.areAsked === true;
  }

  /** Who sends a request with these headers, or a refusal. */
  admit(headers: IncomingHttpHeaders): Visitor {
    if (this.asks) return this.byLogIn(headers);
    requireToken(headers[TOKEN_HEADER], this.token);
    return NOBODY;
  }

  /** Whether a visitor who was let in may still hear what happens. */
  isWelcome({ session }: Visitor): boolean {
    return session === undefined ? !this.asks : this.userOf(session) !== undefined;
  }

  /** Refuses a command that does not come from the ledger's keeper, before its body is read. */
  requireCommand(headers: IncomingHttpHeaders): void {
    requireToken(headers[TOKEN_HEADER], this.commandToken);
  }

  /** Who acts by the command line under a name; a name that is no user's is nobody's where the ledger asks. */
  byCommand(name: string): Visitor {
    const user = this.users?.named(name);
    if (!user) return { user: this.asks ? "" : name, knownBy: "command line" };
    return { user: user.name, knownBy: "command line", role: user.role };
  }

  /** Why a visitor may not call a function of the add-on; nothing where they may. */
  noRightTo(name: string, args: readonly unknown[], visitor: Visitor) {
    const call = name === "rpc" && typeof args[0] === "string" ? args[0] : "";
    return this.users?.noRightTo(call, visitor);
  }

  /** Names of those who may what somebody may not. */
  whoMay(why: NoRight | "login"): readonly string[] {
    return this.users?.whoMay(why) ?? [];
  }

  /** Ids of the users who can log in. */
  get withPassphrase(): readonly string[] {
    return (this.users?.known ?? []).map(({ id }) => id);
  }

  /** Looks at a name and a passphrase; the secrets of a session, or a refusal that comes late. */
  async logIn(asked: LogIn, from: LogInSource): Promise<Secrets & { name: string }> {
    const known = from.cookies.map((cookie) => this.sessions?.knownBrowser(cookie));
    const source = known.find((browser) => browser !== undefined) ?? from.address;
    if (!this.guesses.enter(source)) throw new Refused("tooMany");
    try {
      return await this.checked(asked, source);
    } finally {
      this.guesses.leave(source);
    }
  }

  logOut({ session }: Visitor): void {
    if (session !== undefined) this.sessions?.end(session);
  }

  private async checked({ name, passphrase }: LogIn, source: string) {
    const user = await this.users?.check(name, passphrase);
    const kept = user && this.users?.withId(user.id);
    if (kept && this.sessions) {
      return { ...this.sessions.open(kept.user.id, kept.passphrase), name: kept.user.name };
    }
    await this.wait(this.guesses.wrong(source));
    throw new Refused("wrongLogIn");
  }

  private byLogIn(headers: IncomingHttpHeaders): Visitor {
    const key = headers[TOKEN_HEADER];
    if (typeof key !== "string") throw new Refused("login");
    const sessions = cookiesIn(headers).map((cookie) => this.sessions?.find({ cookie, key }));
    const session = sessions.find((found) => found !== undefined);
    const user = session && this.userOf(session.id);
    if (!session || !user) throw new Refused("login");
    return { user: user.name, knownBy: "passphrase", role: user.role, session: session.id };
  }

  private userOf(session: string) {
    const owner = this.sessions?.userOf(session);
    const kept = owner === undefined ? undefined : this.users?.withId(owner);
    return kept && this.sessions?.isAlive(session, kept.passphrase) ? kept.user : undefined;
  }
}

/** Where a log-in comes from. */
export interface LogInSource {
  readonly address: string;
  readonly cookies: readonly string[];
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}
