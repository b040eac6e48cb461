import {
  type Currency,
  type Money,
  minus,
  negated,
  sumOf,
  type Terms,
  termsText,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import type { RequestDraft } from "../forms/request-form.ts";
import { termsOf } from "../forms/usual-terms.ts";
import { limitTypeWord } from "./credit-words.ts";
import { useMoneyText } from "./money.tsx";

type Standing = Output<"standing">;

/** What was asked for, as it went out. */
export interface Sent {
  readonly draft: RequestDraft;
  readonly amount: Money | undefined;
  readonly reason: string;
}

const WHYS = {
  promised: "why.promised",
  inParts: "why.inParts",
  urgent: "why.urgent",
  review: "why.review",
  other: "why.other",
} as const;

/** The key of a usual reason's words. */
export function whyKey(why: keyof typeof WHYS): (typeof WHYS)[keyof typeof WHYS] {
  return WHYS[why];
}

/** The reason as the request keeps it: the usual one, what was said beside it, or both. */
export function useReason(): (draft: Pick<RequestDraft, "why" | "remark">) => string {
  const { say } = useDesk();
  return ({ why: chosen, remark: typed }) => {
    const remark = typed.replace(/\s+/g, " ").trim();
    if (chosen === "" || chosen === "other") return remark;
    const why = say(whyKey(chosen));
    return remark === "" ? why : say("why.joined", { why, remark });
  };
}

/** A request as one line with its five figures, for a message to whoever decides. */
export function useRequestText(): (sent: Sent, standing: Standing) => string {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  return ({ draft, amount, reason }, standing) => {
    const { currency, exposure, agreed, grade, overdue, name: customer } = standing;
    const own = (value: Money) => moneyText(value, currency);
    const common = {
      customer,
      used: exposure === undefined ? say("request.unknown") : own(exposure),
      inForce: inForceText(standing, moneyText, language),
      overdue:
        overdue.amount > 0
          ? say("request.overdue", { days: overdue.oldestDays, amount: own(overdue.amount) })
          : say("request.noOverdue"),
    };
    const now = grade.override?.grade ?? grade.grade;
    const text = () => {
      switch (draft.about) {
        case "limit": {
          const asked =
            amount === undefined
              ? limitTypeWord(draft.limitType, language)
              : moneyText(amount, agreed.currency);
          return say("request.told.limit", { ...common, asked, proposed: own(grade.suggestedLimit) });
        }
        case "terms":
          return say("request.told.terms", {
            ...{ ...common, asked: termsWord(termsOf(draft.terms), language), grade: now },
          });
        case "grade":
          return say("request.told.grade", { ...common, asked: draft.grade, grade: now });
        case "release": {
          const left = leftText(standing, amount, own, say);
          return say("request.told.release", { ...common, asked: own(amount ?? sumOf([])), left });
        }
      }
    };
    return reason === "" ? text() : say("request.toldWhy", { text: text(), why: reason });
  };
}

/** The limit that is in force, in words where it is none by amount. */
export function inForceText(
  { agreed }: Standing,
  moneyText: (value: Money, currency: Currency) => string,
  language: "zh" | "en",
): string {
  const { limitType, limit, currency } = agreed;
  return limitType === "amount" && limit !== undefined
    ? moneyText(limit, currency)
    : limitTypeWord(limitType, language);
}

function termsWord(terms: Terms | undefined, language: "zh" | "en"): string {
  return terms ? termsText(terms, language) : "";
}

/** What is left of the limit once the order is added, or how far it is beyond it. */
function leftText(
  { available }: Standing,
  amount: Money | undefined,
  own: (value: Money) => string,
  say: ReturnType<typeof useDesk>["say"],
): string {
  if (available === undefined || amount === undefined) return say("request.unknown");
  const left = minus(available, amount);
  return left < 0
    ? say("request.leftOver", { amount: own(negated(left)) })
    : say("request.leftUnder", { amount: own(left) });
}
