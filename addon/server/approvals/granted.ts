import {
  type Account,
  type Approval,
  type Change,
  type Currency,
  type Customer,
  customerAfter,
  decisionOf,
  type Money,
  moneyText,
  type OpenLine,
  policyOn,
  SettlingDays,
  smaller,
} from "../../../core/index.ts";
import { Refusal } from "../../refusal.ts";
import type { Ledger } from "../ledger.ts";
import { type IdMaker, positionOf, refuseClosed } from "../plan.ts";
import { letGo } from "../receipts/small-difference.ts";
import { columnsOfSubject } from "./wished-subjects.ts";

/** What follows from approvals of one customer that were just granted; they follow each other. */
export function effectsOf(
  account: Account,
  approvals: readonly Approval[],
  ids: IdMaker,
  ledger: Ledger,
): Change[] {
  let customer: Customer = account.customer;
  const columns = new Set<string>();
  for (const approval of approvals) {
    const after = customerAfter(customer, approval);
    if (after) for (const column of columnsOfSubject(approval.subject)) columns.add(column);
    customer = after ?? customer;
  }
  const lettingGo = differencesLetGo(account, approvals, ids, ledger);
  if (customer === account.customer) return lettingGo;
  return [{ put: "customer", row: customer, decided: [...columns] }, ...lettingGo];
}

/** 抹零: what is still open of each line, up to what was granted, is let go on the day of the decision. */
function differencesLetGo(
  account: Account,
  approvals: readonly Approval[],
  ids: IdMaker,
  ledger: Ledger,
): Change[] {
  const { settings } = ledger.book;
  const days = new SettlingDays(account);
  const done = new Set<OpenLine>();
  return approvals.flatMap((approval) => {
    const { subject, amount } = approval;
    const decision = decisionOf(approval);
    if (subject.kind !== "smallDifference" || decision?.as !== "granted" || amount === undefined) return [];
    refuseClosed(decision.on, settings);
    const { lines } = positionOf(account, settings, approval.currency);
    const line = lines.find(({ item, line: at }) => item.id === subject.item && at === subject.line);
    if (!line || isDone(line, done)) throw new Refusal("lineNotOpen", {});
    done.add(line);
    if (line.open > amount) throw grown(line.open, amount, approval.currency);
    const most = smaller(amount, decision.ceiling ?? amount);
    const part = { line, amount: smaller(line.open, most), rule: "byHand" as const };
    const policy = policyOn(ledger.book, decision.on);
    return letGo([part], { settings, policy, ids, days, date: decision.on, reason: subject.reason });
  });
}

/** What had been paid when it was asked for is paid no more. */
function grown(open: Money, asked: Money, currency: Currency): Refusal {
  const told = (sum: Money) => `${moneyText(sum, currency)} ${currency}`;
  return new Refusal("differenceGrown", { open: told(open), asked: told(asked) });
}

/** Of two wishes to let the same line go, one is enough. */
function isDone({ item, line }: OpenLine, done: ReadonlySet<OpenLine>): boolean {
  return [...done].some((each) => each.item.id === item.id && each.line === line);
}
