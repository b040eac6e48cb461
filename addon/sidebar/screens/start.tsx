import { useState } from "preact/hooks";
import { useAct } from "../act.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { type Answer, call } from "../server.ts";
import { markOld } from "../shelf.ts";

/** What an aging bar looks like, as a picture beside the sentence. */
const EXAMPLE = [9, 4, 3, 2, 2, 1].map((share, step) => ({ share, step }));

/** First run: one sentence and two buttons. */
export function Start() {
  const { say, language, open } = useDesk();
  const act = useAct();
  const [isSample, setSample] = useState(false);
  const begin = async (fill: () => Promise<Answer<unknown>>) => {
    const made = await act.run(async () => {
      const tabs = await call("setup", { language });
      return tabs.ok ? fill() : tabs;
    });
    if (made === undefined) return false;
    markOld();
    return true;
  };
  // Over Today, so that back leads to the new ledger's first page.
  const takeMySheet = async () => {
    setSample(false);
    if (await begin(nothing)) open({ name: "import" });
  };
  const trySample = () => {
    setSample(true);
    void begin(loadSample);
  };
  const primary = (
    <>
      <Primary label={say("act.useMySheet")} isBusy={act.isBusy} onPress={() => void takeMySheet()} />
      <Secondary label={say("act.trySample")} isBusy={act.isBusy} onPress={trySample} />
    </>
  );
  return (
    <Screen title={say("app.name")} primary={primary} isAlone>
      <div class="welcome">
        <div class="aging-bar" aria-hidden="true">
          {EXAMPLE.map(({ step, share }) => (
            <span key={step} class={`step-${step}`} style={{ flexGrow: share }} />
          ))}
        </div>
        <p class="welcome-title">{say("title.start")}</p>
        <p>{say("say.start")}</p>
        <p class="welcome-net">{say("say.startNet")}</p>
      </div>
      {act.isBusy && isSample ? (
        <p class="strip plain" role="status">
          {say("say.sampleComing")}
        </p>
      ) : null}
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
    </Screen>
  );
}

/** The firm's own table comes by the import. */
function nothing(): Promise<Answer<unknown>> {
  return Promise.resolve({ ok: true, value: null });
}

/** Fills the new ledger with made-up business; it is marked as sample on every screen. */
function loadSample(): Promise<Answer<unknown>> {
  return call("loadSample", {});
}
