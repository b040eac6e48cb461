import type { Help } from "./help-text.ts";

const DAY = "日期，如 2026-11-22";
const CUSTOMER = "客户编码";
const BY = { by: "经办人姓名，账本不知道时填写" };
const REASON = { reason: "理由" };
const JUDGED = {
  ...{ "as-of": DAY, "as-known-at": "流水号，按当时所知" },
  policy: "政策版本号，按当时的版本重算",
};

/** Actions that judge customers, decide on them and remind them, in Chinese. */
export const CREDIT_HELP_ZH: Readonly<Record<string, Help>> = {
  grade: {
    what: "给客户评级，说明理由，建议额度和账期",
    options: { customer: `${CUSTOMER}；不给则为全部客户`, ...JUDGED },
  },
  history: {
    what: "客户的付款历史，以及预计每周回款",
    options: { customer: `${CUSTOMER}；不给则为全部客户`, ...JUDGED },
  },
  "order-check": {
    what: "判断一张订单可否挂账，为什么，怎样才可以",
    options: {
      ...{ customer: CUSTOMER, amount: "订单含税金额，本位币，如 1234.50", ...JUDGED },
      ...{ order: "订单号；账本已有的订单只比较，不重复计入", prepaid: "预付订单", draft: "报价，不会暂停" },
    },
  },
  standing: {
    what: "一个客户的信用状况：等级、占用、冻结、承诺、申请",
    options: { customer: CUSTOMER, "as-of": DAY },
  },
  policy: {
    what: "查看赊账政策，或启用新的一版",
    options: {
      ...{ file: 'JSON 文件，内容为所示 "credit" 的一部分', set: "一项，如 orders.overdueHoldDays=45" },
      ...{ rate: "汇率，如 USD=7.10@2026-11-01", observe: "off，或观察期的最后一天" },
      ...{ effective: `生效${DAY}`, preview: "只看哪些客户的等级、额度或状态会变" },
      versions: "列出各版本及其改动",
    },
  },
  "receipts-through": {
    what: "声明某日以前的收款都已登记，下单判断以此为准",
    options: { day: DAY },
  },
  approvals: {
    what: "列出待审批的申请",
    options: { customer: `${CUSTOMER}；不给则为全部客户`, all: "包括已审批的，最近的在前" },
  },
  request: {
    what: "申请额度、付款条件或等级调整，由他人审批",
    options: {
      ...{
        customer: CUSTOMER,
        limit: "额度，如 50000",
        until: `额度到期${DAY}`,
        terms: "付款条件，如“月结30天”",
      },
      ...{ "limit-type": "notSet 未设、none 不赊账、amount 按金额、unlimited 不限" },
      ...{ grade: "A、B、C、D 或 N", ...REASON, ...BY },
    },
  },
  release: {
    what: "申请放行一张被暂停的订单，由他人审批",
    options: { customer: CUSTOMER, amount: "订单金额，如 1234.50", order: "订单号", ...REASON, ...BY },
  },
  approve: {
    what: "批准或驳回申请",
    options: {
      ...{ id: "approvals 所列的编号", customer: CUSTOMER, ceiling: "批准上限，如 1234.50" },
      ...{ until: `有效期至，${DAY}`, refuse: "驳回", all: "全部待审批的", ...REASON, ...BY },
    },
  },
  withdraw: { what: "撤回自己的申请", options: { id: "approvals 所列的编号", ...BY } },
  hold: {
    what: "冻结客户的订单，须写明原因",
    options: { customer: CUSTOMER, stop: "停止供货", lift: "解除冻结", ...REASON, ...BY },
  },
  review: {
    what: "记录一个客户今天的等级；不给客户则为全部到期复审的",
    options: { customer: CUSTOMER, ...BY },
  },
  remind: {
    what: "列出该催的客户和措辞，以及不催的和原因；加 --record 则记录",
    options: {
      ...{ "as-of": DAY, "as-known-at": "流水号，按当时所知", customer: CUSTOMER, salesperson: "业务员" },
      ...{ language: "zh-CN、zh-TW 或 en", record: "drafted 已拟、sent 已发、skipped 跳过" },
      ...{ channel: "mail、wechat、sms、letter 或 call", ...BY },
    },
  },
  pause: { what: "某日之前不催一个客户", options: { customer: CUSTOMER, until: DAY, note: "备注", ...BY } },
  promise: {
    what: "登记付款承诺，是否兑现由收款说明",
    options: {
      ...{ customer: CUSTOMER, amount: "承诺金额，如 1234.50", until: `承诺付款${DAY}` },
      ...{ made: `作出承诺的${DAY}`, currency: "币种，如 CNY", note: "备注", ...BY },
    },
  },
  duties: { what: "信用方面要做的事：催款、未兑现的承诺、复审", options: { "as-of": DAY } },
};
