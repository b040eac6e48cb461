import {
  type Account,
  type Currency,
  columnsOf,
  compareText,
  creditPolicyOf,
  dayNumberOf,
  expectedByWeek,
  isThereAt,
  openLinesOf,
  type Payment,
  type PaymentHabit,
  type PlainDate,
  paymentHabitOf,
  paymentHistoryOf,
  paymentsOf,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { type AskedReading, readAsked } from "./reading-asked.ts";

/** A customer in one currency, and how it paid. */
interface Payer {
  readonly account: Account;
  readonly currency: Currency;
  readonly payments: readonly Payment[];
  readonly since: PlainDate;
}

/** Payment history 付款历史 of everybody or of one customer, and what may be expected from it. */
export function history(input: Input<"history">): Output<"history"> {
  return historyIn(readAsked(input));
}

/** The same of accounts that are read already. */
export function historyIn(reading: AskedReading): Output<"history"> {
  const { asOf, asKnownAt, policy } = reading;
  const { graceDays, recentDays } = creditPolicyOf(policy).scorecard;
  const payers = reading.accounts.flatMap((account) => payersOf(account, reading));
  const everybody = paymentHabitOf(
    [],
    payers.flatMap(({ payments }) => payments),
  );
  const habitOf = ({ payments }: Payer) => {
    const own = paymentHabitOf(payments, []);
    return own.of === "nobody" ? everybody : own;
  };
  const habits = new Map(payers.map((payer) => [payer, habitOf(payer)]));
  return {
    asOf,
    asKnownAt,
    customers: [...habits].map(
      ([
        {
          account: { customer },
          currency,
          payments,
          since,
        },
        { of, usualDays },
      ]) => ({
        ...{ id: customer.id, code: customer.code, name: customer.name, currency, since },
        ...paymentHistoryOf(payments, { asOf, graceDays, recentDays }),
        habit: { of, usualDays },
      }),
    ),
    expected: expectedOf(habits, reading),
  };
}

function payersOf(account: Account, { asOf, asKnownAt: knownAt, ledger }: AskedReading): Payer[] {
  if (account.customer.id === UNIDENTIFIED) return [];
  const { debtCarriedBy } = ledger.book.settings;
  const items = account.items.filter((item) => isThereAt(item, { asOf, knownAt }));
  return [...new Set(items.map(({ currency }) => currency))].flatMap((currency) => {
    const [since] = items
      .flatMap((item) => (item.currency === currency ? [item.date] : []))
      .sort(compareText);
    const payments = paymentsOf(account, { asOf, knownAt, debtCarriedBy, currency });
    return since ? [{ account, currency, payments, since }] : [];
  });
}

/** Open lines by the week in which their customers usually pay, currency by currency. */
function expectedOf(
  habits: ReadonlyMap<Payer, PaymentHabit>,
  { asOf, asKnownAt: knownAt, ledger }: AskedReading,
): Output<"history">["expected"] {
  const byCustomer = new Map(
    [...habits].map(([{ account, currency }, habit]) => [`${account.customer.id} ${currency}`, habit]),
  );
  const accounts = new Set([...habits.keys()].map(({ account }) => account));
  const columns = columnsOf(accounts, { knownAt, debtCarriedBy: ledger.book.settings.debtCarriedBy });
  const lines = openLinesOf(columns, dayNumberOf(asOf));
  const currencies = [...new Set(lines.map(({ item }) => item.currency))].sort(compareText);
  const nobody = paymentHabitOf([], []);
  return currencies.flatMap((currency) =>
    expectedByWeek(
      lines.filter(({ item }) => item.currency === currency),
      asOf,
      ({ item }) => byCustomer.get(`${item.customer} ${currency}`) ?? nobody,
    ).map((week) => ({ currency, ...week })),
  );
}
