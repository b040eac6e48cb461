import type { TextReader } from "./text-reader.ts";
import type { PolicyGround, PolicyWish, Texts } from "./texts.ts";

/** 审批: how long a request waits, and how long a release holds. */
export function approvalsTexts({ credit: { approvals } }: PolicyGround): Texts {
  return { answerDays: String(approvals.answerDays), releaseDays: String(approvals.releaseDays) };
}

export function readApprovals(reader: TextReader): PolicyWish {
  const approvals = {
    answerDays: reader.whole("answerDays", 1, 365),
    releaseDays: reader.whole("releaseDays", 0, 365),
  };
  return { credit: { approvals } };
}
