import type { Refusal, RefusalReason } from "../wire.ts";

/** A refusal with its HTTP status: thrown by whatever cannot go on, written by the server's one handler. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly more: Partial<Refusal>;
  /** Who may, where somebody may not. */
  readonly names: readonly string[];

  constructor(reason: RefusalReason, more: Partial<Refusal> = {}, names: readonly string[] = []) {
    super(reason);
    this.reason = reason;
    this.more = more;
    this.names = names;
  }
}

export type Language = "zh" | "en";

/** The sentence of a refusal alone; where it says who may, with their names. */
export function sentenceOf(reason: RefusalReason, language: Language, names: readonly string[] = []): string {
  return REFUSALS[reason][language].replace("{who}", names.length === 0 ? "" : inBrackets(names, language));
}

function inBrackets(names: readonly string[], language: Language): string {
  return language === "zh" ? `（${names.join("、")}）` : ` (${names.join(", ")})`;
}

/** Status and body of a refusal, in the ledger's language. */
export function refusalOf(refused: Refused, language: Language): { status: number; body: Refusal } {
  const { status } = REFUSALS[refused.reason];
  const error = sentenceOf(refused.reason, language, refused.names);
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
    zh: "没有保存。只有主管、审批人或会计{who}可以记账。",
    en: "Nothing was saved. Only a controller, an approver or a clerk may write{who}.",
  },
  usersOnly: {
    status: 403,
    zh: "没有保存。只有主管{who}可以更改用户。",
    en: "Nothing was saved. Only a controller may change users{who}.",
  },
  decidersOnly: {
    status: 403,
    zh: "没有保存。只有主管或审批人{who}可以决定。",
    en: "Nothing was saved. Only a controller or an approver may decide{who}.",
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
