import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { HoldSection, PromiseSection, ReminderSection, RequestSection } from "../parts/credit-file.tsx";
import { DecisionBox } from "../parts/decision-box.tsx";
import { GradeSection } from "../parts/grade-section.tsx";
import { LimitFolds, LimitSection } from "../parts/limit-section.tsx";
import { PayingSection } from "../parts/paying-section.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";

type Standing = Output<"standing">;

/** Everything that the ledger thinks of a customer 信用. */
export function Credit({ id }: { id: string }) {
  const { say } = useDesk();
  const loaded = useAnswer("standing", { customer: id });
  const foot = <Acts customer={id} standing={loaded.value} />;
  return (
    <Screen title={say("title.credit")} at={loaded.at} refresh={loaded.refresh} primary={foot}>
      <Reading loaded={loaded} rows={6}>
        {(standing) => <Body standing={standing} />}
      </Reading>
    </Screen>
  );
}

/** Without a limit in force that is the next step; otherwise what people come for is an order. */
function Acts({ customer, standing }: { customer: string; standing: Standing | undefined }) {
  const { say, open } = useDesk();
  const toRequest = () => open({ name: "request", customer, about: "limit" });
  const toCheck = () => open({ name: "orderCheck", customer });
  const wantsLimit = standing?.reasons.some(({ kind }) => kind === "limitNotSet" || kind === "limitExpired");
  return wantsLimit ? (
    <>
      <Primary label={say("act.requestLimit")} needs="ask" onPress={toRequest} />
      <Secondary label={say("act.orderCheck")} onPress={toCheck} />
    </>
  ) : (
    <>
      <Primary label={say("act.orderCheck")} onPress={toCheck} />
      <Secondary label={say("act.requestLimit")} needs="ask" onPress={toRequest} />
    </>
  );
}

function Body({ standing }: { standing: Standing }) {
  return (
    <>
      <p class="lead">{`${standing.name} · ${standing.code}`}</p>
      <DecisionBox check={standing} />
      <LimitSection standing={standing} />
      <section class="folds">
        <LimitFolds standing={standing} />
        <GradeSection standing={standing} />
        <PayingSection standing={standing} />
        <PromiseSection standing={standing} />
        <RequestSection standing={standing} />
        <ReminderSection standing={standing} />
      </section>
      <HoldSection standing={standing} />
    </>
  );
}
