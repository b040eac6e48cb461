import { useDesk } from "../desk.ts";
import type { StatementsWish } from "../statements/wish.ts";
import { CustomerPicker } from "./customer-picker.tsx";
import { Choice } from "./fields.tsx";

/** Statements to be made, or those that were made. */
export function StatementsView({ wish }: { wish: StatementsWish }) {
  const { say } = useDesk();
  return (
    <Choice
      label={say("statements.shown")}
      value={wish.view}
      options={[
        { value: "toMake", label: say("statements.toMake") },
        { value: "made", label: say("statements.made") },
      ]}
      onValue={wish.show}
    />
  );
}

/** Whose statements: one customer's, or everybody's. */
export function StatementsOf({ wish }: { wish: StatementsWish }) {
  return <CustomerPicker isOptional value={wish.chosen} onValue={wish.choose} />;
}
