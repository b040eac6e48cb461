import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import type { Say } from "../words/words.ts";
import { BulletBar } from "./bullet-bar.tsx";
import { useMoneyText } from "./money.tsx";

type Standing = Output<"standing">;

/** How much of the limit is used: a bar where there is a limit by amount, else a line that says what there is. */
export function CreditUse({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  const moneyText = useMoneyText();
  const { exposure, limit, currency } = standing;
  if (exposure === undefined) return <p class="use-line">{say("credit.usedUnknown")}</p>;
  if (limit === undefined)
    return <p class="use-line">{unlimitedText(standing, moneyText(exposure, currency), say)}</p>;
  return <BulletBar used={exposure} limit={limit} currency={currency} />;
}

function unlimitedText({ agreed }: Standing, used: string, say: Say): string {
  if (agreed.limitType === "unlimited") return say("credit.noLimit", { used });
  return say(agreed.limitType === "none" ? "credit.cash" : "credit.limitNotSet", { used });
}
