import type { Output } from "../../addon/protocol.ts";
import { daysAfter, type PlainDate } from "../../core/index.ts";
import type { Bench } from "../addon/bundle.ts";

/** Somebody else than whoever asks: nobody decides their own request. */
const DECIDER = "li@example.com";

export function customerId(bench: Bench, code: string): string {
  return bench.call<{ id: string }>("findCustomer", { code }).id;
}

export function todayOf(bench: Bench): PlainDate {
  return bench.call<{ facts: { today: PlainDate } }>("status", {}).facts.today;
}

interface Asked {
  readonly subject: { readonly kind: string; readonly [field: string]: unknown };
  readonly amount?: number;
}

/** Something asked for and granted by somebody else. */
export function granted(bench: Bench, code: string, asked: Asked): void {
  const { kind } = asked.subject;
  const customer = customerId(bench, code);
  const action = `scene-ask-${code}-${kind}`;
  bench.call("requestApproval", { action, customer, ...asked });
  const { approvals } = bench.call<Output<"approvals">>("approvals", { only: "waiting", customer });
  const all = approvals.map(({ id }) => ({ id, customer }));
  bench.call("decideApprovals", { action: `${action}-granted`, approvals: all, as: "granted" }, DECIDER);
}

/** Receipts are entered to this day, and nothing is only observed any more. */
export function upToDate(bench: Bench): void {
  const receiptsEnteredThrough = todayOf(bench);
  bench.call("saveSettings", { action: "scene-through", settings: { receiptsEnteredThrough } });
  bench.call("savePolicy", { action: "scene-observed", policy: { observeUntil: "off" } });
}

/** A customer of grade A with a limit, receipts entered to this day. */
export function inGoodStanding(bench: Bench, code: string, limit: number): void {
  upToDate(bench);
  granted(bench, code, { subject: { kind: "grade", grade: "A" } });
  granted(bench, code, { subject: { kind: "limit", limitType: "amount", limit } });
}

export function held(bench: Bench, code: string, kind: "hold" | "block", reason: string): void {
  bench.call("hold", {
    action: `scene-hold-${code}-${kind}`,
    customer: customerId(bench, code),
    kind,
    reason,
  });
}

/** A file in which something of every kind stands. */
export function fullFile(bench: Bench, code: string, words: { held: string; said: string }): void {
  const customer = customerId(bench, code);
  const today = todayOf(bench);
  upToDate(bench);
  held(bench, code, "hold", words.held);
  granted(bench, code, { subject: { kind: "release", order: "SO-1107" }, amount: 5_800_000 });
  bench.call("requestApproval", {
    ...{ action: "scene-file-ask", customer },
    subject: { kind: "limit", limitType: "amount", limit: 15_000_000 },
    reason: words.said,
  });
  const promise = { customer, amount: 5_000_000, note: words.said };
  const [made, broken, live] = [daysAfter(today, -20), daysAfter(today, -6), daysAfter(today, 9)];
  bench.call("addPromise", { action: "scene-p1", ...promise, madeOn: made, until: broken });
  bench.call("addPromise", { action: "scene-p2", ...promise, until: live });
  bench.call("pauseReminders", { action: "scene-pause", customer, until: live });
  bench.call("reviewGrades", { action: "scene-review", customers: [customer] });
}

/** A ledger that is still being watched: it says what it would hold, and holds nothing. */
export function observed(bench: Bench): void {
  const observeUntil = daysAfter(todayOf(bench), 21);
  bench.call("savePolicy", { action: "scene-observe", policy: { observeUntil } });
}
