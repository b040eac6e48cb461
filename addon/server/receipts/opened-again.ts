import {
  type Account,
  type Change,
  lineKey,
  liveFact,
  type Money,
  minus,
  ZERO,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import type { Ledger } from "../ledger.ts";
import { positionOf } from "../plan.ts";
import { owedWithoutLine, unappliedIn } from "./applied-receipt.ts";

type OpenedAgain = Output<"draft">["reopens"][number];

/** What these changes open again, line by line, with the due dates that count again. */
export function openedAgain(account: Account, changes: readonly Change[]): OpenedAgain[] {
  const lines = new Map<string, OpenedAgain>();
  for (const change of changes) {
    const part = change.put === "allocation" ? change.row : undefined;
    const item = part && liveFact(account.items, part.item);
    if (!part || !item) continue;
    const due = item.lines[part.line]?.due;
    const amount = minus(lines.get(lineKey(part))?.amount ?? ZERO, part.amount);
    lines.set(lineKey(part), {
      ...{ item: item.id, line: part.line, kind: item.kind, amount },
      ...(item.number ? { number: item.number } : {}),
      ...(due ? { due } : {}),
    });
  }
  return [...lines.values()].filter(({ amount }) => amount > 0);
}

/** What of an account stands on no line: owed, and to its credit. */
export interface WithoutLine {
  readonly owed: Money;
  readonly unapplied: Money;
}

/** The same in one currency. */
export function withoutLine(account: Account, { book }: Pick<Ledger, "book">, currency: string): WithoutLine {
  const { credits } = positionOf(account, book.settings, currency);
  return { owed: owedWithoutLine(credits), unapplied: unappliedIn(credits) };
}
