import type { ReceiptMethod } from "../records/receipt.ts";
import { METHODS } from "../tables/words.ts";
import { nameKey } from "../values/text.ts";

/** How a row says that money came in 收款方式; `isExact` where the word means that and nothing else. */
export interface StatedMethod {
  readonly method: ReceiptMethod;
  readonly isExact: boolean;
}

/**
 * The method that a word of another program means. A word that nobody knows is "other", never money in the
 * bank; a draft is one whatever stands beside it. `undefined` where a draft came together with other money:
 * nobody says how much of the sum can bounce.
 *
 * @example
 * statedMethod("银行承兑汇票") // => { method: "bankDraft", isExact: true }
 * @example
 * statedMethod("银联商务") // => { method: "other", isExact: false }
 * @example
 * statedMethod("转账+承兑") // => undefined
 */
export function statedMethod(word: string): StatedMethod | undefined {
  const own = Object.keys(METHODS).find((code) => isWordOf(code, word));
  if (own !== undefined) return { method: own as ReceiptMethod, isExact: true };
  const plain = word.normalize("NFKC").toLowerCase();
  const known = METHOD_WORDS.find(({ whole }) => whole?.test(plain.replace(/\s/g, "")));
  if (known) return known;
  const parts = plain.split(/[+/、,;，；和及&]/).filter((part) => part.trim() !== "");
  const meant = parts.map((part) => METHOD_WORDS.find(({ part: match }) => match.test(part)) ?? OTHER);
  const [first = OTHER] = meant;
  if (meant.every(({ method }) => method === first.method))
    return { method: first.method, isExact: meant.every(({ isExact }) => isExact) };
  return meant.some(({ method }) => isDraft(method)) ? undefined : OTHER;
}

/**
 * Whether a method is a draft 票据, which pays at its maturity and may bounce.
 *
 * @example
 * isDraft("bankDraft") // => true
 */
export function isDraft(method: ReceiptMethod): boolean {
  return method === "bankDraft" || method === "commercialDraft";
}

function isWordOf(code: string, word: string): boolean {
  const { zh = "", en = "" } = METHODS[code] ?? {};
  return [code, zh, en].some((each) => nameKey(each) === nameKey(word));
}

const OTHER: StatedMethod = { method: "other", isExact: false };

interface MethodWord extends StatedMethod {
  readonly part: RegExp;
  /** A word of which the parts would say something else. */
  readonly whole?: RegExp;
}

/** The first that fits counts: 现金支票 is a cheque, 支付宝转账 is Alipay, 银行汇票 pays at sight. */
const METHOD_WORDS: readonly MethodWord[] = [
  { method: "commercialDraft", isExact: true, part: /商业承兑|商承|商票|commercial\s*(?:acceptance|draft)/ },
  { method: "bankDraft", isExact: true, part: /银行承兑|银承|银票|bank(?:er'?s?)?\s*(?:acceptance|draft)/ },
  { method: "commercialDraft", isExact: false, part: /商业汇票/ },
  { method: "other", isExact: false, part: /银行汇票|本票/ },
  { method: "bankDraft", isExact: false, part: /承兑|汇票|电票|票据|acceptance|\bdraft\b|bill of exchange/ },
  { method: "cheque", isExact: true, part: /支票|cheque|\bcheck\b/ },
  { method: "wechat", isExact: true, part: /微信|财付通|wechat|weixin/ },
  { method: "alipay", isExact: true, part: /支付宝|alipay/ },
  { method: "cash", isExact: true, part: /现金|\bcash\b/ },
  { method: "offset", isExact: true, part: /抵账|抵帐|抵货款|对冲|冲抵|抵消|抵销|\boffset\b|\bnetting\b/ },
  {
    method: "transfer",
    isExact: true,
    part: /转账|转帐|电汇|汇款|网银|银行存款|\btransfer\b|\bwire\b|\bach\b|\bsepa\b|remittance/,
    whole: /^t\/t$|^tt$/,
  },
];
