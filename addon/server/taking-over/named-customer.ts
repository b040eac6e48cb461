import { type Account, codeKey, nameKey, UNIDENTIFIED } from "../../../core/index.ts";

/**
 * The customer that a cell names: by exactly its code, else by its code in another spelling, else by exactly
 * its name; else by a name or an alias, unless it was another one's code. What fits two equally well is nobody's.
 */
export function accountNamed(all: readonly Account[], cell: string): Account | "ambiguous" | undefined {
  const accounts = all.filter(({ customer }) => customer.id !== UNIDENTIFIED);
  const wanted: Wanted = { cell, code: codeKey(cell), name: nameKey(cell) };
  const closest = firstFitting(accounts, NOW, wanted);
  if (closest.length > 0) return onlyOne(closest);
  const formerly = accounts.filter((account) => hadCode(account, cell));
  return onlyOne([...new Set([...formerly, ...firstFitting(accounts, LOOSELY, wanted)])]);
}

interface Wanted {
  readonly cell: string;
  readonly code: string;
  readonly name: string;
}

type Way = (account: Account, wanted: Wanted) => boolean;

/** What a customer is called now, the closest first. */
const NOW: readonly Way[] = [
  ({ customer }, { cell }) => customer.code === cell,
  ({ customer }, { code }) => codeKey(customer.code) === code,
  ({ customer }, { code }) => codeKey(customer.name) === code,
];

const LOOSELY: readonly Way[] = [
  ({ customer }, { name }) => name !== "" && nameKey(customer.name) === name,
  ({ customer }, { name }) => name !== "" && (customer.aliases ?? []).some((each) => nameKey(each) === name),
];

function firstFitting(accounts: readonly Account[], ways: readonly Way[], wanted: Wanted): Account[] {
  for (const fits of ways) {
    const found = accounts.filter((account) => fits(account, wanted));
    if (found.length > 0) return found;
  }
  return [];
}

function onlyOne([account, ...others]: readonly Account[]): Account | "ambiguous" | undefined {
  return others.length > 0 ? "ambiguous" : account;
}

/** Whether the customer had that code before it got the one it has. */
export function hadCode({ customer }: Account, cell: string): boolean {
  return (customer.formerCodes ?? []).some((code) => codeKey(code) === codeKey(cell));
}
