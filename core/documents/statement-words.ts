import type { AdjustmentReasonShape } from "../records/open-item.ts";
import type { ReceiptMethod } from "../records/receipt.ts";
import type { Words } from "../tables/column.ts";
import type { StatementKind } from "./statement-shape.ts";

/** The language of a document: one, or both with Chinese first. */
export type DocumentLanguage = "zh" | "en" | "both";

/**
 * Every word of the statement in both languages; a `{name}` is filled in and stands in both. A missing
 * language does not compile.
 */
export const STATEMENT_WORDS = {
  title: { zh: "对账单", en: "Statement of account" },
  continued: { zh: "（续）", en: " (continued)" },
  sample: { zh: "示例数据，不作凭据", en: "Sample data, not a claim" },
  to: { zh: "致", en: "To" },
  number: { zh: "编号", en: "Statement no." },
  period: { zh: "对账期间", en: "Period" },
  issued: { zh: "出单日期", en: "Issued" },
  replyBy: { zh: "回复期限", en: "Please reply by" },
  unit: { zh: "金额单位", en: "Amounts in" },
  yuan: { zh: "元", en: "CNY" },
  phone: { zh: "电话", en: "Tel." },
  owed: {
    zh: "截至 {date}，贵公司应付我司货款余额 {amount} {unit}。",
    en: "As of {date} the balance you owe us is {unit} {amount}.",
  },
  owedPastDue: {
    zh: "其中已逾期 {amount} {unit}，请尽快支付。",
    en: "{unit} {amount} of it is past due: please pay it now.",
  },
  settled: {
    zh: "截至 {date}，贵公司与我司往来款项已结清。",
    en: "As of {date} the account is settled.",
  },
  credit: {
    zh: "截至 {date}，贵公司在我司的预付及多付款余额 {amount} {unit}。",
    en: "As of {date} you have {unit} {amount} in credit with us.",
  },
  check: { zh: "请核对以下明细。", en: "Please check the details below." },
  opening: { zh: "期初余额", en: "Opening balance" },
  openingPrinted: { zh: "期初余额（承上期 {number}）", en: "Opening balance (from {number})" },
  earlier: { zh: "以前期间补记", en: "Earlier-dated items" },
  thisPeriod: { zh: "本期往来", en: "This period" },
  increases: { zh: "本期增加", en: "Charges" },
  decreases: { zh: "本期减少", en: "Credits" },
  closing: { zh: "期末余额", en: "Closing balance" },
  movements: { zh: "往来明细", en: "Movements" },
  total: { zh: "合计", en: "Total" },
  subtotal: { zh: "小计", en: "Subtotal" },
  carried: { zh: "过次页", en: "Carried forward" },
  brought: { zh: "承前页", en: "Brought forward" },
  noMovements: { zh: "本期无往来", en: "No movements in this period" },
  date: { zh: "日期", en: "Date" },
  kind: { zh: "类型", en: "Kind" },
  documentNumber: { zh: "单号", en: "Number" },
  reference: { zh: "订单 / 送货单 / 摘要", en: "Order / delivery / details" },
  orderAndDelivery: { zh: "订单 / 送货单", en: "Order / delivery" },
  debit: { zh: "增加（{unit}）", en: "Charges ({unit})" },
  credited: { zh: "减少（{unit}）", en: "Credits ({unit})" },
  balance: { zh: "余额（{unit}）", en: "Balance ({unit})" },
  payer: { zh: "付款人", en: "Paid by" },
  matures: { zh: "票据到期", en: "Matures" },
  enteredLater: { zh: "补记", en: "entered later" },
  takenBack: { zh: "撤销上期所列", en: "taken back" },
  restated: { zh: "口径调整", en: "restated" },
  part: { zh: "第 {n}/{of} 期", en: "Part {n}/{of}" },
  openItems: { zh: "未清明细", en: "Open items" },
  noOpenItems: { zh: "无未清项", en: "No open items" },
  due: { zh: "到期日", en: "Due date" },
  dueNotFixed: { zh: "到期日未定", en: "not fixed" },
  state: { zh: "状态", en: "State" },
  daysPastDue: { zh: "逾期 {days} 天", en: "{days} d past due" },
  notDue: { zh: "未到期", en: "Not yet due" },
  disputed: { zh: "有争议", en: "Disputed" },
  original: { zh: "原金额（{unit}）", en: "Original ({unit})" },
  open: { zh: "未清（{unit}）", en: "Open ({unit})" },
  unapplied: { zh: "未核销收款", en: "Unapplied cash" },
  owedAgain: { zh: "已退款、待收回", en: "Refunded, owed again" },
  plusOwedAgain: { zh: "加：已退款、待收回", en: "Plus refunds owed again" },
  lessUnapplied: { zh: "减：未核销收款及贷项", en: "Less receipts and credits not applied" },
  aging: { zh: "账龄", en: "Aging" },
  agingByDocument: { zh: "账龄（按单据日期）", en: "Aging (by document date)" },
  current: { zh: "未到期", en: "Not due" },
  ofThatDay: { zh: "当日单据", en: "Of that day" },
  days: { zh: "{from}–{to} 天", en: "{from}–{to} days" },
  over: { zh: "{days} 天以上", en: "Over {days} days" },
  ofWhichDisputed: { zh: "其中有争议 {amount}", en: "of which disputed {amount}" },
  ofWhichNotFixed: { zh: "其中到期日未定 {amount}", en: "of which due date not fixed {amount}" },
  ofWhichNotInvoiced: { zh: "其中已发货未开票 {amount}", en: "of which not invoiced yet {amount}" },
  inCapitals: { zh: "大写", en: "In capitals" },
  payTo: { zh: "收款账户", en: "Please pay to" },
  reserve: {
    zh: "本对账单仅列货款本金，不视为我司放弃依约主张逾期付款违约金、利息及其他权利。",
    en: "This statement shows principal only. It does not waive agreed late-payment penalties, interest or any other right.",
  },
  ourSide: { zh: "供方", en: "Supplier" },
  theirSide: { zh: "需方", en: "Customer" },
  slip: { zh: "对账回执", en: "Reply slip" },
  slipText: {
    zh: "{number} 号对账单，截至 {date}，期末余额 {amount} {unit}，核对结果：",
    en: "Statement {number}, balance as of {date}: {unit} {amount}. Our check:",
  },
  agree: { zh: "□ 数据相符", en: "□ Figures agree" },
  differences: { zh: "差异说明", en: "Differences" },
  differ: { zh: "□ 数据不符（请列明）", en: "□ Figures differ (please list)" },
  handler: { zh: "经办人", en: "Handled by" },
  signedOn: { zh: "日期", en: "Date" },
  seal: { zh: "（签章）", en: "(Seal)" },
  page: { zh: "第 {n} / {of} 页", en: "Page {n} / {of}" },
  shop: { zh: "门店：{name}", en: "Shop: {name}" },
  noShop: { zh: "收款及未分门店", en: "Receipts and items of no shop" },
  stub: { zh: "存根联", en: "Our copy" },
  customerCopy: { zh: "客户联", en: "Customer copy" },
  change: { zh: "增减（{unit}）", en: "Change ({unit})" },
  textOwed: {
    zh: "{title}｜{firm} → {customer}｜截至 {date} 欠 {amount} {unit}",
    en: "{title} | {firm} → {customer} | {unit} {amount} owed as of {date}",
  },
  textCredit: {
    zh: "{title}｜{firm} → {customer}｜截至 {date} 多付 {amount} {unit}",
    en: "{title} | {firm} → {customer} | {unit} {amount} in credit as of {date}",
  },
  textSettled: {
    zh: "{title}｜{firm} → {customer}｜截至 {date} 欠 {amount} {unit}，已结清",
    en: "{title} | {firm} → {customer} | {unit} {amount} owed as of {date}, settled",
  },
  textDue: { zh: "{date} 到期", en: "due {date}" },
  textMore: { zh: "另有 {n} 笔，合计 {amount}，见附图", en: "{n} more, {amount} in all, see the picture" },
  textReply: {
    zh: "请核对，回复“数据相符”或列明差异",
    en: "Please check and reply",
  },
  textReplyBy: {
    zh: "请于 {date} 前核对，回复“数据相符”或列明差异",
    en: "Please check and reply by {date}",
  },
} as const satisfies Record<string, Words>;

export type StatementWord = keyof typeof STATEMENT_WORDS;

/** What moves the balance, as the statement names it. */
export const STATEMENT_KINDS: Record<StatementKind, Words> = {
  delivery: { zh: "送货单", en: "Delivery" },
  invoice: { zh: "应收单", en: "Invoice" },
  debitNote: { zh: "借项通知单", en: "Debit note" },
  creditNote: { zh: "贷项通知单", en: "Credit note" },
  return: { zh: "退货", en: "Return" },
  rebate: { zh: "返利", en: "Rebate" },
  deduction: { zh: "扣款", en: "Deduction" },
  adjustment: { zh: "调整", en: "Adjustment" },
  opening: { zh: "期初", en: "Opening" },
  receipt: { zh: "收款", en: "Receipt" },
  receiptReversal: { zh: "退票退款", en: "Returned" },
  restatement: { zh: "口径调整", en: "Restated" },
};

export const STATEMENT_METHODS: Record<ReceiptMethod, Words> = {
  transfer: { zh: "转账", en: "Transfer" },
  cash: { zh: "现金", en: "Cash" },
  wechat: { zh: "微信", en: "WeChat" },
  alipay: { zh: "支付宝", en: "Alipay" },
  bankDraft: { zh: "银行承兑", en: "Bank acceptance draft" },
  commercialDraft: { zh: "商业承兑", en: "Commercial acceptance draft" },
  cheque: { zh: "支票", en: "Cheque" },
  offset: { zh: "对冲", en: "Offset" },
  other: { zh: "其他", en: "Other" },
};

export const STATEMENT_REASONS: Record<(typeof AdjustmentReasonShape)["options"][number], Words> = {
  smallAmount: { zh: "抹零", en: "Small difference" },
  allowance: { zh: "折让", en: "Allowance" },
  bankFee: { zh: "手续费", en: "Bank fee" },
  taxDifference: { zh: "税差", en: "Tax difference" },
  other: { zh: "其他", en: "Other" },
};
