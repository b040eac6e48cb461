import type { VNode } from "preact";
import { useDesk } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import { useListed } from "../forms/use-listed.ts";
import type { StatementsWish } from "../statements/wish.ts";
import { CurrencyField } from "./currency-field.tsx";
import { DateField } from "./fields.tsx";

/**
 * What one customer's sheet may be beyond its own period: a first day, above the last one, those it pays for,
 * another currency.
 */
export function SheetChoice({ wish, children: until }: { wish: StatementsWish; children: VNode }) {
  const { say, today } = useDesk();
  const customer = useListed(wish.of.customer);
  const { from, forPayer, currency } = wish.sheet;
  const typed = from.trim() === "" ? undefined : typedDate(from, today);
  if (!customer) return until;
  return (
    <>
      <DateField
        id="from"
        label={say("field.from")}
        hint={say("hint.from")}
        isOptional
        value={from}
        today={today}
        fault={typed && "fault" in typed ? typed.fault : undefined}
        onValue={(value) => wish.change({ from: value })}
      />
      {until}
      {customer.paysFor > 0 ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={forPayer}
            onChange={(event) => wish.change({ forPayer: event.currentTarget.checked })}
          />
          <span class="tick-words">{say("statements.withPaidFor", { count: customer.paysFor })}</span>
        </label>
      ) : null}
      {customer.others.length > 0 && (forPayer || from.trim() !== "") ? (
        <CurrencyField
          value={currency ?? customer.currency}
          isDisabled={false}
          onValue={(value) => wish.change({ currency: value })}
        />
      ) : null}
    </>
  );
}
