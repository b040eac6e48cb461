import type { Account } from "../../../core/index.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { openLedger } from "../opened-ledger.ts";
import { type Reading, type ReadingOptions, readingOf, readWhole } from "./reading.ts";

/** Everybody, or the one customer that was asked about, and what reports start from. */
export interface AskedReading extends Reading {
  readonly accounts: readonly Account[];
}

/** One customer's account, and what reports start from. */
export interface OneReading extends Reading {
  readonly account: Account;
}

/** Opens one customer's account. */
export function readOne(input: ReadingOptions & { readonly customer: string }): OneReading {
  const ledger = openLedger("read");
  const account = loadAccount(ledger, input.customer);
  return { ...readingOf(ledger, input), account };
}

/** Opens one customer's account where one was asked about, the whole ledger otherwise. */
export function readAsked(input: ReadingOptions & { readonly customer?: string }): AskedReading {
  const { customer } = input;
  if (customer !== undefined) {
    const { account, ...reading } = readOne({ ...input, customer });
    return { ...reading, accounts: [account] };
  }
  const reading = readWhole(input);
  return { ...reading, accounts: [...reading.ledger.book.accounts.values()] };
}
