import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";
import { Icon } from "./icon.tsx";

/** On every screen while the journal is damaged: nothing is booked, and figures are as of the tabs. */
export function DamageBanner() {
  const { say, facts, entry, open } = useDesk();
  const row = facts?.damagedRow;
  if (row === undefined || entry.screen.name === "checkUp") return null;
  return (
    <div class="strip trouble" role="status">
      <Icon name="alert" />
      <span class="strip-text">{say("damage.banner", { row })}</span>
      <Quiet label={say("act.view")} onPress={() => open({ name: "checkUp" })} />
    </div>
  );
}
