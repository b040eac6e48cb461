import { ACTION, customer, items, type Scene, scene, typeIn } from "./fault-scenes.ts";
import type { QuickBench } from "./quick-bench.ts";

const LIMIT = { kind: "limit", limitType: "amount", limit: 5_000_000 };
const TERMS = { kind: "terms", terms: { kind: "net", days: 60 } };
const DIFFERENCE = { kind: "smallDifference", item: items[1], line: 0, reason: "smallAmount" };
const BY = { by: "陈主管" };

function asked(bench: QuickBench, ...subjects: object[]): { id: string; customer: string }[] {
  return subjects.map((subject, i) => {
    const request = { action: `action-q${i}`, customer, subject, by: "小李" };
    return { id: bench.call<{ id: string }>("requestApproval", request).id, customer };
  });
}

/** The ids that the prepared ledger will have given: the same on every copy of it. */
function idsAfter(...subjects: object[]): { id: string; customer: string }[] {
  return asked(scene("", "", {}).bench, ...subjects);
}

function decide(what: string, as: "granted" | "refused", ...subjects: object[]): Scene {
  const input = { action: ACTION, approvals: idsAfter(...subjects), as, ...BY };
  return scene(`decideApprovals, ${what}`, "decideApprovals", input, (bench) => {
    asked(bench, ...subjects);
  });
}

/** What is asked for, decided, held and reviewed. */
export function approvalScenes(): Scene[] {
  const request = (what: string, subject: object, more: object = {}) =>
    scene(`requestApproval, ${what}`, "requestApproval", { action: ACTION, customer, subject, ...more });
  const [own] = idsAfter(LIMIT);
  const hold = { customer, kind: "hold", reason: "缺签收单" };
  return [
    request("a limit", LIMIT),
    request("a release", { kind: "release", order: "SO-1" }, { amount: 80_000, reason: "老客户急单" }),
    decide("limit and terms", "granted", LIMIT, TERMS),
    decide("抹零", "granted", DIFFERENCE),
    decide("refused", "refused", LIMIT, TERMS),
    scene("withdrawApproval", "withdrawApproval", { action: ACTION, ...own }, (bench) => {
      bench.call("requestApproval", { action: "action-q0", customer, subject: LIMIT });
    }),
    scene("hold", "hold", { action: ACTION, ...hold }),
    scene(
      "liftHold",
      "liftHold",
      { action: ACTION, customer, hold: "h6.0", reason: "已补", ...BY },
      (bench) => {
        expectId(bench.call<{ id: string }>("hold", { action: "action-h0", ...hold }).id, "h6.0");
      },
    ),
    scene("reviewGrades", "reviewGrades", { action: ACTION, customers: [customer], ...BY }),
    scene("savePolicy", "savePolicy", { action: ACTION, policy: { observeUntil: "off" } }),
  ];
}

function expectId(found: string, expected: string): void {
  if (found !== expected) throw new Error(`the hold is ${found}, not ${expected}`);
}

/** The letter that is due to the customer of the scenes. */
function letters(): object[] {
  const { bench } = scene("", "", {});
  const preview = bench.call<{ letters: Letter[] }>("remind", {});
  return preview.letters.map(({ customer: id, currency, total, lines, soon, words }) => {
    const named = [...lines, ...soon].map(({ item, line, level }) => ({ item, line, level }));
    return { customer: id, currency, total, lines: named, text: words.text };
  });
}

interface LetterLine {
  readonly item: string;
  readonly line: number;
  readonly level: string;
}

interface Letter {
  readonly customer: string;
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly LetterLine[];
  readonly soon: readonly LetterLine[];
  readonly words: { readonly text: string };
}

/** What is said to customers, and what they promise. */
export function collectionScenes(): Scene[] {
  const recorded = { letters: letters(), state: "sent", channel: "wechat" };
  return [
    scene("recordReminders", "recordReminders", { action: ACTION, ...recorded }),
    scene("pauseReminders", "pauseReminders", { action: ACTION, customer, until: "2026-07-01" }),
    scene("addPromise", "addPromise", { action: ACTION, customer, until: "2026-06-30", amount: 100_000 }),
  ];
}

/** Wishes that hands typed, and that a list of customers brings. */
export function wishScenes(): Scene[] {
  const row = {
    row: 2,
    occurrence: 1,
    currency: "CNY",
    customerCode: "K001",
    terms: "60天",
    creditLimit: 9_000,
  };
  return [
    scene("takeOver, wishes", "takeOver", { action: ACTION }, (bench) => {
      typeIn(bench, "客户", 2, { 付款条件: "60天", 额度类型: "按金额", 信用额度: 50_000, 业务员: "李" });
    }),
    scene("takeOver, wishes beside a new customer", "takeOver", { action: ACTION }, (bench) => {
      typeIn(bench, "客户", 3, { 编码: "K009", 客户名称: "佛山新合", 信用额度: 900 });
    }),
    scene("takeOver, a decision typed past the code", "takeOver", { action: ACTION }, (bench) => {
      bench.call("requestApproval", { action: "action-q0", customer, subject: LIMIT });
      typeIn(bench, "审批", 2, { 状态: "已批准" });
      typeIn(bench, "客户", 2, { 信用冻结: "冻结" });
    }),
    scene("importChunk, wishes", "importChunk", chunkOf(row), (bench) => {
      bench.call("importOpen", OPEN);
    }),
  ];
}

const OPEN = { action: "action-b0", source: "客户.csv", sourceHash: "h", rows: 1, amounts: [], layout: "" };

function chunkOf(row: object): object {
  const { bench } = scene("", "", {});
  const { batch } = bench.call<{ batch: string }>("importOpen", OPEN);
  return { batch, kind: "customers", from: 0, rows: [row] };
}
