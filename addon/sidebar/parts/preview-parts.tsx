import { type Currency, type Money, minus, type PlainDate, sumOf, ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import { dayShort } from "../words/days.ts";
import { Icon } from "./icon.tsx";
import { Amount, useMoneyText } from "./money.tsx";
import { PlainRow } from "./row.tsx";
import { kindWord } from "./row-words.ts";

type Preview = Output<"previewReceipt">;
type Part = Preview["parts"][number];

/** One due line of a document with everything that the receipt puts on it. */
interface Target {
  readonly part: Part;
  readonly amount: Money;
}

interface Props {
  readonly customer: string | undefined;
  readonly preview: Preview;
  readonly currency: Currency;
  readonly roundsOff: boolean;
}

/** The documents that the money goes to, in the order in which it is put on them. */
export function PreviewParts(props: Props) {
  const { say, language } = useDesk();
  const card = useAnswer("customer", props.customer === undefined ? undefined : { id: props.customer });
  const lineOf = ({ item }: Part) => card.value?.open.find((each) => each.item === item);
  const nameOf = (part: Part) => {
    const line = lineOf(part);
    return `${line ? kindWord(line.kind, language) : ""} ${part.number ?? ""}`.trim();
  };
  const moneyText = useMoneyText();
  const { preview, currency, roundsOff } = props;
  const targets = targetsOf(preview.parts);
  if (targets.length === 0)
    return preview.unapplied > ZERO ? <p class="counts">{say("preview.noLines")}</p> : null;
  const applied = sumOf(targets.map(({ amount }) => amount));
  return (
    <section>
      <h2>{say("preview.goes", { amount: moneyText(applied, currency) })}</h2>
      <ul class="rows">
        {targets.map((target) => (
          <TargetRow
            key={`${target.part.item}${target.part.line}`}
            name={nameOf(target.part)}
            dated={lineOf(target.part)?.date}
            {...{ target, currency, roundsOff }}
          />
        ))}
      </ul>
    </section>
  );
}

function targetsOf(parts: readonly Part[]): Target[] {
  const byLine = new Map<string, Target>();
  for (const part of parts) {
    const key = `${part.item} ${part.line}`;
    const known = byLine.get(key);
    byLine.set(key, { part, amount: sumOf([known?.amount ?? ZERO, part.amount]) });
  }
  return [...byLine.values()];
}

interface RowProps {
  readonly name: string;
  /** Day of the document, as soon as the customer's card says it. */
  readonly dated: PlainDate | undefined;
  readonly target: Target;
  readonly currency: Currency;
  readonly roundsOff: boolean;
}

function TargetRow({ name, dated, target, currency, roundsOff }: RowProps) {
  const { say, language, today } = useDesk();
  const moneyText = useMoneyText();
  const { part, amount } = target;
  const left = minus(part.open, amount);
  const isSettled = left === ZERO || roundsOff;
  return (
    <PlainRow
      title={name}
      sub={
        <>
          {dated ? <span>{say("preview.on", { day: dayShort(dated, today, language) })}</span> : null}
          <span>
            {part.due
              ? say("preview.due", { day: dayShort(part.due, today, language) })
              : say("customer.dueNotFixed")}
          </span>
          {isSettled ? (
            <span class="settles">
              <Icon name="done" />
              {say("preview.settles")}
            </span>
          ) : (
            <span class="leaves">{say("preview.leaves", { amount: moneyText(left, currency) })}</span>
          )}
        </>
      }
      value={<Amount value={amount} currency={currency} />}
    />
  );
}
