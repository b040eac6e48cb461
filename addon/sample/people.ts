import type { Terms } from "../../core/index.ts";

/** How a made-up customer behaves. */
export type Habit =
  | "prompt"
  | "late"
  | "veryLate"
  | "partial"
  | "overpays"
  | "disputes"
  | "drafts"
  | "fresh"
  | "opening"
  | "quiet";

/** A made-up customer of the sample ledger. */
export interface SampleCustomer {
  readonly code: string;
  readonly name: string;
  readonly habit: Habit;
  readonly terms: Terms;
  readonly cutOffDay?: number;
  readonly salesperson: string;
  /** Usual invoice, yuan. */
  readonly size: number;
  /** Invoices a month. */
  readonly pace: number;
  /** Code of the customer that pays for it. */
  readonly payer?: string;
  readonly currency?: string;
  readonly language?: "zh" | "en" | "both";
  readonly naturalPerson?: boolean;
}

const monthEnd = (months: number, days = 0): Terms => ({ kind: "monthEnd", months, days });
const net = (days: number): Terms => ({ kind: "net", days });

const PLACES = [
  "深圳市",
  "广州市",
  "东莞市",
  "佛山市",
  "中山市",
  "珠海市",
  "惠州市",
  "厦门市",
  "苏州市",
  "宁波市",
  "杭州市",
  "长沙市",
];
const WORDS = [
  "鸿运达",
  "恒通",
  "华强",
  "金利源",
  "顺发",
  "德盛",
  "永兴",
  "博远",
  "万嘉",
  "瑞丰",
  "嘉禾",
  "联创",
];
const TRADES = [
  "电子科技",
  "五金制品",
  "贸易",
  "机电设备",
  "塑胶制品",
  "建材",
  "包装材料",
  "照明电器",
  "汽车配件",
  "纺织",
  "食品",
  "仪器仪表",
];
const KINDS = ["有限公司", "有限公司", "有限责任公司", "实业有限公司"];
const ENGLISH = [
  "Harbour Lane Fittings Ltd.",
  "Northgate Hardware Co.",
  "Blue Heron Trading LLC",
  "Kestrel Lighting GmbH",
  "Osprey Tools Pty Ltd",
  "Marlow & Finch Supplies",
  "Cedar Point Components Inc.",
  "Silverbrook Imports Ltd.",
  "Pacific Crown Trading",
  "Redstone Fasteners Inc.",
];
const HABITS: readonly Habit[] = [
  "prompt",
  "prompt",
  "late",
  "prompt",
  "partial",
  "late",
  "veryLate",
  "prompt",
  "drafts",
  "overpays",
  "disputes",
  "quiet",
];
const SALES = ["王敏", "陈浩", "李娜", "Grace Lin"];
const TERMS: readonly Terms[] = [
  net(30),
  monthEnd(1),
  net(60),
  monthEnd(0, 30),
  net(15),
  { kind: "afterTaxInvoice", days: 30 },
];

/** The sample's customers: 48 Chinese ones, 10 foreign ones, and three shops under one payer. */
export function samplePeople(): SampleCustomer[] {
  return [...chinese(), ...foreign(), ...shops()];
}

function chinese(): SampleCustomer[] {
  return Array.from({ length: 47 }, (_, i) => {
    const name = `${at(PLACES, i * 5)}${at(WORDS, i * 7 + Math.floor(i / 12))}${at(TRADES, i * 11 + Math.floor(i / 12))}${at(KINDS, i)}`;
    const habit: Habit = i % 15 === 14 ? "fresh" : i % 13 === 12 ? "opening" : at(HABITS, i);
    return {
      code: `K${String(i + 1).padStart(3, "0")}`,
      name,
      habit,
      terms: at(TERMS, i),
      ...(i % 4 === 1 ? { cutOffDay: 25 } : {}),
      salesperson: at(SALES, i),
      size: 3_000 + ((i * 7_919) % 38_000),
      pace: 1 + (i % 3),
      ...(i % 23 === 22 ? { naturalPerson: true } : {}),
    };
  });
}

function foreign(): SampleCustomer[] {
  return ENGLISH.map((name, i) => ({
    code: `E${String(i + 1).padStart(3, "0")}`,
    name,
    habit: at(HABITS, i * 2),
    terms: net(i % 2 === 0 ? 30 : 45),
    salesperson: "Grace Lin",
    size: 1_200 + ((i * 1_733) % 9_000),
    pace: 1,
    language: "en" as const,
    ...(i % 3 === 0 ? { currency: "USD" } : {}),
  }));
}

function shops(): SampleCustomer[] {
  const chain = "长沙市美家乐连锁超市";
  const base = { terms: monthEnd(1), salesperson: "陈浩", size: 6_500, pace: 2, cutOffDay: 26 };
  const head: SampleCustomer = { ...base, code: "M000", name: `${chain}有限公司`, habit: "prompt", pace: 0 };
  const names = ["五一店", "河西店", "星沙店"];
  return [
    head,
    ...names.map((shop, i) => ({
      ...base,
      code: `M00${i + 1}`,
      name: `${chain}${shop}`,
      habit: "late" as const,
      payer: "M000",
    })),
  ];
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
