import { type LetterLanguage, smsRoom } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { type EditedLetter, isEdited, isOvertaken, withDraft, withoutDraft } from "../reminders/edited.ts";
import type { Channel, Draft, Letter } from "../reminders/letter.ts";
import { Quiet } from "./buttons.tsx";
import { ChannelChoice } from "./channel-choice.tsx";
import { Choice, Field, inputProps, TextField } from "./fields.tsx";

interface Props {
  readonly letter: Letter;
  readonly draft: Draft;
  readonly edited: EditedLetter;
  readonly isFixed: boolean;
  readonly setLanguage: (language: LetterLanguage) => void;
  readonly onEdited: (edited: EditedLetter) => void;
}

const LANGUAGES = [
  { value: "zh-CN", word: "lang.letter.hans" },
  { value: "zh-TW", word: "lang.letter.hant" },
  { value: "en", word: "lang.letter.en" },
] as const;

/** What is still taken whole by a chat. */
const MOST_CHAT = 600;

/** The words of a letter, by the way it goes out and in the customer's language, to be put right by hand. */
export function LetterDraft({ letter, draft, edited, isFixed, setLanguage, onEdited }: Props) {
  const { say } = useDesk();
  const { channel } = edited;
  const write = (change: Partial<Draft>) => onEdited(withDraft(edited, letter, { ...draft, ...change }));
  return (
    <>
      <ChannelChoice
        value={channel}
        isDisabled={isFixed}
        onValue={(next) => onEdited({ ...edited, channel: next })}
      />
      <Choice
        label={say("field.letterLanguage")}
        value={letter.language}
        options={LANGUAGES.map(({ value, word }) => ({ value, label: say(word) }))}
        isDisabled={isFixed}
        onValue={setLanguage}
      />
      {isOvertaken(edited, letter) ? <p class="strip ask">{say("reminders.overtaken")}</p> : null}
      {channel === "mail" || channel === "letter" ? (
        <TextField
          id="subject"
          label={say("field.subject")}
          value={draft.subject}
          isDisabled={isFixed}
          onValue={(subject) => write({ subject })}
        />
      ) : null}
      <TextArea
        value={draft.text}
        hint={useRoom(channel, draft.text)}
        isDisabled={isFixed}
        onValue={(text) => write({ text })}
      />
      {isEdited(edited, letter) ? (
        <Quiet
          label={say("act.restoreWords")}
          isBusy={isFixed}
          onPress={() => onEdited(withoutDraft(edited, letter))}
        />
      ) : null}
    </>
  );
}

/** How long it is, where that matters. */
function useRoom(channel: Channel, text: string): string | undefined {
  const { say } = useDesk();
  if (channel === "call") return say("hint.call");
  if (channel !== "wechat" && channel !== "sms") return undefined;
  const most = channel === "sms" ? smsRoom(text) : MOST_CHAT;
  const count = Array.from(text).length;
  return say(count > most ? "hint.tooLong" : "hint.length", { count, most });
}

const MOST_TYPED = 19_000;

function TextArea(props: {
  value: string;
  hint: string | undefined;
  isDisabled: boolean;
  onValue: (text: string) => void;
}) {
  const { say } = useDesk();
  const field = { id: "text", label: say("field.letterText"), hint: props.hint };
  return (
    <Field {...field}>
      <textarea
        rows={10}
        maxLength={MOST_TYPED}
        {...inputProps({ ...field, isDisabled: props.isDisabled })}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Field>
  );
}
