import { UNNAMED_FIRM } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { Secondary } from "./buttons.tsx";

/** Letters of a firm that has no name yet say a dash in its place: that is told before they go out. */
export function FirmMissing() {
  const { say, open, facts } = useDesk();
  if (facts?.firm !== UNNAMED_FIRM) return null;
  return (
    <div class="strip ask">
      <span class="strip-text">{say("reminders.unnamed")}</span>
      <Secondary label={say("act.changeSettings")} onPress={() => open({ name: "settings" })} />
    </div>
  );
}
