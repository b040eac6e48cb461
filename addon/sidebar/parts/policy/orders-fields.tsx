import { useDesk } from "../../desk.ts";
import { COUNTED, ORDER_DAYS } from "../../forms/policy/orders-part.ts";
import type { PolicyGround } from "../../forms/policy/texts.ts";
import { ChoiceLine, DayLine, NumberLine, type PartForm, TickLine } from "./bound-fields.tsx";

/** 下单判断: when an order is warned of or held, the time of observing, and what counts as exposure. */
export function OrdersFields({ form, ground }: { form: PartForm; ground: PolicyGround }) {
  const { say } = useDesk();
  return (
    <>
      <section>
        <h2>{say("title.policy.overdue")}</h2>
        <div class="compact">
          {ORDER_DAYS.map((name) => (
            <NumberLine
              key={name}
              form={form}
              id={name}
              label={say(`field.policy.${name}`)}
              hint={name === "staleDays" ? say("hint.policy.staleDays") : undefined}
            />
          ))}
        </div>
      </section>
      <section>
        <ChoiceLine
          form={form}
          id="observe"
          label={say("field.policy.observe")}
          hint={say("hint.policy.observe")}
          options={[
            { value: "until", label: say("option.observeUntil") },
            { value: "off", label: say("option.observeOff") },
          ]}
        />
        {form.texts.observe === "until" ? (
          <DayLine
            form={form}
            id="observeUntil"
            label={say("field.policy.observeUntil")}
            today={ground.today}
          />
        ) : null}
      </section>
      <section>
        <h2>{say("title.policy.exposure")}</h2>
        {COUNTED.map((name) => (
          <TickLine key={name} form={form} id={name} label={say(`field.policy.${name}`)} />
        ))}
        <div class="compact">
          <NumberLine form={form} id="horizonDays" label={say("field.policy.horizonDays")} />
          <NumberLine
            form={form}
            id="orderTax"
            label={say("field.policy.orderTax")}
            hint={say("hint.policy.orderTax")}
          />
        </div>
      </section>
    </>
  );
}
