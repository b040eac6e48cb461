import { type Currency, sumOf } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import { Amount, useMoneyText } from "./money.tsx";
import { DueWords } from "./open-items.tsx";
import { kindWord } from "./row-words.ts";

interface Props {
  readonly customer: string;
  /** Money settles debts of its own currency only. */
  readonly currency: Currency;
  readonly items: readonly string[];
  readonly isFixed: boolean;
  readonly onItems: (items: readonly string[]) => void;
}

/** The open items of a customer to tick where the payer said what the money is for. */
export function Designation({ customer, currency, items, isFixed, onItems }: Props) {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  const card = useAnswer("customer", { id: customer });
  const open = (card.value?.open ?? []).filter((line) => line.open > 0 && line.currency === currency);
  const [first] = open;
  if (!first) return null;
  const ids = [...new Set(open.map((line) => line.item))];
  const ticked = open.filter((line) => items.includes(line.item));
  const sum = moneyText(sumOf(ticked.map((line) => line.open)), currency);
  const toggle = (id: string) =>
    onItems(items.includes(id) ? items.filter((each) => each !== id) : [...items, id]);
  return (
    <details class="designation">
      <summary>
        <span>{say("title.designate")}</span>
        <span class="optional">
          {items.length > 0 ? say("hint.ticked", { count: items.length, amount: sum }) : say("hint.tick")}
        </span>
      </summary>
      <ul class="ticks">
        {ids.map((id) => {
          const lines = open.filter((line) => line.item === id);
          const [line = first] = lines;
          return (
            <li key={id}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={items.includes(id)}
                  disabled={isFixed}
                  onChange={() => toggle(id)}
                />
                <span class="tick-words">
                  <span>{`${kindWord(line.kind, language)} ${line.number ?? ""}`.trim()}</span>
                  <span class="row-sub">
                    <DueWords line={line} />
                  </span>
                </span>
                <Amount value={sumOf(lines.map((each) => each.open))} currency={line.currency} />
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
