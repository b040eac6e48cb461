import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementOf } from "../../../core/documents/statement.ts";
import { statementHtml } from "../../../core/documents/statement-html.ts";
import { statementText } from "../../../core/documents/statement-text.ts";
import { DEFAULT_SETTINGS, money, plainDate, utf8Bytes } from "../../../core/index.ts";
import { busyLedger, CUSTOMER, FIRM, invoice, ledgerOf, optionsFor, receipt } from "./sample.ts";

describe("statementText", () => {
  it("reads well, oldest due first", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("XS-2", "2026-11-02", 186_000));
    ledger.write(
      invoice("XS-1", "2026-09-02", 8_454_000, { dispute: { since: plainDate("2026-10-01"), reason: "x" } }),
    );
    const known = ledger.write(
      invoice("XS-3", "2026-11-03", 1_000, { lines: [{ amount: money(1_000), basis: "taxInvoice" }] }),
    );
    const settings = { ...DEFAULT_SETTINGS, firm: { name: "恒泰五金" } };
    const text = statementText(statementOf(ledger.account(CUSTOMER), optionsFor(known, { settings })), "zh");
    expect(text.split("\n")).toEqual([
      "对账单｜恒泰五金 → 深圳市鸿运达电子有限公司｜截至 2026-11-25 欠 86,410.00 元",
      "期初余额 84,540.00，本期增加 1,870.00，本期减少 0.00，期末余额 86,410.00",
      "1. XS-1 2026-10-02 到期 84,540.00 逾期 54 天 有争议",
      "2. XS-2 2026-12-02 到期 1,860.00",
      "3. XS-3 到期日未定 10.00",
      "其中已逾期 84,540.00 元，请尽快支付。",
      "请于 2026-12-05 前核对，回复“数据相符”或列明差异",
      "本对账单仅列货款本金，不视为我司放弃依约主张逾期付款违约金、利息及其他权利。",
    ]);
  });

  it("says what the balance was lowered by without a sign, because the word says it", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("XS-1", "2026-09-02", 10_000));
    const known = ledger.write(receipt("2026-11-01", 4_000));
    const statement = statementOf(ledger.account(CUSTOMER), optionsFor(known));
    expect(statementText(statement, "zh")).toContain("，本期减少 40.00，期末余额 60.00");
    const figures = [
      ...statementHtml(statement, { paper: "a4", language: "zh" }).matchAll(/>(-?[\d,]+\.\d\d)</g),
    ];
    expect(figures.slice(0, 4).map(([, figure]) => figure)).toEqual(["100.00", "0.00", "40.00", "60.00"]);
  });

  it("says that an account is settled or in credit", () => {
    const ledger = ledgerOf();
    const first = (known: number) =>
      statementText(statementOf(ledger.account(CUSTOMER), optionsFor(known)), "zh").split("\n")[0];
    expect(first(1)).toMatch(/欠 0\.00 元，已结清$/);
    expect(first(ledger.write(receipt("2026-11-01", 5_000)))).toMatch(/截至 2026-11-25 多付 50\.00 元$/);
  });

  it("asks for what is past due only as far as nothing paid is waiting to be applied", () => {
    const ledger = ledgerOf();
    ledger.write(invoice("XS-1", "2026-09-02", 10_000));
    const known = ledger.write(receipt("2026-11-01", 10_000));
    const text = statementText(statementOf(ledger.account(CUSTOMER), optionsFor(known)), "zh");
    expect(text).not.toContain("已逾期");
  });

  it("shows eight of 300 invoices and counts the others, in both languages", () => {
    const statement = statementOf(busyLedger(300).account(CUSTOMER), optionsFor(10_000));
    for (const language of ["zh", "en"] as const) {
      const text = statementText(statement, language);
      expect(text.match(/^\d+\. /gm)).toHaveLength(8);
      expect(text).toMatch(
        language === "zh"
          ? /^另有 292 笔，合计 [\d,.]+，见附图$/m
          : /^292 more, [\d,.]+ in all, see the picture$/m,
      );
    }
  });

  it("keeps within 600 characters and 1,800 bytes, without tabs and double spaces, for whoever", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 500 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
      fc
        .array(fc.constantFrom("深圳", "集团", "\t", "  ", "👩‍👩‍👧", "e\u0301".repeat(30), "Ltd."), {
          minLength: 1,
          maxLength: 60,
        })
        .map((of) => of.join("").slice(0, 500)),
    );
    const bill = fc.record({ number: name, day: fc.nat(60), amount: fc.integer({ min: 1, max: 1e14 }) });
    fc.assert(
      fc.property(
        name,
        name,
        fc.array(bill, { maxLength: 40 }),
        fc.constantFrom("zh" as const, "en" as const),
        (firm, customer, bills, language) => {
          const ledger = ledgerOf(customer);
          for (const { number, day, amount } of bills) {
            const date = new Date(Date.UTC(2026, 8, 20 + day)).toISOString().slice(0, 10);
            ledger.write(invoice(number, date, amount));
          }
          const settings = { ...DEFAULT_SETTINGS, firm: { ...FIRM, name: firm, nameEn: firm } };
          const text = statementText(
            statementOf(ledger.account(CUSTOMER), optionsFor(1000, { settings })),
            language,
          );
          expect(text.length).toBeLessThanOrEqual(600);
          expect(utf8Bytes(text).length).toBeLessThanOrEqual(1800);
          expect(text).not.toMatch(/\t| {2}|[^\S\n]{2}/);
          expect(text.split("\n")[0]).toMatch(
            /对账单｜.*→.*｜截至 2026-11-25 欠 [\d,]+\.\d\d 元|Statement of account \| .* → .* \| CNY [\d,]+\.\d\d owed as of 25 Nov 2026/,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
