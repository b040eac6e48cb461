import { useRef, useState } from "preact/hooks";
import type { LetterLanguage } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { copyText } from "../copy.ts";
import { useDesk, useKept } from "../desk.ts";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { FirmMissing } from "../parts/firm-missing.tsx";
import { LetterDraft } from "../parts/letter-draft.tsx";
import { LetterLines } from "../parts/letter-lines.tsx";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { printDocuments } from "../print.ts";
import { type EditedLetter, editedDraft, useEdited } from "../reminders/edited.ts";
import { type Draft, type Letter, printedLetter, recordOf, wholeText } from "../reminders/letter.ts";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { PauseReminders } from "./pause-reminders.tsx";

interface Props {
  readonly customer: string;
  readonly currency?: string | undefined;
}

const languages = slot<LetterLanguage | undefined>();

/** One reminder 催款函: read, put right, copied or printed, and recorded as what became of it. */
export function Reminder({ customer, currency }: Props) {
  const { say, open } = useDesk();
  const [language, setLanguage] = useKept<LetterLanguage | undefined>(languages, () => undefined);
  const [isPausing, setPausing] = useState(false);
  const loaded = useAnswer("remind", { customer, ...(language ? { language } : {}) });
  const letters = loaded.value?.letters ?? [];
  const letter = letters.find((each) => each.currency === currency) ?? letters[0];
  if (isPausing)
    return <PauseReminders customer={customer} name={letter?.name} onBack={() => setPausing(false)} />;
  if (letter) return <OneLetter {...{ letter, setLanguage }} onPause={() => setPausing(true)} />;
  return (
    <Screen
      title={say("title.reminder")}
      primary={
        <Primary label={say("act.viewCustomer")} onPress={() => open({ name: "customer", id: customer })} />
      }
    >
      <Reading loaded={loaded} rows={6}>
        {({ excluded }) => {
          const why = [...new Set(excluded.map(({ text }) => text))].join(say("list.comma"));
          return <Empty kind="done" title={say("reminders.notDue")} {...(why ? { how: why } : {})} />;
        }}
      </Reading>
    </Screen>
  );
}

interface OneProps {
  readonly letter: Letter;
  readonly setLanguage: (language: LetterLanguage) => void;
  readonly onPause: () => void;
}

function OneLetter({ letter, setLanguage, onPause }: OneProps) {
  const { say } = useDesk();
  const [edited, setEdited] = useEdited();
  const [isTaken, setTaken] = useState(false);
  const { act, record, again } = useRecord(letter);
  const draft = editedDraft(edited, letter);
  const isFixed = act.isBusy || act.isUnsure;
  const foot = act.isUnsure ? (
    <Primary label={say("act.retry")} isBusy={act.isBusy} needs="write" onPress={again} />
  ) : (
    <LetterFoot
      {...{ edited, draft, letter, isTaken }}
      isBusy={act.isBusy}
      onTaken={() => setTaken(true)}
      onSent={() => record("sent", draft, edited)}
    />
  );
  return (
    <Screen title={say("title.reminder")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <FirmMissing />
      <LetterLines letter={letter} />
      <LetterDraft
        {...{ letter, draft, edited, isFixed, setLanguage }}
        onEdited={(next) => {
          setEdited(next);
          setTaken(false);
        }}
      />
      <p class="row-acts">
        <Quiet
          label={say("act.recordDrafted")}
          isBusy={isFixed}
          needs="write"
          onPress={() => record("drafted", draft, edited)}
        />
        <Quiet
          label={say("act.skip")}
          isBusy={isFixed}
          needs="write"
          onPress={() => record("skipped", undefined, edited)}
        />
        <Quiet label={say("act.pauseUntil")} isBusy={isFixed} needs="write" onPress={onPause} />
      </p>
    </Screen>
  );
}

interface FootProps {
  readonly letter: Letter;
  readonly edited: EditedLetter;
  readonly draft: Draft;
  /** It was copied or printed: what is left is to say that it went out. */
  readonly isTaken: boolean;
  readonly isBusy: boolean;
  readonly onTaken: () => void;
  readonly onSent: () => void;
}

/** First the words are taken along, then they are said to have gone out: the next step is the filled button. */
function LetterFoot({ letter, edited, draft, isTaken, isBusy, onTaken, onSent }: FootProps) {
  const { say, tell } = useDesk();
  const isPrinted = edited.channel === "letter";
  const take = async () => {
    if (isPrinted) await printDocuments([printedLetter(draft, letter)]);
    else if (await copyText(wholeText(draft))) tell({ text: say("done.copiedLetter") });
    else return;
    onTaken();
  };
  const label = say(isPrinted ? "act.print" : "act.copyText");
  const sent = say("act.recordSent");
  if (isTaken)
    return (
      <>
        <Primary label={sent} isBusy={isBusy} needs="write" onPress={onSent} />
        <Secondary label={label} isBusy={isBusy} onPress={() => void take()} />
      </>
    );
  return (
    <>
      <Primary label={label} isBusy={isBusy} onPress={() => void take()} />
      <Secondary label={sent} isBusy={isBusy} needs="write" onPress={onSent} />
    </>
  );
}

type State = Input<"recordReminders">["state"];

const DONE = { sent: "done.sent", drafted: "done.drafted", skipped: "done.skipped" } as const;

/** Records one letter; when nobody knows whether it was, the very same is sent again. */
function useRecord(letter: Letter) {
  const { say, tell, back } = useDesk();
  const act = useAct();
  const sent = useRef<Input<"recordReminders"> | undefined>(undefined);
  const again = async () => {
    const input = sent.current;
    if (!input) return;
    const done = await act.run(async () => {
      const told = await call("recordReminders", input);
      // What is due now is not what was shown: it is read again.
      if (!told.ok && told.trouble.kind === "refusal") markOld();
      return told;
    });
    if (!done) return;
    tell({ text: say(DONE[input.state], { name: letter.name }), undo: input.action });
    markOld();
    back();
  };
  const record = (state: State, draft: Draft | undefined, { channel }: EditedLetter) => {
    const letters = [recordOf(letter, draft)];
    const how = state === "skipped" ? {} : { channel };
    sent.current = { action: newActionId(), state, letters, ...how };
    void again();
  };
  return { act, record, again: () => void again() };
}
