import type { PlainDate } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { type Faults, fault, faultsOf, type Typed, typedDate } from "./typed.ts";

type Facts = Output<"draft">["draft"];

/** What may become of a draft: it bounces, or it is marked. */
export type Became = Facts["state"];

/** The form of a draft as it stands. */
export interface DraftDraft {
  readonly action: string;
  readonly became: Became | undefined;
  readonly date: string;
}

export type DraftField = "became" | "date";

/** What the form asks the ledger to do. */
export type DraftAsk =
  | { readonly do: "dishonour"; readonly date: PlainDate }
  | { readonly do: "mark"; readonly state: Input<"markDraft">["state"] };

export interface DraftReading {
  /** Missing while there are faults. */
  readonly ask?: DraftAsk;
  readonly faults: Faults<DraftField>;
}

/** The states that a draft may go to, the usual end first; the one it is in is none of them. */
export function waysOn(state: Became): Became[] {
  const all: Became[] = ["collected", "endorsed", "discounted", "held", "dishonoured"];
  return all.filter((each) => each !== state);
}

/** The form read as the calls want it, or what is wrong with it. */
export function readDraft(draft: DraftDraft, facts: Facts, today: PlainDate): DraftReading {
  const { became } = draft;
  if (became === undefined) return { faults: faultsOf({ became: fault("fault.becameMissing") }) };
  if (became !== "dishonoured") return { ask: { do: "mark", state: became }, faults: {} };
  const date = typedBounce(draft.date, facts.date, today);
  if (!("value" in date)) return { faults: faultsOf({ date }) };
  return { ask: { do: "dishonour", date: date.value }, faults: {} };
}

/** A draft bounces after it came in, and not in days to come. */
function typedBounce(text: string, received: PlainDate, today: PlainDate): Typed<PlainDate> {
  const typed = typedDate(text, today);
  if (!("value" in typed)) return typed;
  if (typed.value > today) return fault("fault.dishonouredFuture");
  return typed.value < received ? fault("fault.dishonouredEarly") : typed;
}
