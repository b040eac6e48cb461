import {
  type Currency,
  type Money,
  minus,
  negated,
  ownFirst,
  plus,
  sumOf,
  ZERO,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";

type Today = Output<"today">;

/** What customers owe in one currency, and beside it the money that is on no document yet: owed + owedAgain + unapplied + unidentified = balance. */
export interface OwedFigures {
  readonly currency: Currency;
  /** What is owed by its age. */
  readonly ages: Today["totals"][number];
  readonly owed: Money;
  /** A part of what is owed, and so never more. */
  readonly overdue: Money;
  /** What was paid back 退款 beyond what came in: owed, and on no document. */
  readonly owedAgain: Money;
  /** Money of customers that is on no document, with its minus. */
  readonly unapplied: Money;
  /** Money of nobody known, with its minus. */
  readonly unidentified: Money;
  readonly balance: Money;
}

/** The figures of the first screen, the ledger's own currency first. */
export function owedFiguresOf({
  totals,
  toDo,
  facts,
}: Pick<Today, "totals" | "toDo" | "facts">): OwedFigures[] {
  const byCurrency = ownFirst(facts.baseCurrency);
  return [...totals]
    .sort((a, b) => byCurrency(a.currency, b.currency))
    .map((total) => {
      const overdue = sumOf(total.buckets);
      const unidentified = negated(sumIn(toDo, "unidentified", total.currency));
      const owedAgain = sumIn(toDo, "owedAgain", total.currency);
      return {
        currency: total.currency,
        ages: total,
        owed: plus(total.current, overdue),
        overdue,
        owedAgain,
        unapplied: minus(minus(total.unapplied, unidentified), owedAgain),
        unidentified,
        balance: total.balance,
      };
    });
}

function sumIn(toDo: Today["toDo"], kind: "unidentified" | "owedAgain", currency: Currency): Money {
  const all = toDo.filter((each) => each.kind === kind && each.currency === currency);
  return all.reduce((sum, { amount }) => plus(sum, amount), ZERO);
}
