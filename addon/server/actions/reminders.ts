import { type Account, accountDunningOf, type Change, type Entry } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { actorOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { loadCustomer, loadCustomers } from "../loaded-accounts.ts";
import { draftOf, idsFor } from "../plan.ts";
import { readEntryOf } from "../single-entries.ts";
import { book } from "./booking.ts";
import { readingOf, scopeOf, todayIn } from "./reading.ts";

/**
 * Records letters as drafted, sent by hand or skipped. Each is compared with what is due now: a customer who has paid,
 * promised or been reminded since the preview drops out, and is named.
 */
export function recordReminders(input: Input<"recordReminders">): Output<"recordReminders"> {
  const dropped: { customer: string; name: string }[] = [];
  const booked = book(input, (ledger) => {
    loadCustomers(
      ledger,
      input.letters.map(({ customer }) => customer),
    );
    const changes = recordedChanges(input, ledger, dropped);
    if (changes.length === 0) throw new Refusal("remindersChanged", {});
    return draftOf("recordReminders", input.action, "", changes);
  });
  const entry = readEntryOf(input.action);
  return { ...booked, recorded: remindersIn(entry), dropped };
}

function remindersIn(entry: Entry | undefined): number {
  return entry?.changes.filter(({ put }) => put === "reminder").length ?? 0;
}

type Recorded = Input<"recordReminders">["letters"][number];

function recordedChanges(
  { letters, state, channel, by }: Input<"recordReminders">,
  ledger: Ledger,
  dropped: { customer: string; name: string }[],
): Change[] {
  const ids = idsFor(ledger.book.head.seq + 1);
  const reading = readingOf(ledger, {});
  const { asOf: date, policy } = reading;
  const seen = new Set<string>();
  return letters.flatMap((letter): Change[] => {
    const { customer } = loadCustomer(ledger, letter.customer);
    const key = `${customer.id} ${letter.currency}`;
    if (seen.has(key) || !isStillDue(letter, loadCustomer(ledger, letter.customer), reading)) {
      dropped.push({ customer: customer.id, name: customer.name });
      return [];
    }
    seen.add(key);
    const { lines, currency, total, text } = letter;
    const id = ids.reminder();
    const row = {
      ...{ id, customer: customer.id, date, state, lines, currency, total },
      ...(channel ? { channel } : {}),
      ...{ by: actorOf(by), policyVersion: policy.version },
    };
    return [
      { put: "reminder", row },
      ...(text && state !== "skipped" ? [{ put: "document", row: { id, text } } as const] : []),
    ];
  });
}

/** Whether just these lines, at these levels and for this sum, are what is due now. */
function isStillDue(letter: Recorded, account: Account, reading: ReturnType<typeof readingOf>): boolean {
  const now = accountDunningOf(account, scopeOf(reading)).letters.find(
    ({ currency }) => currency === letter.currency,
  );
  const lines = [...(now?.lines ?? []), ...(now?.soon ?? [])];
  if (!now || now.total !== letter.total || lines.length !== letter.lines.length) return false;
  const named = new Set(letter.lines.map(({ item, line, level }) => `${item} ${line} ${level}`));
  return lines.every(({ line, level }) => named.has(`${line.item.id} ${line.line} ${level}`));
}

/** Pauses reminders 暂停催款 of a customer until a day; an earlier day than today ends the pause. */
export function pauseReminders(input: Input<"pauseReminders">): Output<"pauseReminders"> {
  return book(input, (ledger) => {
    const { customer } = loadCustomer(ledger, input.customer);
    const row = {
      id: idsFor(ledger.book.head.seq + 1).reminder(),
      ...{ customer: customer.id, date: todayIn(ledger), state: "paused" as const, lines: [] },
      ...{ until: input.until, by: actorOf(input.by) },
      ...(input.note ? { note: input.note } : {}),
    };
    return draftOf("pauseReminders", input.action, "", [{ put: "reminder", row }]);
  });
}
