import type { Input, Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { customerColumnWord } from "./row-words.ts";

export type Proposal = Output<"proposals">["proposals"][number];
export type Decided = Input<"decideProposals">["decisions"][number]["as"];

interface Props {
  readonly proposal: Proposal;
  readonly isFixed: boolean;
  readonly onDecide: (as: Decided) => void;
}

/** What is proposed for a customer beside what is in force, and the two ways to decide. */
export function ProposalRow({ proposal, isFixed, onDecide }: Props) {
  const { say, language } = useDesk();
  const { code, name, column, proposed, inForce } = proposal;
  return (
    <li class="row batch">
      <div class="row-plain">
        <div class="row-grid">
          <span class="row-title">{name}</span>
          <span class="row-value">{code}</span>
          <span class="row-sub alone">{customerColumnWord(column, language)}</span>
        </div>
        <dl class="of-which">
          <div>
            <dt>{say("proposals.inForce")}</dt>
            <dd>{inForce || say("proposals.blank")}</dd>
          </div>
          <div>
            <dt>{say("proposals.proposed")}</dt>
            <dd>
              <strong>{proposed || say("proposals.blank")}</strong>
            </dd>
          </div>
        </dl>
        {isFixed ? null : (
          <p class="row-acts">
            <Secondary label={say("act.putInForce")} needs="decide" onPress={() => onDecide("inForce")} />
            <Quiet label={say("act.discardProposal")} needs="decide" onPress={() => onDecide("discarded")} />
          </p>
        )}
      </div>
    </li>
  );
}
