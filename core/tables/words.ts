import type { Words } from "./column.ts";

/** The words that stand in cells for coded values, in both languages. */

export const ITEM_KINDS: Record<string, Words> = {
  delivery: { zh: "送货单", en: "Delivery" },
  invoice: { zh: "应收单", en: "Invoice" },
  debitNote: { zh: "借项通知单", en: "Debit note" },
  creditNote: { zh: "贷项通知单", en: "Credit note" },
  return: { zh: "退货", en: "Return" },
  rebate: { zh: "返利", en: "Rebate" },
  deduction: { zh: "扣款", en: "Deduction" },
  adjustment: { zh: "调整", en: "Adjustment" },
  opening: { zh: "期初", en: "Opening" },
};

export const ADJUSTMENT_REASONS: Record<string, Words> = {
  smallAmount: { zh: "抹零", en: "Small difference" },
  allowance: { zh: "折让", en: "Allowance" },
  bankFee: { zh: "手续费", en: "Bank fee" },
  taxDifference: { zh: "税差", en: "Tax difference" },
  other: { zh: "其他", en: "Other" },
};

export const METHODS: Record<string, Words> = {
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

export const DRAFT_STATES: Record<string, Words> = {
  held: { zh: "在手", en: "Held" },
  endorsed: { zh: "已背书", en: "Endorsed" },
  discounted: { zh: "已贴现", en: "Discounted" },
  collected: { zh: "已兑付", en: "Collected" },
  dishonoured: { zh: "已拒付", en: "Dishonoured" },
};

export const ITEM_STATES: Record<string, Words> = {
  open: { zh: "未清", en: "Open" },
  partly: { zh: "部分核销", en: "Partly settled" },
  settled: { zh: "已结清", en: "Settled" },
  void: { zh: "已撤销", en: "Void" },
  linked: { zh: "仅关联", en: "Linked only" },
  importing: { zh: "导入未完成", en: "Import open" },
};

/** Of a record that settles nothing itself: a tax invoice. */
export const RECORD_STATES: Record<string, Words> = {
  inForce: { zh: "有效", en: "In force" },
  void: { zh: "已撤销", en: "Void" },
};

/** What a due line without a date waits for, where an event starts its clock. */
export const WAITS_FOR: Readonly<Record<string, Words>> = {
  taxInvoice: { zh: "待收发票", en: "awaits tax invoice" },
  statement: { zh: "待对账确认", en: "awaits statement" },
  acceptance: { zh: "待验收", en: "awaits acceptance" },
  nextDelivery: { zh: "待下批送货", en: "awaits next delivery" },
};

export const DUE_NOT_FIXED: Words = { zh: "到期日未定", en: "due date not fixed" };

export const LIMIT_TYPES: Record<string, Words> = {
  notSet: { zh: "未设置", en: "Not set" },
  none: { zh: "不赊账", en: "No credit" },
  amount: { zh: "按金额", en: "Amount" },
  unlimited: { zh: "不限", en: "Unlimited" },
};

export const RELATIONS: Record<string, Words> = {
  parent: { zh: "母公司", en: "Parent" },
  affiliate: { zh: "关联公司", en: "Affiliate" },
  owner: { zh: "老板个人", en: "Owner" },
  thirdParty: { zh: "第三方", en: "Third party" },
};

export const LANGUAGES: Record<string, Words> = {
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
  both: { zh: "中英", en: "Both" },
};

export const ROLES: Record<string, Words> = {
  clerk: { zh: "会计", en: "Clerk" },
  controller: { zh: "主管", en: "Controller" },
  approver: { zh: "审批人", en: "Approver" },
  auditor: { zh: "审计", en: "Auditor" },
  sales: { zh: "销售", en: "Sales" },
};

export const ORDER_STATES: Record<string, Words> = {
  reported: { zh: "已下单", en: "Reported" },
  delivered: { zh: "已交货", en: "Delivered" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  lapsed: { zh: "已失效", en: "Lapsed" },
};

export const TAX_MODES: Record<string, Words> = {
  included: { zh: "含税", en: "Tax included" },
  excluded: { zh: "不含税", en: "Tax excluded" },
  none: { zh: "无税", en: "No tax" },
};

export const APPLICATION_RULES: Record<string, Words> = {
  designated: { zh: "按指定", en: "As designated" },
  statedReference: { zh: "按所注单号", en: "By stated number" },
  oldestDueFirst: { zh: "先到期先核销", en: "Oldest due first" },
  civilCode560: { zh: "民法典 560 条", en: "Civil code 560" },
  byHand: { zh: "手工", en: "By hand" },
  imported: { zh: "随导入", en: "As imported" },
  reopened: { zh: "恢复未清", en: "Reopened" },
};

export const HOLD_KINDS: Record<string, Words> = {
  hold: { zh: "冻结", en: "On hold" },
  block: { zh: "停止供货", en: "Supply stopped" },
};

export const APPROVAL_SUBJECTS: Record<string, Words> = {
  limit: { zh: "信用额度", en: "Credit limit" },
  terms: { zh: "付款条件", en: "Terms" },
  grade: { zh: "等级调整", en: "Grade override" },
  release: { zh: "订单放行", en: "Release" },
  smallDifference: { zh: "抹零", en: "Small difference" },
};

export const APPROVAL_STATES: Record<string, Words> = {
  waiting: { zh: "待审批", en: "Waiting" },
  granted: { zh: "已批准", en: "Granted" },
  refused: { zh: "已驳回", en: "Refused" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  lapsed: { zh: "逾期未批", en: "Lapsed" },
  expired: { zh: "已到期", en: "Expired" },
};

export const COLLECTION_KINDS: Record<string, Words> = {
  drafted: { zh: "已拟提醒", en: "Reminder drafted" },
  sent: { zh: "已发提醒", en: "Reminder sent" },
  skipped: { zh: "本次跳过", en: "Reminder skipped" },
  paused: { zh: "暂停催款", en: "Reminders paused" },
  promise: { zh: "付款承诺", en: "Promise to pay" },
};

export const DUNNING_LEVEL_NAMES: Record<string, Words> = {
  beforeDue: { zh: "到期前提醒", en: "Before due" },
  friendly: { zh: "友好提醒", en: "Friendly" },
  firm: { zh: "催款", en: "Firm" },
  formal: { zh: "正式催款函", en: "Formal" },
  final: { zh: "最后催款函", en: "Final demand" },
};

export const REMINDER_CHANNELS: Record<string, Words> = {
  mail: { zh: "邮件", en: "Mail" },
  wechat: { zh: "微信", en: "WeChat" },
  sms: { zh: "短信", en: "SMS" },
  letter: { zh: "信函", en: "Letter" },
  call: { zh: "电话", en: "Call" },
};
