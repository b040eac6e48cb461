import { expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import type { QuickBench } from "../addon/quick-bench.ts";
import { brokenIn } from "./invariants.ts";
import { Random } from "./random.ts";
import { World } from "./world.ts";

/**
 * Random hands in the hidden journal of random ledgers: nothing is a fault of the program, whatever stands
 * there; a ledger that nobody touched is never marked; vouched for, everything is as the journal reads.
 * SEED repeats a run; DEEP=1 makes it long.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const LEDGERS = process.env.DEEP === undefined ? 6 : 200;
const STEPS = 60;
const TRIES = 4;
const UNSOUND = ["journalDamaged", "accountDiffers", "totalsDiffer"];

const check = (bench: QuickBench) => bench.call<Output<"check">>("check", {});
/** What everybody owes, by customer and currency. */
function balances(bench: QuickBench): Map<string, number> {
  const { customers } = bench.call<Output<"aging">>("aging", { asOf: "2027-12-31" });
  return new Map(customers.map(({ id, currency, balance }) => [`${id} ${currency}`, balance]));
}

/** One hand, or two; says what it did. */
function damage(bench: QuickBench, random: Random): string {
  const { id: tab, cells } = bench.tab("_journal");
  const row = 2 + random.below(cells.length - 1);
  const own = [...(cells[row - 1] ?? [])];
  const left = cells.length - row + 1;
  const text = (col: number) => String(own[col - 1] ?? "");
  switch (random.below(6)) {
    case 0: {
      const col = 1 + random.below(13);
      const other = random.of(["", "x", "7", `${text(col)} `]) ?? "";
      bench.workbook.apply({ do: "set", tab, row, col, cells: [[other]] });
      return `row ${row} column ${col} is "${other}"`;
    }
    case 1: {
      const digits = text(10).replace(/"amount":(\d+)/g, (_, amount) => `"amount":${Number(amount) + 100}`);
      bench.workbook.apply({ do: "set", tab, row, col: 10, cells: [[digits]] });
      return `row ${row} has other amounts`;
    }
    case 2:
      bench.workbook.apply({ do: "removeRows", tab, row, count: Math.min(1 + random.below(3), left) });
      return `rows from ${row} are deleted`;
    case 3: {
      const at = 2 + random.below(cells.length);
      bench.workbook.apply({ do: "insertRows", tab, row: at, count: 1 });
      bench.workbook.apply({ do: "set", tab, row: at, col: 1, cells: [own] });
      return `row ${row} stands at ${at} too`;
    }
    case 4: {
      const other = 2 + random.below(cells.length - 1);
      const theirs = [...(cells[other - 1] ?? [])];
      bench.workbook.apply({ do: "set", tab, row, col: 1, cells: [theirs] });
      bench.workbook.apply({ do: "set", tab, row: other, col: 1, cells: [own] });
      return `rows ${row} and ${other} are swapped`;
    }
    default:
      bench.workbook.apply({ do: "insertRows", tab, row, count: 1 });
      return `a blank row stands at ${row}`;
  }
}

/** What is wrong after the damage was vouched for. */
function wrongAfter(bench: QuickBench): string[] {
  const told = check(bench);
  if (told.damage.length === 0) return [];
  const before = balances(bench);
  const preview = bench.call<Output<"previewReanchor">>("previewReanchor", {});
  bench.call("reanchor", { action: "reanchor-1", reason: "已逐笔核对", seal: preview.seal, by: "王芳" });
  const after = check(bench);
  const now = balances(bench);
  const shifted = new Map(preview.shifts.map((each) => [`${each.customer} ${each.currency}`, each]));
  const moved = [...new Set([...before.keys(), ...now.keys()])].filter((key) => {
    const { before: was = before.get(key) ?? 0, after: is = was } = shifted.get(key) ?? {};
    return (before.get(key) ?? 0) !== was || (now.get(key) ?? 0) !== is;
  });
  bench.call("takeOver", { action: "take-after-1", all: true });
  return [
    ...after.problems.filter(({ kind }) => UNSOUND.includes(kind)).map((each) => JSON.stringify(each)),
    ...moved.map((key) => `${key}: owed or owes a sum that the preview did not show`),
    ...brokenIn(bench),
  ];
}

it(`damaged at random, a ledger can always be read, marked and vouched for (SEED=${SEED})`, {
  timeout: 3_600_000,
}, () => {
  let found = 0;
  for (let ledger = 0; ledger < LEDGERS; ledger += 1) {
    const world = new World(SEED + ledger);
    for (let step = 0; step < STEPS; step += 1) world.step();
    world.settle();
    expect(check(world.bench).damage).toEqual([]);
    expect(String(world.bench.tab("_state").cells[2]?.[1] ?? "")).toBe("");
    for (let at = 0; at < TRIES; at += 1) {
      const random = new Random((SEED + ledger) * TRIES + at);
      const bench = world.bench.copy();
      const done = Array.from({ length: 1 + random.below(2) }, () => damage(bench, random)).join("; ");
      expect(wrongAfter(bench), `SEED=${SEED + ledger}: ${done}`).toEqual([]);
      found += 1;
    }
  }
  console.log(`damage SEED=${SEED}: ${found} damaged ledgers`);
});
