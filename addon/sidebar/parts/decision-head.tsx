import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Icon } from "./icon.tsx";

type Check = Pick<Output<"orderCheck">, "decision" | "reasons">;

/** What is said of an order: the decision, and apart from `allow` that somebody has released it. */
export type Outcome = Check["decision"] | "released";

const WORDS = {
  allow: "decision.allow",
  warn: "decision.warn",
  hold: "decision.hold",
  block: "decision.block",
  unknown: "decision.unknown",
  notOnAccount: "decision.notOnAccount",
  released: "decision.released",
} as const;

const ICONS = {
  allow: "done",
  warn: "alert",
  hold: "pause",
  block: "close",
  unknown: "question",
  notOnAccount: "minus",
  released: "done",
} as const;

export function outcomeOf({ decision, reasons }: Check): Outcome {
  return decision === "allow" && reasons[0]?.kind === "released" ? "released" : decision;
}

/** Under 不确定 stands first what is not known: heavier reasons, while they are only observed, would stand over it. */
export function reasonsOf({ decision, reasons }: Check): Check["reasons"] {
  if (decision !== "unknown") return reasons;
  const isUnknown = (each: Check["reasons"][number]) => each.decision === "unknown";
  return [...reasons.filter(isUnknown), ...reasons.filter((each) => !isUnknown(each))];
}

/** The key of a decision's word. */
export function decisionKey(outcome: Outcome): (typeof WORDS)[Outcome] {
  return WORDS[outcome];
}

/** A decision as its drawing and its word: colour only goes with them. */
export function DecisionWord({ outcome }: { outcome: Outcome }) {
  const { say } = useDesk();
  return (
    <span class={`decision ${outcome}`}>
      <Icon name={ICONS[outcome]} />
      <strong>{say(WORDS[outcome])}</strong>
    </span>
  );
}
