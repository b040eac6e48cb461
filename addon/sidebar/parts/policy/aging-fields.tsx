import { useDesk } from "../../desk.ts";
import { typedEdges } from "../../forms/policy/aging-part.ts";
import type { PolicyGround, Texts } from "../../forms/policy/texts.ts";
import { currencyWord } from "../../words/days.ts";
import { bucketLabel } from "../bucket-label.ts";
import { AmountField } from "../fields.tsx";
import { AmountLine, ChoiceLine, NumberLine, type PartForm, TextLine } from "./bound-fields.tsx";

/** 账龄与抹零: how age is counted, and which small difference may be closed at once. */
export function AgingFields({ form, ground }: { form: PartForm; ground: PolicyGround }) {
  const { say } = useDesk();
  const { currency, others } = ground;
  return (
    <>
      <TextLine form={form} id="edges" label={say("field.edges")} hint={edgesShown(form.texts, say)} />
      <ChoiceLine
        form={form}
        id="basis"
        label={say("field.policy.agingBasis")}
        options={[
          { value: "dueDate", label: say("aging.basis.dueDate") },
          { value: "documentDate", label: say("aging.basis.documentDate") },
        ]}
      />
      <AmountLine
        form={form}
        id="amount"
        label={say("field.smallAmount", { currency: currencyWord(currency, say) })}
        hint={say("hint.small")}
        currency={currency}
      />
      {others.map((code) => (
        <AmountField
          key={code}
          id={`amount-${code}`}
          label={say("field.smallAmount", { currency: code })}
          hint={say("hint.smallBlank", { currency: code })}
          isOptional
          currency={code}
          value={form.texts[`amount-${code}`] ?? ""}
          fault={form.faults[`amount-${code}`]}
          isDisabled={form.isFixed}
          onValue={(amount) => form.set({ [`amount-${code}`]: amount })}
        />
      ))}
      <div class="compact">
        <NumberLine form={form} id="share" label={say("field.smallShare")} />
      </div>
    </>
  );
}

/** The buckets that the typed days make, in words. */
function edgesShown({ edges: text = "", basis }: Texts, say: ReturnType<typeof useDesk>["say"]): string {
  const typed = typedEdges(text);
  if (!("value" in typed)) return say("hint.edges");
  const by = { edges: typed.value, basis: basis === "documentDate" ? "documentDate" : "dueDate" } as const;
  return Array.from({ length: typed.value.length + 2 }, (_, bucket) => bucketLabel(bucket, by, say)).join(
    " · ",
  );
}
