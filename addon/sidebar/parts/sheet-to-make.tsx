import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";
import { StatementFigures } from "./statement-figures.tsx";

/** One sheet before it is made: whose, of which days, and how it would close. */
export function SheetToMake({ answer: { statement, made } }: { answer: Output<"previewStatement"> }) {
  const { say, open } = useDesk();
  const { customer, from, to } = statement;
  return (
    <section>
      {made ? (
        <p class="strip ask">
          {say("statements.madeAlready")}{" "}
          <Quiet label={say("act.showStatement")} onPress={() => open({ name: "statement", id: made })} />
        </p>
      ) : null}
      <p class="lead">
        {customer.name}
        <br />
        {say("statements.period", { from, to })}
      </p>
      <StatementFigures statement={statement} />
    </section>
  );
}
