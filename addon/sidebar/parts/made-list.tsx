import { useState } from "preact/hooks";
import { MADE_AT_ONCE, type Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { type Loaded, useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import { Quiet } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { LinkRow } from "./row.tsx";
import { Empty, Reading } from "./states.tsx";

type Made = Output<"madeStatements">;

interface Props {
  readonly loaded: Loaded<Made>;
  /** Whose they are; everybody's where it is not said. */
  readonly customer: string | undefined;
}

/** Statements that were made, the latest first; the first page is the one that was loaded. */
export function MadeList({ loaded, customer }: Props) {
  const { say } = useDesk();
  const [pages, setPages] = useState(1);
  return (
    <Reading loaded={loaded} rows={6}>
      {({ total, statements }) =>
        total === 0 ? (
          <Empty kind="nothing" title={say("statements.noneMade")} how={say("statements.noneMadeHow")} />
        ) : (
          <section>
            <p class="counts">{say("statements.total", { count: total })}</p>
            <Page statements={statements} />
            {Array.from({ length: pages - 1 }, (_, at) => (at + 1) * MADE_AT_ONCE).map((skip) => (
              <LaterPage key={skip} customer={customer} skip={skip} />
            ))}
            {total > pages * MADE_AT_ONCE ? (
              <Quiet
                label={say("act.showMoreOf", { count: total - pages * MADE_AT_ONCE })}
                onPress={() => setPages(pages + 1)}
              />
            ) : null}
          </section>
        )
      }
    </Reading>
  );
}

function LaterPage({ customer, skip }: { customer: string | undefined; skip: number }) {
  const loaded = useAnswer("madeStatements", { ...(customer ? { customer } : {}), skip });
  return <Reading loaded={loaded}>{({ statements }) => <Page statements={statements} />}</Reading>;
}

function Page({ statements }: Pick<Made, "statements">) {
  return (
    <ul class="rows">
      {statements.map((each) => (
        <MadeRow key={each.id} made={each} />
      ))}
    </ul>
  );
}

function MadeRow({ made }: { made: Made["statements"][number] }) {
  const { say, open, language } = useDesk();
  const { id, name, number, from, to, covers, confirmed, closing, currency } = made;
  const facts = [
    number,
    say("statements.period", { from, to }),
    covers > 1 ? say("statements.covers", { count: covers }) : "",
    confirmed ? say("statements.confirmed", { day: dayText(confirmed, language) }) : "",
  ];
  return (
    <LinkRow
      title={name}
      sub={facts.filter((fact) => fact !== "").join(" · ")}
      value={<Amount value={closing} currency={currency} />}
      onOpen={() => open({ name: "statement", id })}
    />
  );
}
