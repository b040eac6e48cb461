import { moneyText as bareMoney } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { type PromiseDraft, type readPromise, WAYS_SAID, type WaySaid } from "../forms/promise-form.ts";
import { currencyWord } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { AmountField, Choice, DateField, SelectField, TextField } from "./fields.tsx";

type Standing = Output<"standing">;

const WAYS = { call: "way.call", wechat: "way.wechat", visit: "way.visit" } as const;

/** How it was said goes before what was said. */
export function noteOf({ way, note }: PromiseDraft, say: Say): string {
  const typed = note.replace(/\s+/g, " ").trim();
  if (way === "") return typed;
  return typed === "" ? say(WAYS[way]) : say("why.joined", { why: say(WAYS[way]), remark: typed });
}

interface FieldsProps {
  readonly standing: Standing;
  readonly draft: PromiseDraft;
  readonly faults: ReturnType<typeof readPromise>["faults"];
  readonly isFixed: boolean;
  readonly onDraft: (change: Partial<PromiseDraft>) => void;
}

/** What was promised: how much, by which day, and how it was said. */
export function PromiseFields({ standing, draft, faults, isFixed, onDraft }: FieldsProps) {
  const { say, today } = useDesk();
  const { currency } = draft;
  const currencies = [...new Set([currency, ...standing.history.map((each) => each.currency)])];
  const late = standing.history.find((each) => each.currency === currency)?.overdue.amount ?? 0;
  const shown = { isDisabled: isFixed };
  return (
    <>
      {currencies.length > 1 ? (
        <SelectField
          {...shown}
          id="promise-currency"
          label={say("field.currency")}
          value={currency}
          options={currencies.map((value) => ({ value, label: value }))}
          onValue={(value) => onDraft(inCurrency(value, standing))}
        />
      ) : null}
      <AmountField
        {...shown}
        id="promise-amount"
        label={say("field.promiseAmount", { currency: currencyWord(currency, say) })}
        hint={late > 0 ? say("hint.promiseAmount", { amount: lateText(currency, standing) }) : undefined}
        currency={currency}
        value={draft.amount}
        fault={faults.amount}
        onValue={(amount) => onDraft({ amount })}
      />
      <DateField
        {...shown}
        id="promise-until"
        label={say("field.promiseUntil")}
        today={today}
        value={draft.until}
        fault={faults.until}
        isFirst
        onValue={(until) => onDraft({ until })}
      />
      <Choice<WaySaid | "">
        {...shown}
        label={say("field.promiseWay")}
        value={draft.way}
        options={WAYS_SAID.map((value) => ({ value, label: say(WAYS[value]) }))}
        onValue={(way) => onDraft({ way: way === draft.way ? "" : way })}
      />
      <TextField
        {...shown}
        id="promise-note"
        label={say("field.whyMore")}
        isOptional
        value={draft.note}
        fault={faults.note}
        onValue={(note) => onDraft({ note })}
      />
    </>
  );
}

/** What is overdue in that currency is what is most often promised. */
function inCurrency(value: string, { history }: Standing): Partial<PromiseDraft> {
  const found = history.find((each) => each.currency === value);
  if (!found) return {};
  const { currency, overdue } = found;
  return { currency, amount: overdue.amount > 0 ? bareMoney(overdue.amount, currency) : "" };
}

function lateText(currency: string, { history }: Standing): string {
  const found = history.find((each) => each.currency === currency);
  return found ? bareMoney(found.overdue.amount, found.currency) : "";
}
