import { moneyText } from "../values/money.ts";
import { type Dress, kindSaid, say, unitOf, wordsOf } from "./statement-cells.ts";
import type { Statement } from "./statement-shape.ts";
import { totalOf } from "./statement-sums.ts";
import { type Column, widthFor } from "./table-layout.ts";
import { tableDate } from "./wording.ts";
/** Dates, kinds and amounts get what their widest text needs; numbers and details share the rest. */
export function movementColumns(statement: Statement, { language, type, width }: Dress): Column[] {
  const entries = statement.groups.flatMap((group) => [...group.earlier, ...group.movements]);
  const sums = totalOf(statement);
  const amounts = [sums.debit, sums.credit, sums.balance].concat(
    entries.flatMap((entry) => [entry.amount, entry.balance]),
    statement.groups.flatMap((group) => [group.opening, group.closing]),
  );
  const unit = unitOf(statement.currency);
  const texts = amounts.map((amount) => moneyText(amount, statement.currency));
  const heads = (["debit", "credited", "balance"] as const).map((word) => say(word, language, { unit }));
  const amount = widthFor([...texts, ...heads.flatMap(wordsOf)], type);
  const date = widthFor(
    [tableDate(statement.to, language), language === "en" ? "22 May 2026" : ""],
    type,
    "plain",
  );
  const kinds = entries.flatMap((entry) => wordsOf(kindSaid(entry, language)));
  const kind = widthFor([...wordsOf(say("kind", language)), ...kinds], type);
  const rest = width - date - kind - 3 * amount;
  const numbers = entries.map((entry) => entry.number ?? entry.paper ?? "");
  const wanted = widthFor([...numbers, ...wordsOf(say("documentNumber", language))], type);
  const number = Math.min(wanted, rest * (entries.some((entry) => entry.goods) ? 0.37 : 0.5));
  const fixed = [date, kind, number, rest - number].map((of) => ({ width: of }));
  return [...fixed, ...[amount, amount, amount].map((of): Column => ({ width: of, align: "right" }))];
}
