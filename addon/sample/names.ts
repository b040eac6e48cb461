import type { Language } from "../../core/index.ts";
import { inTurn } from "./in-turn.ts";

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
/** Customers from abroad. */
export const FOREIGN = [
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

/** A chain of shops, for which its head office pays. */
export const CHAIN = {
  head: "长沙市美家乐连锁超市有限公司",
  shops: ["长沙市美家乐连锁超市五一店", "长沙市美家乐连锁超市河西店", "长沙市美家乐连锁超市星沙店"],
};

/** Who sells. */
export const SALES: Readonly<Record<Language, readonly string[]>> = {
  zh: ["王敏", "陈浩", "李娜", "Grace Lin"],
  en: ["Emma Clarke", "Daniel Wright", "李娜", "Grace Lin"],
};

const WORDS_EN = [
  "Ashgrove",
  "Bramwell",
  "Coldstream",
  "Dunmere",
  "Eastlake",
  "Fairholm",
  "Glenside",
  "Hartwell",
  "Ironbrook",
  "Kingsmere",
  "Larkfield",
  "Millgate",
];
const TRADES_EN = [
  "Electronics",
  "Hardware",
  "Trading",
  "Machinery",
  "Plastics",
  "Building Supplies",
  "Packaging",
  "Lighting",
  "Auto Parts",
  "Textiles",
  "Foods",
  "Instruments",
];
const KINDS_EN = ["Ltd.", "Co., Ltd.", "Inc."];

/** The name of a company of the country: in an English ledger nearly every second one is English. */
export function companyName(i: number, language: Language): string {
  return language === "en" && i % 9 < 4 ? englishName(4 * Math.floor(i / 9) + (i % 9)) : chineseName(i);
}

/** Customers who are no company: a decorator and a shopkeeper who trade under their own names. */
export const PERSONS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["何志平", "吴桂芳"],
  en: ["Thomas Reed", "吴桂芳"],
};

function chineseName(i: number): string {
  const round = Math.floor(i / 12);
  return `${inTurn(PLACES, i * 5)}${inTurn(WORDS, i * 7 + round)}${inTurn(TRADES, i * 11 + round)}${inTurn(KINDS, i)}`;
}

/** The n-th of up to 144 that differ. */
function englishName(n: number): string {
  const trade = inTurn(TRADES_EN, n * 5 + Math.floor(n / 12));
  return `${inTurn(WORDS_EN, n * 7)} ${trade} ${inTurn(KINDS_EN, n)}`;
}
