import { daysAfter, type PlainDate } from "../../../core/index.ts";
import { Bench } from "../bundle.ts";

interface Booked {
  id: string;
}

export interface Sample {
  readonly bench: Bench;
  readonly today: PlainDate;
  /** Ids of customers by code. */
  readonly ids: ReadonlyMap<string, string>;
}

const NAMES: Record<"zh" | "en", [code: string, name: string, days: number, salesperson: string][]> = {
  zh: [
    ["K001", "深圳市鸿运达电子科技有限公司", 30, "王敏"],
    ["K002", "广州恒通贸易有限公司", 30, "王敏"],
    ["K003", "重庆长安机电设备有限公司", 60, "李强"],
    ["K004", "华强五金（东莞）有限公司", 0, "李强"],
    ["K005", "上海长宁百货商场", 45, ""],
    ["K006", "厦门朝阳塑胶制品厂", 30, "王敏"],
  ],
  en: [
    ["K001", "Shenzhen Hongyunda Electronic Technology", 30, "Min Wang"],
    ["K002", "Guangzhou Hengtong Trading", 30, "Min Wang"],
    ["K003", "Chongqing Changan Machinery", 60, "Qiang Li"],
    ["K004", "Huaqiang Hardware (Dongguan)", 0, "Qiang Li"],
    ["K005", "Shanghai Changning Department Store", 45, ""],
    ["K006", "Xiamen Chaoyang Plastics", 30, "Min Wang"],
  ],
};

/** Code, days ago, amount in minor units. */
const ITEMS: [code: string, daysAgo: number, amount: number][] = [
  ["K001", 132, 8640000],
  ["K001", 92, 3240000],
  ["K001", 20, 4500000],
  ["K002", 61, 1230000],
  ["K002", 12, 880000],
  ["K003", 300, 5800000],
  ["K003", 40, 61840000],
  ["K004", 9, 2035000],
  ["K005", 10, 38291000],
];

/** A ledger with a little of everything. */
export function sampleLedger(language: "zh" | "en", bench = new Bench()): Sample {
  bench.call("setup", { language });
  const { facts } = bench.call<{ facts: { today: PlainDate } }>("status", {});
  const ids = new Map<string, string>();
  for (const [code, name, days, salesperson] of NAMES[language]) {
    const customer = {
      ...{ code, name, terms: { kind: "net", days } },
      ...(salesperson ? { salesperson } : {}),
      ...(code === "K001" ? { limitType: "amount", limit: 10_000_000, taxId: "91440300MA5F4X8T42" } : {}),
    };
    ids.set(code, bench.call<Booked>("addCustomer", { action: `sample-c-${code}`, customer }).id);
  }
  const { today } = facts;
  for (const [i, [code, ago, amount]] of ITEMS.entries()) {
    const item = {
      customer: ids.get(code),
      kind: "invoice",
      number: `INV-20${i}`,
      date: daysAfter(today, -ago),
      amount,
    };
    bench.call("addItem", { action: `sample-i-${i}`, item });
  }
  const accepted = { kind: "afterAcceptance", days: 30 };
  const onAcceptance = {
    customer: ids.get("K001"),
    kind: "invoice",
    number: "SH-0071",
    date: daysAfter(today, -5),
    amount: 760000,
    terms: accepted,
  };
  bench.call("addItem", { action: "sample-i-open", item: onAcceptance });
  const receipts = [
    {
      customer: ids.get("K001"),
      date: daysAfter(today, -30),
      amount: 2000000,
      method: "transfer",
      bankReference: "CMB-88120",
    },
    { customer: ids.get("K006"), date: daysAfter(today, -4), amount: 500000, method: "wechat" },
    { date: daysAfter(today, -1), amount: 2000000, method: "transfer", payerName: "陈先生" },
    {
      customer: ids.get("K002"),
      date: daysAfter(today, -20),
      amount: 300000,
      method: "bankDraft",
      draft: { maturity: daysAfter(today, 5), state: "held" },
    },
  ];
  for (const [i, receipt] of receipts.entries())
    bench.call("addReceipt", { action: `sample-r-${i}`, receipt });
  return { bench, today, ids };
}
