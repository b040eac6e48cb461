import { sumOf } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayShort } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { useMoneyText } from "./money.tsx";

type Card = Output<"customer">;

/** What a customer's state is, from the figures alone. */
export type State = "overdue" | "owes" | "credit" | "settled" | "new";

export function stateOf(card: Pick<Card, "aging" | "open" | "timeline">): State {
  if (card.open.some((line) => line.daysPastDue > 0 && line.open > 0)) return "overdue";
  if (card.open.some((line) => line.open > 0)) return "owes";
  if (card.aging.some((line) => line.unapplied > 0)) return "owes";
  if (card.aging.some((line) => line.unapplied < 0)) return "credit";
  return card.timeline.length > 0 ? "settled" : "new";
}

const ICONS = { overdue: "alert", owes: "clock", credit: "question", settled: "done", new: "clock" } as const;

/** One line: the state with its figure, and the next step under it. */
export function StateLine({ card }: { card: Card }) {
  const { say, language, today } = useDesk();
  const moneyText = useMoneyText();
  const state = stateOf(card);
  const days = Math.max(0, ...card.open.map((line) => line.daysPastDue));
  const words =
    state === "overdue" ? say("customer.state.overdue", { days }) : say(`customer.state.${state}`);
  const disputed = card.open.some((line) => line.disputed);
  const due = card.open.find((line) => line.due && line.open > 0)?.due;
  return (
    <div class={`state ${state}`}>
      <p class="state-head">
        <Icon name={ICONS[state]} />
        <strong>
          {[words, overdueText(card, moneyText), disputed ? say("customer.state.disputed") : ""]
            .filter(Boolean)
            .join(" · ")}
        </strong>
      </p>
      <p class="state-next">{nextStep(state, days, due && dayShort(due, today, language), card, say)}</p>
    </div>
  );
}

function overdueText(card: Card, moneyText: ReturnType<typeof useMoneyText>): string {
  const overdue = card.aging.map((line) => ({ amount: sumOf(line.buckets), currency: line.currency }));
  return overdue
    .filter(({ amount }) => amount > 0)
    .map(({ amount, currency }) => moneyText(amount, currency))
    .join(" + ");
}

function nextStep(state: State, days: number, due: string | undefined, card: Card, say: Say): string {
  const hasCredit = card.aging.some((line) => line.unapplied < 0);
  if (hasCredit && card.open.some((line) => line.open > 0)) return say("customer.nextUnapplied");
  if (state === "overdue") return say("customer.nextOverdue", { days });
  if (state === "owes" && card.open.length === 0) return say("toDo.owedAgain");
  if (state === "owes") return due ? say("customer.nextOwes", { day: due }) : say("customer.dueNotFixed");
  return say(state === "credit" ? "customer.nextCredit" : "customer.nextSettled");
}
