import type { PlainDate } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { ClosingEffect } from "../parts/closing-effect.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call } from "../server.ts";
import { markOld } from "../shelf.ts";
import { dayText } from "../words/days.ts";

interface Props {
  readonly period: Output<"period">;
  readonly draft: { readonly action: string; readonly by: string };
  readonly through: PlainDate;
  readonly onBack: () => void;
}

/** What closing means, and only then it is done 关账. It lies over the choice of the day. */
export function ConfirmClosing({ period, draft: { action, by }, through, onBack }: Props) {
  const { say, tell, back, language } = useDesk();
  const act = useAct();
  const day = dayText(through, language);
  const save = async () => {
    const input = { action, through, ...(by ? { by } : {}) };
    if (!(await act.run(() => call("closePeriod", input)))) return;
    tell({ text: say("done.closePeriod", { day }) });
    markOld();
    back();
  };
  const foot = (
    <FormFoot act={act} label={say("act.closePeriod")} needs="decide" onSave={() => void save()} />
  );
  return (
    <Screen title={say("title.confirmClosing")} part="confirm" onBack={onBack} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="strip plain">{`${say("field.closeThrough")} ${day}`}</p>
      <ClosingEffect period={period} through={through} />
    </Screen>
  );
}
