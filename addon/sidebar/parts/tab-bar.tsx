import { useDesk } from "../desk.ts";
import { TABS } from "../router.ts";

/** The four tabs at the foot. */
export function TabBar() {
  const { say, route, goTo } = useDesk();
  return (
    <nav class="tabs" aria-label={say("nav.label")}>
      {TABS.map((tab) => (
        <button
          type="button"
          key={tab}
          {...(tab === route.tab ? { "aria-current": "page" as const } : {})}
          onClick={() => goTo(tab)}
        >
          {say(`tab.${tab}`)}
        </button>
      ))}
    </nav>
  );
}
