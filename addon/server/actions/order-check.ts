import {
  creditStandingOf,
  cureText,
  knownOrderOf,
  type OrderAsked,
  orderCheckOf,
  orderPolicyOf,
  orderReasonText,
  waitingFor,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { notTakenOver, scopeOf } from "./reading.ts";
import { readOne } from "./reading-asked.ts";

/** Order check 订单检查 of one customer: reads its account alone, and changes nothing. */
export function orderCheck(input: Input<"orderCheck">): Output<"orderCheck"> {
  const reading = readOne(input);
  const { ledger, asOf, asKnownAt, policy, account } = reading;
  const { settings } = ledger.book;
  const scope = scopeOf(reading);
  const standing = { ...creditStandingOf(account, scope), typedRows: notTakenOver(ledger).rows };
  const currency = settings.baseCurrency;
  const order: OrderAsked = {
    amount: input.amount,
    ...(input.order ? { reference: input.order, ...knownOrderOf(account, input.order, scope) } : {}),
    ...(input.prepaid ? { isPrepaid: true } : {}),
    ...(input.draft ? { isDraft: true } : {}),
  };
  const rules = orderPolicyOf(policy, currency);
  const { reasons, cure, ...found } = orderCheckOf(order, standing, rules, asOf);
  const { id, code, name } = account.customer;
  const { limitType, limit } = standing.customer;
  const { available } = found;
  const { observeUntil } = rules;
  const asked = waitingFor(
    account,
    { kind: "release", ...(input.order ? { order: input.order } : {}) },
    scope,
  );
  const wording = {
    language: ledger.style.language,
    currency,
    ...(available === undefined ? {} : { available }),
  };
  return {
    ...{ id, code, name, currency, asKnownAt, policyVersion: policy.version, ...found },
    ...(limitType === "amount" && limit !== undefined ? { limit } : {}),
    reasons: reasons.map((each) => {
      const { kind, decision } = each;
      return { kind, decision, text: orderReasonText(each, wording) };
    }),
    cure: cure.map((each) => ({ ...each, text: cureText(each, wording) })),
    ...(settings.receiptsEnteredThrough ? { receiptsEnteredThrough: settings.receiptsEnteredThrough } : {}),
    ...(observeUntil && observeUntil >= asOf ? { observeUntil } : {}),
    ...(asked ? { waiting: { by: asked.requestedBy, on: asked.requestedOn } } : {}),
  };
}
