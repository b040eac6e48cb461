import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { ImportBench, type SentRow } from "./import-bench.ts";

/** An undo brings nothing back twice, nothing of an import that is no more, and no more money than fits. */
const day = "2026-01-05";
const rows: readonly SentRow[] = [
  { number: "N1", date: day, amount: 4_000 },
  { number: "N2", date: day, amount: 500 },
];

interface Event {
  readonly id: string;
  readonly number?: string;
  readonly amount: number;
  readonly voided: boolean;
}

const timeline = (bench: ImportBench, id: string) =>
  bench.call<{ timeline: Event[] }>("customer", { id, asOf: "2026-12-31" }).timeline;

/** Takes the row of an import back that has this amount, and says by which action. */
function voided(bench: ImportBench, customer: string, amount: number): string {
  const found = timeline(bench, customer).find((event) => event.amount === amount && !event.voided);
  const action = bench.action();
  bench.call("voidImportedRow", { action, customer, record: found?.id ?? "" });
  return action;
}

const undo = (bench: ImportBench, of: string | number) =>
  bench.refusal("undo", { action: bench.action(), of });

const preview = (bench: ImportBench, of: string) => bench.call<Output<"previewUndo">>("previewUndo", { of });

function imported(kind = "items", sent = rows) {
  const { bench, customer } = ImportBench.withCustomer();
  return { bench, customer, batch: bench.imported(kind, sent).batch };
}

describe("the undo of a row of an import that was taken back", () => {
  it("says what comes back", () => {
    const { bench, customer } = imported();
    const told = preview(bench, voided(bench, customer, 4_000));
    expect(told).toMatchObject({ returning: [{ what: "item", number: "N1", amount: 4_000 }] });
    expect(told).toMatchObject({ documents: [], dependents: [] });
  });

  it("is refused where the file has brought the row again", () => {
    const { bench, customer } = imported();
    const action = voided(bench, customer, 4_000);
    bench.imported("items", rows);
    expect(preview(bench, action).dependents).toEqual(["N1"]);
    expect(undo(bench, action)).toBe("standsAgain");
    expect(bench.aged().balance).toBe(4_500);
  });

  it("is refused where it stands again under its reference, its key or its sum and day", () => {
    const again: [string, SentRow, SentRow][] = [
      ["receipts", { bankReference: "B1" }, { bankReference: "b1" }],
      ["receipts", {}, {}],
      ["items", {}, {}],
      ["items", { number: "N1" }, {}],
    ];
    for (const [kind, first, second] of again) {
      const sum = { date: day, amount: 700 };
      const { bench, customer } = imported(kind, [{ ...first, ...sum }]);
      const action = voided(bench, customer, 700);
      expect(bench.imported(kind, [{ ...second, ...sum }])).toMatchObject({ taken: 1 });
      expect(undo(bench, action)).toBe("standsAgain");
    }
  });

  it("is refused where it stands again with another customer", () => {
    const { bench, customer } = imported("receipts", [{ bankReference: "B1", date: day, amount: 700 }]);
    bench.customer("K002", "广州恒通");
    const action = voided(bench, customer, 700);
    bench.imported("receipts", [{ customerCode: "K002", bankReference: "B1", date: day, amount: 700 }]);
    expect(undo(bench, action)).toBe("standsAgain");
  });

  it("goes where only what stood beside it before is like it", () => {
    const twins = [1, 2].map((occurrence) => ({ occurrence, date: day, amount: 700 }));
    const { bench, customer } = imported("items", twins);
    const action = voided(bench, customer, 700);
    expect(undo(bench, action)).toBe("done");
    expect(bench.aged().balance).toBe(1_400);
  });

  it("is refused where its import was undone since: the same file brings it", () => {
    const { bench, customer, batch } = imported();
    const action = voided(bench, customer, 4_000);
    expect(bench.call("undoBatch", { action: bench.action(), batch })).toEqual({ undone: 1 });
    expect(undo(bench, action)).toBe("importUndone");
    expect(bench.aged().balance).toBe(0);
    expect(bench.imported("items", rows)).toMatchObject({ taken: 2 });
    expect(bench.aged().balance).toBe(4_500);
    expect(bench.checkUp()).toMatchObject({ sound: true });
  });

  it("is refused so, however many imports have come since", () => {
    const { bench, customer, batch } = imported();
    const action = voided(bench, customer, 4_000);
    bench.call("undoBatch", { action: bench.action(), batch });
    for (let i = 0; i < 51; i += 1)
      bench.call("undoBatch", { action: bench.action(), batch: bench.openImport() });
    expect(undo(bench, action)).toBe("importUndone");
  });

  it("is refused where other money settles by now what its money had settled", () => {
    const { bench, customer } = imported("settledItems", [
      { number: "N1", date: day, amount: 4_000, settledAmount: 5_000, settledOn: "2026-02-01" },
      { number: "N2", date: "2026-01-06", amount: 900 },
    ]);
    const action = voided(bench, customer, 4_000);
    bench.receipt(900, "2026-03-01", { customer });
    expect(preview(bench, action).dependents).toEqual(["N2"]);
    expect(undo(bench, action)).toBe("dependsOn");
    expect(bench.openOf(customer)).toEqual({});
    expect(bench.aged()).toEqual({ balance: 0, unapplied: 0 });
  });

  it("is refused where its receipt had paid a document that is paid otherwise by now", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", day, 10_000);
    bench.imported("receipts", [{ bankReference: "B1", date: "2026-02-01", amount: 10_000 }]);
    const action = voided(bench, customer, 10_000);
    bench.receipt(4_000, "2026-03-01", { customer });
    expect(undo(bench, action)).toBe("dependsOn");
    expect(bench.openOf(customer)).toEqual({ "XS-1": 6_000 });
  });
});

describe("taking a refund of an import back", () => {
  it("is refused where other money has settled by now what it had opened again", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "XS-1", day, 10_000);
    bench.receipt(10_000, "2026-02-01", { customer });
    const { batch } = bench.imported("receipts", [
      { bankReference: "F1", date: "2026-02-05", amount: -10_000 },
    ]);
    expect(bench.openOf(customer)).toEqual({ "XS-1": 10_000 });
    bench.receipt(10_000, "2026-03-01", { customer });
    const refund = timeline(bench, customer).find(({ number }) => number === "F1")?.id ?? "";
    const input = { customer, record: refund };
    expect(bench.refusal("voidImportedRow", { action: bench.action(), ...input })).toBe("dependsOn");
    expect(bench.call("previewImportedRow", input)).toMatchObject({ dependents: ["XS-1"] });
    expect(bench.refusal("undoBatch", { action: bench.action(), batch })).toBe("dependsOn");
    expect(bench.openOf(customer)).toEqual({});
  });
});

describe("the undo of a part of an import", () => {
  it("that is still open is refused: it is discarded as a whole, and told as it stands", () => {
    const { bench } = ImportBench.withCustomer();
    const batch = bench.openImport(2);
    bench.send(batch, "items", rows);
    expect(undo(bench, `${batch}:0`)).toBe("importStillOpen");
    expect(bench.call("importClose", { batch })).toMatchObject({ rows: 2 });
    expect(bench.aged().balance).toBe(4_500);
  });
});

describe("the undo of a part of an import that is closed", () => {
  it("is refused with the way to take an import back, and nothing is told to go with it", () => {
    const { bench } = ImportBench.withCustomer();
    const { batch } = bench.imported("items", rows);
    const of = `${batch}:0`;
    const { reply } = bench.run("undo", { action: bench.action(), of });
    expect(reply).toMatchObject({ why: "partOfImport", sentence: expect.stringContaining("导入记录") });
    expect(bench.refusal("previewUndo", { of })).toBe("partOfImport");
    expect(bench.aged().balance).toBe(4_500);
    expect(bench.call("undoBatch", { action: bench.action(), batch })).toEqual({ undone: 2 });
    expect(undo(bench, of)).toBe("nothingToUndo");
  });
});

describe("the undo of an edit", () => {
  it("is refused where another document was given the former number since, and names it", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "N1", day, 4_000);
    bench.item(customer, "N2", day, 300);
    bench.typeRow("应收明细", 2, { 单号: "N9" });
    const action = bench.action();
    bench.call("takeOver", { action });
    bench.typeRow("应收明细", 3, { 单号: "N1" });
    bench.takeOver();
    const { reply } = bench.run("undo", { action: bench.action(), of: `${action}:items` });
    expect(reply).toMatchObject({ why: "standsAgain", sentence: expect.stringContaining("N1") });
  });

  it("is refused where the former number has been entered again since", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "N1", day, 4_000);
    bench.typeRow("应收明细", 2, { 单号: "N9" });
    const action = bench.action();
    bench.call("takeOver", { action });
    bench.item(customer, "n1", day, 300);
    expect(undo(bench, `${action}:items`)).toBe("standsAgain");
  });

  it("goes where it gives nobody a number or a sum that stands there since", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.item(customer, "N1", day, 4_000);
    bench.typeRow("应收明细", 2, { 备注: "x" });
    const action = bench.action();
    bench.call("takeOver", { action });
    const insisted = { customer, kind: "invoice", number: "N1", date: day, amount: 4_000 };
    bench.call("addItem", { action: bench.action(), allowDuplicate: true, item: insisted });
    expect(undo(bench, `${action}:items`)).toBe("done");
  });
});

describe("a record of an import that hands gave to another customer", () => {
  it.each([
    ["a document", "items", "应收明细", { number: "N1" }, "K002"],
    ["money", "receipts", "收款", { bankReference: "B1" }, "K002"],
    ["money that is nobody's now", "receipts", "收款", { bankReference: "B1" }, ""],
  ])("goes with its import: %s", (_, kind, tab, row, to) => {
    const { bench } = ImportBench.withCustomer();
    bench.customer("K002", "二");
    const { batch } = bench.imported(kind, [{ ...row, date: "2026-02-01", amount: 200 }]);
    bench.typeRow(tab, 2, { 客户编码: to });
    expect(bench.takeOver()).toMatchObject({ taken: 1, problems: [] });
    expect(bench.call("undoBatch", { action: bench.action(), batch })).toMatchObject({ undone: 1 });
    const { totals } = bench.call<{ totals: { balance: number }[] }>("aging", { asOf: "2026-12-31" });
    expect(totals.filter(({ balance }) => balance !== 0)).toEqual([]);
    expect(bench.call("check", {})).toMatchObject({ sound: true, toRestore: 0 });
    expect(bench.call("rebuild", {})).toEqual({ accounts: 0, restored: 0 });
  });
});
