import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { useMoneyText } from "./money.tsx";
import { methodWord } from "./row-words.ts";

type Receipt = NonNullable<Output<"previewReceipt">["alike"]>;

/** Asks before a receipt that may be in the ledger already is recorded, or a refund 退款. */
export function AlikeReceipt({ receipt, isRefund }: { receipt: Receipt | undefined; isRefund: boolean }) {
  const { say } = useDesk();
  return (
    <div class="strip ask" role="alert">
      <div>
        <strong>{say(isRefund ? "title.duplicateRefund" : "title.duplicate")}</strong>
        <p>{say(isRefund ? "preview.duplicateRefund" : "preview.duplicate")}</p>
        {receipt ? <Known receipt={receipt} /> : null}
      </div>
    </div>
  );
}

/** The one that is in the ledger. */
function Known({ receipt }: { receipt: Receipt }) {
  const { say, language } = useDesk();
  const moneyText = useMoneyText();
  const { customerName, method, date, amount, currency, bankReference = "" } = receipt;
  return (
    <p class="known">
      {say("duplicate.same", {
        customer: customerName === "" ? say("title.unidentified") : customerName,
        method: methodWord(method, language),
        day: dayText(date, language),
        amount: moneyText(amount, currency),
        number: bankReference,
      })}
    </p>
  );
}
