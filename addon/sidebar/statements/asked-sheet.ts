import type { PlainDate } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { type Typed, typedDate } from "../forms/typed.ts";
import type { StatementsWish } from "./wish.ts";

type Wished = Pick<StatementsWish, "until" | "sheet" | "of">;

/**
 * The one sheet that is asked for with a first day of its own, or with those for whom the customer pays;
 * nothing where own periods are meant, of one customer or of all.
 */
export function askedSheet(wish: Wished, today: PlainDate): Typed<Input<"previewStatement">> | undefined {
  const { customer } = wish.of;
  const { from, forPayer, currency } = wish.sheet;
  if (customer === undefined || (from.trim() === "" && !forPayer)) return undefined;
  const until = typedDate(wish.until, today);
  if (!("value" in until)) return until;
  const whose = { customer, ...(forPayer ? { forPayer } : {}), ...(currency ? { currency } : {}) };
  if (from.trim() === "") return { value: { ...whose, day: until.value } };
  const first = typedDate(from, today);
  return "value" in first ? { value: { ...whose, from: first.value, to: until.value } } : first;
}
