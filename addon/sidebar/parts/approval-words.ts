import type { Language, PlainDate } from "../../../core/index.ts";
import type { Approval } from "../forms/decision-form.ts";
import { dayShort, dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { approvalStateWord, subjectWord } from "./row-words.ts";

/** What is asked for against what is in force, in a few words; a sum stands beside it. */
export function askText(approval: Approval, say: Say, language: Language): string {
  const { kind, asked, inForce, amount, state } = approval;
  const subject = subjectWord(kind, language);
  const hasOwnSum = kind === "limit" && amount !== undefined;
  const ask = hasOwnSum ? subject : say("approvals.asks", { kind: subject, asked });
  // What is decided has its say in what is in force now.
  if (
    state !== "waiting" ||
    inForce === "" ||
    inForce === asked ||
    kind === "release" ||
    kind === "smallDifference"
  )
    return ask;
  return say("approvals.over", { ask, inForce });
}

/** What became of a request: a release is not approved, it is released. */
export function stateWord(
  { kind, state }: Pick<Approval, "kind" | "state">,
  say: Say,
  language: Language,
): string {
  if (state === "granted" && kind === "release") return say("approvals.released");
  return approvalStateWord(state, language);
}

/** The same with who decided, and when. */
export function outcomeText(approval: Approval, say: Say, language: Language): string {
  const { decision } = approval;
  const state = stateWord(approval, say, language);
  if (!decision) return state;
  return say("approvals.decidedBy", { state, name: decision.by, day: dayText(decision.on, language) });
}

/** Who asked, and when; nobody may be known. */
export function requestText(
  { requestedBy: name, requestedOn }: Approval,
  { say, language, today }: { readonly say: Say; readonly language: Language; readonly today: PlainDate },
): string {
  const day = dayShort(requestedOn, today, language);
  return name === "" ? day : say("approvals.whoOn", { name, day });
}
