import type { AmbiguityAsk } from "../values/problem.ts";
import { quoted } from "../values/text.ts";
import { currencyUnknownText } from "./currency-unknown.ts";
import { journalFaultText } from "./journal-faults.ts";
import type { ProblemSentences } from "./problem-sentences.ts";

const AMOUNT_FAULTS: Record<string, string> = {
  errorValue: "是公式错误",
  expression: "是算式",
  twoNumbers: "含两个数",
  twoSigns: "有两个正负号",
  twoCurrencies: "有两个币种",
  grouping: "逗号位置不对",
  percentage: "是百分数",
  date: "是日期",
  exponent: "是科学计数",
  tooFine: "小数位太多",
  tooLong: "位数太多",
  letters: "不是数字",
};

const DATE_FAULTS: Record<string, string> = {
  noSuchDay: "这一天不存在",
  noYear: "没有年份",
  noDay: "没有日",
  number: "只是一个数",
  zone: "带时区",
  errorValue: "是公式错误",
  letters: "不是日期",
};

const FILES: Record<string, string> = {
  oldExcelOrPassword: "是旧版 .xls 或有密码",
  html: "是网页",
  pdf: "是 PDF",
  otherZip: "是压缩包",
  image: "是图片",
  damaged: "已损坏",
  empty: "是空的",
};

/** 金额有两种读法时怎么办：选这一列的小数点，核对方向，或改这一格。 */
const AMBIGUOUS: Readonly<Record<AmbiguityAsk | "cell", string>> = {
  style: "请选定这一列的小数点写法，再导入。",
  side: "请核对金额和方向，改正一处再导入。",
  cell: "请改为 1234.50 这样只有一种读法的金额。",
};

/** 每种问题一句话：读到什么，应是什么，怎么办。 */
export const PROBLEMS_ZH: ProblemSentences = {
  amountUnreadable: ({ found, why }) =>
    `读到“${quoted(found)}”，${AMOUNT_FAULTS[why ?? "letters"]}。请改为 1234.50 这样的金额。`,
  amountAmbiguous: ({ found, readings, ask }) =>
    `“${quoted(found)}”可读作 ${readings.join(" 或 ")}。${AMBIGUOUS[ask ?? "cell"]}`,
  dateUnreadable: ({ found, why }) =>
    `读到“${quoted(found)}”，${DATE_FAULTS[why ?? "letters"]}。请改为 2026-02-28 这样的日期。`,
  dateAmbiguous: ({ found, readings }) =>
    `“${quoted(found)}”可读作 ${readings.join(" 或 ")}。请按这种写法填入正确的日期。`,
  daysMixed: ({ found, other, text, meant }) =>
    `“${quoted(found)}”与第 ${other} 行日月次序相反。请核对，再把“${quoted(text)}”改为 ${meant}。`,
  cellMissing: () => "是空的，这里必须填写。请补上后再试。",
  knownNumberDiffers: ({ number, known, found }) =>
    `${quoted(number)} 账上为 ${known}，此处为 ${found}。请核对后改一处。`,
  knownReferenceDiffers: ({ number, known, found }) =>
    `${quoted(number)} 账上为 ${known}，此处为 ${found}。请核对或去掉此号。`,
  knownOpenDiffers: ({ number, known, found }) =>
    `${quoted(number)} 账上未收 ${known}，此处未收 ${found}。请核对，已收的请登记收款。`,
  rowRepeated: ({ found, row }) =>
    `“${quoted(found)}”与第 ${row} 行同号、同日、同金额，未记账。是同一单据的几行请先合成一行，重复的不用处理。`,
  settledMeanwhile: ({ number, amount }) =>
    `导入完成前 ${quoted(number)} 已被别的款项核销，其中 ${amount} 未再核销它。请核对这笔款的去向。`,
  inOpenImport: ({ found }) => `“${quoted(found)}”在另一次未完成的导入里。请先完成或放弃那次导入。`,
  settlementUnclear: ({ amount, settled, open }) =>
    `金额 ${amount}、已收 ${settled}、未收 ${open} 对不上。请改正后再试。`,
  customerMasked: ({ found }) => `客户名“${quoted(found)}”带星号，认不出是谁。请补上全名或编码。`,
  customerUnknown: ({ found }) => `没有客户“${quoted(found)}”。请先新建客户，或改正编码。`,
  documentUnknown: ({ found }) => `该客户没有单据“${quoted(found)}”。请改成应收明细里的单号。`,
  documentAmbiguous: ({ found }) => `该客户有两张单据都是“${quoted(found)}”。请先改其中一张的单号。`,
  formerCode: ({ found, code }) =>
    `“${quoted(found)}”是本客户 ${quoted(code)} 的旧编码，现属另一客户。请填客户名称。`,
  duplicateSuspected: ({ found }) => `该客户已有“${quoted(found)}”，未记账。请改号，或用表单登记。`,
  rowNearlyKnown: ({ found, id }) =>
    `“${quoted(found)}”与丢失的行 ${id} 只差一项。同一行请填回该 ID，不是请先删除本行。`,
  valueTaken: ({ found }) => `“${quoted(found)}”在本表另一行已有。请改成不同的。`,
  codeTaken: ({ found }) => `编码“${quoted(found)}”已有客户在用。请换一个编码。`,
  journalDamaged: (place) => `${journalFaultText(place, "zh")}。请恢复该行，或由主管、审批人重新锚定。`,
  accountDiffers: ({ found }) => `客户“${quoted(found)}”的缓存与流水账不一致。请点“重建账表”。`,
  totalsDiffer: ({ found, expected }) => `合计是 ${found}，流水账应为 ${expected}。请点“重建账表”。`,
  referenceRepeated: ({ found, amount, where }) =>
    `银行流水号“${quoted(found)}”的 ${amount} 记了 ${where.length} 次：${where.join("、")}。请核对，重复的请撤销。`,
  rowDeleted: ({ found }) => `“${quoted(found)}”这一行被删除，已恢复。要取消请用“撤销”。`,
  machineCellTyped: ({ found, expected }) =>
    `填写了“${quoted(found)}”，此列由系统填写，应为“${quoted(expected)}”。已恢复。`,
  cellEmptied: ({ expected }) => `被清空，这里不能为空，已恢复为“${quoted(expected)}”。要改请直接填新值。`,
  belowSettled: ({ found, settled }) => `金额 ${found} 低于已核销的 ${settled}。请先撤销核销。`,
  periodClosed: ({ found, closedThrough }) =>
    `${found} 在已关账期间内（至 ${closedThrough}）。请改用之后的日期，或请主管、审批人重新开放该期间。`,
  proposed: ({ found, inForce }) =>
    `申请${named(found)}，现行${named(inForce)}。请在“更多 · 处理申请”里采纳或放弃。`,
  customerAmbiguous: ({ found }) => `有两个客户都叫“${quoted(found)}”。请改填客户编码。`,
  headerNotFound: () => "没有找到表头。请在第一行写上列名后再试。",
  columnMissing: ({ field }) => `找不到这一列（${field}）。请恢复列名，或重新对应。`,
  cellUnfit: ({ found }) => `“${quoted(found)}”太长或超出范围，此处不能记。请缩短或改正后再试。`,
  currencyUnknown: ({ found }) => currencyUnknownText(found).zh,
  currencyNotTold: ({ found, expected }) =>
    `没有说明币种：该客户的币种是 ${expected}，此处按 ${found} 读。请加一列币种，或说明整个文件的币种。`,
  currencyDiffers: ({ found, expected }) => `金额写的是 ${quoted(found)}，本行币种是 ${expected}。请统一。`,
  limitCurrencyDiffers: ({ found, expected }) =>
    `额度写的是 ${quoted(found)}，该客户的币种是 ${expected}，未写入。请换算成 ${expected} 后再导入。`,
  wishStands: ({ found, standing }) =>
    `已有申请“${quoted(standing)}”，此处是“${quoted(found)}”，未写入。请先在“更多 · 处理申请”里处理，再导入。`,
  draftWithoutMaturity: ({ found }) =>
    `“${quoted(found)}”是承兑汇票，没有到期日，未记账。请加一列“票据到期日”再导入，或用表单登记。`,
  unitUnknown: ({ found }) =>
    `“${quoted(found)}”里的金额单位读不懂，整张表未读。请改为（元）（千元）（万元）（百万元）这样，再导入。`,
  bothSides: ({ debit, credit }) => `借方 ${debit}、贷方 ${credit} 都有数。请留一个，或拆成两行后再导入。`,
  sideDiffers: ({ found, word }) =>
    `借方 ${found} 是增加欠款，“${quoted(word)}”是减少欠款。请核对后放到正确的一方。`,
  creditUnclear: ({ found }) => `贷方 ${found} 可能是收款，也可能是贷项。请回答贷方是什么，或在摘要里写明。`,
  notReceived: ({ found }) => `${found} 不是收到的款，未记为收款。是应收单或贷项的请另按应收单导入。`,
  sidesReversed: () =>
    "余额随贷方增加，像是银行流水或对方的账，整张表未读。请按收款导入，或核对借方、贷方两列。",
  termsUnreadable: ({ found }) =>
    `读到“${quoted(found)}”，不是能识别的付款条件。请写成 现结、30天、月结30天 这样。`,
  wordUnknown: ({ found }) => `读到“${quoted(found)}”，不在可选项内。请从下拉列表中选。`,
  documentNotInForce: ({ found }) => `单据状态是“${quoted(found)}”，未生效。生效后再导入。`,
  fileTooLarge: ({ megabytes, limit, unpacked }) =>
    `文件${unpacked ? "解压后" : ""}有 ${megabytes} MB，上限 ${limit} MB。请拆成几个文件。`,
  fileUnreadable: ({ found }) => `文件${FILES[found]}，无法读取。请另存为 .xlsx 或 .csv。`,
};

/** A value as the screens name it: an empty cell is said to be so. */
function named(text: string): string {
  return text === "" ? "为空" : `“${quoted(text)}”`;
}
