import { describe, expect, it } from "vitest";
import {
  type CountedImportRow,
  type Customer,
  type ImportPlan,
  knownRowsOf,
  money,
  plainDate,
  planImport,
} from "../../../core/index.ts";
import { TestLedger } from "../ledger.ts";

/** Keys that earlier versions wrote: the file's text for the customer stands in them, and what the file is a list of. */
const ITEM_OF_JIA = "5fdf6cefba4e2d8a35a6#1";
const SECOND_RECEIPT_OF_K001 = "54ba6f0c9c30798dade0#2";

const date = plainDate("2026-01-05");
const row = { row: 2, occurrence: 1, currency: "CNY", date, amount: money(5_000), note: "x" };
const facts = { currency: "CNY", amount: money(5_000), date };

function ledgerOf(customer: Partial<Customer>): TestLedger {
  const ledger = new TestLedger();
  ledger.customer("c1.0", { code: "K001", name: "甲公司", ...customer });
  return ledger;
}

function withItem(ledger: TestLedger, customer = "c1.0"): TestLedger {
  const lines = [{ amount: facts.amount, due: date, basis: "stated" as const }];
  const item = { ...facts, id: "i2.0", customer, kind: "invoice" as const, lines, importKey: ITEM_OF_JIA };
  ledger.entry({ put: "item", row: item });
  return ledger;
}

function planned({ book }: TestLedger, kind: "items" | "receipts", ...rows: CountedImportRow[]): ImportPlan {
  const id = () => "x9.0";
  return planImport(rows, {
    book,
    known: knownRowsOf(book),
    ids: { item: id, receipt: id, allocation: id, customer: id },
    kind,
    batch: "b9.0",
    source: "f.csv",
    asOf: date,
    policyVersion: 1,
    wishes: () => [],
  });
}

describe("rows without a number that an earlier version imported", () => {
  it.each([
    ["甲公司", {}],
    ["甲公司", { name: "乙公司", aliases: ["甲公司"] }],
    ["乙公司", { name: "乙公司", aliases: ["甲公司"] }],
  ])("are known as %s by a customer that is now %o", (customerName, customer) => {
    const ledger = withItem(ledgerOf(customer));
    expect(planned(ledger, "items", { ...row, customerName })).toMatchObject({ known: 1, taken: 0 });
    const second = { ...row, customerName, occurrence: 2 };
    expect(planned(ledger, "items", { ...row, customerName }, second)).toMatchObject({ known: 1, taken: 1 });
  });

  it("are known by code, and by the name of a customer that was named by code", () => {
    const ledger = withItem(ledgerOf({}));
    expect(planned(ledger, "items", { ...row, customerCode: "K001" })).toMatchObject({ known: 1 });
    const paid = ledgerOf({ code: "K009", formerCodes: ["K001"] });
    const receipt = { ...facts, id: "r2.0", customer: "c1.0", method: "transfer" as const };
    paid.entry({ put: "receipt", row: { ...receipt, importKey: SECOND_RECEIPT_OF_K001 } });
    const twins = [1, 2].map((occurrence) => ({ ...row, customerName: "甲公司", occurrence }));
    expect(planned(paid, "receipts", ...twins)).toMatchObject({ known: 1, taken: 1 });
  });

  it("are listed where the record is another customer's: moved by hand, or the name changed hands", () => {
    const ledger = ledgerOf({});
    ledger.customer("c2.0", { code: "K002", name: "丙公司" });
    const plan = planned(withItem(ledger, "c2.0"), "items", { ...row, customerName: "甲公司" });
    expect(plan).toMatchObject({ known: 0, taken: 0, problems: [{ kind: "duplicateSuspected" }] });
  });
});
