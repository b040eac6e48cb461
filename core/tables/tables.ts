import type { Column, ColumnType, Owner, Table, Words } from "./column.ts";
import * as words from "./words.ts";

/** The tabs that people see, and every column in them. */

export const CUSTOMERS: Table = table("customers", "客户", "Customers", [
  id(),
  text("code", "编码", "Code", 90),
  text("name", "客户名称", "Customer", 220),
  text("aliases", "别名", "Aliases"),
  text("taxId", "税号", "Tax ID", 160),
  text("parent", "集团编码", "Parent code"),
  text("payer", "付款单位编码", "Payer code"),
  text("team", "团队", "Team"),
  text("salesperson", "业务员", "Salesperson"),
  text("segment", "客户类别", "Segment"),
  column("cutOffDay", "结算日", "Cut-off day", "number"),
  flag("onAccount", "挂账", "On account"),
  flag("naturalPerson", "自然人", "Natural person"),
  choice("language", "单据语言", "Language", words.LANGUAGES),
  text("currency", "币种", "Currency", 60),
  proposed(text("terms", "付款条件", "Terms", 120)),
  proposed(choice("limitType", "额度类型", "Limit type", words.LIMIT_TYPES)),
  proposed(column("limit", "信用额度", "Credit limit", "money")),
  proposed(column("limitUntil", "额度到期日", "Limit until", "date")),
  text("note", "备注", "Note", 160),
  machine(column("balance", "余额", "Balance", "money")),
  machine(column("openAmount", "未清金额", "Open amount", "money")),
  machine(column("unapplied", "未核销收款", "Unapplied", "money")),
  machine(choice("hold", "信用冻结", "Hold", words.HOLD_KINDS)),
  machine(text("grade", "信用等级", "Credit grade", 70)),
  machine(column("lastReminder", "上次提醒", "Last reminder", "date")),
]);

export const ITEMS: Table = table("items", "应收明细", "Open items", [
  id(),
  choice("kind", "类型", "Kind", words.ITEM_KINDS),
  text("number", "单号", "Number", 120),
  text("customer", "客户编码", "Customer code", 90),
  machine(text("customerName", "客户名称", "Customer", 200)),
  text("shop", "门店", "Shop"),
  column("date", "单据日期", "Date", "date"),
  column("due", "到期日", "Due date", "date"),
  machine(text("lines", "分期到期", "Due lines", 160)),
  text("currency", "币种", "Currency", 60),
  column("amount", "金额", "Amount", "money"),
  text("order", "订单号", "Order"),
  text("delivery", "送货单号", "Delivery"),
  text("salesperson", "业务员", "Salesperson"),
  choice("taxMode", "含税", "Tax mode", words.TAX_MODES),
  column("taxRate", "税率", "Tax rate", "rate"),
  choice("reason", "调整原因", "Reason", words.ADJUSTMENT_REASONS),
  column("acceptedOn", "验收日", "Accepted on", "date"),
  column("disputedSince", "争议起", "Disputed since", "date"),
  text("disputeReason", "争议原因", "Dispute"),
  text("note", "备注", "Note", 160),
  machine(column("open", "未清金额", "Open amount", "money")),
  machine(choice("state", "状态", "State", words.ITEM_STATES)),
]);

export const RECEIPTS: Table = table("receipts", "收款", "Receipts", [
  id(),
  column("date", "收款日期", "Date", "date"),
  text("customer", "客户编码", "Customer code", 90),
  machine(text("customerName", "客户名称", "Customer", 200)),
  choice("method", "方式", "Method", words.METHODS),
  text("currency", "币种", "Currency", 60),
  column("amount", "金额", "Amount", "money"),
  text("bankReference", "银行流水号", "Bank reference", 140),
  text("payerName", "付款人", "Payer name", 160),
  choice("payerRelation", "付款人关系", "Payer relation", words.RELATIONS),
  text("designation", "指定用途", "Designation", 160),
  text("order", "预收订单", "Advance for order", 120),
  text("collectedBy", "收款人", "Collected by"),
  column("handedInOn", "交款日", "Handed in on", "date"),
  text("draftNumber", "票据号", "Draft number"),
  text("draftAcceptor", "承兑人", "Acceptor"),
  column("draftMaturity", "票据到期日", "Draft maturity", "date"),
  choice("draftState", "票据状态", "Draft state", words.DRAFT_STATES),
  text("note", "备注", "Note", 160),
  machine(column("unapplied", "未核销", "Unapplied", "money")),
  machine(choice("state", "状态", "State", words.ITEM_STATES)),
]);

export const ALLOCATIONS: Table = table(
  "allocations",
  "核销",
  "Allocations",
  [
    id(),
    column("date", "日期", "Date", "date"),
    text("customerName", "客户名称", "Customer", 200),
    text("from", "来源", "From"),
    text("item", "应收 ID", "Item ID"),
    text("itemNumber", "单号", "Number", 120),
    column("line", "期次", "Line", "number"),
    text("currency", "币种", "Currency", 60),
    column("amount", "金额", "Amount", "money"),
    choice("rule", "依据", "Rule", words.APPLICATION_RULES),
    choice("state", "状态", "State", words.ITEM_STATES),
  ].map(machine),
);

export const TAX_INVOICES: Table = table("taxInvoices", "发票", "Tax invoices", [
  id(),
  text("number", "发票号码", "Tax invoice number", 180),
  text("customer", "客户编码", "Customer code", 90),
  column("date", "开票日期", "Date", "date"),
  column("amount", "价税合计", "Amount", "money"),
  column("receivedOn", "客户签收日", "Received on", "date"),
  text("covers", "对应单号", "Covers", 200),
  machine(choice("state", "状态", "State", words.RECORD_STATES)),
]);

export const ORDERS: Table = table("orders", "订单", "Orders", [
  id(),
  text("reference", "订单号", "Reference", 120),
  text("customer", "客户编码", "Customer code", 90),
  column("date", "日期", "Date", "date"),
  text("currency", "币种", "Currency", 60),
  column("amount", "金额", "Amount", "money"),
  choice("state", "状态", "State", words.ORDER_STATES),
]);

export const STATEMENTS: Table = table(
  "statements",
  "对账单",
  "Statements",
  [
    id(),
    text("number", "编号", "Number", 120),
    text("customer", "客户编码", "Customer code", 90),
    text("customerName", "客户名称", "Customer", 200),
    column("from", "期间起", "From", "date"),
    column("to", "期间止", "To", "date"),
    text("currency", "币种", "Currency", 60),
    column("opening", "期初", "Opening", "money"),
    column("closing", "期末", "Closing", "money"),
    text("hash", "指纹", "Hash", 120),
    column("confirmed", "确认日", "Confirmed on", "date"),
  ].map((each) => (each.key === "confirmed" ? each : machine(each))),
);

export const CONTACTS: Table = table("contacts", "联系人", "Contacts", [
  id(),
  text("customer", "客户编码", "Customer code", 90),
  text("name", "姓名", "Name"),
  text("role", "职务", "Role"),
  text("phone", "电话", "Phone", 120),
  text("email", "邮箱", "E-mail", 160),
  text("wechat", "微信", "WeChat"),
  text("address", "地址", "Address", 220),
]);

export const USERS: Table = table("users", "用户", "Users", [
  id(),
  text("name", "姓名", "Name"),
  choice("role", "角色", "Role", words.ROLES),
  text("team", "团队", "Team"),
  flag("active", "启用", "Active"),
]);

export const APPROVALS: Table = table(
  "approvals",
  "审批",
  "Approvals",
  [
    id(),
    column("requestedOn", "申请日", "Asked on", "date"),
    text("customer", "客户编码", "Customer code", 90),
    text("customerName", "客户名称", "Customer", 200),
    choice("subject", "事项", "Subject", words.APPROVAL_SUBJECTS),
    text("asked", "申请内容", "Asked for", 200),
    text("currency", "币种", "Currency", 60),
    column("amount", "金额", "Amount", "money"),
    text("requestedBy", "申请人", "Asked by"),
    text("reason", "理由", "Reason", 160),
    choice("state", "状态", "State", words.APPROVAL_STATES),
    text("decidedBy", "审批人", "Decided by"),
    column("decidedOn", "审批日", "Decided on", "date"),
    column("ceiling", "批准上限", "Up to", "money"),
    column("until", "有效期至", "Until", "date"),
    text("decisionReason", "审批意见", "Remark", 160),
  ].map(machine),
);

export const COLLECTION: Table = table(
  "collection",
  "催收记录",
  "Collection log",
  [
    id(),
    column("date", "日期", "Date", "date"),
    text("customer", "客户编码", "Customer code", 90),
    text("customerName", "客户名称", "Customer", 200),
    choice("what", "事项", "What", words.COLLECTION_KINDS),
    choice("level", "催款级别", "Level", words.DUNNING_LEVEL_NAMES),
    text("currency", "币种", "Currency", 60),
    column("amount", "金额", "Amount", "money"),
    column("until", "期限", "Until", "date"),
    choice("channel", "方式", "Channel", words.REMINDER_CHANNELS),
    text("by", "经办人", "By"),
    text("note", "备注", "Note", 160),
    choice("state", "状态", "State", words.RECORD_STATES),
  ].map(machine),
);

/** The tabs of the ledger in the order in which setup makes them. */
export const TABLES: readonly Table[] = [
  CUSTOMERS,
  ITEMS,
  RECEIPTS,
  ALLOCATIONS,
  TAX_INVOICES,
  ORDERS,
  STATEMENTS,
  CONTACTS,
  USERS,
  APPROVALS,
  COLLECTION,
];

function table(key: string, zh: string, en: string, columns: Column[]): Table {
  return { key, name: { zh, en }, columns };
}

function column(key: string, zh: string, en: string, type: ColumnType, width?: number): Column {
  const owner: Owner = "hand";
  return { key, name: { zh, en }, owner, type, ...(width ? { width } : {}) };
}

function text(key: string, zh: string, en: string, width?: number): Column {
  return column(key, zh, en, "text", width);
}

function flag(key: string, zh: string, en: string): Column {
  return {
    ...column(key, zh, en, "flag", 70),
    choices: { yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" } },
  };
}

function choice(key: string, zh: string, en: string, choices: Record<string, Words>): Column {
  return { ...column(key, zh, en, "choice"), choices };
}

function id(): Column {
  return { ...text("id", "ID", "ID", 80), owner: "machine" };
}

function machine(each: Column): Column {
  return { ...each, owner: "machine" };
}

function proposed(each: Column): Column {
  return { ...each, owner: "proposed" };
}
