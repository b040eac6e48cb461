import { describe, expect, it } from "vitest";
import { accountWithCode, emptyAccount, emptyBook, knownRowsOf } from "../../../core/index.ts";

/** An import finds a customer by its code whole; what fits two is nobody's. */
function known(...customers: { code: string; name?: string; aliases?: string[]; formerCodes?: string[] }[]) {
  const book = emptyBook();
  for (const [i, each] of customers.entries())
    book.accounts.set(`c${i}`, emptyAccount({ id: `c${i}`, name: `客户${i}`, ...each }));
  return knownRowsOf(book);
}

const idOf = (found: ReturnType<typeof accountWithCode>) =>
  found === undefined || found === "ambiguous" ? found : found.customer.id;

describe("the customer with a code", () => {
  it.each([
    ["123", "c1"],
    ["12-3", "c0"],
    ["1-23", undefined],
    [" １２-３ ", "c0"],
  ])("“%s” is told apart by its marks", (code, id) => {
    expect(idOf(accountWithCode(known({ code: "12-3" }, { code: "123" }), code))).toBe(id);
  });

  it.each([
    ["K001", "c0"],
    ["k001", "c1"],
    ["Ｋ００１", "ambiguous"],
  ])("“%s” is the exact one of two spellings, or nobody's", (code, id) => {
    expect(idOf(accountWithCode(known({ code: "K001" }, { code: "k001" }), code))).toBe(id);
  });

  it.each([
    ["甲公司", "c0"],
    [undefined, "c0"],
    ["乙公司", undefined],
  ])("is the one who had it, where the name %s does not say otherwise", (name, id) => {
    const rows = known({ code: "K009", name: "甲公司", formerCodes: ["K001"] });
    expect(idOf(accountWithCode(rows, "K001", name))).toBe(id);
  });

  it("is who has it now before who had it", () => {
    const rows = known({ code: "K009", formerCodes: ["K001"] }, { code: "K001" });
    expect(idOf(accountWithCode(rows, "K001"))).toBe("c1");
  });

  it.each([
    ["named exactly so", { name: "鸿运达" }, "c1"],
    ["named so in another spelling", { name: "鸿 运 达" }, "ambiguous"],
    ["called so by an alias", { name: "别的", aliases: ["鸿运达"] }, "ambiguous"],
    ["called otherwise", { name: "别的" }, "c0"],
  ])("who had it, beside one %s now", (_what, other, id) => {
    const rows = known({ code: "K001", name: "旧名", formerCodes: ["鸿运达"] }, { code: "K002", ...other });
    expect(idOf(accountWithCode(rows, "鸿运达"))).toBe(id);
  });

  it("is who had it where that one is called so as well", () => {
    const rows = known({ code: "K001", name: "鸿运达", formerCodes: ["鸿运达"] });
    expect(idOf(accountWithCode(rows, "鸿运达"))).toBe("c0");
  });
});
