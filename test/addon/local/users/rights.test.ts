import { expect, test } from "vitest";
import {
  ASKING,
  CHANGING_USERS,
  DECIDING,
  KEEPING,
  NOTING,
  noRightTo,
  READING,
} from "../../../../addon/local/users/rights.ts";
import { CALLS, type CallName } from "../../../../addon/protocol.ts";
import { Bench } from "../../bundle.ts";
import { ImportBench } from "../../import-bench.ts";

/** The page that reads files is not served here, and this journal is sound. */
const REFUSED = ["fileReader", "previewReanchor"];

const NAMES = Object.keys(CALLS);

test("every call that the lists name is there", () => {
  for (const name of [...READING, ...NOTING, ...CHANGING_USERS, ...DECIDING, ...ASKING, ...KEEPING])
    expect(NAMES).toContain(name);
});

test("auditor and sales may read and have the ledger verified, sales may ask, and nothing else, one that is added later least of all", () => {
  for (const role of ["auditor", "sales"] as const) {
    expect(NAMES.filter((name) => noRightTo(name, role) === undefined).sort()).toEqual(
      [...READING, ...NOTING, ...(role === "sales" ? ASKING : [])].sort(),
    );
    for (const name of ["", "added later", "constructor", "__proto__", "Status"])
      expect(noRightTo(name, role)).toBe("readsOnly");
  }
});

test("controllers may make every call; approvers do not say who the users are, and clerks do not decide either", () => {
  for (const role of ["controller", "approver", "clerk"] as const) {
    const refused = NAMES.filter((name) => noRightTo(name, role) !== undefined);
    const others = { controller: [], approver: [...CHANGING_USERS], clerk: [...CHANGING_USERS, ...DECIDING] };
    expect(refused.sort()).toEqual(others[role].sort());
  }
});

test("a call that notes what it found writes into the state and nowhere else", () => {
  const bench = new Bench();
  bench.call("setup", { language: "zh" });
  const others = () =>
    JSON.stringify(
      bench.workbook.tabs.filter(({ name }) => name !== "_state").map(({ cells }) => [...cells]),
    );
  const before = others();
  for (const name of NOTING) expect(bench.run(name, {}).reply).toMatchObject({ ok: true });
  expect(others()).toBe(before);
});

test("a reading call changes nothing in the workbook, not one cell", () => {
  const { bench, customer: id } = ImportBench.withCustomer();
  bench.imported("items", [{ number: "OLD-1", date: "2026-01-02", amount: 70_000 }]);
  const imported = String(bench.tab("应收明细").cells[1]?.[0]);
  const item = { customer: id, kind: "invoice", number: "INV-1", date: "2026-01-05", amount: 50_000 };
  bench.call("addItem", { action: "item-0001", item });
  bench.nameFirm();
  const asks = [{ customer: id, from: "2026-01-01", to: "2026-01-31" }];
  const { made } = bench.call<{ made: { id: string }[] }>("makeStatements", { asks });
  bench.type("客户", 3, 2, [["K2", "大成实业"]]);
  const held = { maturity: "2026-12-01", state: "held" };
  const paid = { customer: id, date: "2026-11-02", amount: 200, method: "bankDraft", draft: held };
  const draft = bench.call<{ id: string }>("addReceipt", { action: "receipt-1", receipt: paid });
  const statement = { customer: id, from: "2026-01-01", to: "2026-01-31" };
  const receipt = { customer: id, date: "2026-11-01", amount: 100, method: "transfer" };
  const inputs: Partial<Record<CallName, object>> = {
    customer: { id },
    findCustomer: { code: "K001" },
    previewReceipt: { receipt },
    orderCheck: { customer: id, amount: 100 },
    statementCandidates: { day: "2026-01-31" },
    previewStatement: statement,
    statement: { id: made[0]?.id },
    showTab: { tab: "客户" },
    tabRows: { tab: "客户", from: 0 },
    rememberedMapping: { layout: "x" },
    draft: { customer: id, receipt: draft.id },
    previewUndo: { of: "item-0001" },
    previewImportedRow: { customer: id, record: imported },
    previewPolicy: { policy: {} },
    standing: { customer: id },
  };
  const before = JSON.stringify([...bench.workbook.asOps()]);
  for (const name of READING) {
    const { run, reply } = bench.run(name, inputs[name as CallName] ?? {});
    const problem = reply.ok ? "" : reply.kind === "bug" ? reply.report : reply.sentence;
    if (!REFUSED.includes(name)) expect([name, problem]).toEqual([name, ""]);
    expect(run.applied, name).toEqual([]);
  }
  expect(JSON.stringify([...bench.workbook.asOps()])).toBe(before);
});
