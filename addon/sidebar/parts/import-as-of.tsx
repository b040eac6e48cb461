import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { typedDate } from "../forms/typed.ts";
import type { ImportPlan } from "../importing/plan.ts";
import { DateField } from "./fields.tsx";

/** The day as of which rows without a day of their own are open; today where it is not said. */
export function AsOfField({ plan, onPlan }: { plan: ImportPlan; onPlan: (plan: ImportPlan) => void }) {
  const { say, today } = useDesk();
  const [text, setText] = useState<string>(plan.asOf ?? today);
  const typed = typedDate(text, today);
  return (
    <DateField
      id="as-of"
      label={say("field.openAsOf")}
      today={today}
      value={text}
      fault={"fault" in typed ? typed.fault : undefined}
      onValue={(value) => {
        setText(value);
        const read = typedDate(value, today);
        if ("value" in read) onPlan({ ...plan, asOf: read.value });
      }}
    />
  );
}
