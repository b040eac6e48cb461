import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import type { Preview } from "../reminders/letter.ts";
import { Secondary } from "./buttons.tsx";
import { Fold } from "./fold.tsx";
import { useMoneyText } from "./money.tsx";

/** For each salesperson one text: whom to call, before any letter goes out. */
export function ReminderDigest({ digest }: Pick<Preview, "digest">) {
  const { say, tell } = useDesk();
  const told = useMoneyText();
  if (digest.length === 0) return null;
  const copy = async (text: string) => {
    if (await copyText(text)) tell({ text: say("done.copied") });
  };
  return (
    <section>
      <h2>{say("title.digest")}</h2>
      {digest.map(({ salesperson, customers: count, sums, text }) => (
        <Fold
          key={salesperson}
          title={salesperson || say("reminders.nobody")}
          aside={say("reminders.digestOf", {
            count,
            sums: sums.map(({ currency, amount }) => told(amount, currency)).join(say("list.comma")),
          })}
        >
          <p class="said-text">{text}</p>
          <p class="row-acts">
            <Secondary label={say("act.copyText")} onPress={() => void copy(text)} />
          </p>
        </Fold>
      ))}
    </section>
  );
}
