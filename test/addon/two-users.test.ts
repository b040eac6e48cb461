import { beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../addon/local/google/runtime.ts";
import type { Op } from "../../addon/local/ops.ts";
import type { Reply } from "../../addon/protocol.ts";
import { Bench } from "./bundle.ts";
import { approvalScenes, collectionScenes, wishScenes } from "./credit-fault-scenes.ts";
import { bookingScenes, handScenes, importScenes, typeIn } from "./fault-scenes.ts";
import { NOW, QuickBench } from "./quick-bench.ts";
import { WarmBundle } from "./warm-bundle.ts";

const WANG = "wang@example.com";
const LI = "li@example.com";
let base: QuickBench;
let customer: string;

beforeEach(() => {
  base = new QuickBench();
  base.call("setup", { language: "zh" });
  const made = { action: "action-c1", customer: { code: "K001", name: "深圳市鸿运达" } };
  customer = base.call<{ id: string }>("addCustomer", made).id;
  for (const n of [1, 2]) base.call("addItem", { action: `action-i${n}`, item: itemOf(`INV-${n}`) });
});

function itemOf(number: string) {
  return { customer, kind: "invoice", number, date: "2026-01-15", amount: 50_000 };
}

function receiptOf(action: string, more: object) {
  const receipt = { customer, date: "2026-02-01", amount: 80_000, method: "transfer", ...more };
  return { action, receipt };
}

function why(reply: Reply<unknown> | undefined): string {
  if (!reply) return "killed";
  return reply.ok ? "booked" : reply.kind === "refusal" ? reply.why : reply.report;
}

function receiptsIn(bench: Bench): number {
  return bench.cells("收款").filter((row) => String(row[0] ?? "").startsWith("r")).length;
}

const SAME: [string, object][] = [
  ["bank reference", { bankReference: "BANK-1" }],
  ["customer, amount and date", {}],
];

describe.each(SAME)("two users enter a receipt of the same %s", (_what, more) => {
  it("one after the other, or while the other is at it: one booking, and the other is asked", () => {
    const { calls } = base.copy().run("addReceipt", receiptOf("wang-0001", more)).run.counts;
    for (let at = 1; at <= calls; at += 1) {
      const bench = base.copy();
      let meanwhile = "";
      bench.meanwhile = (call) => {
        if (call === at)
          meanwhile = why(other(bench).run("addReceipt", receiptOf("li-00001", more), { user: LI }).reply);
      };
      const first = why(bench.run("addReceipt", receiptOf("wang-0001", more), { user: WANG }).reply);
      bench.meanwhile = undefined;
      const retried = why(bench.run("addReceipt", receiptOf("li-00002", more), { user: LI }).reply);
      expect([meanwhile, first], `before call ${at}`).toEqual(
        at === 1 ? ["booked", "duplicateSuspected"] : ["busy", "booked"],
      );
      expect([retried, receiptsIn(bench)]).toEqual(["duplicateSuspected", 1]);
    }
  });

  it("and the first is killed anywhere: one booking, whoever tries again", () => {
    const { calls } = base.copy().run("addReceipt", receiptOf("wang-0001", more)).run.counts;
    for (const mode of ["before", "after", "unknown", "torn"] satisfies Fault["mode"][]) {
      for (let at = 1; at <= calls; at += 1) {
        const bench = base.copy();
        bench.runKilled("addReceipt", receiptOf("wang-0001", more), { at, mode });
        const answers = [
          bench.run("addReceipt", receiptOf("li-00001", more), { user: LI }).reply,
          bench.run("addReceipt", receiptOf("wang-0001", more), { user: WANG }).reply,
        ].map(why);
        expect(answers.sort(), `${mode} at ${at}`).toEqual(["booked", "duplicateSuspected"]);
        expect(receiptsIn(bench)).toBe(1);
      }
    }
  });
});

/** The other user's context, on the same day. */
const elsewhere = new WarmBundle(NOW);

class OtherBench extends QuickBench {
  protected override get bundle(): WarmBundle {
    return elsewhere;
  }
}

/** The other user's run on the same day: its own context, the same workbook and the same lock. */
function otherToday(bench: QuickBench): QuickBench {
  const second = new OtherBench({ workbook: bench.workbook, zone: bench.zone });
  Object.assign(second, { world: bench.world });
  return second;
}

/** The other user's run: its own context, the same workbook and the same lock. */
function other(bench: QuickBench): Bench {
  const second = new Bench({ workbook: bench.workbook, zone: bench.zone });
  Object.assign(second, { world: bench.world });
  return second;
}

describe("while somebody else holds the lock", () => {
  const credit = [...approvalScenes(), ...collectionScenes(), ...wishScenes()];
  it.each([...bookingScenes(), ...importScenes(), ...handScenes(), ...credit])(
    "$what writes nothing",
    (scene) => {
      const bench = scene.bench.copy();
      bench.world.lockHolder = bench.copy().run("status", {}).run;
      const before = JSON.stringify([...bench.workbook.asOps()]);
      expect(why(bench.run(scene.name, scene.input).reply)).toBe("busy");
      expect(JSON.stringify([...bench.workbook.asOps()])).toBe(before);
    },
  );
});

describe("two users decide on the same request, or record the same reminder", () => {
  const decided = ["decideApprovals, limit and terms", "recordReminders", "liftHold"];
  const scenes = [...approvalScenes(), ...collectionScenes()].filter(({ what }) => decided.includes(what));

  it.each(scenes)("$what: it counts once, whenever the other one comes", (scene) => {
    const { calls } = scene.bench.copy().run(scene.name, scene.input).run.counts;
    const theirs = { ...scene.input, action: "li-00001" };
    for (let at = 1; at <= calls; at += 1) {
      const bench = scene.bench.copy();
      let meanwhile = "";
      bench.meanwhile = (call) => {
        if (call === at) meanwhile = why(otherToday(bench).run(scene.name, theirs, { user: LI }).reply);
      };
      const first = why(bench.run(scene.name, scene.input, { user: WANG }).reply);
      bench.meanwhile = undefined;
      const again = why(bench.run(scene.name, theirs, { user: LI }).reply);
      const refused = { decideApprovals: "approvalDecided", recordReminders: "remindersChanged" };
      const late = refused[scene.name as keyof typeof refused] ?? "holdUnknown";
      const orders = [at === 1 ? ["booked", late] : ["busy", "booked"], [late, "booked"]];
      expect(orders, `before call ${at}`).toContainEqual([meanwhile, first]);
      // Whose own try was booked is told so again.
      expect(again).toBe(at === 1 ? "booked" : late);
    }
  });
});

describe("a person types in the next free row while the script writes", () => {
  /** Types once, just before the n-th call; a row that the fake has placed but not shown yet is left out. */
  function typedBefore(at: number, tab: string, name: string, input: object): QuickBench {
    const bench = base.copy();
    let previous = "";
    bench.meanwhile = (call, now) => {
      const row = bench.cells(tab).filter((cells) => cells.some((cell) => cell !== "")).length + 1;
      if (call === at && previous !== "appendRow") typeIn(other(bench), tab, row, { 备注: "手工备注" });
      previous = now;
    };
    bench.run(name, input);
    bench.meanwhile = undefined;
    return bench;
  }

  function lostIn(tab: string, name: string, input: object): number[] {
    const { names } = base.copy().run(name, input).run.counts;
    return names.flatMap((_name, i) => {
      if (names[i - 1] === "appendRow") return [];
      const cells = typedBefore(i + 1, tab, name, input).cells(tab);
      return cells.some((row) => row.includes("手工备注")) ? [] : [i + 1];
    });
  }

  it("one item: nothing of theirs is overwritten", () => {
    expect(lostIn("应收明细", "addItem", { action: "action-i9", item: itemOf("INV-9") })).toEqual([]);
  });

  it("one receipt: nothing of theirs is overwritten", () => {
    expect(lostIn("收款", "addReceipt", receiptOf("action-r9", {}))).toEqual([]);
  });

  // Bug: several rows are placed by the last row read, and written in another call (addon/server/views.ts, add).
  it("many items of an import: nothing of theirs is overwritten", () => {
    const announced = { source: "a.xlsx", sourceHash: "h", rows: 3, amounts: [], layout: "l" };
    const { batch } = base.call<{ batch: string }>("importOpen", { action: "action-b1", ...announced });
    const row = {
      occurrence: 1,
      currency: "CNY",
      customerName: "深圳市鸿运达",
      date: "2026-05-01",
      amount: 5,
    };
    const rows = [2, 3, 4].map((at) => ({ ...row, row: at, number: `E-${at}` }));
    expect(lostIn("应收明细", "importChunk", { batch, kind: "items", from: 0, rows })).toEqual([]);
  });
});

describe("between two actions somebody rearranges a tab", () => {
  const wanted = { ok: true };
  const tab = () => base.tab("应收明细");
  const book = () => base.run("addReceipt", receiptOf("action-r1", {})).reply;
  const openOf = () =>
    base
      .cells("应收明细")
      .slice(1)
      .map((row) => row.includes("已结清") || row.includes("部分结清"));
  const sound = () => base.call<{ sound: boolean }>("check", {}).sound;
  const apply = (op: Op) => base.workbook.apply(op);

  it("rows sorted the other way round", () => {
    const [, first = [], second = []] = tab().cells.map((row) => [...row]);
    apply({ do: "set", tab: tab().id, row: 2, col: 1, cells: [second, first] });
    expect(book()).toMatchObject(wanted);
    expect(sound()).toBe(true);
  });

  it("blank rows inserted", () => {
    apply({ do: "insertRows", tab: tab().id, row: 2, count: 3 });
    expect(book()).toMatchObject(wanted);
    expect(sound()).toBe(true);
  });

  it("columns of the firm's own inserted, and what stands in them stays", () => {
    apply({ do: "insertCols", tab: tab().id, col: 1, count: 2 });
    base.type("应收明细", 1, 1, [
      ["自用", "颜色"],
      ["甲", "红"],
      ["乙", "绿"],
    ]);
    expect(book()).toMatchObject(wanted);
    base.call("addItem", { action: "action-i3", item: itemOf("INV-3") });
    expect(
      tab()
        .cells.slice(0, 3)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ["自用", "颜色"],
      ["甲", "红"],
      ["乙", "绿"],
    ]);
    expect(sound()).toBe(true);
  });

  it("our columns moved", () => {
    const cells = tab().cells.map((row) => [...row.slice(0, 23)].reverse());
    apply({ do: "set", tab: tab().id, row: 1, col: 1, cells });
    expect(why(book())).toBe("booked");
    expect(openOf()).toHaveLength(2);
  });

  const REARRANGED: [string, () => void][] = [
    [
      "a heading renamed",
      () => base.type("应收明细", 1, 1 + (tab().cells[0] ?? []).indexOf("金额 Amount"), [["总额"]]),
    ],
    ["the tab renamed", () => apply({ do: "renameTab", tab: tab().id, name: "应收明细（旧）" })],
  ];

  it.each(REARRANGED)("%s: found, or refused by its name", (_what, rearrange) => {
    rearrange();
    expect(["booked", "columnMissing", "tabMissing"]).toContain(why(book()));
  });

  // Bug: the refusal comes when the journal says already that it is booked (addon/server/ledger.ts, commit).
  it.each(REARRANGED)("%s: what is refused is not booked", (_what, rearrange) => {
    rearrange();
    const before = JSON.stringify(base.cells("_journal"));
    expect(why(book()) === "booked" || JSON.stringify(base.cells("_journal")) === before).toBe(true);
  });

  it("the tab copied: the copy is left alone", () => {
    const copy = { ...tab(), id: "copy", name: "应收明细 的副本", cells: tab().cells.map((row) => [...row]) };
    base.workbook.tabs.push(copy);
    const before = JSON.stringify(copy.cells);
    expect(book()).toMatchObject(wanted);
    expect(JSON.stringify(copy.cells)).toBe(before);
    expect(sound()).toBe(true);
  });
});
