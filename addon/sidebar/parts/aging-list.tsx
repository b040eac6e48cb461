import { useState } from "preact/hooks";
import { type PlainDate, UNIDENTIFIED } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import { currencyWord } from "../words/days.ts";
import { AgingBar } from "./aging-bar.tsx";
import { AGING_ORDERS, type AgingOrder, amountShown, orderedLines } from "./aging-order.ts";
import { AgingTable } from "./aging-table.tsx";
import type { AgingWish } from "./aging-wish.ts";
import { bucketLabel } from "./bucket-label.ts";
import { Quiet, Secondary } from "./buttons.tsx";
import { Choice } from "./fields.tsx";
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

/** Who makes up the totals, each currency by itself; each row goes down to its lines. */
export function AgingList({ answer, wish, asOf, onWish }: Props) {
  const { say, open, isDialog, currency, language } = useDesk();
  const [shown, setShown] = useState(PAGE);
  const customers = useAnswer("customers", wish.salesperson === undefined ? undefined : { asOf });
  const own = customers.value?.customers.filter((each) => each.salesperson === wish.salesperson);
  const mine = own && new Set(own.map(({ id }) => id));
  const wanted = answer.customers.filter((line) => !mine || mine.has(line.id));
  const { bucket } = wish;
  const order = orderIn(answer, wish);
  const groups = orderedLines(wanted, { order, bucket, own: currency, language });
  const lines = groups.flatMap((group) => group.lines);
  const first = new Set(lines.slice(0, shown));
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
      ) : (
        <Order answer={answer} wish={wish} onWish={onWish} />
      )}
      {isDialog ? <AgingTable {...{ answer, lines, onOpen: drill }} /> : null}
      {isDialog
        ? null
        : groups.map((group) => (
            <Rows
              key={group.currency}
              lines={group.lines.filter((line) => first.has(line))}
              heading={groups.length > 1 ? currencyWord(group.currency, say) : ""}
              {...{ answer, wish, onOpen: drill }}
            />
          ))}
      {lines.length > shown && !isDialog ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + PAGE * 5)} />
      ) : null}
    </section>
  );
}

interface RowsProps extends Pick<Props, "answer" | "wish"> {
  readonly lines: readonly Line[];
  /** The currency, where there are several. */
  readonly heading: string;
  readonly onOpen: (line: Line) => void;
}

function Rows({ answer, wish, lines, heading, onOpen }: RowsProps) {
  const { say } = useDesk();
  if (lines.length === 0) return null;
  return (
    <>
      {heading === "" ? null : <h2>{heading}</h2>}
      <ul class="rows aging-rows">
        {lines.map((line) => (
          <LinkRow
            key={`${line.id} ${line.currency}`}
            title={partyName(line, say)}
            sub={line.id === UNIDENTIFIED ? undefined : line.code}
            value={<Amount value={amountShown(line, wish.bucket)} currency={line.currency} />}
            under={<AgingBar ages={line} currency={line.currency} by={answer} />}
            onOpen={() => onOpen(line)}
          />
        ))}
      </ul>
    </>
  );
}

/** By document date nothing is overdue: the largest balance stands first instead. */
function orderIn({ basis }: Answer, { order }: AgingWish): AgingOrder {
  return basis === "documentDate" && order === "overdue" ? "balance" : order;
}

/** Says in which order the rows stand, and lets it be changed. */
function Order({ answer, wish, onWish }: Pick<Props, "answer" | "wish" | "onWish">) {
  const { say } = useDesk();
  const { bucket } = wish;
  const order = orderIn(answer, wish);
  const orders = AGING_ORDERS.filter((each) => each !== "overdue" || answer.basis === "dueDate");
  const how = bucket !== undefined && order !== "name" ? "bucket" : order;
  return (
    <Choice
      label={say("aging.order")}
      hint={say(`aging.orderedBy.${how}`)}
      value={order}
      options={orders.map((value) => ({ value, label: say(`aging.order.${value}`) }))}
      onValue={(value) => onWish({ ...wish, order: value })}
    />
  );
}

/** What the list is narrowed to, each to be taken away. */
function Filters({ answer, wish, onWish }: Omit<Props, "asOf">) {
  const { say } = useDesk();
  const { bucket, salesperson } = wish;
  const range = bucket === undefined ? "" : bucketLabel(bucket, answer, say);
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
