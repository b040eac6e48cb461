import {
  type Account,
  type ApprovalSubject,
  currencyOf,
  judgementOf,
  limitOn,
  subjectText,
} from "../../../core/index.ts";
import { type Reading, scopeOf } from "../actions/reading.ts";

/** What is in force now where a subject asks for something else, as a person reads it; "" is nothing. */
export function inForceText(subject: ApprovalSubject, account: Account, reading: Reading): string {
  const { ledger } = reading;
  const scope = scopeOf(reading);
  const { settings } = ledger.book;
  const { language } = ledger.style;
  const currency = currencyOf(account, { settings });
  switch (subject.kind) {
    case "limit": {
      const { limitType = "notSet", limit, limitUntil: until } = limitOn(account, scope);
      const inForce = {
        ...{ kind: "limit" as const, limitType },
        ...(limit === undefined || limitType !== "amount" ? {} : { limit }),
        ...(until ? { until } : {}),
      };
      return subjectText(inForce, { account, currency, language });
    }
    case "terms": {
      const { terms } = account.customer;
      return terms ? subjectText({ kind: "terms", terms }, { account, currency, language }) : "";
    }
    case "grade": {
      const { grade, override } = judgementOf(account, scope);
      return override?.grade ?? grade.grade;
    }
    case "release":
    case "smallDifference":
      return "";
  }
}
