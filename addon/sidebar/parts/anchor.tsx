import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import { Secondary } from "./buttons.tsx";

/** The journal's whole hash: written down elsewhere it anchors the journal, and is compared with the one that was. */
export function Anchor({ head }: { head: string }) {
  const { say, tell } = useDesk();
  const copy = async () => {
    if (await copyText(head)) tell({ text: say("done.hashCopied") });
  };
  return (
    <section class="anchor">
      <h2>{say("title.hash")}</h2>
      <p class="hash">{head}</p>
      <Secondary label={say("act.copyHash")} onPress={() => void copy()} />
      <p class="counts">{say("damage.anchor")}</p>
    </section>
  );
}
