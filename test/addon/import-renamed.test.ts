import { describe, expect, it } from "vitest";
import { ImportBench, type SentRow } from "./import-bench.ts";

const day = "2026-01-05";
const [oldName, newName] = ["深圳市鸿运达", "鸿运达新材料"];

/** A row as a file gives it that names its customer by name only. */
const named = (customerName: string, more: SentRow = {}): SentRow => {
  return { customerCode: undefined, customerName, date: day, amount: 5_000, ...more };
};

const ledger = () => ImportBench.withCustomer().bench;

const rename = (bench: ImportBench) => {
  bench.typeRow("客户", 2, { 客户名称: newName });
  bench.takeOver();
};

describe("rows without a number, after their customer got another name", () => {
  it.each(["items", "receipts"])("are known by former name, new name and code: %s", (kind) => {
    const bench = ledger();
    bench.imported(kind, [named(oldName)]);
    const { balance } = bench.aged();
    rename(bench);
    for (const row of [named(oldName), named(newName), { date: day, amount: 5_000 }])
      expect(bench.imported(kind, [row])).toMatchObject({ taken: 0, known: 1, problems: [] });
    expect(bench.aged().balance).toBe(balance);
  });

  it("that the ledger has less often than the file are taken as often as they are missing", () => {
    const bench = ledger();
    bench.imported("items", [named(oldName)]);
    rename(bench);
    const twins = [1, 2].map((occurrence) => named(newName, { occurrence }));
    expect(bench.imported("items", twins)).toMatchObject({ taken: 1, known: 1 });
    expect(bench.imported("items", twins)).toMatchObject({ taken: 0, known: 2 });
    expect(bench.aged().balance).toBe(10_000);
  });

  it("are listed while they stand in another open import", () => {
    const bench = ledger();
    rename(bench);
    bench.send(bench.openImport(), "items", [named(oldName)]);
    expect(bench.imported("items", [named(newName)])).toMatchObject({
      taken: 0,
      problems: [{ kind: "inOpenImport" }],
    });
  });

  it("are another customer's, once that one has the name", () => {
    const bench = ledger();
    bench.imported("items", [named(oldName)]);
    rename(bench);
    bench.typeRow("客户", 2, { 别名: "" });
    bench.takeOver();
    bench.customer("K002", oldName);
    expect(bench.imported("items", [named(oldName)])).toMatchObject({ taken: 1, known: 0, problems: [] });
    expect(bench.aged("K002").balance).toBe(5_000);
  });

  it("stay known where a hand moved the record to another customer", () => {
    const bench = ledger();
    bench.customer("K002", "广州恒通");
    bench.imported("items", [named(oldName)]);
    bench.typeRow("应收明细", 2, { 客户编码: "K002" });
    bench.takeOver();
    expect(bench.imported("items", [named(oldName)])).toMatchObject({ taken: 0, known: 1, problems: [] });
  });
});

describe("a row that was taken back and came again under the customer's new name", () => {
  it("does not come back beside it by an undo", () => {
    const { bench, customer } = ImportBench.withCustomer();
    bench.imported("items", [named(oldName)]);
    const { timeline } = bench.call<{ timeline: { id: string }[] }>("customer", { id: customer });
    const action = bench.action();
    bench.call("voidImportedRow", { action, customer, record: timeline[0]?.id });
    rename(bench);
    expect(bench.imported("items", [named(newName)])).toMatchObject({ taken: 1, problems: [] });
    expect(bench.refusal("undo", { action: bench.action(), of: action })).not.toBe("done");
    expect(bench.aged().balance).toBe(5_000);
  });
});

describe("one customer under two names in one file", () => {
  const other = { alsoNamed: true };
  const both = [named(oldName, other), named(newName, other)];

  function withBoth(): ImportBench {
    const bench = ledger();
    rename(bench);
    return bench;
  }

  it("brings both rows, also in chunks of their own, and both are known the next time", () => {
    const bench = withBoth();
    const batch = bench.openImport(2);
    expect(bench.send(batch, "items", both.slice(0, 1))).toMatchObject({ taken: 1 });
    expect(bench.send(batch, "items", both.slice(1), { from: 1 })).toMatchObject({ taken: 1, problems: [] });
    bench.call("importClose", { batch });
    expect(bench.imported("items", both)).toMatchObject({ taken: 0, known: 2 });
    expect(bench.aged().balance).toBe(10_000);
  });

  it("lists the row of which nobody can tell whether it is the known one", () => {
    const bench = withBoth();
    bench.imported("items", [named(oldName)]);
    expect(bench.imported("items", both)).toMatchObject({
      taken: 0,
      known: 1,
      problems: [{ kind: "duplicateSuspected", place: { row: 3 } }],
    });
  });

  it("says nothing of a second row under the name of the first", () => {
    const bench = withBoth();
    bench.imported("items", [named(oldName)]);
    const twins = [1, 2].map((occurrence) => named(oldName, { ...other, occurrence }));
    expect(bench.imported("items", twins)).toMatchObject({ taken: 1, known: 1, problems: [] });
  });
});
