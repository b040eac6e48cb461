import { type Account, codeKey, nameKey, UNIDENTIFIED } from "../../../core/index.ts";

/**
 * The customer that a cell names: by exactly its code, else by its code in another spelling, a former code,
 * a name, or an alias that only one has. What fits two equally well is nobody's.
 */
export function accountNamed(all: readonly Account[], cell: string): Account | "ambiguous" | undefined {
  const accounts = all.filter(({ customer }) => customer.id !== UNIDENTIFIED);
  const wanted: Wanted = { cell, code: codeKey(cell), name: nameKey(cell) };
  for (const fits of WAYS) {
    const found = accounts.filter((account) => fits(account, wanted));
    if (found.length > 0) return found.length === 1 ? found[0] : "ambiguous";
  }
  return undefined;
}

interface Wanted {
  readonly cell: string;
  readonly code: string;
  readonly name: string;
}

type Way = (account: Account, wanted: Wanted) => boolean;

/** The closest first. */
const WAYS: readonly Way[] = [
  ({ customer }, { cell }) => customer.code === cell,
  ({ customer }, { code }) => codeKey(customer.code) === code,
  (account, { cell }) => hadCode(account, cell),
  ({ customer }, { code }) => codeKey(customer.name) === code,
  ({ customer }, { name }) => name !== "" && nameKey(customer.name) === name,
  ({ customer }, { name }) => name !== "" && (customer.aliases ?? []).some((each) => nameKey(each) === name),
];

/** Whether the customer had that code before it got the one it has. */
export function hadCode({ customer }: Account, cell: string): boolean {
  return (customer.formerCodes ?? []).some((code) => codeKey(code) === codeKey(cell));
}
