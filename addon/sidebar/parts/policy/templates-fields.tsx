import { useEffect, useState } from "preact/hooks";
import {
  DUNNING_LEVELS,
  type DunningLevel,
  DunningLevelShape,
  dunningLevelName,
  type LetterLanguage,
  LetterLanguageShape,
  type Settings,
  UNNAMED_FIRM,
} from "../../../../core/index.ts";
import { useDesk } from "../../desk.ts";
import {
  isStandard,
  LETTER_LANGUAGES,
  readTemplates,
  standardTexts,
  TEMPLATE_NAMES,
  templateId,
  templateIn,
} from "../../forms/policy/templates-part.ts";
import { TextReader } from "../../forms/policy/text-reader.ts";
import type { PolicyGround } from "../../forms/policy/texts.ts";
import { Quiet } from "../buttons.tsx";
import { Choice, SelectField } from "../fields.tsx";
import { LinesLine, type PartForm, TextLine } from "./bound-fields.tsx";
import { sampleLetter } from "./template-sample.ts";

interface Props {
  readonly form: PartForm;
  readonly ground: PolicyGround;
  readonly firm: Settings["firm"];
}

const LANGUAGE_WORDS = { "zh-CN": "option.zhCN", "zh-TW": "option.zhTW", en: "option.letterEn" } as const;

/** What each name in braces stands for. */
const PLACES = {
  customer: "policy.place.customer",
  firm: "policy.place.firm",
  total: "policy.place.total",
  count: "policy.place.count",
  oldestDays: "policy.place.oldestDays",
  date: "policy.place.date",
  phone: "policy.place.phone",
} as const;

/** 模板: the words of one level and language, and the letter that they make; names in braces are looked at while typing. */
export function TemplatesFields({ form: given, ground, firm }: Props) {
  const { say, language: own } = useDesk();
  const [chosen, choose] = useState<readonly [DunningLevel, LetterLanguage]>([
    "friendly",
    own === "zh" ? "zh-CN" : "en",
  ]);
  const faults = typedFaults(given, ground);
  const [level, language] = chosen;
  const wrong = Object.keys(given.faults).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that somebody pressed on.
  useEffect(() => choose(wrongOne(given.faults, chosen) ?? chosen), [wrong]);
  const form = { ...given, faults: { ...faults, ...given.faults } };
  const isOurs = isStandard(form.texts, level, language);
  return (
    <>
      <SelectField
        id="level"
        label={say("field.policy.level")}
        value={level}
        options={DUNNING_LEVELS.map((each) => ({ value: each, label: dunningLevelName(each, own) }))}
        onValue={(value) => choose([DunningLevelShape.parse(value), language])}
      />
      <Choice
        label={say("field.policy.letterLanguage")}
        value={language}
        options={LETTER_LANGUAGES.map((value) => ({ value, label: say(LANGUAGE_WORDS[value]) }))}
        onValue={(value) => choose([level, LetterLanguageShape.parse(value)])}
      />
      <TextLine form={form} id={templateId("subject", level, language)} label={say("field.policy.subject")} />
      <LinesLine
        form={form}
        id={templateId("opening", level, language)}
        label={say("field.policy.opening")}
      />
      <LinesLine
        form={form}
        id={templateId("closing", level, language)}
        label={say("field.policy.closing")}
        hint={say("hint.policy.places", {
          names: TEMPLATE_NAMES.map((name) => `{${name}}\u00a0${say(PLACES[name])}`).join(say("list.comma")),
        })}
      />
      <p class="through">
        {say(isOurs ? "policy.standardWords" : "policy.ownWords")}
        {isOurs ? null : (
          <Quiet
            label={say("act.standardWords")}
            isBusy={form.isFixed}
            onPress={() => form.set(standardTexts(level, language))}
          />
        )}
      </p>
      <Sample {...{ form, ground, firm, level, language }} />
    </>
  );
}

/** What is wrong with what stands there now; blank fields are said only once somebody goes on. */
function typedFaults(form: PartForm, ground: PolicyGround): PartForm["faults"] {
  const reader = new TextReader(form.texts);
  readTemplates(reader, ground, form.texts);
  return Object.fromEntries(
    Object.entries(reader.faults).filter(([, { say }]) => say !== "fault.templateEmpty"),
  );
}

/** Somebody pressed on, and the template that is shown is right: one that is wrong is shown. */
function wrongOne(
  faults: PartForm["faults"],
  [level, language]: readonly [DunningLevel, LetterLanguage],
): readonly [DunningLevel, LetterLanguage] | undefined {
  const ids = Object.keys(faults);
  if (ids.some((id) => id.endsWith(`-${level}-${language}`))) return undefined;
  for (const wrongLanguage of LETTER_LANGUAGES)
    for (const wrongLevel of DUNNING_LEVELS)
      if (ids.some((id) => id.endsWith(`-${wrongLevel}-${wrongLanguage}`)))
        return [wrongLevel, wrongLanguage];
  return undefined;
}

function Sample(props: Props & { level: DunningLevel; language: LetterLanguage }) {
  const { say, today } = useDesk();
  const { form, ground, firm, level, language } = props;
  const template = templateIn(form.texts, level, language);
  const name = firm.name === "" || firm.name === UNNAMED_FIRM ? say("policy.sampleFirm") : firm.name;
  const { subject, text } = sampleLetter(level, language, template, {
    ...{ firm: { ...firm, name }, today, currency: ground.currency },
    customer: say("policy.sampleCustomer"),
  });
  return (
    <section>
      <h2>{say("title.policy.sample")}</h2>
      <div class="sample-letter" lang={language}>
        <p class="sample-subject">{subject}</p>
        <p class="sample-text">{text}</p>
      </div>
    </section>
  );
}
