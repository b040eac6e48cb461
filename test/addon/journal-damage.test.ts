import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { accountsOf, brokenIn } from "../simulation/invariants.ts";
import { DAMAGES, type Damage, MINE, OTHER, soundLedger } from "./damaged-journals.ts";
import type { QuickBench } from "./quick-bench.ts";

/**
 * A damaged journal: found, named, the ledger read-only, and both ways out. Expected rows and places are
 * counted by hand from the ledger's entries.
 */
const sound = soundLedger();
const REASON = "备份也找不到了，已逐笔核对";

const check = (bench: QuickBench) => bench.call<Output<"check">>("check", {});
const preview = (bench: QuickBench) => bench.call<Output<"previewReanchor">>("previewReanchor", {});
const aging = (bench: QuickBench) => bench.call<Output<"aging">>("aging", { asOf: "2026-12-31" });
const balanceOf = (bench: QuickBench, code: string) =>
  aging(bench).customers.find((line) => line.code === code)?.balance ?? 0;
const journalOf = (bench: QuickBench) => JSON.stringify(bench.tab("_journal").cells);

function damaged({ hands }: Damage): QuickBench {
  const bench = sound.copy();
  hands(bench);
  return bench;
}

function receipt(bench: QuickBench) {
  const { id } = bench.call<{ id: string }>("findCustomer", { code: OTHER });
  const paid = { customer: id, date: "2026-05-05", amount: 5_000, method: "transfer" };
  return bench.run("addReceipt", { action: "receipt-after", receipt: paid }).reply;
}

function reanchored(bench: QuickBench, more: object = {}) {
  const { seal } = preview(bench);
  return bench.call("reanchor", { action: "reanchor-1", reason: REASON, seal, ...more });
}

/** The journal as it was comes back: from the version history, or pasted. */
function putBack(bench: QuickBench): void {
  const { id: tab, rows, cols } = bench.tab("_journal");
  const cells = sound.tab("_journal").cells;
  const blank = Array.from({ length: rows }, () => new Array<string>(cols).fill(""));
  bench.workbook.apply({ do: "set", tab, row: 1, col: 1, cells: blank });
  bench.workbook.apply({ do: "set", tab, row: 1, col: 1, cells: cells.map((row) => [...row]) });
}

it("the ledger of these tests is sound, and its long entry takes more than one row", () => {
  const bench = sound.copy();
  expect(check(bench)).toMatchObject({ sound: true, damage: [], report: "", reanchorings: [], entries: 12 });
  expect(bench.tab("_journal").cells.filter((row) => row[0] === "10").length).toBeGreaterThan(2);
});

describe.each(DAMAGES)("$what", (damage) => {
  const { named: names, lost } = damage;

  it("is found and named, and the report to be copied says every row and hash", () => {
    const told = check(damaged(damage));
    expect(told.sound).toBe(false);
    const found = told.damage.map((each) => `${each.row + 1}: ${each.seq}–${each.through} ${each.why}`);
    expect(found).toEqual(names);
    expect(told.problems.filter(({ kind }) => kind === "journalDamaged")).toHaveLength(names.length);
    for (const { row, rows, expected, found: hash } of told.damage) {
      expect(told.report).toContain(rows > 1 ? `第 ${row + 1} 至 ${row + rows} 行` : `第 ${row + 1} 行`);
      for (const each of [expected, hash]) expect(told.report).toContain(each);
    }
    for (const each of lost) expect(told.report).toContain(each.split("–")[0]);
  });

  it("makes the ledger read-only once it is met, with figures as they were", () => {
    const bench = damaged(damage);
    const before = journalOf(bench);
    check(bench);
    const reply = receipt(bench);
    expect(reply).toMatchObject({ ok: false, kind: "refusal", why: "damaged" });
    const [first] = names;
    expect(JSON.stringify(reply)).toContain(`第 ${first?.split(":")[0]} 行`);
    expect(journalOf(bench)).toBe(before);
    const { damagedRow, ...figures } = aging(bench);
    expect(figures).toEqual(aging(sound.copy()));
    expect(damagedRow).toBe(Number(first?.split(":")[0]));
    expect(bench.call("today", {})).toMatchObject({ facts: { damagedRow } });
    for (const [name, input] of WRITING) {
      const { reply: refused } = bench.run(name, input);
      expect(refused, name).toMatchObject({ ok: false, why: "damaged" });
    }
    expect(journalOf(bench)).toBe(before);
  });

  it("is over once the rows are put back and checked", () => {
    const bench = damaged(damage);
    check(bench);
    putBack(bench);
    expect(receipt(bench)).toMatchObject({ ok: false, why: "damaged" });
    expect(check(bench)).toMatchObject({ sound: true, damage: [], report: "" });
    expect(aging(bench)).toEqual(aging(sound.copy()));
    expect(receipt(bench)).toMatchObject({ ok: true });
    expect(brokenIn(bench)).toEqual([]);
  });

  it("can be vouched for: the ledger goes on, the reason stays, nobody else owes another sum", () => {
    const bench = damaged(damage);
    check(bench);
    const before = new Map(aging(bench).customers.map(({ code, balance }) => [code, balance]));
    const told = preview(bench);
    expect(told.lost.map(({ from, through }) => `${from}–${through}`)).toEqual(lost);
    expect(told.shifts.map(({ code }) => code).filter((code) => code !== MINE)).toEqual([]);
    expect(reanchored(bench)).toMatchObject({ already: false });
    const now = check(bench);
    expect(now.damage).toEqual([]);
    expect(now.problems.filter(({ kind }) => UNSOUND.includes(kind))).toEqual([]);
    expect(now.reanchorings).toMatchObject([{ reason: REASON, by: "wang@example.com", lost: told.lost }]);
    for (const [code, balance] of before) {
      const shift = told.shifts.find((each) => each.code === code);
      expect(balance, code).toBe(shift?.before ?? balance);
      expect(balanceOf(bench, code), code).toBe(shift?.after ?? balance);
    }
    expect(receipt(bench)).toMatchObject({ ok: true });
    expect(check(bench).reanchorings).toHaveLength(1);
  });

  it("once vouched for, what is left in the tabs is taken over or put back, and then all holds", () => {
    const bench = damaged(damage);
    check(bench);
    reanchored(bench);
    bench.call("takeOver", { action: "take-0001", all: true });
    expect(brokenIn(bench)).toEqual([]);
  });
});

const UNSOUND = ["journalDamaged", "accountDiffers", "totalsDiffer"];

/** One call of each kind that writes. */
const WRITING: [string, object][] = [
  ["addCustomer", { action: "write-0001", customer: { code: "K9", name: "新客户" } }],
  ["saveSettings", { action: "write-0002", settings: { firm: { name: "新" } } }],
  ["takeOver", { action: "write-0003", all: true }],
  ["rebuild", {}],
  ["undo", { action: "write-0004", of: "item-A-4" }],
  ["importOpen", { action: "write-0005", source: "a", sourceHash: "h", rows: 1, amounts: [], layout: "l" }],
];

const [PAYLOAD] = DAMAGES;
const named = (what: string): Damage => DAMAGES.find((each) => each.what === what) ?? fail(what);

function fail(what: string): never {
  throw new Error(`there is no damage called ${what}`);
}

describe("damage that nobody has checked for", () => {
  it.each(["the last rows, deleted", "the last hash", "a copied row, inserted", "a blank row, inserted"])(
    "%s, is met by the next action that writes, and marked",
    (what) => {
      const bench = damaged(named(what));
      const before = journalOf(bench);
      expect(receipt(bench)).toMatchObject({ ok: false, why: "damaged" });
      expect(journalOf(bench)).toBe(before);
      expect(aging(bench).damagedRow).toBe(Number(named(what).named[0]?.split(":")[0]));
    },
  );

  it("is met by whoever reads the entry, and marked", () => {
    const bench = damaged(named("a payload that is no payload any more"));
    expect(bench.run("previewUndo", { of: 3 }).reply).toMatchObject({ ok: false, why: "damaged" });
    expect(aging(bench).damagedRow).toBe(4);
  });

  it("is met where a torn account would be taken from the journal, and then figures are shown again", () => {
    const bench = damaged(named("the user of an entry"));
    const { id: tab } = bench.tab("_accounts");
    bench.workbook.apply({ do: "set", tab, row: 2, col: 5, cells: [["torn"]] });
    expect(bench.run("customers", {}).reply).toMatchObject({ ok: false, why: "damaged" });
    expect(bench.call("today", {})).toMatchObject({ facts: { damagedRow: 5 } });
  });

  it("is met where an entry stands there twice, whichever of them fits its hashes", () => {
    const bench = damaged(named("a copied row, inserted"));
    expect(bench.run("undo", { action: "undo-0001", of: 4 }).reply).toMatchObject({ why: "damaged" });
    expect(aging(bench).damagedRow).toBe(8);
  });

  it("does not make other entries unreadable", () => {
    const bench = damaged(named("the user of an entry"));
    expect(bench.call("previewUndo", { of: 5 })).toMatchObject({ kind: "addItem" });
  });
});

describe("a re-anchoring", () => {
  const refusal = (bench: QuickBench, more: object) => {
    const { seal } = preview(bench);
    return bench.run("reanchor", { action: "reanchor-1", reason: REASON, seal, ...more }).reply;
  };
  const mine = () => damaged(PAYLOAD ?? fail("any"));

  it("shows who will owe another sum before anything is written", () => {
    const bench = mine();
    const before = journalOf(bench);
    const [shift, ...others] = preview(bench).shifts;
    expect(others).toEqual([]);
    expect(shift).toMatchObject({ code: MINE, currency: "CNY" });
    expect((shift?.after ?? 0) - (shift?.before ?? 0)).toBe(4_000);
    expect(journalOf(bench)).toBe(before);
  });

  it("wants a reason that says something", () => {
    expect(refusal(mine(), { reason: "错了" })).toMatchObject({ ok: false, why: "badInput" });
  });

  it("confirms what was shown, and nothing else", () => {
    const bench = mine();
    const { seal } = preview(bench);
    named("the user of an entry").hands(bench);
    const reply = bench.run("reanchor", { action: "reanchor-1", reason: REASON, seal }).reply;
    expect(reply).toMatchObject({ ok: false, why: "damageChanged" });
  });

  it("has nothing to do on a sound ledger", () => {
    const bench = sound.copy();
    const before = journalOf(bench);
    const input = { action: "reanchor-1", reason: REASON, seal: "" };
    for (const [name, said] of [
      ["previewReanchor", {}],
      ["reanchor", input],
    ] as const)
      expect(bench.run(name, said).reply, name).toMatchObject({ ok: false, why: "notDamaged" });
    expect(journalOf(bench)).toBe(before);
  });

  it("asks for a name where nobody is known, and takes one", () => {
    const bench = mine();
    const { seal } = preview(bench);
    const input = { action: "reanchor-1", reason: REASON, seal };
    expect(bench.run("reanchor", input, { user: "" }).reply).toMatchObject({ why: "approverNeeded" });
    expect(bench.run("reanchor", { ...input, by: "王芳" }, { user: "" }).reply).toMatchObject({ ok: true });
    expect(check(bench).reanchorings).toMatchObject([{ by: "王芳", user: "" }]);
  });

  it("is for those who decide, where the ledger has users", () => {
    const bench = sound.copy();
    const users = { 王芳: "controller", 李雷: "approver", 韩梅: "clerk" };
    for (const [name, role] of Object.entries(users))
      bench.call("addUser", { action: `user-${role}`, user: { name, role } });
    PAYLOAD?.hands(bench);
    expect(refusal(bench, { by: "韩梅" })).toMatchObject({ ok: false, why: "approverNeeded" });
    expect(refusal(bench, {})).toMatchObject({ ok: false, why: "approverNeeded" });
    expect(preview(bench).approvers).toEqual(["王芳", "李雷"]);
    expect(refusal(bench, { by: "李雷" })).toMatchObject({ ok: true });
  });

  it("vouches for the rows as they stood: changed again they are damage again", () => {
    const bench = mine();
    reanchored(bench);
    expect(check(bench).damage).toEqual([]);
    const { id: tab, cells } = bench.tab("_journal");
    const again = String(cells[5]?.[9]).replaceAll("79000", "99000");
    bench.workbook.apply({ do: "set", tab, row: 6, col: 10, cells: [[again]] });
    expect(check(bench).damage).toMatchObject([{ row: 5, seq: 5, why: "payload" }]);
    expect(receipt(bench)).toMatchObject({ ok: false, why: "damaged" });
    const { seal } = preview(bench);
    bench.call("reanchor", { action: "reanchor-2", reason: "第二次核对", seal });
    expect(check(bench).reanchorings.map(({ reason }) => reason)).toEqual([REASON, "第二次核对"]);
  });

  it("does not vouch once it is damaged itself", () => {
    const bench = mine();
    reanchored(bench);
    const { id: tab, cells } = bench.tab("_journal");
    const row = cells.length;
    const other = String(cells[row - 1]?.[9]).replace(REASON, "没有理由的理由");
    bench.workbook.apply({ do: "set", tab, row, col: 10, cells: [[other]] });
    expect(check(bench).damage.map(({ seq, why }) => `${seq} ${why}`)).toEqual(["5 payload", "13 payload"]);
  });

  it("sets money free that was put on what is lost", () => {
    const bench = damaged(named("a payload that is no payload any more"));
    const before = balanceOf(bench, MINE);
    reanchored(bench);
    expect(balanceOf(bench, MINE)).toBe(before - 100_000);
    const own = aging(bench).customers.find(({ code }) => code === MINE);
    expect(own?.unapplied).toBe(-100_000 - 9_900);
    const [account] = accountsOf(bench);
    const live = (facts: readonly { id: string; voided: number }[] = []) =>
      facts.filter(({ voided }) => voided === 0);
    const items = live(account?.items).map(({ id }) => id);
    const put = live(account?.allocations).map(({ id }) => id);
    expect(account?.allocations.filter(({ id }) => put.includes(id)).map(({ item }) => item)).toEqual(
      items.slice(0, 1),
    );
    expect(aging(bench).notTakenOver).toMatchObject({ rows: 1 });
  });

  it("asks for what was lost to be entered anew, where a form sends it again", () => {
    const bench = damaged(named("a payload that is no payload any more"));
    reanchored(bench);
    const [headings = [], ...rows] = bench.tab("_journal").cells;
    const action = String(rows.find(([seq]) => seq === "3")?.[headings.indexOf("action")]);
    expect(action.length).toBeGreaterThanOrEqual(8);
    const item = { customer: "c1.0", kind: "invoice", date: "2026-05-05", amount: 1_000 };
    expect(bench.run("addItem", { action, item }).reply).toMatchObject({ ok: false, why: "entryLost" });
  });

  it("counts money of nobody no longer, where the only entry of it is lost", () => {
    const bench = sound.copy();
    const paid = { date: "2026-03-03", amount: 7_000, method: "cash" };
    bench.call("addReceipt", { action: "receipt-of-nobody", receipt: paid });
    const { id: tab, cells } = bench.tab("_journal");
    bench.workbook.apply({ do: "removeRows", tab, row: cells.length, count: 1 });
    expect(preview(bench).shifts).toMatchObject([{ customer: "?", before: -7_000, after: 0 }]);
    reanchored(bench);
    expect(check(bench).problems.filter(({ kind }) => UNSOUND.includes(kind))).toEqual([]);
    expect(bench.call("unidentified", {})).toEqual({ receipts: [] });
  });

  it("keeps customers under their names whose own entry is lost", () => {
    const bench = damaged(named("the customer's own row, deleted"));
    expect(preview(bench)).toMatchObject({ shifts: [] });
    reanchored(bench);
    expect(aging(bench).customers.map(({ name }) => name)).toEqual([`客户${MINE}`, `客户${OTHER}`]);
  });

  it("is booked once for its action, and makes the same ledger as before where it is repeated", () => {
    const bench = mine();
    const { seal } = preview(bench);
    const input = { action: "reanchor-1", reason: REASON, seal };
    bench.call("reanchor", input);
    const after = journalOf(bench);
    expect(bench.call("reanchor", input)).toMatchObject({ already: true, seq: 13 });
    expect(journalOf(bench)).toBe(after);
  });
});
