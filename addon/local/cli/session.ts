import type { CallName, Input, Output } from "../../protocol.ts";
import type { Role } from "../../rights.ts";
import type { Person } from "../host-port.ts";
import type { Language } from "../http/refusals.ts";
import type { LedgerUsers } from "../users/ledger-users.ts";
import type { Cost } from "../users/passphrase.ts";
import type { Workbook } from "../workbook.ts";
import type { Arguments } from "./arguments.ts";
import type { Keyboard } from "./keyboard.ts";

/** An open ledger, as one command has it. */
export interface CliSession {
  readonly args: Arguments;
  readonly asking: Asking;
  /** The cells themselves, for export and backup; refused while a host has the ledger open. */
  workbook(): Workbook;
  close(): void;
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Asks who acts where the call needs it, and refuses who may not make it. */
  permit(name: CallName): Promise<Actor>;
  /** An id for this intent. */
  newAction(): string;
  /** The users as they are now, and their passphrases. */
  users(): Promise<LedgerUsers>;
  /** The ledger's language; the terminal's where it has none yet. */
  language(): Promise<Language>;
}

/** Where passphrases come from, and what a guess at one shall cost. */
export interface Asking {
  readonly keyboard: Keyboard;
  readonly cost?: Cost;
}

/** Who acts, and by which role where they are a user. */
export type Actor = Person & { readonly role?: Role };
