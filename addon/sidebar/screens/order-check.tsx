import { useRef, useState } from "preact/hooks";
import type { Input, Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { EMPTY_ORDER, type OrderDraft, type OrderKind, readOrder } from "../forms/order-form.ts";
import { moveOn } from "../keyboard.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { AmountField, Choice, TextField } from "../parts/fields.tsx";
import { OrderOutcome } from "../parts/order-outcome.tsx";
import { Screen } from "../parts/screen.tsx";
import { TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call } from "../server.ts";
import { currencyWord } from "../words/days.ts";
import { focusFault } from "./receipt.tsx";

const drafts = slot<OrderDraft>();

interface Checked {
  readonly asked: Input<"orderCheck">;
  readonly found: Output<"orderCheck">;
}

/** Order check 检查订单: what an order comes to, then whether it may go on account, why, and what would cure it. */
export function OrderCheck({ customer }: { customer: string }) {
  const { say, open, currency } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => EMPTY_ORDER);
  const [checked, setChecked] = useState<Checked | undefined>(undefined);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { input, faults } = readOrder(draft, customer, currency);
  const check = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const found = await act.run(() => call("orderCheck", input));
    if (found) setChecked({ asked: input, found });
  };
  if (checked) {
    const { asked, found } = checked;
    const edit = () => setChecked(undefined);
    const another = () => {
      setDraft(EMPTY_ORDER);
      setShowsFaults(false);
      setChecked(undefined);
    };
    const toRelease = () =>
      open({
        ...{ name: "request", customer, about: "release", amount: asked.amount },
        ...(asked.order ? { order: asked.order } : {}),
      });
    return (
      <Screen
        title={say("title.orderCheck")}
        part="outcome"
        onBack={edit}
        primary={<Acts found={found} onRelease={toRelease} onAnother={another} />}
      >
        <OrderOutcome asked={asked} found={found} onEdit={edit} />
      </Screen>
    );
  }
  const primary = <Primary label={say("act.orderCheck")} isBusy={act.isBusy} onPress={() => void check()} />;
  return (
    <Screen title={say("title.orderCheck")} part="form" primary={primary}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="read" /> : null}
      <form
        ref={form}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => moveOn(event, () => void check())}
      >
        <OrderFields draft={draft} faults={showsFaults ? faults : {}} onDraft={setDraft} />
      </form>
    </Screen>
  );
}

/** Who is held asks for a release; a stop of supply has none, and what waits is not asked for twice. */
function Acts(props: { found: Checked["found"]; onRelease: () => void; onAnother: () => void }) {
  const { say } = useDesk();
  const { decision, waiting } = props.found;
  const asks = (decision === "hold" || decision === "unknown") && !waiting;
  if (!asks) return <Primary label={say("act.checkAnother")} onPress={props.onAnother} />;
  return (
    <>
      <Primary label={say("act.requestRelease")} needs="ask" onPress={props.onRelease} />
      <Secondary label={say("act.checkAnother")} onPress={props.onAnother} />
    </>
  );
}

interface FieldsProps {
  readonly draft: OrderDraft;
  readonly faults: ReturnType<typeof readOrder>["faults"];
  readonly onDraft: (draft: OrderDraft) => void;
}

function OrderFields({ draft, faults, onDraft }: FieldsProps) {
  const { say, currency } = useDesk();
  const set = (change: Partial<OrderDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <AmountField
        id="order-amount"
        label={say("field.orderAmount", { currency: currencyWord(currency, say) })}
        currency={currency}
        value={draft.amount}
        fault={faults.amount}
        isFirst
        onValue={(amount) => set({ amount })}
      />
      <TextField
        id="order-number"
        label={say("field.orderNumber")}
        hint={say("hint.orderNumber")}
        isOptional
        value={draft.number}
        fault={faults.number}
        onValue={(number) => set({ number })}
      />
      <Choice<OrderKind>
        label={say("field.orderKind")}
        value={draft.kind}
        options={[
          { value: "onAccount", label: say("orderKind.onAccount") },
          { value: "prepaid", label: say("orderKind.prepaid") },
          { value: "quotation", label: say("orderKind.quotation") },
        ]}
        onValue={(kind) => set({ kind })}
      />
    </>
  );
}
