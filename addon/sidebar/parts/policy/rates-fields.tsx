import { CURRENCIES } from "../../../../core/index.ts";
import { useDesk } from "../../desk.ts";
import { newRate } from "../../forms/policy/rates-part.ts";
import { nextRow, type PolicyGround, rowsOf, withoutRow } from "../../forms/policy/texts.ts";
import { Quiet } from "../buttons.tsx";
import { DayLine, NumberLine, type PartForm, SelectLine } from "./bound-fields.tsx";

const FIELDS = ["rate", "currency", "from"];

/** 汇率: one row a currency and day. */
export function RatesFields({ form, ground }: { form: PartForm; ground: PolicyGround }) {
  const { say } = useDesk();
  const rows = rowsOf(form.texts, "rate");
  const currencies = CURRENCIES.filter((each) => each !== ground.currency);
  const add = () => form.set(newRate(nextRow(form.texts, "rate"), form.texts, ground));
  return (
    <section>
      <p class="field-hint">{rows.length === 0 ? say("policy.noRates") : say("hint.policy.rates")}</p>
      {rows.map((row) => (
        <div class="repeated" key={row}>
          <div class="compact">
            <SelectLine
              form={form}
              id={`currency-${row}`}
              label={say("field.policy.currency")}
              options={currencies.map((each) => ({ value: each, label: each }))}
            />
            <NumberLine
              form={form}
              id={`rate-${row}`}
              label={say("field.policy.rate", { currency: ground.currency })}
            />
            <DayLine
              form={form}
              id={`from-${row}`}
              label={say("field.policy.rateFrom")}
              today={ground.today}
            />
          </div>
          <Quiet
            label={say("act.removeRow")}
            isBusy={form.isFixed}
            onPress={() => form.replace(withoutRow(form.texts, FIELDS, row))}
          />
        </div>
      ))}
      <Quiet label={say("act.addRate")} isBusy={form.isFixed} onPress={add} />
    </section>
  );
}
