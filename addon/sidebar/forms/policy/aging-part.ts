import { type Currency, type Money, moneyText, smallAmountIn } from "../../../../core/index.ts";
import { fault, type Typed } from "../typed.ts";
import { percentText, type TextReader } from "./text-reader.ts";
import type { PolicyGround, PolicyWish, Texts } from "./texts.ts";

/** 账龄与抹零: how age is counted, and which small difference may be closed at once. */
export function agingTexts({ policy, currency, others }: PolicyGround): Texts {
  const known = policy.smallAmounts ?? {};
  return {
    edges: policy.bucketEdges.join(", "),
    basis: policy.agingBasis,
    amount: amountText(smallAmountIn(currency, policy, currency), currency),
    ...Object.fromEntries(others.map((code) => [`amount-${code}`, amountText(known[code], code)])),
    share: percentText(policy.smallShare),
  };
}

function amountText(amount: Money | undefined, currency: Currency): string {
  return amount === undefined ? "" : moneyText(amount, currency);
}

/** A currency whose amount is blank has none; those that the ledger does not hold stay as they are. */
export function readAging(reader: TextReader, { policy, currency, others }: PolicyGround): PolicyWish {
  const edges = typedEdges(reader.text("edges"));
  if ("fault" in edges) reader.refuse("edges", edges.fault);
  const smallAmounts: Record<Currency, Money> = { ...policy.smallAmounts };
  for (const code of others) {
    const id = `amount-${code}`;
    if (reader.isBlank(id)) delete smallAmounts[code];
    else smallAmounts[code] = reader.amount(id, code);
  }
  return {
    ...("value" in edges ? { bucketEdges: edges.value } : {}),
    agingBasis: reader.one("basis", ["dueDate", "documentDate"]),
    smallAmount: reader.amount("amount", currency),
    smallAmounts,
    smallShare: reader.percent("share", 10_000),
  };
}

/**
 * The last days of the buckets, rising: "30, 60, 90, 180".
 *
 * @example
 * typedEdges("30，60 90") // => { value: [30, 60, 90] }
 */
export function typedEdges(text: string): Typed<number[]> {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== "");
  const edges = parts.map(Number);
  const isRising = edges.every((edge, at) => edge > (edges[at - 1] ?? 0));
  const isWhole = parts.every((part) => /^\d{1,4}$/.test(part));
  const isRight = edges.length > 0 && edges.length <= 9 && isWhole && isRising;
  return isRight ? { value: edges } : fault("fault.edges");
}
