import { useRef, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import type { Chosen } from "../forms/receipt-form.ts";
import { type Fault, fault } from "../forms/typed.ts";
import { useChosen } from "../forms/use-chosen.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { CustomerPicker } from "../parts/customer-picker.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Amount, useMoneyText } from "../parts/money.tsx";
import { MoneyFacts } from "../parts/money-facts.tsx";
import { OwedIn, owedIn } from "../parts/owed-in.tsx";
import { LinkRow } from "../parts/row.tsx";
import { methodWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading, TroubleBox } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { focusFault } from "./receipt.tsx";

type Unidentified = Output<"unidentified">["receipts"][number];

/** Identify 认领: gives a receipt of nobody known to its customer. */
export function Identify({ receipt }: { receipt?: string | undefined }) {
  const { say } = useDesk();
  const loaded = useAnswer("unidentified", {});
  const receipts = loaded.value?.receipts ?? [];
  const one = receipts.find(({ id }) => id === receipt);
  if (one) return <Form receipt={one} />;
  return (
    <Screen title={say("title.identify")} at={loaded.at} refresh={loaded.refresh} primary={<RecordReceipt />}>
      <Reading loaded={loaded}>{() => <List receipts={receipts} />}</Reading>
    </Screen>
  );
}

function RecordReceipt() {
  const { say, open } = useDesk();
  return <Primary label={say("act.recordReceipt")} needs="write" onPress={() => open({ name: "receipt" })} />;
}

function List({ receipts }: { receipts: readonly Unidentified[] }) {
  const { say, language, open } = useDesk();
  if (receipts.length === 0)
    return <Empty kind="done" title={say("identify.none")} how={say("identify.noneHow")} />;
  return (
    <>
      <p class="lead">{say("identify.pick")}</p>
      <ul class="rows">
        {receipts.map((each) => (
          <LinkRow
            key={each.id}
            title={each.payerName ?? say("identify.one")}
            sub={factsOf(each, dayText(each.date, language))}
            value={<Amount value={each.amount} currency={each.currency} />}
            onOpen={() => open({ name: "identify", receipt: each.id })}
          />
        ))}
      </ul>
    </>
  );
}

function factsOf({ bankReference, designation, note }: Unidentified, day: string): string {
  return [day, bankReference, designation, note].filter(Boolean).join(" · ");
}

const chosen = slot<Chosen | undefined>();

function Form({ receipt }: { receipt: Unidentified }) {
  const { say, tell, back } = useDesk();
  const [kept, setKept] = useKept(chosen, () => undefined);
  const customer = useChosen(undefined, kept, false);
  const [wrong, setWrong] = useState<Fault | undefined>(undefined);
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const action = useRef(newActionId());
  const moneyText = useMoneyText();
  const card = useAnswer("customer", customer && { id: customer.id });
  const act = useAct();
  const isAsked = customer !== undefined && asked === customer.id;
  const isDouble = act.trouble?.kind === "refusal" && act.trouble.why === "duplicateSuspected";
  const save = async (duplicate?: { readonly allowDuplicate: true }) => {
    if (!customer) {
      setWrong(fault("fault.customerMissing").fault);
      return focusFault(form.current);
    }
    const found = card.value ?? (await act.run(() => call("customer", { id: customer.id })));
    if (!found) return;
    if (!isAsked && owedIn(found, receipt.currency).count === 0) return setAsked(customer.id);
    const input = { action: action.current, receipt: receipt.id, customer: customer.id, ...duplicate };
    const booked = await act.run(() => call("identify", input));
    if (!booked) return;
    const amount = moneyText(receipt.amount, receipt.currency);
    tell({ text: say("done.identify", { amount, name: customer.name }), undo: action.current });
    markOld();
    back();
  };
  const checkAgain = () => {
    act.forget();
    setAsked(undefined);
  };
  const saveAnyway = () => void save(isDouble ? { allowDuplicate: true } : undefined);
  const foot =
    (isAsked || isDouble) && !act.isUnsure ? (
      <>
        <Primary label={say("act.checkAgain")} isBusy={act.isBusy} onPress={checkAgain} />
        <Quiet label={say("act.identifyAnyway")} isBusy={act.isBusy} onPress={saveAnyway} />
      </>
    ) : (
      <FormFoot act={act} label={say("act.identify")} onSave={() => void save()} />
    );
  return (
    <Screen title={say("title.identify")} part="form" primary={foot}>
      {act.trouble && !isDouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {isDouble ? (
        <div class="strip ask" role="alert">
          <div>
            <strong>{say("title.duplicate")}</strong>
            <p>{say("preview.duplicate")}</p>
          </div>
        </div>
      ) : null}
      {isAsked && customer && !isDouble ? (
        <div class="strip ask" role="alert">
          <div>
            <strong>{say("identify.owesNone", { currency: receipt.currency })}</strong>
            <p>{say("identify.ask", { name: customer.name })}</p>
          </div>
        </div>
      ) : null}
      <ReceiptFacts receipt={receipt} say={say} />
      <FormBody form={form}>
        <CustomerPicker
          value={customer}
          fault={customer ? undefined : wrong}
          isFirst
          isDisabled={act.isBusy || act.isUnsure || isAsked || isDouble}
          onValue={setKept}
        />
      </FormBody>
      {customer && card.value && !isAsked ? <OwedIn card={card.value} money={receipt} /> : null}
      <p class="field-hint">{say("identify.how")}</p>
    </Screen>
  );
}

/** What is known of the money: by it somebody recognises whose it is. */
function ReceiptFacts({ receipt, say }: { receipt: Unidentified; say: Say }) {
  const { language } = useDesk();
  const lines = [
    { label: say("field.receiptDate"), value: dayText(receipt.date, language) },
    { label: say("field.payerName"), value: receipt.payerName },
    { label: say("field.method"), value: methodWord(receipt.method, language) },
    { label: say("field.reference"), value: receipt.bankReference },
    { label: say("field.designation"), value: receipt.designation },
    { label: say("field.note"), value: receipt.note },
  ];
  return <MoneyFacts title={say("identify.one")} money={receipt} lines={lines} />;
}
