import {
  AdjustmentReasonShape,
  type Draft,
  ItemKindShape,
  type ReceiptMethod,
  ReceiptMethodShape,
  readTerms,
} from "../../../core/index.ts";
import { currencyOption, dayOption, needed, neededAmount, neededDay, oneOf, textOptions } from "./options.ts";
import { notOneOf, notSaid, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** `add-customer --code K001 --name N [--terms "月结30天"] [--cut-off 25]`. */
export async function addCustomer(session: CliSession) {
  const { options } = session.args;
  const terms = options.terms ? readTerms(options.terms) : undefined;
  if (options.terms && !terms)
    throw new Refused({
      en: `The terms "${options.terms}" are not understood. Write such as "Net 30" or "月结30天".`,
      zh: `读不懂付款条件“${options.terms}”。请写成“30天”“月结30天”或“Net 30”。`,
    });
  const customer = {
    code: needed(session, "code"),
    name: needed(session, "name"),
    ...(terms ? { terms } : {}),
    ...cutOffOf(session),
    ...currencyOption(session),
    ...textOptions(session, {
      salesperson: "salesperson",
      payer: "payerCode",
      parent: "parentCode",
    }),
  };
  return session.call("addCustomer", { action: session.newAction(), customer });
}

/** 结算日: a day of the month, 31 for its end. */
function cutOffOf({ args }: CliSession): { cutOffDay?: number } {
  const text = args.options["cut-off"];
  if (text === undefined) return {};
  const cutOffDay = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (cutOffDay < 1 || cutOffDay > 31)
    throw new Refused({
      en: `--cut-off is a day of the month from 1 to 31, not "${text}".`,
      zh: `--cut-off 应为 1 到 31 的日子，读到“${text}”。`,
    });
  return { cutOffDay };
}

/** `add-item --customer K001 --kind invoice --date D --amount 1234.50 [--number N] [--due D]`. */
export async function addItem(session: CliSession) {
  const { currency, customer } = await accountOf(session);
  const kind = ItemKindShape.safeParse(session.args.options.kind ?? "invoice");
  if (!kind.success) throw notOneOf("kind", ItemKindShape.options);
  const item = {
    customer,
    kind: kind.data,
    date: neededDay(session, "date"),
    amount: neededAmount(session, "amount", currency),
    currency,
    ...dayOption(session, "due", "due"),
    ...textOptions(session, { number: "number", order: "order", delivery: "delivery", note: "note" }),
  };
  return session.call("addItem", {
    action: session.newAction(),
    item,
    allowDuplicate: session.args.flags.has("again"),
  });
}

/** `add-receipt --customer K001 --date D --amount 1000 [--method bankDraft --maturity D] [--settle smallAmount]`. */
export async function addReceipt(session: CliSession) {
  const { options } = session.args;
  const known = options.customer ? await accountOf(session) : undefined;
  const method = ReceiptMethodShape.safeParse(options.method ?? "transfer");
  if (!method.success) throw notOneOf("method", ReceiptMethodShape.options);
  const settle = options.settle ? AdjustmentReasonShape.safeParse(options.settle) : undefined;
  if (settle && !settle.success) throw notOneOf("settle", AdjustmentReasonShape.options);
  const currency = known?.currency ?? currencyOption(session).currency ?? (await baseCurrency(session));
  const receipt = {
    ...(known ? { customer: known.customer } : {}),
    date: neededDay(session, "date"),
    amount: neededAmount(session, "amount", currency),
    currency,
    method: method.data,
    ...draftOf(session, method.data),
    ...(settle?.success ? { settleDifference: settle.data } : {}),
    ...(session.args.flags.has("ask") ? { askDifference: "smallAmount" as const } : {}),
    ...textOptions(session, {
      reference: "bankReference",
      "payer-name": "payerName",
      for: "designation",
      order: "order",
      note: "note",
    }),
  };
  const preview = await session.call("previewReceipt", { receipt });
  const booked = await session.call("addReceipt", {
    action: session.newAction(),
    receipt,
    allowDuplicate: session.args.flags.has("again"),
  });
  // An earlier try had booked it: what a second receipt would settle is not what that one did.
  return booked.already ? booked : { ...booked, ...preview };
}

/** What a draft is known by, where the receipt is one; refused beside another method, where it would be lost. */
function draftOf(session: CliSession, method: ReceiptMethod): { draft?: Draft } {
  const isDraft = method === "bankDraft" || method === "commercialDraft";
  const given = ["draft-number", "acceptor", "maturity"].find((name) => session.args.options[name]);
  if (!isDraft && given)
    throw new Refused({
      en: `--${given} is of a draft: say --method bankDraft or commercialDraft with it.`,
      zh: `--${given} 只用于票据，请同时给出 --method bankDraft 或 commercialDraft。`,
    });
  if (!isDraft) return {};
  const names = textOptions(session, { "draft-number": "number", acceptor: "acceptor" });
  return { draft: { ...names, maturity: neededDay(session, "maturity"), state: "held" } };
}

/** `mark-draft --receipt ID --customer K001 --state collected`: what has become of a draft. */
export async function markDraft(session: CliSession) {
  const { customer } = await accountOf(session);
  const state = oneOf(session, "state", ["held", "endorsed", "discounted", "collected"]);
  if (!state) throw notSaid("state");
  return session.call("markDraft", {
    action: session.newAction(),
    customer,
    receipt: needed(session, "receipt"),
    state,
  });
}

/** `apply --customer K001`: unapplied money and credits go on open items. */
export async function applyUnapplied(session: CliSession) {
  const { customer } = await accountOf(session);
  return session.call("apply", { action: session.newAction(), customer });
}

/** `identify --receipt ID --customer K001`: an unidentified receipt is this customer's. */
export async function identify(session: CliSession) {
  const { customer } = await accountOf(session);
  return session.call("identify", {
    action: session.newAction(),
    receipt: needed(session, "receipt"),
    customer,
    allowDuplicate: session.args.flags.has("again"),
  });
}

/** `dishonour --receipt ID --customer K001 --date D`: a draft that did not pay. */
export async function dishonour(session: CliSession) {
  const { customer } = await accountOf(session);
  const [receipt, date] = [needed(session, "receipt"), neededDay(session, "date")];
  return session.call("dishonour", { action: session.newAction(), customer, receipt, date });
}

/** `undo --of ACTION`: the action that an earlier command printed. */
export async function undo(session: CliSession) {
  return session.call("undo", { action: session.newAction(), of: needed(session, "of") });
}

/** Money of nobody known is in the ledger's own currency unless another is said. */
async function baseCurrency(session: CliSession) {
  const { settings } = await session.call("settings", {});
  return settings.baseCurrency;
}

async function accountOf(session: CliSession) {
  const { id, currency } = await session.call("findCustomer", { code: needed(session, "customer") });
  return { customer: id, currency: currencyOption(session).currency ?? currency };
}
