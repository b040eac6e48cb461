import { cellTextOf, type RawCell } from "./raw-table.ts";

const YES = new Set("yes|y|true|1|是|有|√|✓|争议|有争议|争议中|disputed".split("|"));
const NO = new Set("no|n|false|0|否|无|没有|×|无争议|-".split("|"));

/**
 * A yes-or-no cell in either language; `undefined` for any other word.
 *
 * @example
 * yesNoOf("是") // => true
 * @example
 * yesNoOf("maybe") // => undefined
 */
export function yesNoOf(cell: RawCell): boolean | undefined {
  const word = cellTextOf(cell).toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

const DIRECTIONS: Readonly<Record<string, 1 | -1 | 0>> = {
  ...{ 借: 1, 借方: 1, dr: 1, "dr.": 1, d: 1, debit: 1 },
  ...{ 贷: -1, 贷方: -1, cr: -1, "cr.": -1, c: -1, credit: -1 },
  ...{ 平: 0 },
};

/**
 * The side on which a ledger writes a figure 借贷方向: 1 for debit 借, -1 for credit 贷, 0 for neither 平.
 *
 * @example
 * directionOf("贷") // => -1
 * @example
 * directionOf("左") // => undefined
 */
export function directionOf(cell: RawCell): 1 | -1 | 0 | undefined {
  return DIRECTIONS[cellTextOf(cell).toLowerCase()];
}

const NOT_IN_FORCE =
  /^(?:已?作废|已?取消|已?删除|草稿|暂存|创建|审[核批]中|重新审核|[未待]审|[未待]提交|已?驳回|未通过|无效|未生效|void(?:ed)?|draft|cancell?ed|deleted|rejected)/i;

/**
 * Whether a status word 单据状态 says that the document does not count: void, draft, not yet approved.
 *
 * @example
 * isNotInForce(" 作废发票") // => true
 * @example
 * isNotInForce("Overdue") // => false
 */
export function isNotInForce(status: string): boolean {
  return NOT_IN_FORCE.test(status.trim());
}

/**
 * Whether a cell below a heading such as 是否作废 says so by yes or no.
 *
 * @example
 * saysNotInForce("是否作废", "是") // => true
 * @example
 * saysNotInForce("是否审核", "是") // => false
 */
export function saysNotInForce(heading: string, cell: RawCell): boolean {
  const answer = yesNoOf(cell);
  if (answer === undefined) return isNotInForce(cellTextOf(cell));
  if (/作废|删除|取消|void|cancel/i.test(heading)) return answer;
  return /是否|标[志识]/.test(heading) && !answer;
}

/** What a document's type word says it is. */
export type DocumentWord = "invoice" | "creditNote" | "return" | "debitNote" | "receipt" | "opening";

const DOCUMENT_WORDS: readonly [DocumentWord, RegExp][] = [
  ["return", /退货|sales return|^return/i],
  ["creditNote", /贷项|红字|红冲|credit[\s_-]?(?:memo|note)|^credit$|refund|out_refund|退款|折让/i],
  ["debitNote", /借项|debit[\s_-]?(?:memo|note)/i],
  ["opening", /期初|opening/i],
  ["receipt", /收款|回款|payment|receipt|deposit|预收/i],
  ["invoice", /发票|应收|销售|送货|出库|invoice|sale|bill|delivery/i],
];

/** What a credit 贷方 of a ledger is: money that came in 收款, or what takes off what is owed without any. */
export type CreditWord = "receipt" | "creditNote" | "return";

const MONEY_CAME_IN =
  /收款|收到|回款|到账|入账|来款|汇款|电汇|网银|银行|现金|支票|承兑|汇票|微信|支付宝|付款|打款|预收|\b(?:payments?|receipts?|received|paid|deposit|cash|che(?:que|ck)|wire|remittance)\b/i;
const GOODS_BACK = /退货|退回|returns?\b/i;
const OTHER_CREDIT =
  /红字|红冲|冲|折让|折扣|返利|返点|贷项|坏账|抹零|抵|调整|结转|手续费|费用|差额|退款|\b(?:credit|rebate|discount|allowance|write-?offs?|adjust\w*|reversals?|refunds?|fees?|offset|netting)\b/i;

/**
 * What the words of a credit row (summary 摘要, type) say it is; `undefined` where they say nothing of it, or
 * both: money is not guessed.
 *
 * @example
 * creditWordOf("收到货款 工行") // => "receipt"
 * @example
 * creditWordOf("销售退货") // => "return"
 * @example
 * creditWordOf("预收冲应收") // => undefined
 */
export function creditWordOf(words: string): CreditWord | undefined {
  const other = GOODS_BACK.test(words) ? "return" : OTHER_CREDIT.test(words) ? "creditNote" : undefined;
  if (MONEY_CAME_IN.test(words)) return other === undefined ? "receipt" : undefined;
  return other;
}

/**
 * What a type word 单据类型 of another program says a row is: a credit note is often written with a
 * positive amount, so the word decides its side, not the sign.
 *
 * @example
 * documentWordOf("Credit Memo") // => "creditNote"
 * @example
 * documentWordOf("标准应收单") // => "invoice"
 */
export function documentWordOf(word: string): DocumentWord | undefined {
  return DOCUMENT_WORDS.find(([, pattern]) => pattern.test(word))?.[0];
}
