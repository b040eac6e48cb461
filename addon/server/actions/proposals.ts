import { type Account, type Change, CUSTOMERS, type Customer } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { commit } from "../committing.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { openLedger, withLedger } from "../opened-ledger.ts";
import { draftOf } from "../plan.ts";
import { noteProposals } from "../state/marks.ts";
import { tabTakeOver } from "../taking-over/tab-take-over.ts";
import type { Proposal, ProposedColumn } from "../taking-over/typed-proposals.ts";
import type { RowWrite } from "../views/row-write.ts";
import { projectionOf } from "../views/row-writes.ts";
import { restoreRows } from "../views/views.ts";
import { currentUser } from "./booking.ts";

/** Terms and limits that people typed beside customers: wishes until somebody decides. */
export function proposals(): Output<"proposals"> {
  const ledger = openLedger("read");
  loadAll(ledger);
  return { proposals: standing(ledger).map((each) => told(each, ledger)) };
}

function standing(ledger: Ledger): readonly Proposal[] {
  return tabTakeOver(ledger, CUSTOMERS).proposals;
}

function told({ customer: id, column, proposed, inForce }: Proposal, ledger: Ledger) {
  const customer = ledger.book.accounts.get(id)?.customer;
  return { customer: id, code: customer?.code ?? "", name: customer?.name ?? "", column, proposed, inForce };
}

/**
 * Puts wishes in force, or the value in force back into their cells. A wish that does not stand there
 * any more, or that says something else now, is left alone.
 */
export function decideProposals(input: Input<"decideProposals">): Output<"decideProposals"> {
  return withLedger((ledger) => {
    loadAll(ledger);
    const waiting = standing(ledger);
    const decided = waiting.flatMap((proposal) => {
      const decision = input.decisions.find((each) => isSame(each, proposal));
      return decision ? [{ proposal, as: decision.as }] : [];
    });
    const by = (as: "inForce" | "discarded") =>
      decided.filter((each) => each.as === as).map((each) => each.proposal);
    const changes = putInForce(by("inForce"), ledger);
    const draft = draftOf("decideProposals", input.action, "", changes);
    const done = changes.length > 0 ? commit(ledger, [draft], currentUser()) : ledger;
    restoreRows(putBack(by("discarded"), done), { state: done.state, style: done.style, recovering: false });
    noteProposals(done.state, CUSTOMERS.key, waiting.length - decided.length);
    return { inForce: by("inForce").length, discarded: by("discarded").length };
  });
}

type Decision = Input<"decideProposals">["decisions"][number];

function isSame(decision: Decision, proposal: Proposal): boolean {
  const { customer, column, proposed } = proposal;
  return decision.customer === customer && decision.column === column && decision.proposed === proposed;
}

/** One new version of each customer, with everything that was accepted for it. */
function putInForce(accepted: readonly Proposal[], ledger: Ledger): Change[] {
  return byCustomer(accepted).map(([id, own]) => {
    const account = ledger.book.accounts.get(id) as Account;
    const row = own.reduce(
      (customer, { column, next }) => withColumn(customer, column, next),
      account.customer,
    );
    return { put: "customer", row, decided: own.map((each) => each.column) };
  });
}

function withColumn(customer: Customer, column: ProposedColumn, next: Customer): Customer {
  const { [column]: old, ...rest } = customer;
  return { ...rest, ...(next[column] === undefined ? {} : { [column]: next[column] }) } as Customer;
}

function putBack(discarded: readonly Proposal[], ledger: Ledger): RowWrite[] {
  const rows = projectionOf(ledger.book).get(CUSTOMERS.key);
  return byCustomer(discarded).flatMap(([id, own]) => {
    const row = rows?.get(id);
    return row ? [{ ...row, state: "decided" as const, columns: own.map((each) => each.column) }] : [];
  });
}

function byCustomer(proposals: readonly Proposal[]): [string, Proposal[]][] {
  const found = new Map<string, Proposal[]>();
  for (const each of proposals) found.set(each.customer, [...(found.get(each.customer) ?? []), each]);
  return [...found];
}
