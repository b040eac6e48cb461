import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { MoneyFacts } from "./money-facts.tsx";
import { draftWord, methodWord } from "./row-words.ts";

interface Props {
  readonly facts: Output<"draft">["draft"];
  readonly customerName: string;
}

/** What is known of a draft: by it somebody recognises the paper. */
export function DraftFacts({ facts, customerName }: Props) {
  const { say, language } = useDesk();
  const lines = [
    { label: say("field.customer"), value: customerName },
    { label: say("field.draftNumber"), value: facts.number },
    { label: say("field.acceptor"), value: facts.acceptor },
    { label: say("field.receiptDate"), value: dayText(facts.date, language) },
    { label: say("field.maturity"), value: dayText(facts.maturity, language) },
    { label: say("field.draftState"), value: draftWord(facts.state, language) },
  ];
  return <MoneyFacts title={methodWord(facts.method, language)} money={facts} lines={lines} />;
}
