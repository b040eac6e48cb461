import { collectionZh } from "./collection-zh.ts";
import { creditZh } from "./credit-zh.ts";
import { customersZh } from "./customers-zh.ts";
import { damageZh } from "./damage-zh.ts";
import { decisionsZh } from "./decisions-zh.ts";
import { formsZh } from "./forms-zh.ts";
import { policyZh } from "./policy-zh.ts";
import { remindersZh } from "./reminders-zh.ts";
import { statementsZh } from "./statements-zh.ts";
import { upkeepZh } from "./upkeep-zh.ts";
import { workZh } from "./work-zh.ts";

/**
 * Every word of the sidebar in Chinese: the list that other languages are held to by the compiler.
 * `act.` are buttons, `title.` headings, `field.` labels, `say.` sentences, `refusal.` why an act was not
 * done. `{name}` is filled in; `{n|one|many}` chooses a form by number.
 */
export const zh = {
  ...customersZh,
  ...creditZh,
  ...formsZh,
  ...workZh,
  ...upkeepZh,
  ...damageZh,
  ...decisionsZh,
  ...collectionZh,
  ...remindersZh,
  ...policyZh,
  ...statementsZh,
  "tab.today": "今天",
  "tab.customers": "客户",
  "tab.documents": "单据",
  "tab.more": "更多",
  "nav.label": "主要页面",
  "nav.back": "返回{place}",
  "app.name": "挂账",

  "act.useMySheet": "用我的表",
  "act.trySample": "先看示例",
  "act.recordReceipt": "登记收款",
  "act.newItem": "新增应收",
  "act.newCustomer": "新建客户",
  "act.preview": "预览核销",
  "act.previewRefund": "预览退款",
  "act.save": "保存",
  "act.undo": "撤销",
  "act.edit": "修改",
  "act.checkAgain": "返回核对",
  "act.recordAnyway": "仍要登记",
  "act.view": "查看",
  "act.apply": "收款核销",
  "act.refresh": "更新",
  "act.retry": "再试一次",
  "act.copyReport": "复制报告",
  "act.copyAging": "复制账龄",
  "act.openAging": "查看账龄",
  "act.clearFilter": "清除筛选",
  "act.clearSearch": "清除搜索",
  "act.setThrough": "设置日期",
  "act.dismiss": "收起",
  "act.showMore": "显示更多",

  "title.today": "今天",
  "title.customers": "客户",
  "title.documents": "单据",
  "title.more": "更多",
  "title.start": "客户欠多少、欠多久，一看便知",
  "title.receipt": "登记收款",
  "title.preview": "核销预览",
  "title.refund": "登记退款",
  "title.refundPreview": "退款预览",
  "title.newItem": "新增应收",
  "title.newCustomer": "新建客户",
  "title.aging": "账龄",
  "title.unidentified": "不明来款",
  "title.toDo": "今天要做（{count}）",
  "title.open": "未清项（{count}）",
  "title.unapplied": "未核销收款",
  "title.timeline": "往来记录",
  "title.duplicate": "疑似重复收款",
  "title.duplicateRefund": "疑似重复退款",
  "title.designate": "指定核销的单据",
  "title.language": "界面语言",

  "head.asOf": "数据截至 {time}",
  "head.sample": "示例",
  "say.sample": "示例账本，数据均为虚构",
  "say.loading": "正在读取…",
  "say.sampleComing": "正在准备示例，约半分钟…",
  "say.saving": "正在保存…",
  "say.stale": "数据已过 {minutes} 分钟",
  "say.notRefreshed": "没有更新成功，显示的是 {time} 的数据",
  "say.start": "在这份表格里新建几张工作表，原有的表不会改动。",
  "say.startNet": "全部数据留在这份表格里，不发往别处",

  "title.duplicateItem": "疑似重复单据",

  "aging.notTakenOver": "{count} 行手工录入还没有入账，不在合计内（{tabs}）",
  "aging.notDue": "未到期",
  "aging.ofThatDay": "当日单据",
  "aging.days": "{range} 天",
  "aging.unapplied": "未核销收款",
  "aging.owedAgain": "已退款、待收回",
  "aging.balance": "余额（{currency}）",
  "aging.legend": "账龄分布",
  "aging.part": "{label} {amount}",
  "aging.basis.dueDate": "到期日",
  "aging.basis.documentDate": "单据日期",
  "aging.by.customer": "按客户",
  "aging.by.payer": "按付款单位",
  "aging.by.salesperson": "按业务员",
  "aging.asOf.today": "今天",
  "aging.asOf.monthEnd": "上月末",
  "aging.none": "这一天没有未清账款",
  "aging.noneHow": "换一个截止日，或先新增应收",
  "aging.filtered": "此区间没有欠款",
  "aging.total": "合计",
  "aging.order": "排序",
  "aging.order.overdue": "逾期",
  "aging.order.balance": "余额",
  "aging.order.name": "名称",
  "aging.orderedBy.overdue": "按逾期金额，大的在前",
  "aging.orderedBy.balance": "按余额，大的在前",
  "aging.orderedBy.bucket": "按此区间的金额，大的在前",
  "aging.orderedBy.name": "按名称",
  "aging.name": "名称",
  "aging.ofWhich.disputed": "其中有争议",
  "aging.ofWhich.notInvoiced": "其中已发货未开票",
  "aging.ofWhich.dueNotFixed": "其中到期日未定",
  "aging.ofWhich.draftsHeld": "另有在手票据",

  "documents.receipt": "转账、现金、微信、票据到账，对冲，或退款给客户",
  "documents.item": "送货单、应收单、退货、扣款",
  "documents.drafts": "票据托收、背书、贴现，或退票",
  "more.aging": "任意截止日，按客户、付款单位、业务员",
  "more.newCustomer": "编码、全称、付款条件",

  "unit.CNY": "元",
  "lang.zh": "中文",
  "lang.en": "English",

  "trouble.bug": "程序出错，请复制报告发给维护人",
  "trouble.bugWrite": "程序出错，请再试一次，不会重复入账",
  "trouble.lost": "没有收到回答，请检查网络后再试",
  "trouble.lostWrite": "没有收到回答，请再试一次，不会重复入账",
  "trouble.cannot": "数据未更新，不能判断",

  "refusal.other": "没有完成，账目没有变动",
} as const;

export type Key = keyof typeof zh;
