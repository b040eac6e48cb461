import { createHash } from "node:crypto";
import type { Cell } from "../../addon/local/ops.ts";
import { QuickBench } from "./quick-bench.ts";

/** Ways in which hands damage the hidden journal, each on a copy of the same ledger. */
export interface Damage {
  readonly what: string;
  readonly hands: (bench: QuickBench) => void;
  /** How the check-up must name it: row as the sheet counts, places in the journal, why. */
  readonly named: readonly string[];
  /** Places whose entries nobody can read any more. */
  readonly lost: readonly string[];
}

interface Booked {
  readonly id: string;
  readonly seq: number;
}

/** Of its two customers hands only ever damage what is of the first. */
export const MINE = "K001";
export const OTHER = "K002";

/**
 * Entries in the order of the journal: 1, 2 customers; 3 to 5 invoices of the first; 6 an invoice of the
 * other; 7 a receipt of the first over its first two invoices; 8 a receipt of the other; 9 to 11 an import
 * for the first, of which 10 is longer than a cell; 12 a note of credit of the first.
 */
export function soundLedger(): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  const [mine, other] = [MINE, OTHER].map(
    (code) =>
      bench.call<Booked>("addCustomer", {
        action: `customer-${code}`,
        customer: { code, name: `客户${code}` },
      }).id,
  );
  const item = (customer: string | undefined, number: string, amount: number, kind = "invoice") =>
    bench.call<Booked>("addItem", {
      action: `item-${number}`,
      item: { customer, kind, number, date: "2026-01-15", due: "2026-02-14", amount },
    });
  const receipt = (customer: string | undefined, amount: number) =>
    bench.call("addReceipt", {
      action: `receipt-${amount}`,
      receipt: { customer, date: "2026-02-20", amount, method: "transfer" },
    });
  item(mine, "A-1", 100_000);
  item(mine, "A-2", 250_050);
  item(mine, "A-3", 75_000);
  item(other, "B-1", 40_000);
  receipt(mine, 160_000);
  receipt(other, 15_000);
  imported(bench);
  item(mine, "A-4", 9_900, "creditNote");
  return bench;
}

/** So many rows that the entry's payload takes several cells. */
function imported(bench: QuickBench): void {
  const rows = Array.from({ length: 130 }, (_, i) => ({
    ...{ row: i + 2, occurrence: 1, currency: "CNY", customerCode: MINE, customerName: `客户${MINE}` },
    ...{
      number: `E-${i}`,
      date: "2026-03-01",
      due: "2026-04-01",
      amount: 1_000 + i,
      note: "备注".repeat(240),
    },
  }));
  const source = { source: "旧账.xlsx", sourceHash: "h1", rows: rows.length, amounts: [], layout: "l" };
  const { batch } = bench.call<{ batch: string }>("importOpen", { action: "import-0001", ...source });
  bench.call("importChunk", { batch, kind: "items", from: 0, rows });
  bench.call("importClose", { batch });
}

const COLUMN = { seq: 1, part: 2, user: 6, payload: 10, payloadHash: 11, previous: 12, hash: 13 };

/** Rows of the journal as the sheet counts them, by place. */
export function rowOf(bench: QuickBench, seq: number): number {
  const at = journal(bench).cells.findIndex((cells) => String(cells[0]) === String(seq));
  if (at < 0) throw new Error(`the journal has no entry ${seq}`);
  return at + 1;
}

function journal(bench: QuickBench) {
  return bench.tab("_journal");
}

function edit(seq: number, column: keyof typeof COLUMN, change: (text: string) => string) {
  return (bench: QuickBench): void => {
    const row = rowOf(bench, seq);
    const known = String(journal(bench).cells[row - 1]?.[COLUMN[column] - 1] ?? "");
    const text = change(known);
    if (text === known) throw new Error(`the hand on entry ${seq} changes nothing`);
    bench.workbook.apply({ do: "set", tab: journal(bench).id, row, col: COLUMN[column], cells: [[text]] });
  };
}

function remove(bench: QuickBench, row: number, count = 1): void {
  bench.workbook.apply({ do: "removeRows", tab: journal(bench).id, row, count });
}

function insert(bench: QuickBench, row: number, cells: Cell[]): void {
  const { id: tab } = journal(bench);
  bench.workbook.apply({ do: "insertRows", tab, row, count: 1 });
  bench.workbook.apply({ do: "set", tab, row, col: 1, cells: [cells] });
}

const dearer = (text: string) => text.replaceAll("75000", "79000");

/** Changes an entry and makes its own hashes fit again: only its neighbours tell. */
function rewritten(bench: QuickBench): void {
  const row = rowOf(bench, 5);
  const cells = [...(journal(bench).cells[row - 1] ?? [])].map(String);
  cells[9] = dearer(cells[9] ?? "");
  const sha = (text: string) => createHash("sha256").update(text).digest("hex");
  cells[10] = sha(cells[9]);
  const [seq, , action, key, at, user, knownBy, kind, batch, , payloadHash, previous] = cells;
  const head = [Number(seq), action, key, at, user, knownBy, kind, batch, payloadHash, previous];
  cells[12] = sha(JSON.stringify(head));
  bench.workbook.apply({ do: "set", tab: journal(bench).id, row, col: 1, cells: [cells] });
}

export const DAMAGES: readonly Damage[] = [
  {
    what: "an amount in a payload",
    hands: edit(5, "payload", dearer),
    ...{ named: ["6: 5–5 payload"], lost: [] },
  },
  {
    what: "an amount, below what is settled of it",
    hands: edit(3, "payload", (text) => text.replaceAll("100000", "40000")),
    ...{ named: ["4: 3–3 payload"], lost: [] },
  },
  {
    what: "a payload that is no payload any more",
    hands: edit(3, "payload", (text) => text.slice(0, -8)),
    ...{ named: ["4: 3–3 payload"], lost: ["3–3"] },
  },
  {
    what: "a payload whose due lines no longer add up",
    hands: edit(5, "payload", (text) => text.replace("75000", "79000")),
    ...{ named: ["6: 5–5 payload"], lost: ["5–5"] },
  },
  {
    what: "the user of an entry",
    hands: edit(4, "user", () => "somebody@else.example"),
    ...{ named: ["5: 4–4 chain"], lost: [] },
  },
  { what: "a hash", hands: edit(4, "hash", () => "00"), ...{ named: ["5: 4–4 hash"], lost: [] } },
  {
    what: "the hash of a payload",
    hands: edit(4, "payloadHash", () => "00"),
    ...{ named: ["5: 4–4 hash"], lost: [] },
  },
  {
    what: "the hash before",
    hands: edit(4, "previous", () => "00"),
    ...{ named: ["5: 4–4 hash"], lost: [] },
  },
  { what: "the last hash", hands: edit(12, "hash", () => "00"), ...{ named: ["15: 12–12 hash"], lost: [] } },
  {
    what: "the number of an entry",
    hands: edit(5, "seq", () => "x"),
    ...{ named: ["6: 5–5 chain"], lost: [] },
  },
  {
    what: "the number of an entry, taken away",
    hands: edit(5, "seq", () => ""),
    ...{ named: ["6: 5–5 chain"], lost: [] },
  },
  {
    what: "an entry with its own hashes",
    hands: rewritten,
    ...{ named: ["6: 5–5 chain"], lost: [] },
  },
  {
    what: "a row in the middle, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 5)),
    ...{ named: ["6: 5–5 gap"], lost: ["5–5"] },
  },
  {
    what: "the customer's own row, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 1)),
    ...{ named: ["2: 1–1 gap"], lost: ["1–1"] },
  },
  {
    what: "a receipt, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 7)),
    ...{ named: ["8: 7–7 gap"], lost: ["7–7"] },
  },
  {
    what: "the last rows, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 11), 2),
    ...{ named: ["14: 11–12 tail"], lost: ["11–12"] },
  },
  {
    what: "a copied row, inserted",
    hands: (bench) => insert(bench, 8, [...(journal(bench).cells[4] ?? [])]),
    ...{ named: ["8: 4–4 inserted"], lost: [] },
  },
  {
    what: "a made-up row, inserted",
    hands: (bench) => insert(bench, rowOf(bench, 6), ["6", "1/1", "", "", "", "boss", "", "undo", "", "[]"]),
    ...{ named: ["7: 6–6 inserted"], lost: [] },
  },
  {
    what: "a blank row, inserted",
    hands: (bench) => bench.workbook.apply({ do: "insertRows", tab: journal(bench).id, row: 5, count: 1 }),
    ...{ named: ["5: 0–0 inserted"], lost: [] },
  },
  {
    // Either could be said to have moved: one is enough.
    what: "two rows, swapped",
    hands: (bench) => {
      const cells = [...(journal(bench).cells[3] ?? [])];
      remove(bench, 4);
      insert(bench, 5, cells);
    },
    ...{ named: ["4: 4–4 moved"], lost: [] },
  },
  {
    what: "a row, moved to the end",
    hands: (bench) => {
      const cells = [...(journal(bench).cells[3] ?? [])];
      remove(bench, 4);
      insert(bench, 15, cells);
    },
    ...{ named: ["15: 3–3 moved"], lost: [] },
  },
  {
    what: "one row of a long entry, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 10) + 1),
    ...{ named: ["11: 10–10 incomplete"], lost: ["10–10"] },
  },
  {
    what: "the first row of a long entry, deleted",
    hands: (bench) => remove(bench, rowOf(bench, 10)),
    ...{ named: ["11: 10–10 incomplete"], lost: ["10–10"] },
  },
  {
    what: "rows here and there",
    hands: (bench) => {
      edit(5, "payload", dearer)(bench);
      edit(12, "user", () => "x")(bench);
      remove(bench, rowOf(bench, 3), 1);
    },
    ...{ named: ["4: 3–3 gap", "5: 5–5 payload", "14: 12–12 chain"], lost: ["3–3"] },
  },
];
