import { describe, expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { QuickBench } from "./quick-bench.ts";

/** The sample ledger 示例账本 speaks the language of the ledger that it fills. */
function sample(language: "zh" | "en"): QuickBench {
  const bench = new QuickBench();
  bench.call("setup", { language });
  bench.call("loadSample", {});
  return bench;
}

const firmOf = (bench: QuickBench) => bench.call<Output<"settings">>("settings", {}).settings.firm;
const nameOf = (bench: QuickBench) => bench.call<Output<"status">>("status", {}).facts?.firm;

describe("the firm of the sample", () => {
  it("is named in English in an English ledger, its address and account too", () => {
    const bench = sample("en");
    expect(nameOf(bench)).toMatch(/^[\x20-\x7e]+$/);
    const { nameEn = "", address = "", account = [] } = firmOf(bench);
    expect(nameOf(bench)).toBe(nameEn);
    for (const line of [address, ...account]) expect(line).toMatch(/^[\x20-\x7e]+$/);
  });

  it("is named in Chinese in a Chinese one, with the English name for statements in English", () => {
    const bench = sample("zh");
    const { name, nameEn, address = "", account = [] } = firmOf(bench);
    expect(nameOf(bench)).toBe(name);
    for (const line of [name, address, ...account]) expect(line).toMatch(/[\u4e00-\u9fff]/);
    expect(nameEn).toBe(firmOf(sample("en")).nameEn);
  });
});

describe("the customers of the sample", () => {
  const day = { asOf: "2026-11-22" };
  const customersOf = (bench: QuickBench) => bench.call<Output<"customers">>("customers", day).customers;
  const agingOf = (bench: QuickBench) => bench.call<Output<"aging">>("aging", day).customers;
  const isEnglish = (text: string) => /^[\x20-\x7e]+$/.test(text);
  const shareOfEnglish = (names: readonly string[]) => names.filter(isEnglish).length / names.length;
  const [zh, en] = [sample("zh"), sample("en")];

  it("are about sixty, each with a name of its own: half of them English in an English ledger, one in seven in a Chinese one", () => {
    for (const [bench, least, most] of [
      [zh, 0.1, 0.2],
      [en, 0.45, 0.6],
    ] as const) {
      const names = customersOf(bench).map(({ name }) => name);
      expect(names.length).toBeGreaterThan(55);
      expect(new Set(names).size).toBe(names.length);
      expect(shareOfEnglish(names)).toBeGreaterThan(least);
      expect(shareOfEnglish(names)).toBeLessThan(most);
    }
  });

  it("are mostly served by salespeople with English names in an English ledger", () => {
    const people = new Set(customersOf(en).map(({ salesperson }) => salesperson));
    expect(shareOfEnglish([...people])).toBeGreaterThan(0.5);
    expect(shareOfEnglish([...people])).toBeLessThan(1);
  });

  it("owe the same in both languages", () => {
    const figures = (bench: QuickBench) =>
      new Map(agingOf(bench).map(({ name: _, ...line }) => [line.code, line]));
    expect(figures(en).size).toBeGreaterThan(40);
    expect(figures(en)).toEqual(figures(zh));
  });

  it("pay and complain in the ledger's language", () => {
    const receipts = en.call<Output<"unidentified">>("unidentified", {}).receipts;
    const disputes = en
      .cells("Open items")
      .flatMap((row) => row.filter((cell) => cell === "Quantity disputed"));
    expect(receipts.map(({ payerName = "" }) => isEnglish(payerName))).toEqual([true]);
    expect(disputes.length).toBeGreaterThan(0);
  });
});

describe("a firm without an English name", () => {
  it("keeps its own in an English ledger", () => {
    const bench = new QuickBench();
    bench.call("setup", { language: "en" });
    bench.call("saveSettings", { action: "settings-1", settings: { firm: { name: "鸿运达" } } });
    expect(nameOf(bench)).toBe("鸿运达");
  });
});
