import { type Currency, type Money, ZERO } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { agesOf } from "./aging-bar.tsx";
import { bucketLabel } from "./bucket-label.ts";
import { Quiet } from "./buttons.tsx";
import { Amount, Figure } from "./money.tsx";
import { partyName } from "./party-name.ts";

type Answer = Output<"aging">;
type Line = Answer["customers"][number];

interface Props {
  readonly answer: Answer;
  readonly lines: readonly Line[];
  readonly onOpen: (line: Line) => void;
}

/** The aging across, where a dialog has the room. */
export function AgingTable({ answer, lines, onOpen }: Props) {
  const { say } = useDesk();
  const buckets = Array.from({ length: answer.edges.length + 2 }, (_, bucket) => bucket);
  return (
    <table class="wide-table">
      <thead>
        <tr>
          <th scope="col">{say("aging.name")}</th>
          <th scope="col">{say("aging.total")}</th>
          {buckets.map((bucket) => (
            <th scope="col" key={bucket}>
              {bucketLabel(bucket, answer, say)}
            </th>
          ))}
          <th scope="col">{say("aging.unapplied")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.id} ${line.currency}`}>
            <td>
              <Quiet label={partyName(line, say)} onPress={() => onOpen(line)} />
            </td>
            <td>
              <Amount value={line.balance} currency={line.currency} />
            </td>
            {buckets.map((bucket) => (
              <FigureCell key={bucket} value={agesOf(line)[bucket] ?? ZERO} currency={line.currency} />
            ))}
            <FigureCell value={line.unapplied} currency={line.currency} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCell(props: { value: Money; currency: Currency }) {
  return (
    <td>
      <Figure {...props} />
    </td>
  );
}
