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

describe("a firm without an English name", () => {
  it("keeps its own in an English ledger", () => {
    const bench = new QuickBench();
    bench.call("setup", { language: "en" });
    bench.call("saveSettings", { action: "settings-1", settings: { firm: { name: "鸿运达" } } });
    expect(nameOf(bench)).toBe("鸿运达");
  });
});
