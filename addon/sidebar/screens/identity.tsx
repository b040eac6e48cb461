import { useState } from "preact/hooks";
import type { Input } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { Picks } from "../parts/picks.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { call } from "../server.ts";
import { markOld } from "../shelf.ts";

type As = Input<"settleIdentity">["as"];

const CHOICES: readonly As[] = ["restored", "copied"];

/**
 * "Restored, or a copy?": a ledger found in another file or folder does nothing before it is said what
 * it is, so that two ledgers never pass for one. It lies over whatever was open, which is found again.
 */
export function Identity({ onSettled }: { onSettled: () => void }) {
  const { say, tell } = useDesk();
  const [as, setAs] = useState<As | undefined>(undefined);
  const [isMissing, setMissing] = useState(false);
  const act = useAct();
  const settle = async () => {
    setMissing(!as);
    if (!as) return;
    const done = await act.run(() => call("settleIdentity", { as }));
    if (!done) return;
    tell({ text: say(as === "restored" ? "done.asRestored" : "done.asCopied") });
    markOld();
    onSettled();
  };
  const primary = (
    <Primary
      label={say(act.isUnsure ? "act.retry" : "act.goOn")}
      isBusy={act.isBusy}
      onPress={() => void settle()}
    />
  );
  return (
    <Screen title={say("title.identity")} primary={primary} isAlone>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">{say("identity.why")}</p>
      <Picks
        id="identity"
        label={say("title.identity")}
        value={as}
        options={CHOICES.map((value) => {
          const [label, how] = [say(`identity.${value}`), say(`identity.${value}How`)];
          return { value, label, how };
        })}
        fault={isMissing && !as ? say("identity.missing") : undefined}
        isDisabled={act.isBusy || act.isUnsure}
        onValue={setAs}
      />
    </Screen>
  );
}
