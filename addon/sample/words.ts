import type { Language } from "../../core/index.ts";

/** What stands in the sample's documents and receipts beside names and figures. */
export interface SampleWords {
  readonly dispute: string;
  readonly payer: string;
  readonly note: string;
  readonly acceptor: string;
  readonly goods: readonly [SampleGoods, SampleGoods];
}

interface SampleGoods {
  readonly name: string;
  readonly specification: string;
  readonly unit: string;
}

export const SAMPLE_WORDS: Readonly<Record<Language, SampleWords>> = {
  zh: {
    dispute: "数量有争议",
    payer: "林志强",
    note: "货款",
    acceptor: "示例银行",
    goods: [
      { name: "不锈钢合页", specification: "4 寸", unit: "付" },
      { name: "自攻螺丝", specification: "M4×16", unit: "千支" },
    ],
  },
  en: {
    dispute: "Quantity disputed",
    payer: "Thomas Lin",
    note: "Payment for goods",
    acceptor: "Sample Bank",
    goods: [
      { name: "Stainless steel hinge", specification: "4 in", unit: "pair" },
      { name: "Self-tapping screw", specification: "M4×16", unit: "1,000 pcs" },
    ],
  },
};
