import { useDesk } from "../desk.ts";
import { CHANNELS, type Channel } from "../reminders/letter.ts";
import { Choice } from "./fields.tsx";
import { channelWord } from "./row-words.ts";

interface Props {
  readonly value: Channel;
  readonly isDisabled?: boolean;
  readonly onValue: (channel: Channel) => void;
}

/** How a reminder goes out. */
export function ChannelChoice({ value, isDisabled = false, onValue }: Props) {
  const { say, language } = useDesk();
  return (
    <Choice
      label={say("field.channel")}
      value={value}
      options={CHANNELS.map((each) => ({ value: each, label: channelWord(each, language) }))}
      isDisabled={isDisabled}
      onValue={onValue}
    />
  );
}
