import { describe, expect, it } from "vitest";
import type { RunCounts } from "../../addon/local/google/runtime.ts";
import { QuickBench } from "./quick-bench.ts";

/**
 * What actions cost at Google, as whole numbers: calls that must reach the servers, and cells. A posting
 * costs the same however large the ledger is; whole reports cost a fixed number of calls and one more for
 * every 200,000 cells, the most that one call may carry.
 */
const CELLS_PER_CALL = 200_000;
const SIZES = process.env.DEEP === undefined ? [1_000, 10_000] : [1_000, 10_000, 100_000];
/** The open items of the largest customer of a real ledger. */
const LARGEST = 2_459;
const ITEMS_EACH = 40;
const CHUNK = 5_000;

interface Row {
  readonly customerName: string;
  readonly [field: string]: string | number;
}

/** Rows of items: three of one customer, 2,459 of another where there is room, 40 of all others. */
function rowsOf(items: number): Row[] {
  const ofLargest = items > LARGEST ? LARGEST : 0;
  return Array.from({ length: items }, (_, i) => {
    const other = `客户${Math.floor(i / ITEMS_EACH)}`;
    return rowOf(i, i < 3 ? "三单客户" : i < 3 + ofLargest ? "大客户" : other);
  });
}

function rowOf(i: number, customerName: string): Row {
  const day = (month: number) => `2026-0${1 + (i % month)}-1${i % 9}`;
  const row = { row: i + 2, occurrence: 1, currency: "CNY", customerName };
  return { ...row, number: `N-${i}`, date: day(4), due: day(5), amount: 10_000 };
}

function filled(items: number): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  importRows(bench, rowsOf(items), "台账.xlsx");
  return bench;
}

/** Imports rows of items in large chunks, and says what each chunk cost. */
function importRows(bench: QuickBench, rows: readonly Row[], source: string): RunCounts[] {
  const announced = { rows: rows.length, amounts: [], layout: "l" };
  const open = { action: `open-${source}`, source, sourceHash: source, ...announced };
  const { batch } = bench.call<{ batch: string }>("importOpen", open);
  const costs: RunCounts[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    costs.push(cost(bench, "importChunk", { batch, kind: "items", from, rows: part }));
  }
  costs.push(cost(bench, "importClose", { batch }));
  return costs;
}

function cost(bench: QuickBench, name: string, input: object): RunCounts {
  const { reply, run } = bench.run(name, input);
  expect(reply).toMatchObject({ ok: true });
  return run.counts;
}

function idOf(bench: QuickBench, code: string): string {
  return bench.call<{ id: string }>("findCustomer", { code }).id;
}

/** Cells of a posting beside the customer's own packed state, which is read once and written once. */
function besidePacked(bench: QuickBench, counts: RunCounts): number {
  return counts.cells - 2 * bench.tab("_accounts").cols;
}

function receipt(customer: string, amount: number): object {
  return {
    action: `receipt-${amount}`,
    receipt: { customer, date: "2026-06-01", amount, method: "transfer", bankReference: `B-${amount}` },
  };
}

/** What the first posting cost: what every other one must cost. */
let price: { calls: number; cells: number } | undefined;

/** What credit actions cost at the first size: what they must cost at every other one. */
const creditPrices = new Map<string, { calls: number; cells: number }>();

const LIMIT = { kind: "limit", limitType: "amount", limit: 5_000_000 };

/** Writing actions of one customer about credit; they follow each other. */
const CREDIT: [string, (customer: string, bench: QuickBench) => object][] = [
  ["requestApproval", (customer) => ({ customer, subject: LIMIT })],
  ["decideApprovals", (_, bench) => ({ approvals: waitingIn(bench), as: "granted", by: "陈主管" })],
  ["hold", (customer) => ({ customer, kind: "hold", reason: "缺签收单" })],
  ["reviewGrades", (customer) => ({ customers: [customer], by: "陈主管" })],
  ["recordReminders", (_, bench) => ({ state: "sent", letters: lettersTo(lastOf(bench), bench) })],
  ["pauseReminders", (customer) => ({ customer, until: "2026-07-01" })],
  ["addPromise", (customer) => ({ customer, until: "2026-07-01", amount: 10_000 })],
];

/** One of the customers that have 40 items. */
function lastOf(bench: QuickBench): string {
  const { customers } = bench.call<{ customers: { id: string }[] }>("customers", {});
  return customers[customers.length - 2]?.id ?? "";
}

function waitingIn(bench: QuickBench): object[] {
  const { approvals } = bench.call<{ approvals: { id: string; customer: string }[] }>("approvals", {});
  return approvals.map(({ id, customer }) => ({ id, customer }));
}

interface LetterLine {
  readonly item: string;
  readonly line: number;
  readonly level: string;
}

function lettersTo(customer: string, bench: QuickBench): object[] {
  const { letters } = bench.call<{
    letters: { currency: string; total: number; lines: LetterLine[]; soon: LetterLine[] }[];
  }>("remind", { customer });
  return letters.map(({ currency, total, lines, soon }) => ({
    ...{ customer, currency, total },
    lines: [...lines, ...soon].map(({ item, line, level }) => ({ item, line, level })),
  }));
}

/** Calls that a report needs besides those that its cells need. */
const REPORTS: [string, object, { fixed: number; perPart: number }][] = [
  ["aging", {}, { fixed: 2, perPart: 1 }],
  ["today", {}, { fixed: 2, perPart: 1 }],
  ["customers", {}, { fixed: 2, perPart: 1 }],
  ["statementCandidates", { day: "2026-05-31" }, { fixed: 2, perPart: 1 }],
  ["madeStatements", {}, { fixed: 2, perPart: 1 }],
  ["check", {}, { fixed: 14, perPart: 1 }],
  ["verify", {}, { fixed: 6, perPart: 1 }],
  ["approvals", { only: "waiting" }, { fixed: 3, perPart: 1 }],
  ["remind", {}, { fixed: 2, perPart: 1 }],
  ["duties", {}, { fixed: 2, perPart: 1 }],
  ["grade", {}, { fixed: 2, perPart: 1 }],
  ["previewPolicy", { policy: { observeUntil: "off" } }, { fixed: 2, perPart: 1 }],
  ["takeOver", { action: "take-0001", all: true }, { fixed: 14, perPart: 1 }],
];

describe.each(SIZES)("a ledger of %i items", { timeout: 1_800_000 }, (items) => {
  const bench = filled(items);

  it("posts a receipt for three items in at most 24 calls and 300 cells, the same at every size", () => {
    const counts = cost(bench, "addReceipt", receipt(idOf(bench, "三单客户"), 30_000));
    const cells = besidePacked(bench, counts);
    console.log(
      `${items} items, receipt for three: ${counts.calls} calls, ${cells} cells beside the account`,
    );
    expect(counts.calls).toBeLessThanOrEqual(24);
    expect(cells).toBeLessThanOrEqual(300);
    price ??= { calls: counts.calls, cells };
    expect({ calls: counts.calls, cells }).toEqual(price);
  });

  it.runIf(items > LARGEST)("posts it for a customer with 2,459 open items at the same price", () => {
    const counts = cost(bench, "addReceipt", receipt(idOf(bench, "大客户"), 29_999));
    const cells = besidePacked(bench, counts);
    console.log(`${items} items, receipt of the largest: ${counts.calls} calls, ${cells} cells beside it`);
    expect({ calls: counts.calls, cells }).toEqual(price);
  });

  it.each(CREDIT)("%s of a customer costs the same at every size, and at most 26 calls", (name, input) => {
    const customer = idOf(bench, "三单客户");
    const counts = cost(bench, name, { action: `credit-${name}`, ...input(customer, bench) });
    const paid = { calls: counts.calls, cells: besidePacked(bench, counts) };
    console.log(`${items} items, ${name}: ${paid.calls} calls, ${paid.cells} cells beside the account`);
    expect(paid.calls).toBeLessThanOrEqual(26);
    if (!creditPrices.has(name)) creditPrices.set(name, paid);
    expect(paid).toEqual(creditPrices.get(name));
  });

  it.each(REPORTS)(
    "%s takes a fixed number of calls, and one for every 200,000 cells",
    (name, input, max) => {
      const { calls, cells } = cost(bench, name, input);
      const parts = Math.ceil(cells / CELLS_PER_CALL);
      console.log(`${items} items, ${name}: ${calls} calls, ${cells} cells (${parts} parts)`);
      expect(calls).toBeLessThanOrEqual(max.fixed + max.perPart * parts);
    },
  );
});

describe("an import", { timeout: 600_000 }, () => {
  it("takes the same calls for a chunk of 20 rows and of 4,000", () => {
    const calls = [20, 4_000].map((count) => {
      const bench = filled(1_000);
      const rows = Array.from({ length: count }, (_, i) => rowOf(10_000 + i, `客户${1 + (i % 2)}`));
      const [chunk] = importRows(bench, rows, "新单.xlsx");
      console.log(
        `importChunk of ${count} rows for two customers: ${chunk?.calls} calls, ${chunk?.cells} cells`,
      );
      return chunk?.calls;
    });
    expect(calls[1]).toBe(calls[0]);
  });

  it("does not take more calls for many customers than for a few", () => {
    const calls = [40, 1_000].map((count) => {
      const rows = Array.from({ length: count }, (_, i) => rowOf(20_000 + i, `新客户${i}`));
      const [chunk] = importRows(filled(1_000), rows, "新客户.xlsx");
      console.log(`importChunk of ${count} new customers: ${chunk?.calls} calls, ${chunk?.cells} cells`);
      return chunk?.calls;
    });
    expect(calls[1]).toBe(calls[0]);
  });
});
