import { beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../addon/local/google/runtime.ts";
import { Bench } from "./bundle.ts";

/** Every writing action, killed at every server call in every way, and tried again with the same id. */
const MODES: Fault["mode"][] = ["before", "after", "unknown", "torn"];

let base: Bench;
let customer: string;
let draft: string;

interface Booked {
  id: string;
}

beforeAll(() => {
  base = new Bench();
  base.call("setup", { language: "zh" });
  const terms = { kind: "net", days: 30 };
  const made = base.call<Booked>("addCustomer", {
    action: "action-c1",
    customer: { code: "K001", name: "深圳市鸿运达", terms },
  });
  customer = made.id;
  for (const [i, amount] of [100_000, 250_000, 75_050].entries()) {
    const item = { customer, kind: "invoice", number: `INV-${i}`, date: `2026-0${i + 1}-15`, amount };
    base.call("addItem", { action: `action-i${i}`, item });
  }
  const receipt = {
    customer,
    date: "2026-03-01",
    amount: 120_000,
    method: "bankDraft",
    draft: { maturity: "2026-09-01", state: "held" },
  };
  draft = base.call<Booked>("addReceipt", { action: "action-r0", receipt }).id;
});

const actions: [string, () => [string, object]][] = [
  [
    "addCustomer",
    () => ["addCustomer", { action: "try-0001", customer: { code: "K002", name: "广州恒通" } }],
  ],
  [
    "addItem",
    () => [
      "addItem",
      {
        action: "try-0001",
        item: { customer, kind: "invoice", number: "INV-9", date: "2026-04-01", amount: 5_000 },
      },
    ],
  ],
  [
    "addReceipt",
    () => [
      "addReceipt",
      {
        action: "try-0001",
        receipt: {
          customer,
          date: "2026-05-05",
          amount: 305_000,
          method: "transfer",
          settleDifference: "smallAmount",
        },
      },
    ],
  ],
  [
    "addReceipt unidentified",
    () => [
      "addReceipt",
      { action: "try-0001", receipt: { date: "2026-05-05", amount: 20_000, method: "transfer" } },
    ],
  ],
  ["dishonour", () => ["dishonour", { action: "try-0001", customer, receipt: draft, date: "2026-09-03" }]],
  ["undo", () => ["undo", { action: "try-0001", of: "action-r0" }]],
];

describe.each(actions)("%s, killed at every call and retried", (_name, make) => {
  it("ends as if nothing had happened on the way", () => {
    const [name, input] = make();
    const clean = base.copy();
    const { run, reply } = clean.run(name, input);
    expect(reply).toMatchObject({ ok: true });
    const wanted = projection(clean);
    let runs = 0;
    for (const mode of MODES) {
      for (let at = 1; at <= run.counts.calls; at += 1) {
        const bench = base.copy();
        bench.runKilled(name, input, { at, mode });
        const retried = bench.run(name, input).reply;
        expect(retried, `${mode} at ${at}`).toMatchObject({ ok: true });
        expect(projection(bench), `${mode} at ${at} (${run.counts.names[at - 1]})`).toEqual(wanted);
        runs += 1;
      }
    }
    console.log(`${name}: ${runs} kills, 0 lost, doubled or half`);
  });
});

/** What people see and what the next action reads, without times and hashes. */
function projection(bench: Bench): unknown {
  const seen = ["客户", "应收明细", "收款", "核销"].map((name) => sorted(bench.cells(name)));
  const packed = sorted(bench.cells("_accounts"));
  const journal = bench
    .cells("_journal")
    .map((row) => [row[0], row[2], row[7], row[9]])
    .filter((row) => row[0] !== undefined && row[0] !== "");
  return { seen, packed, journal };
}

function sorted(rows: unknown[][]): string[] {
  return rows
    .slice(1)
    .map((row) => JSON.stringify(row).replace(/(,"")+\]$/, "]"))
    .filter((row) => !/^\[("",?)*\]$/.test(row))
    .sort();
}
