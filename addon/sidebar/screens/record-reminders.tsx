import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { ChannelChoice } from "../parts/channel-choice.tsx";
import { Choice } from "../parts/fields.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { printDocuments } from "../print.ts";
import { draftFor, type Letter, type Preview, printedLetter } from "../reminders/letter.ts";
import { type RecordRun, type RecordWish, useRecordRun } from "../reminders/run.ts";
import { Counts } from "./reminders.tsx";

/** More than so many letters, or the first ones ever, are asked for with names. */
const MANY = 20;
const NAMED = 3;

interface Props {
  readonly preview: Preview;
  readonly onBack: () => void;
}

/** Many letters recorded in one go: how they went out is said once, and who drops out is named. */
export function RecordReminders({ preview, onBack }: Props) {
  const { say, tell } = useDesk();
  // What was shown is what is recorded, whatever is read meanwhile.
  const [letters] = useState(preview.letters);
  const [wish, setWish] = useState<RecordWish>({ state: "sent", channel: "wechat" });
  const run = useRecordRun(({ recorded, wish: { state }, actions }) => {
    if (recorded === 0) return;
    const [only, ...more] = actions;
    const text = say(state === "sent" ? "done.sentN" : "done.draftedN", { count: recorded });
    tell({ text, ...(only && more.length === 0 ? { undo: only } : {}) });
  });
  const isOpen = run.progress === undefined;
  return (
    <Screen
      title={say("title.recordReminders")}
      part="batch"
      onBack={onBack}
      primary={
        isOpen ? (
          <Before letters={letters} wish={wish} onStart={() => run.start(letters, wish)} />
        ) : (
          <After run={run} onBack={onBack} />
        )
      }
    >
      {run.trouble ? <TroubleBox trouble={run.trouble} kind="write" /> : null}
      {isOpen ? (
        <>
          {letters.length > MANY || preview.isFirst ? <Sample letters={letters} /> : null}
          <Counts preview={preview} />
          <Choice
            label={say("field.recordAs")}
            value={wish.state}
            options={[
              { value: "sent", label: say("reminders.sent") },
              { value: "drafted", label: say("reminders.drafted") },
            ]}
            hint={say(wish.state === "sent" ? "hint.sentByHand" : "hint.drafted")}
            onValue={(state) => setWish({ ...wish, state })}
          />
          <ChannelChoice value={wish.channel} onValue={(channel) => setWish({ ...wish, channel })} />
        </>
      ) : (
        <Outcome run={run} />
      )}
    </Screen>
  );
}

/** Three of the names, once, before so many are recorded. */
function Sample({ letters }: { letters: readonly Letter[] }) {
  const { say } = useDesk();
  const names = letters.slice(0, NAMED).map(({ name }) => name);
  return (
    <div class="strip ask" role="alert">
      <span class="strip-text">
        {say("reminders.askMany", { count: letters.length })}
        {names.map((name) => (
          <span class="named" key={name}>
            {name}
          </span>
        ))}
      </span>
    </div>
  );
}

function Before(props: { letters: readonly Letter[]; wish: RecordWish; onStart: () => void }) {
  const { say } = useDesk();
  const { letters, wish, onStart } = props;
  const count = letters.length;
  const print = () => printDocuments(letters.map((each) => printedLetter(draftFor(each, "letter"), each)));
  return (
    <>
      <Primary
        label={say(wish.state === "sent" ? "act.recordSentN" : "act.recordDraftedN", { count })}
        needs="write"
        onPress={onStart}
      />
      {wish.channel === "letter" ? (
        <Secondary label={say("act.printN", { count })} onPress={() => void print()} />
      ) : null}
    </>
  );
}

function After({ run, onBack }: { run: RecordRun; onBack: () => void }) {
  const { say } = useDesk();
  if (run.isRunning) return <Secondary label={say("act.stop")} onPress={run.stop} />;
  const { done = 0, letters = [] } = run.progress ?? {};
  if (done === letters.length) return <Primary label={say("act.backToReminders")} onPress={onBack} />;
  return (
    <>
      <Primary label={say(run.isUnsure ? "act.retry" : "act.recordRest")} needs="write" onPress={run.goOn} />
      {run.isUnsure ? null : <Quiet label={say("act.backToReminders")} onPress={onBack} />}
    </>
  );
}

/** How far it has come, and who dropped out. */
function Outcome({ run: { progress, isRunning } }: { run: RecordRun }) {
  const { say } = useDesk();
  if (!progress) return null;
  const { done, letters, recorded, dropped } = progress;
  return (
    <>
      <p class="lead" role="status">
        {isRunning || done < letters.length
          ? say("reminders.progress", { done, of: letters.length })
          : say("reminders.recorded", { count: recorded })}
      </p>
      {dropped.length > 0 ? (
        <section>
          <h2>{say("title.dropped", { count: dropped.length })}</h2>
          <p class="field-hint">{say("reminders.droppedHow")}</p>
          <ul class="rows">
            {dropped.map(({ customer, name }) => (
              <li class="row" key={customer}>
                <div class="row-plain">{name}</div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
