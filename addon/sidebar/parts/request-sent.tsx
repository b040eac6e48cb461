import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "./buttons.tsx";
import { Screen } from "./screen.tsx";

/** After a request was sent: its figures as one line, to be copied into a message to whoever decides. */
export function RequestSent({ text }: { text: string }) {
  const { say, tell, back } = useDesk();
  const copy = async () => {
    if (await copyText(text)) tell({ text: say("done.requestCopied") });
  };
  const primary = (
    <>
      <Primary label={say("act.copyText")} onPress={() => void copy()} />
      <Secondary label={say("act.leave")} onPress={back} />
    </>
  );
  return (
    <Screen title={say("title.requestSent")} part="sent" primary={primary}>
      <p class="lead">{say("request.sentHow")}</p>
      <p class="message">{text}</p>
    </Screen>
  );
}
