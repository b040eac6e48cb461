import type { Input, Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayAge, dayText } from "../words/days.ts";
import { Quiet } from "./buttons.tsx";
import { DecisionBox } from "./decision-box.tsx";
import { ExposureSums } from "./exposure-sums.tsx";
import { Fold } from "./fold.tsx";
import { Icon } from "./icon.tsx";
import { useMoneyText } from "./money.tsx";

type Found = Output<"orderCheck">;

interface Props {
  readonly asked: Input<"orderCheck">;
  readonly found: Found;
  readonly onEdit: () => void;
}

/** Whether an order may go on account, why, what would cure it, the arithmetic, and how old the data is. */
export function OrderOutcome({ asked, found, onEdit }: Props) {
  const { say } = useDesk();
  const { parts, exposure, limit, currency } = found;
  return (
    <>
      <p class="lead">{found.name}</p>
      <OrderAsked asked={asked} found={found} onEdit={onEdit} />
      <DecisionBox check={found} isNews />
      {found.waiting ? <Waiting waiting={found.waiting} /> : null}
      {found.decision === "block" ? <p class="strip plain">{say("order.stopped")}</p> : null}
      <Cures found={found} />
      {parts && exposure !== undefined ? (
        <Fold title={say("how.title")}>
          <ExposureSums {...{ parts, exposure, limit, currency }} order={asked.amount} />
        </Fold>
      ) : null}
      <DataAge found={found} />
    </>
  );
}

function OrderAsked({ asked, found, onEdit }: Props) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const amount = moneyText(asked.amount, found.currency);
  return (
    <p class="asked">
      <span>
        {asked.order
          ? say("order.askedNumber", { amount, number: asked.order })
          : say("order.asked", { amount })}
        {asked.prepaid ? ` · ${say("orderKind.prepaid")}` : ""}
        {asked.draft ? ` · ${say("orderKind.quotation")}` : ""}
      </span>
      <Quiet label={say("act.edit")} onPress={onEdit} />
    </p>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<Found["waiting"]> }) {
  const { say, language } = useDesk();
  const day = dayText(waiting.on, language);
  return (
    <p class="strip ask" role="status">
      <Icon name="clock" />
      <span class="strip-text">
        {waiting.by === ""
          ? say("order.waitingBare", { day })
          : say("order.waiting", { name: waiting.by, day })}
      </span>
    </p>
  );
}

/** What makes it pass: an order that fits before money that comes in, without what the button under it does. */
function Cures({ found }: { found: Found }) {
  const { say } = useDesk();
  const cures = (["reduceTo", "pay"] as const).flatMap((kind) =>
    found.cure.filter((each) => each.kind === kind),
  );
  if (cures.length === 0) return null;
  return (
    <section>
      <h2>{say("order.cures")}</h2>
      <ul class="cures">
        {cures.map(({ kind, text }) => (
          <li key={kind}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function DataAge({ found }: { found: Found }) {
  const { say, language, today } = useDesk();
  const { receiptsEnteredThrough: through } = found;
  return (
    <p class="through">
      {through
        ? say("order.through", { day: dayText(through, language), age: dayAge(through, today, say) })
        : say("order.throughUnknown")}
    </p>
  );
}
