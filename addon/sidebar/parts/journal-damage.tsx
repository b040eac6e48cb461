import type { Output } from "../../protocol.ts";
import { momentOf, momentText } from "../clock.ts";
import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Icon } from "./icon.tsx";
import { ProblemList } from "./problem-list.tsx";
import { PlainRow } from "./row.tsx";

type Check = Output<"check">;

/** What is damaged, and the two ways out: restore the rows, or vouch for them as they stand. */
export function JournalDamage({ check, onVouch }: { check: Check; onVouch: () => void }) {
  const { say, tell } = useDesk();
  const { damage, report, problems } = check;
  const copy = async () => {
    if (await copyText(report)) tell({ text: say("done.reportCopied") });
  };
  return (
    <>
      <div class="strip trouble" role="alert">
        <Icon name="alert" />
        <span class="strip-text">{say("damage.found", { count: damage.length })}</span>
        <Quiet label={say("act.copyReport")} onPress={() => void copy()} />
      </div>
      <section>
        <h2>{say("title.damage", { count: damage.length })}</h2>
        <ProblemList problems={problems.filter(({ kind }) => kind === "journalDamaged")} />
      </section>
      <section>
        <h2>{say("title.restoreRows")}</h2>
        <p class="lead">{say("damage.restoreHow")}</p>
      </section>
      <section class="vouch">
        <h2>{say("title.vouch")}</h2>
        <p class="lead">{say("damage.vouchHow")}</p>
        <Secondary label={say("act.previewReanchor")} needs="decide" onPress={onVouch} />
      </section>
    </>
  );
}

/** Who has vouched for damage, and why: it stays visible for good. */
export function Reanchorings({ check }: { check: Check }) {
  const { say, language } = useDesk();
  const { reanchorings } = check;
  if (reanchorings.length === 0) return null;
  return (
    <section class="vouched">
      <h2>{say("title.vouched", { count: reanchorings.length })}</h2>
      <ul class="rows">
        {reanchorings.map(({ seq, at, by, reason, rows }) => (
          <PlainRow
            key={seq}
            title={say("damage.vouched", { name: by, time: momentText(momentOf(at), language), reason })}
            sub={say("damage.vouchedRows", { rows: rows.join(say("list.comma")) })}
          />
        ))}
      </ul>
    </section>
  );
}
