import type { Words } from "../../core/index.ts";

/** What stands in the tab of the aging report. */
export const AGING_TAB = {
  name: { zh: "账龄表", en: "Aging" },
  asOf: { zh: "截止日", en: "As of" },
  basis: { zh: "按", en: "By" },
  dueDate: { zh: "到期日", en: "due date" },
  documentDate: { zh: "单据日期", en: "document date" },
  notTaken: { zh: "未入账的行", en: "Rows not taken over" },
  code: { zh: "客户编码", en: "Code" },
  customer: { zh: "客户名称", en: "Customer" },
  payer: { zh: "付款单位", en: "Payer" },
  salesperson: { zh: "业务员", en: "Salesperson" },
  currency: { zh: "币种", en: "Currency" },
  balance: { zh: "余额", en: "Balance" },
  current: { zh: "未到期", en: "Not due" },
  ofThatDay: { zh: "当日单据", en: "Of that day" },
  unapplied: { zh: "未核销收款", en: "Unapplied cash" },
  disputed: { zh: "其中有争议", en: "of it disputed" },
  notInvoiced: { zh: "其中已发货未开票", en: "of it delivered, not invoiced" },
  dueNotFixed: { zh: "其中到期日未定", en: "of it due date not fixed" },
  draftsHeld: { zh: "另有在手票据", en: "Drafts held besides" },
  noSalesperson: { zh: "无业务员", en: "No salesperson" },
  unidentified: { zh: "不明来款", en: "Unidentified receipts" },
  total: { zh: "合计", en: "Total" },
} as const satisfies Readonly<Record<string, Words>>;

/** Heading of a bucket 账龄区间: past due, or since the day of the document. The last one has no end. */
export function bucketWords(basis: "dueDate" | "documentDate", from: number, to: number | undefined): Words {
  const start =
    basis === "dueDate" ? { zh: "逾期", en: "overdue" } : { zh: "单据日起", en: "since document" };
  return to === undefined
    ? { zh: `${start.zh}超过 ${from - 1} 天`, en: `Over ${from - 1} days ${start.en}` }
    : { zh: `${start.zh} ${from}–${to} 天`, en: `${from}–${to} days ${start.en}` };
}
