import type { PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import type { Say } from "../words/words.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { CreditLines } from "./credit-lines.tsx";
import { CreditUse } from "./credit-use.tsx";
import { DecisionWord, outcomeOf } from "./decision-head.tsx";

type Standing = Output<"standing">;

interface Props {
  readonly customer: string;
  readonly asOf?: PlainDate | undefined;
}

/** What the ledger thinks of a customer 信用, near the top of its card, which does not wait for it. */
export function CreditStrip({ customer, asOf }: Props) {
  const { say, open } = useDesk();
  const loaded = useAnswer("standing", { customer, ...(asOf ? { asOf } : {}) });
  const { value } = loaded;
  return (
    <section class="credit-strip" aria-label={say("title.credit")}>
      {value ? <Summary standing={value} /> : loaded.trouble ? <NotRead /> : <Coming />}
      <p class="strip-acts">
        <Secondary label={say("act.viewCredit")} onPress={() => open({ name: "credit", id: customer })} />
        <Secondary label={say("act.orderCheck")} onPress={() => open({ name: "orderCheck", customer })} />
        {loaded.trouble ? <Quiet label={say("act.retry")} onPress={loaded.refresh} /> : null}
      </p>
    </section>
  );
}

function Summary({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  return (
    <>
      <p class="strip-head">
        <DecisionWord outcome={outcomeOf(standing)} />
        <span>{gradeWord(standing, say)}</span>
      </p>
      <CreditLines standing={standing} />
      <CreditUse standing={standing} />
    </>
  );
}

/** The grade that counts: the scorecard's, or the one that somebody has set. */
export function gradeWord({ grade }: Pick<Standing, "grade">, say: Say): string {
  const { override, score } = grade;
  if (override) return say("credit.gradeByHand", { grade: override.grade });
  return grade.grade === "N" ? say("credit.notGraded") : say("credit.grade", { grade: grade.grade, score });
}

/** As high as what mostly comes, so that nothing under it jumps far. */
function Coming() {
  return (
    <div class="skeleton">
      <div class="bone wide" />
      <div class="bone bar" />
    </div>
  );
}

/** The strip alone is without its figures: the card stands, and so do the ways on. */
function NotRead() {
  const { say } = useDesk();
  return (
    <p class="credit-line" role="status">
      {say("credit.notRead")}
    </p>
  );
}
