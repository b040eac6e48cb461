import { usualFolder } from "./ledger-folder.ts";
import type { LedgerUsers } from "./users/ledger-users.ts";
import type { HostWords } from "./words.ts";

/** A stable port, so that people in the office can keep the address. */
export const SHARED_PORT = 4317;

/** What `npm start` was told of sharing. */
export interface Sharing {
  readonly share: boolean;
  /** The ledger's folder. */
  readonly ledger?: string | undefined;
  /** One address instead of all of the office network. */
  readonly address?: string | undefined;
}

/** Said to whoever starts the host; it does not start. */
export class CannotShare extends Error {
  override name = "CannotShare";
}

/**
 * The addresses at which the ledger is to be heard besides 127.0.0.1: none unless `--share` says so,
 * and then only where people must log in.
 */
export function addressesToShare(
  { share, address, ledger = usualFolder() }: Sharing,
  { here, users, words }: { here: readonly string[]; users: LedgerUsers; words: HostWords },
): readonly string[] {
  if (!share) return [];
  if (!users.areAsked) throw new CannotShare(words.shareNeedsUsers(ledger));
  if (address !== undefined && !here.includes(address)) {
    throw new CannotShare(words.shareNotHere(address, here));
  }
  if (here.length === 0) throw new CannotShare(words.shareNoAddress);
  return address === undefined ? here : [address];
}
