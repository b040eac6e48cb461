import { useState } from "preact/hooks";
import { type PlainDate, sumOf, UNIDENTIFIED } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import { AgingBar, agesOf, bucketLabel } from "./aging-bar.tsx";
import { AgingTable } from "./aging-table.tsx";
import type { AgingWish } from "./aging-wish.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Amount } from "./money.tsx";
import { partyName } from "./party-name.ts";
import { LinkRow } from "./row.tsx";
import { Empty } from "./states.tsx";

type Answer = Output<"aging">;
type Line = Answer["customers"][number];

interface Props {
  readonly answer: Answer;
  readonly wish: AgingWish;
  readonly asOf: PlainDate;
  readonly onWish: (wish: AgingWish) => void;
}

const PAGE = 40;

/** Who makes up the totals, the most overdue first; each row goes down to its lines. */
export function AgingList({ answer, wish, asOf, onWish }: Props) {
  const { say, open, isDialog } = useDesk();
  const [shown, setShown] = useState(PAGE);
  const customers = useAnswer("customers", wish.salesperson === undefined ? undefined : { asOf });
  const own = customers.value?.customers.filter((each) => each.salesperson === wish.salesperson);
  const mine = own && new Set(own.map(({ id }) => id));
  const lines = rankedLines(answer.customers, wish.bucket).filter((line) => !mine || mine.has(line.id));
  const drill = (line: Line) =>
    wish.by === "salesperson" && line.id !== UNIDENTIFIED
      ? onWish({ ...wish, by: "customer", salesperson: line.id })
      : open({ name: "customer", id: line.id, asOf });
  return (
    <section>
      <Filters answer={answer} wish={wish} onWish={onWish} />
      {lines.length === 0 ? (
        <Empty kind="filtered" title={say("aging.filtered")}>
          <Secondary
            label={say("act.clearFilter")}
            onPress={() => onWish({ ...wish, bucket: undefined, salesperson: undefined })}
          />
        </Empty>
      ) : null}
      {isDialog ? <AgingTable {...{ answer, lines, onOpen: drill }} /> : null}
      <ul class={isDialog ? "none" : "rows aging-rows"}>
        {(isDialog ? [] : lines.slice(0, shown)).map((line) => (
          <LinkRow
            key={`${line.id} ${line.currency}`}
            title={partyName(line, say)}
            sub={line.id === UNIDENTIFIED ? undefined : line.code}
            value={
              <Amount
                value={wish.bucket === undefined ? line.balance : amountIn(line, wish.bucket)}
                currency={line.currency}
              />
            }
            under={<AgingBar ages={line} currency={line.currency} edges={answer.edges} />}
            onOpen={() => drill(line)}
          />
        ))}
      </ul>
      {lines.length > shown && !isDialog ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + PAGE * 5)} />
      ) : null}
    </section>
  );
}

function rankedLines(lines: readonly Line[], bucket: number | undefined): Line[] {
  const weight = (line: Line) => (bucket === undefined ? sumOf(line.buckets) : amountIn(line, bucket));
  return lines
    .filter((line) => (bucket === undefined ? line.balance !== 0 : amountIn(line, bucket) !== 0))
    .sort((a, b) => weight(b) - weight(a) || b.balance - a.balance);
}

function amountIn(line: Line, bucket: number): Line["balance"] {
  return agesOf(line)[bucket] ?? line.balance;
}

/** What the list is narrowed to, each to be taken away. */
function Filters({ answer, wish, onWish }: Omit<Props, "asOf">) {
  const { say } = useDesk();
  const { bucket, salesperson } = wish;
  const range = bucket === undefined ? "" : bucketLabel(bucket, answer.edges, say);
  if (bucket === undefined && salesperson === undefined) return null;
  const words = [
    bucket === undefined ? "" : bucket === 0 ? range : say("aging.days", { range }),
    salesperson === undefined
      ? ""
      : salesperson === ""
        ? say("filter.noSalesperson")
        : say("filter.salesperson", { name: salesperson }),
  ];
  return (
    <p class="strip plain">
      <span class="strip-text">{words.filter((word) => word !== "").join(" · ")}</span>
      <Quiet
        label={say("act.clearFilter")}
        onPress={() => onWish({ ...wish, bucket: undefined, salesperson: undefined })}
      />
    </p>
  );
}
