import { useDesk } from "../../desk.ts";
import { NumberLine, type PartForm } from "./bound-fields.tsx";

/** 审批: how long a request waits, and how long a release holds. */
export function ApprovalsFields({ form }: { form: PartForm }) {
  const { say } = useDesk();
  return (
    <div class="compact">
      <NumberLine
        form={form}
        id="answerDays"
        label={say("field.policy.answerDays")}
        hint={say("hint.policy.answerDays")}
      />
      <NumberLine
        form={form}
        id="releaseDays"
        label={say("field.policy.releaseDays")}
        hint={say("hint.policy.releaseDays")}
      />
    </div>
  );
}
