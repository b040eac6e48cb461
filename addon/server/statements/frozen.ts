import {
  type Account,
  assert,
  hashOf,
  placeInId,
  type StatementHead,
  StatementShape,
  sumOf,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { loadAccount } from "../loaded-accounts.ts";
import { readEntryAt } from "../single-entries.ts";
import { languageFor } from "./subject.ts";

type Frozen = Output<"statement">;
type Listed = Output<"madeStatements">["statements"][number];

/** A frozen statement as it was printed, found by its id, and the language in which its customer reads. */
export function frozenStatement(ledger: Ledger, id: string): Frozen {
  const entry = readEntryAt(placeInId(id));
  const change = entry?.changes.find((each) => each.put === "document");
  if (change?.put !== "document") throw new Refusal("statementUnknown", {});
  const parsed = StatementShape.safeParse(JSON.parse(change.row.text));
  assert(parsed.success, "a frozen statement can be read");
  const language = languageFor(loadAccount(ledger, parsed.data.customer.id), ledger);
  return { id: change.row.id, hash: hashOf(change.row.text), statement: parsed.data, language };
}

/** The sheets that stand in these accounts, the latest first: one that covers several customers is one sheet. */
export function sheetsIn(accounts: Iterable<Account>): Listed[] {
  const parts = new Map<number, { head: StatementHead; account: Account }[]>();
  for (const account of accounts)
    for (const head of account.statements) {
      const place = placeInId(head.id);
      parts.set(place, [...(parts.get(place) ?? []), { head, account }]);
    }
  const byPlace = [...parts].sort(([a], [b]) => b - a);
  return byPlace.flatMap(([, heads]) => sheetOf(heads));
}

/** The first head of a sheet is that of the customer to whom it goes. */
function sheetOf(heads: readonly { head: StatementHead; account: Account }[]): Listed[] {
  const [first] = [...heads].sort((a, b) => partOf(a.head.id) - partOf(b.head.id));
  if (!first) return [];
  const { id, number, currency, from, to, hash, confirmed, covers = [] } = first.head;
  const { id: customer, code, name } = first.account.customer;
  const closing = sumOf(heads.map(({ head }) => head.closing));
  const facts = { id, number, customer, code, name, currency, from, to, closing, hash };
  return [{ ...facts, covers: Math.max(1, covers.length), ...(confirmed ? { confirmed } : {}) }];
}

/** Which of the records of its entry it is: 0 in "s12.0". */
function partOf(id: string): number {
  return Number(id.split(".")[1]);
}
