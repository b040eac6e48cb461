import { DUNNING_LEVELS, dunningLevelName } from "../../../../core/index.ts";
import { useDesk } from "../../desk.ts";
import { nextRow, type PolicyGround, rowsOf, withoutRow } from "../../forms/policy/texts.ts";
import { currencyWord } from "../../words/days.ts";
import { Quiet } from "../buttons.tsx";
import { AmountLine, ChoiceLine, NumberLine, type PartForm, TextLine } from "./bound-fields.tsx";

interface Props {
  readonly form: PartForm;
  readonly ground: PolicyGround;
}

/** 催款: when which level is reached, how letters follow each other, and when none goes. */
export function DunningFields({ form, ground: { currency } }: Props) {
  const { say, language } = useDesk();
  return (
    <>
      <section>
        <h2>{say("title.policy.ladder")}</h2>
        <p class="field-hint">{say("hint.policy.ladder")}</p>
        <div class="compact">
          {DUNNING_LEVELS.map((level) => (
            <NumberLine
              key={level}
              form={form}
              id={`level-${level}`}
              label={dunningLevelName(level, language)}
            />
          ))}
          <NumberLine form={form} id="gapDays" label={say("field.policy.gapDays")} />
          <AmountLine
            form={form}
            id="leastTotal"
            label={say("field.policy.leastTotal", { currency: currencyWord(currency, say) })}
            hint={say("hint.policy.leastTotal")}
            currency={currency}
          />
        </div>
        <ChoiceLine
          form={form}
          id="escalation"
          label={say("field.policy.escalation")}
          options={[
            { value: "step", label: say("option.step") },
            { value: "jump", label: say("option.jump") },
          ]}
        />
      </section>
      <QuietFields form={form} />
      <GentlerFields form={form} />
    </>
  );
}

function QuietFields({ form }: { form: PartForm }) {
  const { say } = useDesk();
  return (
    <section>
      <h2>{say("title.policy.quiet")}</h2>
      <ChoiceLine
        form={form}
        id="quietDays"
        label={say("field.policy.quietDays")}
        options={[
          { value: "none", label: say("option.none") },
          { value: "holidays", label: say("option.holidays") },
          { value: "restDays", label: say("option.restDays") },
        ]}
      />
      <ChoiceLine
        form={form}
        id="hours"
        label={say("field.policy.hours")}
        options={[
          { value: "none", label: say("option.hoursNone") },
          { value: "quiet", label: say("option.hoursQuiet") },
        ]}
      />
      {form.texts.hours === "quiet" ? (
        <div class="compact">
          <NumberLine form={form} id="hoursFrom" label={say("field.policy.hoursFrom")} />
          <NumberLine
            form={form}
            id="hoursTo"
            label={say("field.policy.hoursTo")}
            hint={say("hint.policy.hours")}
          />
        </div>
      ) : null}
    </section>
  );
}

function GentlerFields({ form }: { form: PartForm }) {
  const { say } = useDesk();
  const rows = rowsOf(form.texts, "segment");
  const add = () => {
    const row = nextRow(form.texts, "segment");
    form.set({ [`segment-${row}`]: "", [`levels-${row}`]: "1" });
  };
  return (
    <section>
      <h2>{say("title.policy.gentler")}</h2>
      <p class="field-hint">{rows.length === 0 ? say("policy.noGentler") : say("hint.policy.gentler")}</p>
      {rows.map((row) => (
        <div class="repeated" key={row}>
          <TextLine form={form} id={`segment-${row}`} label={say("field.policy.segment")} />
          <div class="compact">
            <NumberLine form={form} id={`levels-${row}`} label={say("field.policy.levels")} />
          </div>
          <Quiet
            label={say("act.removeRow")}
            isBusy={form.isFixed}
            onPress={() => form.replace(withoutRow(form.texts, ["segment", "levels"], row))}
          />
        </div>
      ))}
      <Quiet label={say("act.addSegment")} isBusy={form.isFixed} onPress={add} />
    </section>
  );
}
