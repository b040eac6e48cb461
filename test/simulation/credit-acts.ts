import { type Account, fileOf, isUndecided } from "../../core/index.ts";
import type { Act, Around } from "./act.ts";

/** People of the simulation, some of whom ask and some of whom decide. */
const PEOPLE = ["小李", "小王", "陈主管", "赵主管"];

/** What users ask for, decide, hold, review, remind and are promised. */
export const CREDIT_MAKERS: readonly (readonly [weight: number, make: (around: Around) => Act])[] = [
  [5, requestApproval],
  [5, decideApprovals],
  [1, withdrawApproval],
  [2, hold],
  [2, liftHold],
  [1, reviewGrades],
  [2, pauseReminders],
  [2, addPromise],
  [2, receiptThatAsks],
];

function own({ n }: Around) {
  return { action: `action-${n}` };
}

function accountIn({ random, accounts }: Around): Account | undefined {
  return random.of(accounts);
}

function customerOf(around: Around): string {
  return accountIn(around)?.customer.id ?? "c1.0";
}

function requestApproval(around: Around): Act {
  const { random, n } = around;
  const account = accountIn(around);
  const item = random.of(account?.items ?? [])?.id ?? "i0.0";
  const subject = random.of<object>([
    { kind: "limit", limitType: "amount", limit: n * 100 },
    { kind: "limit", limitType: "none" },
    { kind: "terms", terms: { kind: "net", days: 10 + (n % 50) } },
    { kind: "grade", grade: "B" },
    { kind: "release", order: `SO-${n}` },
    { kind: "smallDifference", item, line: 0, reason: "smallAmount" },
  ]);
  const customer = account?.customer.id ?? "c1.0";
  const input = { ...own(around), customer, subject, amount: n * 100, by: random.of(PEOPLE) };
  return { name: "requestApproval", input };
}

function undecidedIn(around: Around): { id: string; customer: string }[] {
  return around.accounts.flatMap((account) =>
    fileOf(account)
      .approvals.filter((each) => each.voided === 0 && isUndecided(each))
      .map(({ id }) => ({ id, customer: account.customer.id })),
  );
}

function decideApprovals(around: Around): Act {
  const { random } = around;
  const waiting = undecidedIn(around);
  const some = random.isLikely(30)
    ? waiting.slice(0, 5)
    : [random.of(waiting) ?? { id: "p0.0", customer: "c1.0" }];
  const as = random.isLikely(70) ? "granted" : "refused";
  const input = { ...own(around), approvals: some, as, by: random.of(PEOPLE) };
  return { name: "decideApprovals", input };
}

function withdrawApproval(around: Around): Act {
  const found = around.random.of(undecidedIn(around)) ?? { id: "p0.0", customer: "c1.0" };
  return { name: "withdrawApproval", input: { ...own(around), ...found } };
}

function hold(around: Around): Act {
  const { random, n } = around;
  const kind = random.of(["hold", "hold", "block"]);
  const input = { ...own(around), customer: customerOf(around), kind, reason: `原因 ${n}`, by: "小李" };
  return { name: "hold", input };
}

function liftHold(around: Around): Act {
  const { random, accounts } = around;
  const held = accounts.flatMap((account) =>
    fileOf(account).holds.map(({ id }) => ({ hold: id, customer: account.customer.id })),
  );
  const found = random.of(held) ?? { hold: "h0.0", customer: "c1.0" };
  return { name: "liftHold", input: { ...own(around), ...found, reason: "已补", by: "陈主管" } };
}

function reviewGrades(around: Around): Act {
  const customers = around.accounts.slice(0, 6).map(({ customer }) => customer.id);
  const some = customers.length > 0 ? customers.filter((id) => id !== "?") : ["c1.0"];
  return { name: "reviewGrades", input: { ...own(around), customers: some, by: "陈主管" } };
}

function pauseReminders(around: Around): Act {
  const input = { ...own(around), customer: customerOf(around), until: "2026-07-01" };
  return { name: "pauseReminders", input };
}

function addPromise(around: Around): Act {
  const input = { ...own(around), customer: customerOf(around), until: "2026-06-30", amount: around.n * 10 };
  return { name: "addPromise", input };
}

/** A receipt by which 抹零 is asked for. */
function receiptThatAsks(around: Around): Act {
  const { n } = around;
  const receipt = {
    ...{ customer: customerOf(around), date: around.random.day(), amount: 1 + n * 7, method: "transfer" },
    ...{ bankReference: `M-${n}`, askDifference: "smallAmount" },
  };
  return { name: "addReceipt", input: { ...own(around), receipt } };
}
