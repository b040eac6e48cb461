import { factorName, type Grade } from "../../../../core/index.ts";
import { useDesk } from "../../desk.ts";
import { CUTS, EVIDENCES, factorsOf, GRADES, SPANS, weightsTotal } from "../../forms/policy/grades-part.ts";
import type { PolicyGround } from "../../forms/policy/texts.ts";
import { currencyWord } from "../../words/days.ts";
import { Openable } from "../openable.tsx";
import { AmountLine, ChoiceLine, NumberLine, type PartForm, SelectLine } from "./bound-fields.tsx";

interface Props {
  readonly form: PartForm;
  readonly ground: PolicyGround;
}

/** 等级与额度: what each grade may have, and what earns it. */
export function GradesFields({ form, ground }: Props) {
  const { say, language } = useDesk();
  const factors = factorsOf(ground.credit.scorecard);
  const isWrong = (ids: readonly string[]) => ids.some((id) => form.faults[id] !== undefined);
  const weights = factors.map((factor) => `weight-${factor}`);
  return (
    <>
      <section>
        <h2>{say("title.policy.matrix")}</h2>
        <p class="field-hint">{say("hint.policy.matrix")}</p>
        {GRADES.map((grade) => (
          <GradeFields key={grade} {...{ form, ground, grade }} />
        ))}
        <div class="compact">
          <NumberLine
            form={form}
            id="toleratedDays"
            label={say("field.policy.toleratedDays")}
            hint={say("hint.policy.toleratedDays")}
          />
        </div>
      </section>
      <section>
        <h2>{say("title.policy.cutPoints")}</h2>
        <p class="field-hint">{say("hint.policy.cutPoints")}</p>
        <div class="compact">
          {CUTS.map((grade) => (
            <NumberLine
              key={grade}
              form={form}
              id={`cut-${grade}`}
              label={say("field.policy.cut", { grade })}
            />
          ))}
        </div>
      </section>
      <section>
        <Openable
          title={say("title.policy.weights")}
          brief={say("policy.weights", { total: weightsTotal(form.texts) })}
          isWrong={isWrong(weights)}
        >
          <p class="field-hint">{say("hint.policy.weights")}</p>
          <div class="compact">
            {factors.map((factor) => (
              <NumberLine
                key={factor}
                form={form}
                id={`weight-${factor}`}
                label={factorName(factor, language)}
              />
            ))}
          </div>
        </Openable>
        <Openable title={say("title.policy.evidence")} isWrong={isWrong([...EVIDENCES, ...SPANS])}>
          <div class="compact">
            {EVIDENCES.map((name) => (
              <NumberLine key={name} form={form} id={name} label={say(`field.policy.${name}`)} />
            ))}
            <SelectLine
              form={form}
              id="fewGrade"
              label={say("field.policy.fewGrade")}
              options={GRADES.map((grade) => ({ value: grade, label: grade }))}
            />
            {SPANS.map((name) => (
              <NumberLine key={name} form={form} id={name} label={say(`field.policy.${name}`)} />
            ))}
          </div>
        </Openable>
      </section>
    </>
  );
}

const TERMS = ["needShare", "limitCap", "termDays", "deposit", "reviewMonths"] as const;

function GradeFields({ form, ground, grade }: Props & { grade: Grade }) {
  const { say } = useDesk();
  const { currency } = ground;
  const id = (name: (typeof TERMS)[number] | "atOrder") => `${grade}-${name}`;
  const text = (name: (typeof TERMS)[number]) => form.texts[id(name)] ?? "";
  const brief = say("policy.gradeBrief", {
    ...{ share: text("needShare"), days: text("termDays"), deposit: text("deposit") },
    order: say(orderWord(form.texts[id("atOrder")])),
  });
  const isWrong = [...TERMS, "atOrder" as const].some((name) => form.faults[id(name)] !== undefined);
  return (
    <Openable title={gradeTitle(grade, say)} brief={brief} isWrong={isWrong}>
      <div class="compact">
        <NumberLine
          form={form}
          id={id("needShare")}
          label={say("field.policy.needShare")}
          hint={say("hint.policy.needShare")}
        />
        <AmountLine
          form={form}
          id={id("limitCap")}
          label={say("field.policy.limitCap", { currency: currencyWord(currency, say) })}
          hint={say("hint.policy.limitCap")}
          currency={currency}
        />
        <NumberLine form={form} id={id("termDays")} label={say("field.policy.termDays")} />
        <NumberLine form={form} id={id("deposit")} label={say("field.policy.deposit")} />
        <NumberLine form={form} id={id("reviewMonths")} label={say("field.policy.reviewMonths")} />
      </div>
      <ChoiceLine
        form={form}
        id={id("atOrder")}
        label={say("field.policy.atOrder")}
        options={[
          { value: "allow", label: say("option.allow") },
          { value: "warn", label: say("option.warn") },
          { value: "hold", label: say("option.hold") },
        ]}
      />
      {form.faults[id("atOrder")] ? (
        <p class="field-fault" role="alert">
          {form.faults[id("atOrder")]?.sentence}
        </p>
      ) : null}
    </Openable>
  );
}

function gradeTitle(grade: Grade, say: ReturnType<typeof useDesk>["say"]): string {
  return grade === "N" ? say("policy.notGraded") : say("policy.gradeName", { grade });
}

function orderWord(atOrder = "allow"): "option.allow" | "option.warn" | "option.hold" {
  if (atOrder === "hold") return "option.hold";
  return atOrder === "warn" ? "option.warn" : "option.allow";
}
