import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import type { PolicyWish } from "../forms/policy/texts.ts";
import { FormFoot } from "../parts/form-foot.tsx";
import { PolicyEffects } from "../parts/policy/policy-effects.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, TroubleBox } from "../parts/states.tsx";
import { call } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";

interface Props {
  readonly action: string;
  readonly by: string;
  readonly wish: PolicyWish;
  readonly effect: Output<"previewPolicy">;
  readonly onBack: () => void;
}

/** Who would change 谁会变, before the policy is put in force. It lies over the form. */
export function PolicyPreview({ action, by, wish, effect, onBack }: Props) {
  const { say, tell, back, language } = useDesk();
  const act = useAct();
  const { version, effective, followedBy, changes, customers } = effect;
  const day = dayText(effective, language);
  const save = async () => {
    const input = { action, policy: wish, ...(by ? { by } : {}) };
    if (!(await act.run(() => call("savePolicy", input)))) return;
    tell({ text: say("done.policy", { day }) });
    markOld();
    back();
  };
  const foot = <FormFoot act={act} label={say("act.putInForce")} needs="decide" onSave={() => void save()} />;
  return (
    <Screen title={say("title.policyPreview")} part="preview" onBack={onBack} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="strip plain">{say("policy.from", { day, version })}</p>
      {followedBy ? (
        <p class="strip ask">
          {say("policy.followed", {
            ...{ version: followedBy.version, day: dayText(followedBy.effective, language) },
          })}
        </p>
      ) : null}
      {changes.length === 0 ? (
        <Empty kind="done" title={say("policy.nobody")} how={say("policy.nobodyHow", { customers })} />
      ) : (
        <PolicyEffects effect={effect} />
      )}
    </Screen>
  );
}
