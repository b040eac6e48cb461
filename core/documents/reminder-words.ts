import type { DunningLevel, LetterLanguage } from "../records/reminder.ts";

/** A firm's own words for a letter; `{name}` stands for what is filled in. */
export interface ReminderTemplate {
  readonly subject: string;
  readonly opening: string;
  readonly closing: string;
}

type Templates = Readonly<Record<DunningLevel, ReminderTemplate>>;

const PAID_ZH = "如已付款，请忽略本提醒；对金额有不同意见的，请列明告知。";
const PAID_FORMAL_ZH = "如已付款，请忽略本函；对金额有不同意见的，请列明告知。";
const PAID_TW = "如已付款，請忽略本提醒；對金額有不同意見者，請列明告知。";
const PAID_FORMAL_TW = "如已付款，請忽略本函；對金額有不同意見者，請列明告知。";
const PAID_EN =
  "If already paid, please ignore this reminder. If your figures differ, please tell us which items.";
const PAID_FORMAL_EN =
  "If already paid, please disregard this letter. If your figures differ, please tell us which items.";

/** Letters of each level: no interest, no threat, nothing promised. */
export const REMINDER_TEMPLATES: Readonly<Record<LetterLanguage, Templates>> = {
  "zh-CN": {
    beforeDue: {
      subject: "付款提醒｜{firm}｜{total} 即将到期",
      opening: "{customer}：\n以下款项即将到期，请提前安排付款。",
      closing: PAID_ZH,
    },
    friendly: {
      subject: "付款提醒｜{firm}｜逾期款项 {total}，截至 {date}",
      opening: "{customer}：\n以下款项已过到期日，可能是一时遗漏，请核对并安排付款。",
      closing: PAID_ZH,
    },
    firm: {
      subject: "催款｜{firm}｜逾期款项 {total}，截至 {date}",
      opening: "{customer}：\n以下款项已逾期，尚未付清。请尽快付款，或告知付款日期。",
      closing: PAID_ZH,
    },
    formal: {
      subject: "催款函｜{firm}｜逾期款项 {total}，截至 {date}",
      opening:
        "{customer}：\n以下款项最长已逾期 {oldestDays} 天，仍未付清。请尽快付清，或书面说明原因和付款日期。",
      closing: `${PAID_FORMAL_ZH}我司保留合同及法律项下的全部权利。`,
    },
    final: {
      subject: "最后催款函｜{firm}｜逾期款项 {total}，截至 {date}",
      opening:
        "{customer}：\n以下款项最长已逾期 {oldestDays} 天，仍未付清。请在收到本函后立即付清，或与我司书面确认付款安排。",
      closing: `${PAID_FORMAL_ZH}我司保留合同及法律项下的全部权利。`,
    },
  },
  "zh-TW": {
    beforeDue: {
      subject: "付款提醒｜{firm}｜{total} 即將到期",
      opening: "{customer}：\n以下款項即將到期，請提前安排付款。",
      closing: PAID_TW,
    },
    friendly: {
      subject: "付款提醒｜{firm}｜逾期款項 {total}，截至 {date}",
      opening: "{customer}：\n以下款項已過到期日，可能是一時遺漏，請核對並安排付款。",
      closing: PAID_TW,
    },
    firm: {
      subject: "催款｜{firm}｜逾期款項 {total}，截至 {date}",
      opening: "{customer}：\n以下款項已逾期，尚未付清。請儘速付款，或告知付款日期。",
      closing: PAID_TW,
    },
    formal: {
      subject: "催款函｜{firm}｜逾期款項 {total}，截至 {date}",
      opening:
        "{customer}：\n以下款項最長已逾期 {oldestDays} 天，仍未付清。請儘速付清，或書面說明原因和付款日期。",
      closing: `${PAID_FORMAL_TW}本公司保留契約及法律上的全部權利。`,
    },
    final: {
      subject: "最後催款函｜{firm}｜逾期款項 {total}，截至 {date}",
      opening:
        "{customer}：\n以下款項最長已逾期 {oldestDays} 天，仍未付清。請於收到本函後立即付清，或與本公司書面確認付款安排。",
      closing: `${PAID_FORMAL_TW}本公司保留契約及法律上的全部權利。`,
    },
  },
  en: {
    beforeDue: {
      subject: "Payment due soon: {total} – {firm}",
      opening: "Dear {customer},\nThe items below fall due shortly. Please arrange for payment.",
      closing: PAID_EN,
    },
    friendly: {
      subject: "Payment reminder: {total} overdue on {date} – {firm}",
      opening:
        "Dear {customer},\nThe items below are past their due date. They may have been overlooked: please check and arrange for payment.",
      closing: PAID_EN,
    },
    firm: {
      subject: "Overdue: {total} on {date} – {firm}",
      opening:
        "Dear {customer},\nThe items below are overdue and have not been paid in full. Please pay them soon, or tell us the day on which you will.",
      closing: PAID_EN,
    },
    formal: {
      subject: "Demand for payment: {total} overdue on {date} – {firm}",
      opening:
        "Dear {customer},\nThe items below are up to {oldestDays} days overdue. Please pay without delay, or give us the reason and a payment date in writing.",
      closing: `${PAID_FORMAL_EN} We reserve all our rights.`,
    },
    final: {
      subject: "Final demand: {total} overdue on {date} – {firm}",
      opening:
        "Dear {customer},\nThe items below are up to {oldestDays} days overdue. Please pay on receipt of this letter, or agree a payment date with us in writing.",
      closing: `${PAID_FORMAL_EN} We reserve all our rights.`,
    },
  },
};

/** Lines of a letter besides the template's. */
export const REMINDER_WORDS = {
  "zh-CN": {
    item: "{number}｜{due} 到期｜逾期 {days} 天｜{open}",
    itemNotDue: "{number}｜{due} 到期｜{open}",
    more: "另有 {count} 笔，见对账单",
    total: "合计 {total}",
    soon: "另有 {count} 笔即将到期，合计 {soon}",
    account: "收款账户：",
    scope: "以上仅为本次提醒的款项，全部往来以双方对账为准。",
    phone: "电话：{phone}",
    noNumber: "无单号",
    sms: "【{firm}】逾期款项 {total}，共 {count} 笔（截至 {date}），请安排付款。如已付请忽略",
    smsBefore: "【{firm}】{total} 即将到期，共 {count} 笔，请安排付款。如已付请忽略",
  },
  "zh-TW": {
    item: "{number}｜{due} 到期｜逾期 {days} 天｜{open}",
    itemNotDue: "{number}｜{due} 到期｜{open}",
    more: "另有 {count} 筆，見對帳單",
    total: "合計 {total}",
    soon: "另有 {count} 筆即將到期，合計 {soon}",
    account: "收款帳戶：",
    scope: "以上僅為本次提醒的款項，全部往來以雙方對帳為準。",
    phone: "電話：{phone}",
    noNumber: "無單號",
    sms: "【{firm}】逾期款項 {total}，共 {count} 筆（截至 {date}），請安排付款。如已付請忽略",
    smsBefore: "【{firm}】{total} 即將到期，共 {count} 筆，請安排付款。如已付請忽略",
  },
  en: {
    item: "{number} | due {due} | {late} | {open}",
    itemNotDue: "{number} | due {due} | {open}",
    more: "and {count} more, see the statement",
    total: "Total {total}",
    soon: "Due shortly: {count} more, {soon} in all",
    account: "Please pay to:",
    scope: "This covers the items above only; it is not a statement of your account.",
    phone: "Phone: {phone}",
    noNumber: "no number",
    sms: "{firm}: {total} overdue ({items}). Please pay. Ignore if paid.",
    smsBefore: "{firm}: {total} due soon ({items}). Please pay. Ignore if paid.",
  },
} as const;
