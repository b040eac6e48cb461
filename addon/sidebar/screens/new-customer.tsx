import { useRef, useState } from "preact/hooks";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type CustomerDraft, emptyCustomer, nextCode, readCustomer } from "../forms/customer-form.ts";
import { madeFor } from "../forms/use-chosen.ts";
import { CustomerFields } from "../parts/customer-fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { below, slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

const drafts = slot<CustomerDraft>();

/** New customer 新建客户: the code is proposed from those in use. */
export function NewCustomer({ typed = "" }: { typed?: string | undefined }) {
  const { say } = useDesk();
  const list = useAnswer("customers", {});
  if (list.value) return <Form typed={typed} codes={list.value.customers.map(({ code }) => code)} />;
  return (
    <Screen title={say("title.newCustomer")}>
      <Reading loaded={list}>{() => null}</Reading>
    </Screen>
  );
}

function Form({ typed, codes }: { typed: string; codes: readonly string[] }) {
  const { say, tell, route, back, replaceTop, currency } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => emptyCustomer(newActionId(), nextCode(codes), typed));
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { input, faults } = readCustomer(draft);

  const save = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const booked = await act.run(() => call("addCustomer", { action: draft.action, customer: input }));
    if (!booked) return;
    tell({ text: say("done.customer", { name: input.name }) });
    markOld();
    const under = below(route);
    if (under?.screen.name === "receipt" || under?.screen.name === "newItem") {
      madeFor.set(under, { id: booked.id, name: input.name, currency });
      back();
    } else replaceTop({ name: "customer", id: booked.id });
  };
  const foot = <FormFoot act={act} onSave={() => void save()} />;
  return (
    <Screen title={say("title.newCustomer")} primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <FormBody form={form}>
        <CustomerFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          isFixed={act.isBusy || act.isUnsure}
          onDraft={setDraft}
        />
      </FormBody>
    </Screen>
  );
}
