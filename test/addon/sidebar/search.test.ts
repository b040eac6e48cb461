import { describe, expect, it } from "vitest";
import { CustomerIndex, RANKS, type Searchable } from "../../../addon/sidebar/search/customer-search.ts";

const customer = (code: string, name: string, more: Partial<Searchable> = {}): Searchable => ({
  ...{ id: code, code, name, aliases: [], digits: "" },
  ...more,
});

const FEW = [
  customer("K001", "深圳市鸿运达电子科技有限公司", { digits: "8T42" }),
  customer("K002", "广州恒通贸易有限公司", { aliases: ["恒通老店"] }),
  customer("K003", "重庆长安机电设备有限公司", { digits: "4421" }),
  customer("K004", "华强五金（东莞）有限公司"),
  customer("K005", "上海长宁百货商场"),
  customer("K006", "厦门朝阳塑胶制品厂"),
  customer("ACME", "Acme Trading Ltd."),
  customer("K4421", "安庆四四二一厂"),
];

function found(text: string, recent: string[] = []): string[] {
  return new CustomerIndex(FEW).search(text, recent).hits.map(({ customer: { code } }) => code);
}

describe("search", () => {
  it.each([
    ["鸿运达", "K001"],
    ["szshyd", "K001"],
    ["hyd", "K001"],
    ["hongyunda", "K001"],
    ["gzht", "K002"],
    ["恒通老店", "K002"],
    ["htld", "K002"],
    ["cqca", "K003"],
    ["zqca", "K003"],
    ["chongqing", "K003"],
    ["zhongqing", "K003"],
    ["K005", "K005"],
    ["k005", "K005"],
    ["Ｋ００５", "K005"],
    ["8t42", "K001"],
    ["4421", "K003"],
    ["acme", "ACME"],
    ["acme trading", "ACME"],
    ["hqwj", "K004"],
    ["zysj", "K006"],
    ["cysj", "K006"],
  ])("%s finds %s first", (text, code) => {
    expect(found(text)[0]).toBe(code);
  });

  it("finds nothing where nothing is meant", () => {
    for (const text of ["xyzq", "9999", "北京", "szhydx"]) expect(found(text), text).toEqual([]);
  });

  it("finds everybody for nothing typed", () => {
    expect(found("  ")).toHaveLength(FEW.length);
  });

  it("follows the written rule", () => {
    const ranked = [
      customer("HT", "不相干"),
      customer("HT9", "不相干二"),
      customer("A1", "ht 贸易"),
      customer("A2", "大 ht"),
      customer("A3", "某某", { aliases: ["ht"] }),
      customer("A4", "恒通"),
      customer("A5", "广州恒通"),
      customer("B-HT", "别的"),
    ];
    const hits = new CustomerIndex(ranked).search("ht").hits;
    expect(hits.map(({ customer: { code }, rank }) => [code, RANKS[rank]])).toEqual([
      ["HT", "code or name, whole"],
      ["HT9", "code, from its beginning"],
      ["A1", "name, from its beginning"],
      ["A2", "name, somewhere"],
      ["A3", "alias"],
      ["A4", "initials, from the beginning"],
      ["A5", "initials, somewhere"],
      ["B-HT", "code, somewhere"],
    ]);
  });

  it("puts those used lately first among equals", () => {
    expect(found("yx").sort()).toEqual(["K001", "K002", "K003", "K004"]);
    for (const code of ["K001", "K002", "K003", "K004"]) expect(found("yx", [code])[0]).toBe(code);
  });

  it("finds the same whether typed letter by letter or at once", () => {
    const index = new CustomerIndex(FEW);
    for (const word of ["szshyd", "hongyunda", "cqca", "chongqing", "zysj", "k005", "4421"]) {
      let last: string[] = [];
      for (let i = 1; i <= word.length; i += 1)
        last = index.search(word.slice(0, i)).hits.map((hit) => hit.customer.id);
      expect(last, word).toEqual(found(word));
    }
  });
});

describe("search among 10,000", () => {
  const CITIES = ["深圳市", "广州市", "重庆", "上海", "厦门", "长沙", "成都", "苏州"];
  const NAMES = ["鸿运达", "恒通", "长安", "朝阳", "四海", "宏图", "金茂", "百盛", "乐清", "单县"];
  const TRADES = ["电子科技", "机电设备", "塑胶制品", "贸易", "五金", "百货"];
  const many = Array.from({ length: 10_000 }, (_, i) =>
    customer(
      `C${String(i).padStart(5, "0")}`,
      `${CITIES[i % 8]}${NAMES[(i >> 3) % 10]}${TRADES[(i >> 6) % 6]}第${i}分公司`,
      { digits: String(1000 + (i % 9000)) },
    ),
  );
  many[7777] = customer("C07777", "重庆乐山行", { digits: "0042" });
  const index = new CustomerIndex(many);

  it.each(["cqlsh", "zqysx", "chongqingleshan", "重庆乐山行", "c07777", "0042"])(
    "%s finds the one",
    (typed) => {
      expect(index.search(typed).hits[0]?.customer.code).toBe("C07777");
    },
  );

  it("asks the pinyin library about few names: each letter narrows", () => {
    const asked: number[] = [];
    const fresh = new CustomerIndex(many);
    for (const text of ["c", "ch", "cho", "chon", "chong", "chongq", "chongqi"])
      asked.push(fresh.search(text).asked);
    console.log(`pinyin library asked per letter: ${asked.join(" ")} of ${many.length}`);
    expect(asked[0]).toBe(0);
    for (const [i, count] of asked.entries()) expect(count).toBeLessThanOrEqual(i < 2 ? 10_000 : 6_000);
    const initials = new CustomerIndex(many);
    const few = ["s", "sz", "szs", "szsh", "szshy", "szshyd"].map((text) => initials.search(text).asked);
    console.log(`for initials: ${few.join(" ")}`);
    expect(few.at(-1)).toBeLessThan(2_000);
  });
});
