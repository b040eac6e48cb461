import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_HEAD, type Entry, type Head, readJournal, rowsOfEntry } from "../../../core/index.ts";
import { RandomLedger, steps } from "../random-ledger.ts";

/** The journal of random ledgers under random hands: never a false alarm, never silence, never a crash. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`journal damage: SEED=${SEED}`);
const RUNS = { seed: SEED, numRuns: process.env.DEEP === undefined ? 200 : 2_000 };

type Rows = readonly (readonly string[])[];

function journalOf(entries: readonly Entry[]): { rows: string[][]; head: Head } {
  let head: Head = EMPTY_HEAD;
  const rows = entries.flatMap((entry) => {
    const written = rowsOfEntry(entry, head);
    head = written.head;
    return written.rows;
  });
  return { rows, head };
}

/** What hands do to the rows of a hidden tab. */
const hand = fc.oneof(
  fc.record({ do: fc.constant("edit" as const), at: fc.nat(), col: fc.nat({ max: 12 }), text: fc.string() }),
  fc.record({ do: fc.constant("remove" as const), at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("copy" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ do: fc.constant("swap" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ do: fc.constant("blank" as const), at: fc.nat() }),
);

type Hand = typeof hand extends fc.Arbitrary<infer H> ? H : never;

function touched(rows: Rows, done: Hand): Rows {
  const at = done.at % rows.length;
  const own = rows[at] ?? [];
  switch (done.do) {
    case "edit":
      return rows.map((row, i) =>
        i === at ? row.map((text, j) => (j === done.col ? done.text : text)) : row,
      );
    case "remove":
      return [...rows.slice(0, at), ...rows.slice(at + done.count)];
    case "copy":
      return [...rows.slice(0, done.to % rows.length), own, ...rows.slice(done.to % rows.length)];
    case "swap":
      return rows.map((row, i) => {
        if (i === at) return rows[done.to % rows.length] ?? row;
        return i === done.to % rows.length ? own : row;
      });
    case "blank":
      return [...rows.slice(0, at), own.map(() => ""), ...rows.slice(at)];
  }
}

const hands = fc.array(hand, { minLength: 1, maxLength: 3 });
const written = steps.map((each) => new RandomLedger(each).entries).filter((entries) => entries.length > 0);

/** The entry by which somebody vouches for everything that is damaged. */
function vouchedFor(rows: Rows, known: Head): { rows: Rows; head: Head } {
  const { damage, lost, head, completeRows } = readJournal(rows, EMPTY_HEAD, known);
  const seq = head.seq + 1;
  const row = { id: `o${seq}.0`, reason: "已核对", by: "王芳", damage, lost, shifts: [] };
  const place = { seq, action: `a${seq}`, key: "", kind: "reanchored", at: "", user: "" };
  const entry: Entry = { ...place, knownBy: "nobody", changes: [{ put: "reanchoring", row }] };
  const below = rowsOfEntry(entry, head);
  return { rows: [...rows.slice(0, completeRows), ...below.rows], head: below.head };
}

describe("a journal nobody has touched", () => {
  it("is never found damaged, with or without the head that is known", () => {
    fc.assert(
      fc.property(written, (entries) => {
        const { rows, head } = journalOf(entries);
        for (const known of [undefined, head])
          expect(readJournal(rows, EMPTY_HEAD, known)).toMatchObject({ damage: [], lost: [], vouched: [] });
      }),
      RUNS,
    );
  });

  it("is not damaged where the last action was killed before the state knew of it", () => {
    fc.assert(
      fc.property(written, (entries) => {
        const { rows } = journalOf(entries);
        const known = journalOf(entries.slice(0, -1)).head;
        expect(readJournal(rows, EMPTY_HEAD, known).damage).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("a journal that hands have changed", () => {
  it("is found damaged, unless it is again what it was", () => {
    fc.assert(
      fc.property(written, hands, (entries, done) => {
        const { rows, head } = journalOf(entries);
        const changed = done.reduce((so: Rows, each) => (so.length > 0 ? touched(so, each) : so), rows);
        const isSame = JSON.stringify(changed) === JSON.stringify(rows);
        expect(readJournal(changed, EMPTY_HEAD, head).damage.length === 0).toBe(
          isSame || endsBlank(changed, rows),
        );
      }),
      RUNS,
    );
  });

  it("holds again once somebody vouched for it, until a vouched row is changed", () => {
    fc.assert(
      fc.property(written, hands, (entries, done) => {
        const { rows, head } = journalOf(entries);
        const changed = done.reduce((so: Rows, each) => (so.length > 0 ? touched(so, each) : so), rows);
        const first = readJournal(changed, EMPTY_HEAD, head);
        if (first.damage.length === 0) return;
        const vouched = vouchedFor(changed, head);
        const read = readJournal(vouched.rows, EMPTY_HEAD, vouched.head);
        expect(read.damage).toEqual([]);
        expect(read.lost).toEqual(first.lost);
        expect(read.entries.slice(0, -1)).toEqual(first.entries);
        const [known] = first.damage.filter(({ rows: count }) => count > 0);
        if (!known) return;
        const again = touched(vouched.rows, { do: "edit", at: known.row - 1, col: 9, text: "other" });
        expect(readJournal(again, EMPTY_HEAD, vouched.head).damage.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it("keeps every entry that hands did not touch", () => {
    fc.assert(
      fc.property(written, fc.nat(), (entries, at) => {
        const { rows, head } = journalOf(entries);
        const without = rows.filter((_, i) => i !== at % rows.length);
        const read = readJournal(without, EMPTY_HEAD, head);
        const seq = (at % rows.length) + 1;
        expect(read.lost).toEqual([{ from: seq, through: seq }]);
        expect(read.entries.map((each) => each.seq)).toEqual(
          entries.map((each) => each.seq).filter((each) => each !== seq),
        );
      }),
      RUNS,
    );
  });
});

describe("a long entry that lacks a row", () => {
  it("counts for nothing, though what is left of it reads like a whole one", () => {
    const row = { id: "s1.0", text: "对账单".repeat(50_000) };
    const place = { seq: 1, action: "action-1", key: "", kind: "test", at: "", user: "" };
    const { rows, head } = journalOf([{ ...place, knownBy: "nobody", changes: [{ put: "document", row }] }]);
    expect(rows.length).toBeGreaterThan(2);
    const left = rows.filter((_, i) => i !== 1);
    expect(() => JSON.parse(left.map((cells) => cells[9]).join(""))).not.toThrow();
    const read = readJournal(left, EMPTY_HEAD, head);
    expect(read).toMatchObject({ entries: [], lost: [{ from: 1, through: 1 }] });
    expect(read.damage).toMatchObject([{ row: 1, rows: rows.length - 1, why: "incomplete" }]);
  });
});

/** Blank rows below everything are no damage: there is nothing. */
function endsBlank(changed: Rows, rows: Rows): boolean {
  const filled = changed.filter((_, i) => changed.slice(i).some((row) => row.some((text) => text !== "")));
  return JSON.stringify(filled) === JSON.stringify(rows);
}
