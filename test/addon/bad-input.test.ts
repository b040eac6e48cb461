import { describe, expect, it } from "vitest";
import { TypedBench } from "./typed-bench.ts";

/** A ledger in a language, and the sentence that refuses a call. */
function refusing(language: "zh" | "en") {
  const bench = new TypedBench();
  bench.call("setup", { language });
  const customer = bench.customer("K001", "Iris");
  const sentence = (name: string, input: object): string => {
    const { reply } = bench.run(name, { action: bench.action(), ...input });
    return !reply.ok && reply.kind === "refusal" ? reply.sentence : JSON.stringify(reply);
  };
  const receipt = (more: object) =>
    sentence("addReceipt", {
      receipt: { customer, date: "2026-02-01", amount: 100, method: "cash", ...more },
    });
  return { sentence, receipt };
}

/** Rule: a refusal is one sentence in the ledger's language: the field as its heading says it, what was found, what to do. */
describe("input that cannot be read", () => {
  it("is told in Chinese, with the field's name", () => {
    const { sentence, receipt } = refusing("zh");
    expect(receipt({ amount: 1.5 })).toBe("「金额」填写有误：“1.5”。请改正后再试。");
    expect(receipt({ date: "2026-02-30" })).toBe("「收款日期」填写有误：“2026-02-30”。请改正后再试。");
    expect(receipt({ date: undefined })).toBe("缺少「收款日期」。请填写后再试。");
    expect(sentence("addCustomer", { customer: { code: "K2" } })).toBe("缺少「客户名称」。请填写后再试。");
    expect(sentence("addUser", { user: { name: "—", role: "clerk" } })).toBe(
      "「姓名」填写有误：“—”。请改正后再试。",
    );
    expect(sentence("noSuchCall", {})).toBe("「操作」填写有误：“noSuchCall”。请改正后再试。");
  });

  it("is told in English, with the field's name", () => {
    const { sentence, receipt } = refusing("en");
    expect(receipt({ date: "2026-02-30" })).toBe(
      "“Date” is not right: “2026-02-30”. Correct it and try again.",
    );
    expect(sentence("addCustomer", { customer: { code: "K2" } })).toBe(
      "“Customer” is missing. Fill it in and try again.",
    );
  });

  it("never carries the words or the paths of the program", () => {
    for (const language of ["zh", "en"] as const) {
      const { sentence, receipt } = refusing(language);
      const said = [
        receipt({ method: "barter" }),
        receipt({ amount: "5" }),
        receipt({ draft: { maturity: "soon", state: "held" } }),
        sentence("savePolicy", { policy: { bucketEdges: [] } }),
        sentence("saveSettings", { settings: { firm: { name: "" } } }),
        sentence("aging", { basis: "moon" }),
      ];
      for (const each of said) expect(each).not.toMatch(/invalid|expected|undefined|[a-z]\.[a-z]|\{"ok/i);
      if (language === "zh") for (const each of said) expect(each).toMatch(/^(「|缺少「)\P{ASCII}+」/u);
    }
  });
});

it.each([
  ["zh", "客户、应收明细"],
  ["en", "Customers, Open items"],
] as const)("tabs in which hands were at work are joined as %s joins them", (language, names) => {
  const bench = new TypedBench();
  bench.call("setup", { language });
  const [customers = "", items = ""] = names.split(/、|, /);
  bench.type(customers, 2, 3, [["Iris"]]);
  bench.type(items, 2, 3, [["XS-1"]]);
  expect(bench.call("today", {})).toMatchObject({ toDo: [{ kind: "handEdits", name: names }] });
});
