import { describe, expect, it } from "vitest";
import { ITEMS, type RawCell, readTableRow } from "../../../core/index.ts";

/** A rate is the same however it is typed: as text in the local sheet, as a number of its own in Google's. */
function rateIn(cell: RawCell) {
  const positions = new Map([["taxRate", 0]]);
  return readTableRow([cell], 2, { table: ITEMS, positions, language: "zh", currency: "CNY" });
}

describe("a typed tax rate", () => {
  it.each<[RawCell, number]>([
    ["13%", 0.13],
    [0.13, 0.13],
    ["0.13", 0.13],
    ["１３％", 0.13],
    ["6 %", 0.06],
    ["0.5%", 0.005],
    ["9.99%", 0.0999],
  ])("%j is %d", (cell, rate) => {
    expect(rateIn(cell)).toMatchObject({ fields: { taxRate: rate }, problems: [] });
  });

  it.each(["0x10", "13%%", "%", "abc", "1,3", "1e3"])(
    "“%s” is no rate, and is listed as it stands",
    (cell) => {
      const { fields, problems } = rateIn(cell);
      expect(fields).toEqual({});
      expect(problems).toMatchObject([{ kind: "amountUnreadable", found: cell }]);
    },
  );
});
