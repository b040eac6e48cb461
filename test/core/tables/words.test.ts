import { expect, it } from "vitest";
import { STATEMENT_METHODS } from "../../../core/documents/statement-words.ts";
import { APPLICATION_RULES, METHODS } from "../../../core/tables/words.ts";

/** Rule: a bank draft 银行汇票 pays at sight; what matures and may bounce is an acceptance 承兑汇票. */
it("a draft that matures is called an acceptance in both languages, in tabs and on statements", () => {
  for (const methods of [METHODS, STATEMENT_METHODS]) {
    expect(methods.bankDraft).toEqual({ zh: "银行承兑", en: "Bank acceptance draft" });
    expect(methods.commercialDraft).toEqual({ zh: "商业承兑", en: "Commercial acceptance draft" });
  }
});

it("what is open again is called so, whether a draft bounced or money was paid back", () => {
  expect(APPLICATION_RULES.reopened).toEqual({ zh: "恢复未清", en: "Reopened" });
});
