import { CREDIT_HELP_ZH } from "./credit-help-zh.ts";
import type { Help } from "./help-text.ts";

const DAY = "日期，如 2026-11-22";
const CUSTOMER = "客户编码";
const AGAIN = "与已有的相似时仍要登记";
const REASON = "原因，会一直看得到";
const BACKUP = "备份文件，或备份的日期";

/** Options that every action has. */
export const COMMON_ZH: Readonly<Record<string, string>> = {
  ledger: "账本文件夹；不给则为 my-ledger/，没有时为 ledger/",
  as: "由谁操作；设有口令的用户会被询问口令",
  action: "操作编号，同一编号只入账一次",
  lang: "zh 或 en：命令行自己说的话用哪种语言",
  json: "把结果写成一行 JSON",
  help: "说明一个操作需要什么",
};

/** Every action in Chinese. */
export const HELP_ZH: Readonly<Record<string, Help>> = {
  setup: {
    what: "新建账本的工作表，已有的不动",
    options: { language: "zh 或 en", currency: "本位币，如 USD；还没有金额时才能定" },
  },
  sample: { what: "在空账本里装入虚构的示例" },
  import: {
    what: "导入 CSV 或 xlsx 文件；不能确定处会说明怎样答复",
    options: {
      ...{
        file: "文件",
        sheet: "xlsx 里的工作表名",
        mapping: "JSON 文件：各列是什么",
        currency: "文件没有写明的金额币种，如 USD",
      },
      kind: "items、openItems、settledItems、receipts、customers 或 openings",
      "as-of": `期初余额的${DAY}`,
    },
  },
  batches: { what: "列出各次导入，未完成的和已入账的" },
  "undo-batch": { what: "把一次导入整个撤销", options: { batch: "导入编号" } },
  "add-customer": {
    what: "新建客户",
    options: {
      ...{
        code: "编码，如 K001",
        name: "客户全称",
        terms: "付款条件，如“月结30天”",
        "cut-off": "结算日，如 25",
      },
      ...{ currency: "币种，如 CNY", salesperson: "业务员", payer: "付款单位的编码", parent: "集团的编码" },
    },
  },
  "add-item": {
    what: "登记应收，或减少应收的单据",
    options: {
      ...{
        customer: CUSTOMER,
        date: DAY,
        amount: "金额，如 1234.50",
        kind: "类型，如 invoice",
        number: "单号",
      },
      ...{
        due: `到期${DAY}`,
        currency: "币种",
        order: "订单号",
        delivery: "送货单号",
        note: "备注",
        again: AGAIN,
      },
    },
  },
  "add-receipt": {
    what: "登记收款并核销；不给客户则为不明来款",
    options: {
      ...{ customer: CUSTOMER, date: DAY, amount: "金额，如 1234.50", method: "方式，如 transfer" },
      ...{
        reference: "银行流水号",
        "payer-name": "付款人",
        for: "付款人写明的单号",
        currency: "币种，如 CNY",
      },
      ...{
        settle: "smallAmount：余下的尾差抹零，上限依政策，按币种",
        maturity: `票据到期${DAY}`,
        "draft-number": "票据号码",
      },
      ...{
        acceptor: "承兑人",
        order: "订单号：只用于该订单的预收款",
        note: "备注",
        ask: "留下的尾差申请抹零，由他人审批",
        again: AGAIN,
      },
    },
  },
  unidentified: { what: "列出不明来款" },
  identify: { what: "认领不明来款", options: { receipt: "收款编号", customer: CUSTOMER, again: AGAIN } },
  drafts: { what: "列出未结票据，先到期的在前" },
  dishonour: {
    what: "登记退票，核销过的单据重新挂账",
    options: { receipt: "收款编号", customer: CUSTOMER, date: DAY },
  },
  "mark-draft": {
    what: "登记票据后来怎样",
    options: { receipt: "收款编号", customer: CUSTOMER, state: "held、endorsed、discounted 或 collected" },
  },
  apply: { what: "把未核销收款核销到未清单据", options: { customer: CUSTOMER } },
  undo: { what: "撤销一次操作", options: { of: "命令打印过的操作编号" } },
  "take-over": { what: "接收在工作表里录入的内容", options: { all: "检查每一行，不只看有标记的" } },
  today: { what: "谁欠多少，今天要做什么", options: { "as-of": DAY } },
  aging: {
    what: "账龄",
    options: {
      ...{ "as-of": DAY, "as-known-at": "流水号：按当时所知", basis: "dueDate 或 documentDate" },
      ...{ by: "customer、payer 或 salesperson", "to-tab": "同时写入账本的工作表" },
    },
  },
  ...CREDIT_HELP_ZH,
  statement: {
    what: "生成对账单，每位客户每期一份；或重印已生成的",
    options: {
      ...{ customer: CUSTOMER, day: DAY, from: `起始${DAY}`, to: `截止${DAY}`, currency: "币种，如 CNY" },
      ...{ number: "已生成的对账单编号，按当时的内容重印", firm: "公司名称，账本里还没有时用" },
      ...{ format: "pdf、html、png、text 或 none", out: "输出文件夹" },
      ...{ paper: "a4、tractorHalf（241 × 140）或 tractorFull（241 × 279）", language: "zh、en 或 both" },
      ...{ all: "到 --day 为止期满的全部客户", payer: "付款单位与其代付的客户合为一份" },
    },
  },
  statements: { what: "列出已生成的对账单，新的在前", options: { customer: CUSTOMER } },
  check: { what: "检查整本账，不作改动" },
  rebuild: { what: "按流水账重建各表" },
  reanchor: {
    what: "预览重新锚定受损的流水账；给出 --reason 和 --seal 才执行",
    options: { reason: REASON, seal: "预览打印的封签", by: "确认人姓名" },
  },
  mend: { what: "用备份修补流水账受损的行", options: { from: BACKUP } },
  "close-period": { what: "关账：这一天及以前不再记账", options: { through: DAY } },
  "reopen-period": {
    what: "重新开放已关账的期间，原因会一直看得到",
    options: { reason: REASON, through: `${DAY}：只关到这一天，不给则全部开放` },
  },
  firm: {
    what: "查看或更改公司名称和收款账户，对账单上会印出",
    options: {
      ...{ name: "公司全称", "name-en": "英文名称", address: "地址", phone: "电话" },
      account: "收款账户的各行，以 ; 隔开，如户名、开户行、账号",
    },
  },
  identity: {
    what: "回答移动过的文件夹是什么",
    options: { restored: "恢复或移动的，仍是原账本", copied: "复制的，另成一本账" },
  },
  export: { what: "把各工作表写成文件", options: { to: "文件夹", format: "xlsx 或 csv" } },
  backup: { what: "备份账本现状" },
  restore: { what: "把账本恢复成备份，现状另存一份", options: { from: BACKUP } },
  users: { what: "列出账本的用户" },
  "add-user": {
    what: "新增用户，会询问口令",
    options: { name: "姓名", role: "clerk、controller、approver、auditor 或 sales", team: "团队" },
  },
  "remove-user": { what: "停用用户", options: { name: "姓名" } },
  "set-passphrase": { what: "为用户设置口令", options: { name: "姓名" } },
};
