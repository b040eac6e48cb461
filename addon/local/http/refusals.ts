import type { Refusal, RefusalReason } from "../wire.ts";

/** A refusal with its HTTP status: thrown by whatever cannot go on, written by the server's one handler. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly more: Partial<Refusal>;

  constructor(reason: RefusalReason, more: Partial<Refusal> = {}) {
    super(reason);
    this.reason = reason;
    this.more = more;
  }
}

export type Language = "zh" | "en";

/** The sentence of a refusal alone. */
export function sentenceOf(reason: RefusalReason, language: Language): string {
  return REFUSALS[reason][language];
}

/** Status and body of a refusal, in the ledger's language. */
export function refusalOf(refused: Refused, language: Language): { status: number; body: Refusal } {
  const { status, [language]: error } = REFUSALS[refused.reason];
  return { status, body: { error, reason: refused.reason, ...refused.more } };
}

const REFUSALS: Record<RefusalReason, { status: number; zh: string; en: string }> = {
  host: {
    status: 403,
    zh: "此地址不属于本账本，请用启动时显示的地址打开。",
    en: "This address does not belong to the ledger: open the one printed at the start.",
  },
  origin: {
    status: 403,
    zh: "其他网页无法读写本账本。",
    en: "Another web page cannot read or write this ledger.",
  },
  token: {
    status: 403,
    zh: "地址里的口令不对或已过期，请用启动时显示的地址打开。",
    en: "The token in the address is wrong or from an earlier start: open the address printed at the start.",
  },
  login: { status: 401, zh: "请先登录，再继续操作。", en: "Log in first, then go on." },
  wrongLogIn: {
    status: 401,
    zh: "姓名或口令不对，请核对后重新登录。",
    en: "The name or the passphrase is wrong: check both, then log in again.",
  },
  tooMany: {
    status: 429,
    zh: "这台电脑正在等待的登录太多，请稍等几秒再登录。",
    en: "Too many log-ins of this computer are waiting: wait a few seconds, then log in again.",
  },
  readsOnly: {
    status: 403,
    zh: "当前用户只能查看，没有保存；需要记账时请联系主管更换角色。",
    en: "This user may only read, so nothing was saved; ask a controller for another role.",
  },
  usersOnly: {
    status: 403,
    zh: "只有主管可以更改用户，没有保存；请联系主管。",
    en: "Only a controller may change users, so nothing was saved; ask a controller.",
  },
  decidersOnly: {
    status: 403,
    zh: "只有主管或审批人可以决定付款条件与额度、重新锚定流水账，没有保存；请联系主管。",
    en: "Only a controller or an approver may decide on terms and limits, or re-anchor the journal, so nothing was saved; ask one of them.",
  },
  method: {
    status: 405,
    zh: "此地址不接受这种请求。",
    en: "This address does not take that kind of request.",
  },
  notFound: { status: 404, zh: "没有这个地址。", en: "There is nothing at this address." },
  tooBig: {
    status: 413,
    zh: "一次送来的内容超过 30 MB，请分几次粘贴或导入。",
    en: "More than 30 MB came at once: paste or import it in parts.",
  },
  notJson: {
    status: 400,
    zh: "送来的内容读不懂，没有保存。",
    en: "What was sent could not be read; nothing was saved.",
  },
  invalid: {
    status: 400,
    zh: "这一步无法保存到账本，没有保存。",
    en: "This step cannot be stored in the ledger; nothing was saved.",
  },
  notWriter: {
    status: 423,
    zh: "此账本正在另一个浏览器标签页中编辑，没有保存。",
    en: "The ledger is being edited in another browser tab; nothing was saved.",
  },
  stale: {
    status: 409,
    zh: "表格的行已变动，没有保存，请按新的位置重新填写。",
    en: "Rows of this tab have moved; nothing was saved. Enter it again at its new place.",
  },
  broken: {
    status: 500,
    zh: "程序内部出错，没有保存，请检查账本后再试。",
    en: "The program made an error; nothing was saved. Check the ledger, then try again.",
  },
};
