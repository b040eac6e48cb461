import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { Openable } from "../parts/openable.tsx";
import { PolicyDifferences } from "../parts/policy/policy-differences.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";

type Version = Output<"policyVersions">["versions"][number];

/** Versions of the policy 政策版本: from when each is in force, who decided, and what it changed. */
export function PolicyVersions() {
  const { say, back } = useDesk();
  const loaded = useAnswer("policyVersions", {});
  const primary = <Primary label={say("act.setPolicy")} onPress={back} />;
  return (
    <Screen title={say("title.policyVersions")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>
        {({ versions, currency }) =>
          versions.map((version) => <OneVersion key={version.version} {...{ version, currency }} />)
        }
      </Reading>
    </Screen>
  );
}

function OneVersion({ version: known, currency }: { version: Version; currency: string }) {
  const { say, language } = useDesk();
  const { version, effective, state, by, changes } = known;
  const title = [say("policy.version", { version }), say(`policy.version.${state}`)].join(" · ");
  const isFirst = version === 1;
  const about = [
    ...(isFirst ? [] : [say("policy.version.from", { day: dayText(effective, language) })]),
    ...(by ? [by] : []),
    partsText(known, say),
  ];
  if (changes.length === 0)
    return (
      <div class="openable closed">
        <span>{title}</span>
        <span class="optional">{about.join(" · ")}</span>
      </div>
    );
  return (
    <Openable title={title} brief={about.join(" · ")}>
      <PolicyDifferences changes={changes} currency={currency} />
    </Openable>
  );
}

function partsText({ version, changes }: Version, say: Say): string {
  if (version === 1) return say("policy.version.first");
  const parts = [...new Set(changes.map(({ part }) => part))];
  if (parts.length === 0) return say("policy.version.same");
  return parts.map((part) => say(`title.policy.${part}`)).join(say("list.comma"));
}
