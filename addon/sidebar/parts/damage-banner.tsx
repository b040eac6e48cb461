import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";
import { Icon } from "./icon.tsx";

/**
 * On every screen while the journal is damaged, so that nothing is booked and figures are as of the tabs,
 * and while there is doubt about what figures are computed from.
 */
export function DamageBanner() {
  const { say, facts, entry, open } = useDesk();
  const row = facts?.damagedRow;
  if ((row === undefined && !facts?.doubt) || entry.screen.name === "checkUp") return null;
  return (
    <div class="strip trouble" role="status">
      <Icon name="alert" />
      <span class="strip-text">
        {row === undefined ? say("damage.doubt") : say("damage.banner", { row })}
      </span>
      <Quiet label={say("act.view")} onPress={() => open({ name: "checkUp" })} />
    </div>
  );
}
