import { negated, type Statement } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { Amount } from "./money.tsx";

/** How a statement comes from its opening to its closing balance; what lowered it has no sign, the word says it. */
export function StatementFigures({ statement }: { statement: Statement }) {
  const { say } = useDesk();
  const { opening, earlier, increases, decreases, closing, currency } = statement;
  const lines = [
    { label: say("statement.opening"), value: opening },
    ...(earlier === 0 ? [] : [{ label: say("statement.earlier"), value: earlier }]),
    { label: say("statement.increases"), value: increases },
    { label: say("statement.decreases"), value: negated(decreases) },
    { label: say("statement.closing"), value: closing },
  ];
  return (
    <dl class="of-which">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Amount value={value} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
