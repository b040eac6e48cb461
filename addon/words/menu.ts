import type { Words } from "../../core/index.ts";

/** What the menu offers: six verbs for every day, the import, and a look at the platform for who maintains it. */
export type MenuVerb =
  | "today"
  | "receipt"
  | "customer"
  | "statements"
  | "reminders"
  | "check"
  | "import"
  | "probe";

export const PRODUCT: Words = { zh: "挂账", en: "OnAccount" };

export const MENU_WORDS: Readonly<Record<MenuVerb, Words>> = {
  today: { zh: "打开今天", en: "Open Today" },
  receipt: { zh: "登记收款", en: "Record receipt" },
  customer: { zh: "查看所选客户", en: "Show selected customer" },
  statements: { zh: "生成对账单", en: "Make statements" },
  reminders: { zh: "催款提醒", en: "Send reminders" },
  import: { zh: "导入", en: "Import" },
  check: { zh: "检查账本", en: "Check the ledger" },
  probe: { zh: "检查平台", en: "Probe the platform" },
};

/** What the probe's report says. */
export const PROBE_WORDS = {
  differ: { zh: "与预期不同", en: "Different from what was expected" },
  asExpected: { zh: "与预期相同", en: "As expected" },
  seen: { zh: "看到", en: "seen" },
  advice: {
    zh: "请把不同的几行复制给维护者；账本没有被改动",
    en: "Copy the lines that differ to the maintainer; the ledger was not touched",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** How many of the probe's lines came out as expected. */
export function probeCount(asExpected: number, expected: number): Words {
  return {
    zh: `${expected} 项中 ${asExpected} 项与预期相同`,
    en: `${asExpected} of ${expected} as expected`,
  };
}

/**
 * Both languages in one label: the menu is made before the add-on may read which one the ledger has.
 *
 * @example
 * bothWords({ zh: "导入", en: "Import" }) // => "导入 Import"
 */
export function bothWords({ zh, en }: Words): string {
  return `${zh} ${en}`;
}
