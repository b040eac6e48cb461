import type { ImportGoodsLine } from "../reading/import-row.ts";
import type { GoodsLine } from "../records/open-item.ts";
import type { Money } from "../values/money.ts";
import { firstCharacters } from "../values/text.ts";

/**
 * Goods lines 品名 规格 数量 单价 of an imported document, as written. A line without a sum of its own has
 * the document's where it is the only one, and otherwise none.
 *
 * @example
 * goodsLinesOf([{ row: 2, goodsName: "轴承", goodsQuantity: "20" }], money(5000)) // => [{ name: "轴承", quantity: "20", amount: 5000 }]
 * @example
 * goodsLinesOf([{ row: 2, goodsPrice: "1" }, { row: 3, goodsName: "螺栓" }], money(5000)) // => [{ name: "—", price: "1" }, { name: "螺栓" }]
 */
export function goodsLinesOf(lines: readonly ImportGoodsLine[], total: Money): GoodsLine[] {
  return lines.map((line) => {
    const amount = line.goodsAmount ?? (lines.length === 1 ? total : undefined);
    return {
      name: cut(line.goodsName) ?? "—",
      ...said("specification", line.goodsSpec),
      ...said("unit", line.goodsUnit),
      ...said("quantity", line.goodsQuantity),
      ...said("price", line.goodsPrice),
      ...(amount === undefined ? {} : { amount }),
    };
  });
}

function said<K extends keyof GoodsLine>(key: K, text: string | undefined): { [P in K]?: string } {
  const value = cut(text);
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

/** A cell of a record holds at most so many characters. */
const LONGEST = 500;

function cut(text: string | undefined): string | undefined {
  return firstCharacters(text?.trim() ?? "", LONGEST) || undefined;
}
