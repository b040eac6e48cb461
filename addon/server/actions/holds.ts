import { type Change, fileOf, judgementOf, policyOn, recordOf } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { actorOf, namedDecider } from "../deciders.ts";
import { loadCustomer, loadCustomers } from "../loaded-accounts.ts";
import { draftOf, idsFor } from "../plan.ts";
import { book } from "./booking.ts";
import { todayIn } from "./reading.ts";

/** Holds a customer's orders 冻结, or stops its supply: anybody who books may, at once, with a reason. */
export function hold(input: Input<"hold">): Output<"hold"> {
  return book(input, (ledger) => {
    const { customer } = loadCustomer(ledger, input.customer);
    const { kind, reason } = input;
    const row = {
      id: idsFor(ledger.book.head.seq + 1).hold(),
      ...{ customer: customer.id, kind, reason, by: actorOf(input.by), on: todayIn(ledger) },
    };
    return draftOf("hold", input.action, "", [{ put: "hold", row }]);
  });
}

/** Lifts a hold 解除冻结: whoever decides does, with a reason; it stays on record. */
export function liftHold(input: Input<"liftHold">): Output<"liftHold"> {
  return book(input, (ledger) => {
    const by = namedDecider(ledger.book.users, input.by);
    const account = loadCustomer(ledger, input.customer);
    const found = fileOf(account).holds.find(({ id, voided }) => id === input.hold && voided === 0);
    if (!found || found.lifted) throw new Refusal("holdUnknown", {});
    const lifted = { by, on: todayIn(ledger), reason: input.reason };
    return draftOf("liftHold", input.action, "", [{ put: "hold", row: { ...recordOf(found), lifted } }]);
  });
}

/** Credit review 信用复审: records each customer's grade of today, as somebody has looked at it. */
export function reviewGrades(input: Input<"reviewGrades">): Output<"reviewGrades"> {
  return book(input, (ledger) => {
    const by = namedDecider(ledger.book.users, input.by);
    const today = todayIn(ledger);
    const policy = policyOn(ledger.book, today);
    const ids = idsFor(ledger.book.head.seq + 1);
    const { settings, head } = ledger.book;
    loadCustomers(ledger, input.customers);
    const changes = [...new Set(input.customers)].map((id): Change => {
      const account = loadCustomer(ledger, id);
      const { grade, override } = judgementOf(account, { asOf: today, knownAt: head.seq, policy, settings });
      const judged = { grade: override?.grade ?? grade.grade, score: grade.score };
      const row = { id: ids.review(), customer: account.customer.id, on: today, by, ...judged };
      return { put: "review", row: { ...row, policyVersion: policy.version } };
    });
    return draftOf("reviewGrades", input.action, "", changes);
  });
}
