import { momentText } from "../clock.ts";
import { useDesk } from "../desk.ts";
import { below, type Screen, top } from "../router.ts";
import type { Say } from "../words/words.ts";
import { IconButton } from "./buttons.tsx";
import { Icon } from "./icon.tsx";

interface Props {
  readonly title: string;
  readonly at: number;
  readonly refresh: (() => void) | undefined;
  readonly onBack: (() => void) | undefined;
  /** What it leads to, where that is not called as the screen is. */
  readonly backTo: string | undefined;
}

/** Title, way back, and how fresh the data is. */
export function Header({ title, at, refresh, onBack, backTo }: Props) {
  const { say, language, route, back, facts, isDialog } = useDesk();
  // A dialog's own screen has nothing under it that is shown.
  const under = isDialog && route.stack.length <= 2 ? undefined : below(route);
  const goBack = onBack ?? (under ? back : undefined);
  const place = !goBack ? "" : (backTo ?? titleOf((onBack ? top(route) : (under ?? top(route))).screen, say));
  return (
    <header class={goBack ? "head with-back" : "head"}>
      <div class="head-line">
        {goBack ? (
          <button
            type="button"
            class="back"
            data-back
            aria-label={say("nav.back", { place })}
            onClick={goBack}
          >
            <Icon name="back" />
            <span>{place}</span>
          </button>
        ) : (
          <Heading title={title} />
        )}
        {facts?.sample ? <span class="sample">{say("head.sample")}</span> : null}
        {refresh ? (
          <span class="fresh">
            {at > 0 ? (
              <span class="as-of">{say("head.asOf", { time: momentText(at, language) })}</span>
            ) : null}
            <IconButton name={say("act.refresh")} onPress={refresh}>
              <Icon name="refresh" />
            </IconButton>
          </span>
        ) : null}
      </div>
      {goBack ? <Heading title={title} /> : null}
    </header>
  );
}

function Heading({ title }: { title: string }) {
  return (
    <h1 id="heading" tabIndex={-1}>
      {title}
    </h1>
  );
}

function titleOf(screen: Screen, say: Say): string {
  if (screen.name === "customer") return say("field.customer");
  if (screen.name === "policyPart") return say(`title.policy.${screen.part}`);
  return say(`title.${screen.name}`);
}
